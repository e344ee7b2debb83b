import * as vscode from 'vscode';
import { counted } from '../../base/index.ts';
import { readSetting } from '../configuration.ts';
import { setContextKey } from '../contextKeys.ts';
import type { EngineHost } from '../engineHost.ts';
import { problemsOf } from '../failures.ts';
import { filterIdentities, groupChildren, identityChildren, identityNodeView, labelText, problemLines, rootNodes, sortIdentities, type GroupId, type Identity, type IdentityDetails, type IdentityLook, type IdentityNode, type IdentityOrder } from '../model/index.ts';
import { loadReference } from '../reference.ts';
import type { SourceManager } from '../sources/sourceManager.ts';
import { IdentityStore } from './identityStore.ts';
import { treeItem } from './treeItem.ts';

/** The Identities tree. Reads when it is shown, a page of each group at a time, and details when a node is opened. */
export class IdentitiesView implements vscode.TreeDataProvider<IdentityNode>, vscode.Disposable {
  readonly #engine: EngineHost;
  readonly #sources: SourceManager;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<IdentityNode | undefined>();
  readonly #view: vscode.TreeView<IdentityNode>;
  readonly #shown = new Map<GroupId, number>();
  #store: IdentityStore | undefined;
  #summary: unknown;
  #filter = '';
  #order: IdentityOrder = 'lastSignIn';
  #look: IdentityLook | undefined;

  readonly #known = new vscode.EventEmitter<readonly Identity[]>();

  readonly onDidChangeTreeData = this.#changed.event;
  /** The identities of the source in use once they were read; none while they were not. */
  readonly onDidRead = this.#known.event;

  constructor(engine: EngineHost, sources: SourceManager, log: vscode.LogOutputChannel) {
    this.#engine = engine;
    this.#sources = sources;
    this.#log = log;
    this.#view = vscode.window.createTreeView('identityTrail.identities', { treeDataProvider: this, showCollapseAll: true });
    sources.onDidChange(() => this.#followSource());
  }

  get visible(): boolean {
    return this.#view.visible;
  }

  get onDidChangeVisibility(): vscode.Event<unknown> {
    return this.#view.onDidChangeVisibility;
  }

  get filter(): string {
    return this.#filter;
  }

  get order(): IdentityOrder {
    return this.#order;
  }

  /** The node that a keyboard user means when a command comes without one. */
  get selected(): IdentityNode | undefined {
    return this.#view.selection[0];
  }

  /** All identities of the source in use; reads them if that has not happened yet. Empty without an open source. */
  async identities(): Promise<readonly Identity[]> {
    return this.#store ? this.#store.load() : [];
  }

  details(identity: Identity): Promise<IdentityDetails> {
    return this.#store ? this.#store.details(identity) : Promise.resolve({ details: [], applicationObjectIds: [] });
  }

  setFilter(text: string): void {
    this.#filter = text;
    setContextKey('identityTrail.filtered', text.trim() !== '');
    this.#startOver();
  }

  setOrder(order: IdentityOrder): void {
    this.#order = order;
    this.#startOver();
  }

  /** Reads everything again. */
  refresh(): void {
    this.#summary = undefined;
    this.#followSource();
  }

  /** Draws again what was read: a setting changed. */
  redraw(): void {
    this.#look = undefined;
    this.#changed.fire(undefined);
  }

  showMore(group: GroupId): void {
    this.#shown.set(group, this.#pageOf(group) + readSetting('identityTrail.identityPageSize'));
    this.#changed.fire(undefined);
  }

  getTreeItem(node: IdentityNode): vscode.TreeItem {
    this.#look ??= this.#makeLook();
    const item = treeItem(identityNodeView(node, this.#look), `${this.#store?.sourceId ?? ''}/`);
    if (node.type === 'more') item.command = { command: 'identityTrail.showMoreIdentities', title: 'Show more', arguments: [node] };
    return item;
  }

  async getChildren(node?: IdentityNode): Promise<IdentityNode[]> {
    if (!node) return [...(await this.#roots())];
    switch (node.type) {
      case 'group':
        return [...groupChildren(node, this.#pageOf(node.group))];
      case 'identity':
        return [...(await this.#detailsOf(node.identity))];
      case 'section':
        return node.details.map((detail) => ({ type: 'detail', identity: node.identity, detail }));
      default:
        return [];
    }
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
    this.#known.dispose();
  }

  #pageOf(group: GroupId): number {
    return this.#shown.get(group) ?? readSetting('identityTrail.identityPageSize');
  }

  /** A source that was opened, loaded again or switched to has identities of its own. */
  #followSource(): void {
    const status = this.#sources.currentStatus;
    const summary = status?.state === 'open' ? status.summary : undefined;
    if (summary === this.#summary) return;
    this.#summary = summary;
    const source = this.#sources.current;
    this.#store = summary && source ? this.#storeOf(source.id) : undefined;
    this.#known.fire([]);
    this.#view.description = summary ? labelText(summary.title) : '';
    setContextKey('identityTrail.identities', 'unread');
    this.#startOver();
  }

  /** Tells what it read as long as it is the one in use. */
  #storeOf(sourceId: string): IdentityStore {
    const store: IdentityStore = new IdentityStore(sourceId, this.#engine, (read) => {
      if (store === this.#store) this.#known.fire(read);
    });
    return store;
  }

  #startOver(): void {
    this.#shown.clear();
    this.#look = undefined;
    this.#changed.fire(undefined);
  }

  async #roots(): Promise<readonly IdentityNode[]> {
    const store = this.#store;
    if (!store) return this.#empty('unread');
    try {
      const all = await store.load();
      // Another source may have been switched to in the meantime; its own call fills the tree.
      if (store !== this.#store) return [];
      const wanted = sortIdentities(filterIdentities(all, this.#filter), this.#order);
      setContextKey('identityTrail.identities', all.length === 0 ? 'none' : wanted.length === 0 ? 'hidden' : 'some');
      this.#view.message = this.#messageFor(all.length, wanted.length, store.cut);
      return rootNodes(wanted);
    } catch (error) {
      this.#log.error(`The identities could not be read.\n${problemLines(problemsOf(error))}`);
      // So that "try again" reads anew.
      if (store === this.#store) this.#store = this.#storeOf(store.sourceId);
      return this.#empty('failed');
    }
  }

  #empty(state: 'unread' | 'failed'): readonly IdentityNode[] {
    this.#view.message = '';
    setContextKey('identityTrail.identities', state);
    return [];
  }

  #messageFor(all: number, wanted: number, cut: boolean): string {
    const filtered = this.#filter.trim() === '' ? undefined : `${wanted.toLocaleString('en-US')} of ${counted(all, 'identity', 'identities')} match "${labelText(this.#filter.trim())}"`;
    const missing = cut ? `There are more identities than the ${all.toLocaleString('en-US')} read here.` : undefined;
    return [filtered, missing].filter((part) => part !== undefined).join('. ');
  }

  async #detailsOf(identity: Identity): Promise<readonly IdentityNode[]> {
    const store = this.#store;
    if (!store) return [];
    try {
      const [details, reference] = await Promise.all([store.details(identity), loadReference()]);
      this.#explainWith(reference);
      return identityChildren(identity, details);
    } catch (error) {
      const problems = problemsOf(error);
      this.#log.error(`The details of ${identity.servicePrincipalId} could not be read.\n${problemLines(problems)}`);
      return [{ type: 'id', identity, label: 'Details could not be read', value: problems[0]?.code ?? '', tooltip: problemLines(problems) }, ...identityChildren(identity, { details: [], applicationObjectIds: [] })];
    }
  }

  #makeLook(): IdentityLook {
    const status = this.#sources.currentStatus;
    const asOf = status?.state === 'open' && status.summary.asOf !== undefined ? new Date(status.summary.asOf) : new Date();
    return { asOf, zone: readSetting('identityTrail.timeDisplay'), sharedNames: this.#store?.shared ?? new Map(), explainCode: () => undefined };
  }

  #explainWith({ findErrorCode, explainValue }: Awaited<ReturnType<typeof loadReference>>): void {
    this.#look = {
      ...(this.#look ?? this.#makeLook()),
      explainCode: (code) => {
        const known = /^\d+$/.test(code) ? findErrorCode(Number(code)) : undefined;
        return known && { name: known.name ?? '', meaning: known.meaning };
      },
      explainResource: (name) => explainValue('ResourceDisplayName', name)?.paragraphs[0],
    };
  }
}
