import * as vscode from 'vscode';
import { scenarios } from '../../scenarios/index.ts';
import { scenarioChildren, scenarioNodeView, type ScenarioNode } from '../model/index.ts';
import type { SourceManager } from '../sources/sourceManager.ts';
import { treeItem } from './treeItem.ts';

/** The Scenarios tree: every scenario, below it its parameters and the tables it reads. */
export class ScenariosView implements vscode.TreeDataProvider<ScenarioNode>, vscode.Disposable {
  readonly #sources: SourceManager;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<ScenarioNode>;
  #tables: ReadonlySet<string> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(sources: SourceManager) {
    this.#sources = sources;
    this.#view = vscode.window.createTreeView('identityTrail.scenarios', { treeDataProvider: this, showCollapseAll: true });
    sources.onDidChange(() => this.#followSource());
  }

  get selected(): ScenarioNode | undefined {
    return this.#view.selection[0];
  }

  getTreeItem(node: ScenarioNode): vscode.TreeItem {
    return treeItem(scenarioNodeView(node));
  }

  getChildren(node?: ScenarioNode): ScenarioNode[] {
    if (!node) return scenarios.map((scenario) => ({ type: 'scenario', scenario }));
    return node.type === 'scenario' ? [...scenarioChildren(node.scenario, this.#tables)] : [];
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }

  /** Which tables are there changes with the source. A workspace's list is of what was used lately, and so says nothing of the rest. */
  #followSource(): void {
    const status = this.#sources.currentStatus;
    const summary = status?.state === 'open' && status.summary.spec.kind !== 'workspace' ? status.summary : undefined;
    const tables = summary && new Set(summary.tables.filter(({ rows }) => rows !== 0).map(({ name }) => name));
    if ([...(tables ?? [])].join() === [...(this.#tables ?? [])].join()) return;
    this.#tables = tables;
    this.#changed.fire(undefined);
  }
}
