import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { ProblemError, type Problem } from '../../base/index.ts';
import type { SourceSpec, SourceSummary } from '../../protocol/index.ts';
import type { EngineHost } from '../engineHost.ts';
import { problemsOf, wasCancelled } from '../failures.ts';
import { problemLines, savedSourceOf, savedSourcesFrom, withSource, type SavedSource, type SourceStatus } from '../model/index.ts';
import type { TokenProvider } from '../tokenProvider.ts';
import { withOpeningProgress } from './openingProgress.ts';

/** Who wants a source opened: a person, who is told of a failure and may be asked to sign in, or the extension itself. */
export type OpenedBy = 'person' | 'extension';

const listKey = 'identityTrail.sources';
const currentKey = 'identityTrail.currentSource';

/** The list of sources (kept for all windows), the one in use (kept for the folder), and where each stands in this session. */
export class SourceManager implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #engine: EngineHost;
  readonly #tokens: TokenProvider;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #statuses = new Map<string, SourceStatus>();
  readonly #opening = new Map<string, Promise<SourceSummary>>();
  #currentId: string | undefined;

  /** The list, the source in use, or the state of a source changed. */
  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext, engine: EngineHost, tokens: TokenProvider, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#engine = engine;
    this.#tokens = tokens;
    this.#log = log;
  }

  get list(): readonly SavedSource[] {
    return savedSourcesFrom(this.#context.globalState.get(listKey));
  }

  /** The source in use, whether or not it is open yet. */
  get current(): SavedSource | undefined {
    return this.list.find(({ id }) => id === this.#currentId);
  }

  /** The source that was in use in this folder when its window was last open. */
  get remembered(): SavedSource | undefined {
    const id = this.#context.workspaceState.get(currentKey);
    return this.list.find((source) => source.id === id);
  }

  status(id: string): SourceStatus {
    return this.#statuses.get(id) ?? { state: 'closed' };
  }

  get currentStatus(): SourceStatus | undefined {
    return this.#currentId === undefined ? undefined : this.status(this.#currentId);
  }

  /** What is known of the source in use once it is open. */
  get currentSummary(): SourceSummary | undefined {
    const status = this.currentStatus;
    return status?.state === 'open' ? status.summary : undefined;
  }

  /** Adds a source if it is new, makes it the one in use and opens it if it is not open. */
  async use(spec: SourceSpec, by: OpenedBy): Promise<SourceSummary> {
    const source = savedSourceOf(spec);
    const known = this.list.find(({ id }) => id === source.id);
    const changed = known && !isDeepStrictEqual(known.spec, spec);
    if (changed) this.#statuses.delete(source.id);
    // What is kept is readable at once; only the writing to disk takes its time.
    const kept = [known && !changed ? Promise.resolve() : this.#keep(withSource(this.list, source)), this.#context.workspaceState.update(currentKey, source.id)];
    this.#currentId = source.id;
    const status = this.status(source.id);
    if (status.state === 'open') this.#changed.fire();
    const summary = status.state === 'open' ? status.summary : await this.#open(source, by);
    await Promise.all(kept);
    return summary;
  }

  /** Opens a source anew: what its files hold now. */
  async reload(source: SavedSource, by: OpenedBy): Promise<SourceSummary> {
    this.#currentId ??= source.id;
    return this.#open(source, by, true);
  }

  /** Puts another way to the same place into the list and opens it, asking anew for what is remembered of it. */
  async replace(spec: SourceSpec): Promise<SourceSummary> {
    const source = savedSourceOf(spec);
    await this.#keep(withSource(this.list, source));
    this.#currentId ??= source.id;
    return this.#open(source, 'person', true);
  }

  /** Takes a source off the list; its logs stay where they are. */
  async remove(source: SavedSource): Promise<void> {
    await this.#keep(this.list.filter(({ id }) => id !== source.id));
    this.#statuses.delete(source.id);
    if (this.#currentId === source.id) {
      this.#currentId = undefined;
      await this.#context.workspaceState.update(currentKey, undefined);
    }
    this.#changed.fire();
    await this.#engine.close(source.id).catch((error: unknown) => this.#log.warn(`Closing ${source.id}: ${String(error)}`));
  }

  /** Opens a source of the list that is not open yet, and leaves the one in use in use. */
  async ensureOpen(source: SavedSource): Promise<SourceSummary> {
    const status = this.status(source.id);
    return status.state === 'open' ? status.summary : this.#open(source, 'person');
  }

  /** The ID of the open source in use; opens it first where it is not. Undefined when none is in use. */
  async openCurrent(): Promise<{ readonly id: string; readonly summary: SourceSummary } | undefined> {
    const source = this.current;
    if (!source) return undefined;
    return { id: source.id, summary: await this.ensureOpen(source) };
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #open(source: SavedSource, by: OpenedBy, refresh = false): Promise<SourceSummary> {
    const running = this.#opening.get(source.id);
    if (running) return running;
    const opening = this.#openNow(source, by, refresh).finally(() => this.#opening.delete(source.id));
    this.#opening.set(source.id, opening);
    return opening;
  }

  async #openNow(source: SavedSource, by: OpenedBy, refresh: boolean): Promise<SourceSummary> {
    const before = this.status(source.id);
    this.#set(source.id, { state: 'opening', message: '' });
    const began = performance.now();
    try {
      const open = (): Promise<SourceSummary> => withOpeningProgress(source, (options) => this.#engine.open(source.id, source.spec, { ...options, refresh }));
      const summary = await (by === 'person' ? this.#tokens.duringUserAction(open) : open());
      this.#log.info(`Opened ${source.id} in ${Math.round(performance.now() - began)} ms: ${summary.tables.length} tables, ${summary.skipped} records left out.`);
      this.#set(source.id, { state: 'open', summary });
      return summary;
    } catch (error) {
      this.#openFailed(source, before, error);
      throw error;
    }
  }

  #openFailed(source: SavedSource, before: SourceStatus, error: unknown): void {
    const problems: readonly Problem[] = wasCancelled(error)
      ? [new ProblemError({ code: 'SRC000', message: 'Opening was cancelled. Use the source again to load it.' }).problem]
      : problemsOf(error);
    this.#log.error(`${source.id} could not be opened.\n${problemLines(problems)}`);
    // A failed or cancelled reload leaves what was loaded before.
    this.#set(source.id, before.state === 'open' ? before : { state: 'failed', problems });
  }

  #set(id: string, status: SourceStatus): void {
    this.#statuses.set(id, status);
    this.#changed.fire();
  }

  async #keep(sources: readonly SavedSource[]): Promise<void> {
    await this.#context.globalState.update(listKey, sources.map(({ spec }) => ({ spec })));
  }
}
