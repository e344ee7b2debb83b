import * as vscode from 'vscode';
import { readSetting } from '../configuration.ts';
import { sourceChildren, sourceNodeView, type SourceNode } from '../model/index.ts';
import type { SourceManager } from '../sources/sourceManager.ts';
import { treeItem } from './treeItem.ts';

/** The Sources tree: the list, below an open source its as-of, its import report and its tables. */
export class SourcesView implements vscode.TreeDataProvider<SourceNode>, vscode.Disposable {
  readonly #sources: SourceManager;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<SourceNode>;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(sources: SourceManager) {
    this.#sources = sources;
    this.#view = vscode.window.createTreeView('identityTrail.sources', { treeDataProvider: this });
    sources.onDidChange(() => this.redraw());
  }

  redraw(): void {
    this.#changed.fire(undefined);
  }

  getTreeItem(node: SourceNode): vscode.TreeItem {
    const item = treeItem(sourceNodeView(node, readSetting('identityTrail.timeDisplay')));
    const command = clickCommand(node);
    if (command) item.command = { ...command, arguments: [node] };
    return item;
  }

  getChildren(node?: SourceNode): SourceNode[] {
    if (!node) {
      const current = this.#sources.current?.id;
      return this.#sources.list.map((source) => ({ type: 'source', source, status: this.#sources.status(source.id), current: source.id === current }));
    }
    return node.type === 'source' ? [...sourceChildren(node.source, node.status, readSetting('identityTrail.timeDisplay'))] : [];
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function clickCommand(node: SourceNode): vscode.Command | undefined {
  if (node.type === 'source' && !(node.current && node.status.state === 'open')) return { command: 'identityTrail.useSource', title: 'Use This Source' };
  if (node.type === 'report') return { command: 'identityTrail.showImportReport', title: 'Show Import Report' };
  return undefined;
}
