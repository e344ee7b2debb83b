import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { loadKusto } from '../../../src/kql/syntax/kusto.ts';
import { scenarios } from '../../../src/scenarios/index.ts';

const operators = ['where', 'join', 'union', 'summarize', 'mv-expand', 'parse', 'lookup', 'take', 'sort by a', 'top 5 by a', 'distinct a', 'evaluate', 'search', 'find', 'make-series', 'partition by a', 'scan', 'render', 'consume', 'project', 'make-graph', 'invoke'];
const options = ['kind=inner', 'hint.strategy=shuffle', 'isfuzzy=true foo=1', 'kind= '];
const queries = [
  ...scenarios.slice(0, 3).map(({ query }) => query),
  // Two options for each operator, in turn: the worker needs its time, and every option stands after many operators.
  ...operators.flatMap((operator, index) => [options[index % 4], options[(index + 1) % 4]].map((option) => `T | ${operator} ${option ?? ''} (a) by b`)),
];

/** Diagnostics, completions and the whole tree of each query; runs here and, as text, in a worker. */
function describeAll(language: unknown, texts: readonly string[]): readonly string[] {
  const kusto = language as {
    readonly GlobalState: { readonly Default: unknown };
    readonly KustoCode: { ParseAndAnalyze(text: string, globals: unknown): { readonly Syntax: Node; GetDiagnostics(): List } };
    readonly Editor: { readonly KustoCodeService: { readonly ctor: new (code: unknown) => { GetCompletionItems(offset: number): { readonly Items: List }; GetAnalyzerDiagnostics(wait: boolean): List } } };
  };
  interface List { readonly Count: number; getItem(index: number): Record<string, unknown> }
  interface Node { readonly Kind: number; readonly TextStart: number; readonly Width: number; readonly ChildCount: number; GetChild(index: number): Node | null }
  const items = (list: List, names: readonly string[]): string => Array.from({ length: list.Count }, (_, index) => names.map((name) => String(list.getItem(index)[name])).join(',')).join(';');
  const nodes = (node: Node | null): string => (node ? `(${String(node.Kind)},${String(node.TextStart)},${String(node.Width)}${Array.from({ length: node.ChildCount }, (_, index) => nodes(node.GetChild(index))).join('')})` : '');
  return texts.map((text) => {
    const code = kusto.KustoCode.ParseAndAnalyze(text, kusto.GlobalState.Default);
    const service = new kusto.Editor.KustoCodeService.ctor(code);
    const completions = service.GetCompletionItems(text.length >> 1);
    const said = [code.GetDiagnostics(), service.GetAnalyzerDiagnostics(true)].map((list) => items(list, ['Code', 'Start', 'Length', 'Message']));
    return `${said.join('|')}|${items(completions.Items, ['DisplayText', 'Kind', 'OrderText'])}|${nodes(code.Syntax)}`;
  });
}

it('reads every query as the library does with its own runtime and a token parser for each place', async () => {
  const require = createRequire(import.meta.url);
  const scripts = ['bridge.min.js', 'Kusto.Language.Bridge.min.js'].map((name) => require.resolve(`@kusto/language-service-next/${name}`));
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    for (const script of workerData.scripts) require(script);
    const describeAll = ${describeAll.toString()};
    parentPort.postMessage(describeAll(globalThis.Kusto.Language, workerData.queries));`;
  const plain = new Promise<readonly string[]>((resolve, reject) => {
    const worker = new Worker(source, { eval: true, workerData: { scripts, queries } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const own = describeAll(loadKusto(), queries);
  expect(own).toEqual(await plain);
  expect(own.join('').length).toBeGreaterThan(100_000);
  // The library as it is needs most of the time: on a machine with nothing else to do, twenty seconds.
}, 180_000);
