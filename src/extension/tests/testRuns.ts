import path from 'node:path';
import * as vscode from 'vscode';
import { visibleText } from '../../base/index.ts';
import type { RuleTestReport, RuleTestRequest } from '../../protocol/index.ts';
import { tellFailure, wasCancelled } from '../failures.ts';
import type { TextDocuments } from '../textDocuments.ts';
import type { RuleHost } from './ruleHost.ts';
import { RuleFileCoverage } from './testCoverage.ts';
import type { TestItems } from './testItems.ts';
import { messageOf } from './testPlaces.ts';

/** How many rows of each step Debug shows. */
const rowsPerStep = 50;

export type RunKind = 'run' | 'steps' | 'coverage';

export interface RunTools {
  readonly controller: vscode.TestController;
  readonly items: TestItems;
  readonly rules: RuleHost;
  readonly documents: TextDocuments;
  readonly log: vscode.LogOutputChannel;
}

/** Runs what was asked for and reports each test to the Test Explorer as it ends. */
export async function runTests(tools: RunTools, request: vscode.TestRunRequest, kind: RunKind, token: vscode.CancellationToken): Promise<void> {
  const { controller, rules, documents, log } = tools;
  const chosen = await chooseTests(tools, request);
  const run = controller.createTestRun(request);
  const pending = new Map(chosen.flatMap(({ file, tests }) => tests.map((test) => [keyOf(file.uri?.fsPath ?? '', test.id), test] as const)));
  for (const test of pending.values()) run.enqueued(test);
  const steps: string[] = [];
  const stop = new AbortController();
  const subscriptions = [token, run.token].map((one) => one.onCancellationRequested(() => { stop.abort(); }));
  if (token.isCancellationRequested) stop.abort();
  try {
    const coverage = await rules.client.runTests(
      { files: chosen.map(({ file, tests }) => ({ file: file.uri?.fsPath ?? '', tests: tests.map(({ id }) => id) })), ...optionsOf(kind, request) },
      {
        started: (file, name) => {
          const test = pending.get(keyOf(file, name));
          if (test) run.started(test);
        },
        finished: (report) => {
          const test = pending.get(keyOf(report.file, report.name));
          const item = test ?? tools.items.fileAt(vscode.Uri.file(report.file));
          pending.delete(keyOf(report.file, report.name));
          if (item) tell(run, item, report);
          if (report.steps !== undefined) steps.push(report.steps);
        },
      },
      stop.signal,
    );
    for (const rule of coverage) run.addCoverage(new RuleFileCoverage(rule));
    if (steps.length > 0) await documents.show(`Rows after each step, ${chosen.flatMap(({ tests }) => tests).length === 1 ? (chosen[0]?.tests[0]?.label ?? '') : `${String(steps.length)} tests`}.txt`, steps.join('\n\n'));
  } catch (error) {
    if (!wasCancelled(error)) tellFailure(error, log);
  } finally {
    for (const test of pending.values()) run.skipped(test);
    for (const subscription of subscriptions) subscription.dispose();
    run.end();
  }
}

function keyOf(file: string, name: string): string {
  return `${path.normalize(file)}\n${name}`;
}

function optionsOf(kind: RunKind, { include }: vscode.TestRunRequest): Omit<RuleTestRequest, 'files'> {
  if (kind === 'steps') return { rowsPerStep };
  if (kind !== 'coverage') return {};
  // Only a run of everything can say that a rule has no test.
  return { coverage: true, ...(include === undefined && { folders: (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath) }) };
}

interface ChosenTests {
  readonly file: vscode.TestItem;
  readonly tests: readonly vscode.TestItem[];
}

/** The tests of a request by their files, which are read anew so that names and places are those of now. */
async function chooseTests({ items }: RunTools, { include, exclude }: vscode.TestRunRequest): Promise<readonly ChosenTests[]> {
  if (include === undefined) await items.findAll();
  const left = new Set(exclude?.map(({ id, parent }) => `${parent?.id ?? ''}\n${id}`));
  const wanted = new Map<vscode.TestItem, Set<string> | undefined>();
  for (const item of include ?? items.files) {
    if (!item.parent) wanted.set(item, undefined);
    else if (!wanted.has(item.parent)) wanted.set(item.parent, new Set([item.id]));
    else wanted.get(item.parent)?.add(item.id);
  }
  const chosen: ChosenTests[] = [];
  for (const [file, names] of wanted) {
    if (left.has(`\n${file.id}`)) continue;
    await items.read(file);
    const tests = [...file.children].map(([, test]) => test).filter(({ id }) => (names?.has(id) ?? true) && !left.has(`${file.id}\n${id}`));
    if (tests.length > 0 || file.error !== undefined) chosen.push({ file, tests });
  }
  return chosen;
}

function tell(run: vscode.TestRun, item: vscode.TestItem, { name, status, milliseconds, messages, output }: RuleTestReport): void {
  const head = status === 'passed' ? `✓ ${visibleText(name)}` : output;
  run.appendOutput(`${head.replaceAll('\n', '\r\n')}\r\n`, undefined, item);
  if (status === 'passed') run.passed(item, milliseconds);
  else if (status === 'failed') run.failed(item, messages.map(messageOf), milliseconds);
  else run.errored(item, messages.map(messageOf), milliseconds);
}
