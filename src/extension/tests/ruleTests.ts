import path from 'node:path';
import * as vscode from 'vscode';
import { problemLines } from '../model/index.ts';
import { problemsOf } from '../failures.ts';
import type { TextDocuments } from '../textDocuments.ts';
import type { RuleHost } from './ruleHost.ts';
import { RuleFileCoverage } from './testCoverage.ts';
import { isTestFile, TestItems } from './testItems.ts';
import { runTests, type RunKind, type RunTools } from './testRuns.ts';

/** What a test may read: itself, its rule, rows, watchlists, saved functions. */
const watched = '**/*.{yaml,yml,kql,csv,json,ndjson,jsonl}';
/** How long typing or saving has to rest before tests are read or run again, in milliseconds. */
const rest = 300;

/** Rule tests in the Test Explorer. They run in a process of their own, never here; in a folder that is not trusted there are none. */
export function addRuleTests(rules: RuleHost, documents: TextDocuments, log: vscode.LogOutputChannel): { dispose(): void } {
  if (vscode.workspace.isTrusted) return new RuleTests(rules, documents, log);
  let tests: RuleTests | undefined;
  const granted = vscode.workspace.onDidGrantWorkspaceTrust(() => (tests ??= new RuleTests(rules, documents, log)));
  return new vscode.Disposable(() => {
    granted.dispose();
    tests?.dispose();
  });
}

class RuleTests implements vscode.Disposable {
  readonly #tools: RunTools;
  readonly #items: TestItems;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #subscriptions: vscode.Disposable;

  constructor(rules: RuleHost, documents: TextDocuments, log: vscode.LogOutputChannel) {
    const controller = vscode.tests.createTestController('identityTrail.ruleTests', 'Rule Tests');
    this.#items = new TestItems(controller, rules);
    this.#tools = { controller, items: this.#items, rules, documents, log };
    this.#log = log;
    controller.resolveHandler = async (item) => { await (item ? this.#items.read(item) : this.#items.findAll()); };
    controller.refreshHandler = () => this.#items.refresh();
    this.#profile('Run', vscode.TestRunProfileKind.Run, 'run').supportsContinuousRun = true;
    this.#profile('Show Rows after Each Step', vscode.TestRunProfileKind.Debug, 'steps');
    this.#profile('Run with Coverage', vscode.TestRunProfileKind.Coverage, 'coverage').loadDetailedCoverage = (_, file) => Promise.resolve(file instanceof RuleFileCoverage ? [...file.details] : []);
    this.#subscriptions = vscode.Disposable.from(
      controller, this.#changed, this.#watch(),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => { this.#follow(uri); }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => { this.#follow(document.uri); }),
    );
    for (const { uri } of vscode.workspace.textDocuments) this.#follow(uri);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
  }

  #profile(label: string, kind: vscode.TestRunProfileKind, what: RunKind): vscode.TestRunProfile {
    return this.#tools.controller.createRunProfile(
      label,
      kind,
      (request, token) => {
        if (request.continuous !== true) return runTests(this.#tools, request, what, token);
        this.#runAgain(request, what, token);
        return undefined;
      },
      true,
    );
  }

  /** Marks the tests of a file in the editor, once typing rests. */
  #follow(uri: vscode.Uri): void {
    if (!isTestFile(uri)) return;
    const key = uri.toString();
    clearTimeout(this.#waiting.get(key));
    this.#waiting.set(key, setTimeout(() => {
      this.#waiting.delete(key);
      this.#update(uri);
    }, rest));
  }

  #update(uri: vscode.Uri): void {
    this.#items.update(uri).catch((error: unknown) => { this.#log.warn(`${uri.fsPath}: ${problemLines(problemsOf(error))}`); });
  }

  #watch(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(watched);
    const changed = (uri: vscode.Uri): void => {
      if (isTestFile(uri)) this.#update(uri);
      this.#changed.fire(uri.fsPath);
    };
    watcher.onDidCreate(changed);
    watcher.onDidChange(changed);
    watcher.onDidDelete((uri) => { this.#items.remove(uri); });
    return watcher;
  }

  /** Runs what a change concerns, again and again until it is turned off. */
  #runAgain({ include, exclude, profile }: vscode.TestRunRequest, what: RunKind, token: vscode.CancellationToken): void {
    const concerned = new Set<vscode.TestItem>();
    let timer: NodeJS.Timeout | undefined;
    const subscription = this.#changed.event((file) => {
      for (const item of include ?? this.#items.files) if (this.#concerns(file, item.parent ?? item)) concerned.add(item);
      if (concerned.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const items = [...concerned];
        concerned.clear();
        void runTests(this.#tools, new vscode.TestRunRequest(items, exclude, profile, true), what, token);
      }, rest);
    });
    token.onCancellationRequested(() => {
      clearTimeout(timer);
      subscription.dispose();
    });
  }

  /** Whether a changed file is a test file, its rule, or data beside it. */
  #concerns(changed: string, file: vscode.TestItem): boolean {
    const own = file.uri?.fsPath ?? '';
    if (changed === own || changed === this.#items.rulePath(file)) return true;
    return !/\.ya?ml$/.test(changed) && changed.startsWith(path.dirname(own) + path.sep);
  }
}
