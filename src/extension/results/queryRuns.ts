import type * as vscode from 'vscode';
import type { Problem } from '../../base/index.ts';
import type { QueryResult, ResultFooter, ResultHeader, ResultSink, RunDescription, SourceSummary, TimelineSpec } from '../../protocol/index.ts';
import { setContextKey } from '../contextKeys.ts';
import type { EngineHost } from '../engineHost.ts';
import { offerNextStep, problemsOf, wasCancelled } from '../failures.ts';
import { problemLines, timeRangeText, type SavedSource } from '../model/index.ts';
import type { SourceManager } from '../sources/sourceManager.ts';
import type { TokenProvider } from '../tokenProvider.ts';
import { askSource } from './askSource.ts';
import type { ResultsPanel } from './resultsPanel.ts';

/** Something to run on the source in use. */
export interface RunRequest {
  readonly title: string;
  readonly query: string;
  readonly parameters?: readonly { readonly name: string; readonly value: string }[];
  readonly scenarioId?: string;
  readonly timeline?: TimelineSpec;
  /** Bring in every row of an answer that was cut; workspaces only. */
  readonly fetchAll?: boolean;
  /** Run on this source too and show the rows that differ. */
  readonly compareWith?: SavedSource;
  /** Works the rows out in the place of the source in use, on which it may ask queries. */
  readonly work?: (sourceId: string, sink: ResultSink, signal: AbortSignal) => Promise<ResultFooter>;
  /** Told of the problems of this run, none when it went well: for squiggles in the document it came from. */
  readonly onProblems?: (problems: readonly Problem[]) => void;
  /** Whether the results page takes the focus. */
  readonly takeFocus?: boolean;
}

interface Run {
  readonly request: RunRequest;
  readonly description: RunDescription;
  readonly controller: AbortController;
}

const rememberedKey = 'identityTrail.lastRun';

/** Runs queries one at a time and feeds the results page. A new run cancels the one before. */
export class QueryRuns implements vscode.Disposable {
  readonly #engine: EngineHost;
  readonly #sources: SourceManager;
  readonly #tokens: TokenProvider;
  readonly #panel: ResultsPanel;
  readonly #memento: vscode.Memento;
  readonly #log: vscode.LogOutputChannel;
  #lastId = 0;
  #current: Run | undefined;
  #running = false;
  #lastResult: QueryResult | undefined;

  /** Sent beside every query on a workspace, until the window closes: a range that nobody remembers choosing would hide rows. */
  timespan: string | undefined;

  constructor(world: { readonly engine: EngineHost; readonly sources: SourceManager; readonly tokens: TokenProvider; readonly panel: ResultsPanel; readonly memento: vscode.Memento; readonly log: vscode.LogOutputChannel }) {
    this.#engine = world.engine;
    this.#sources = world.sources;
    this.#tokens = world.tokens;
    this.#panel = world.panel;
    this.#memento = world.memento;
    this.#log = world.log;
    this.#panel.onDidClose(() => this.cancel());
  }

  /** The result of the last run; undefined while it runs and when it failed. */
  get lastResult(): QueryResult | undefined {
    return this.#lastResult;
  }

  /** What the results page is about. */
  get description(): RunDescription | undefined {
    return this.#current?.description;
  }

  /** Runs a query on the source in use and shows it. Rejects as the engine does; the page has shown the problems by then. */
  async start(request: RunRequest): Promise<QueryResult> {
    this.cancel();
    const source = await this.#sources.openCurrent();
    if (!source) throw new Error('No source is in use.');
    const run: Run = { request, description: this.#describe(request, source.summary), controller: new AbortController() };
    this.#begin(run);
    try {
      const result = await this.#tokens.duringUserAction(() => this.#execute(run, source.id));
      this.#finish(run, () => {
        this.#lastResult = result;
        request.onProblems?.([]);
      });
      return result;
    } catch (error) {
      this.#finish(run, () => this.#fail(run, error));
      throw error;
    }
  }

  /** As `start`, for commands: a run that fails is told of on the results page, and not a second time. */
  async show(request: RunRequest): Promise<void> {
    const before = this.#lastId;
    try {
      await this.start(request);
    } catch (error) {
      if (this.#lastId === before) throw error;
    }
  }

  /** Cancels a run, the current one by default. */
  cancel(runId = this.#current?.description.runId): void {
    if (this.#running && this.#current?.description.runId === runId) this.#current?.controller.abort();
  }

  /** Runs the same again, or with a change, on the source that is in use now. */
  async rerun(change: Pick<RunRequest, 'fetchAll' | 'compareWith'> = {}): Promise<void> {
    if (this.#current) await this.show({ ...this.#current.request, takeFocus: false, ...change });
  }

  /** Puts the last run of the session before onto a restored page, to be run again by hand: a query may cost money. */
  restore(panel: vscode.WebviewPanel): void {
    this.#panel.restore(panel);
    const request = this.#memento.get<RunRequest>(rememberedKey);
    if (!request || this.#current) return;
    const description: RunDescription = { runId: (this.#lastId += 1), title: request.title, sourceTitle: this.#sources.remembered?.title ?? '', query: request.query, parameters: request.parameters ?? [], ...(request.timeline && { timeline: request.timeline }) };
    this.#current = { request, description, controller: new AbortController() };
    panel.title = request.title;
    this.#panel.link.send({ type: 'running', run: description });
    this.#panel.link.send({ type: 'failed', runId: description.runId, cancelled: true, problems: [{ code: 'ENG016', severity: 'information', message: 'The window was loaded again and its rows are gone. Run the query again to see them.' }] });
  }

  dispose(): void {
    this.cancel();
  }

  #describe({ title, query, parameters = [], scenarioId, timeline, fetchAll, compareWith }: RunRequest, { title: sourceTitle, spec }: SourceSummary): RunDescription {
    const workspace = spec.kind === 'workspace' ? { ...(this.timespan !== undefined && { timespan: this.timespan }), ...(fetchAll === true && { fetchAll }) } : undefined;
    return {
      runId: (this.#lastId += 1),
      title: compareWith ? `Differences: ${title}` : title,
      sourceTitle: [sourceTitle, ...(compareWith ? [`and ${compareWith.title}`] : []), ...(workspace?.timespan === undefined ? [] : [`· ${timeRangeText(workspace.timespan)}`])].join(' '),
      query,
      parameters,
      ...(scenarioId !== undefined && { scenarioId }),
      ...(timeline && !compareWith && { timeline }),
      ...(compareWith && { comparedWith: compareWith.title }),
      ...(workspace && { workspace }),
    };
  }

  #begin(run: Run): void {
    this.#current = run;
    this.#lastResult = undefined;
    this.#setRunning(true);
    const { title, query, parameters, scenarioId, timeline, work } = run.request;
    void this.#memento.update(rememberedKey, work ? undefined : { title, query, parameters, scenarioId, timeline });
    this.#panel.link.send({ type: 'running', run: run.description });
    this.#panel.show(title, { takeFocus: run.request.takeFocus ?? false });
  }

  async #execute(run: Run, sourceId: string): Promise<QueryResult> {
    const { link } = this.#panel;
    const { request, controller, description: { runId, workspace } } = run;
    let header: ResultHeader = { columns: [] };
    const sink: ResultSink = {
      header: (value: ResultHeader) => {
        header = value;
        link.send({ type: 'begin', run: run.description, columns: value.columns, ...(value.render && { render: value.render }) });
      },
      rows: (slice) => link.sendRows(runId, slice),
      progress: (message) => link.progress(runId, message),
    };
    const question = { sourceId, query: request.query, ...workspace, ...(request.compareWith && { otherSourceId: request.compareWith.id }) };
    const footer = await (request.work ? request.work(sourceId, sink, controller.signal) : askSource(this.#engine, question, sink, controller.signal));
    const kept = link.rows;
    const result = { ...header, ...footer, get rows() { return kept.all(); } };
    if (this.#current === run) link.send({ type: 'done', runId, footer });
    this.#log.info(`${run.description.title}: ${footer.statistics.rows} rows in ${Math.round(footer.statistics.elapsedMs)} ms on ${sourceId}.`);
    return result;
  }

  #fail(run: Run, error: unknown): void {
    const problems = problemsOf(error);
    const cancelled = wasCancelled(error);
    this.#panel.link.send({ type: 'failed', runId: run.description.runId, problems, cancelled });
    if (cancelled) this.#log.info(`${run.description.title}: cancelled.`);
    else this.#log.error(`${run.description.title} failed.\n${problemLines(problems)}`);
    if (!cancelled) offerNextStep(problems);
    run.request.onProblems?.(cancelled ? [] : problems);
  }

  /** Only the current run may change what is shown. */
  #finish(run: Run, settle: () => void): void {
    if (this.#current !== run) return;
    this.#setRunning(false);
    settle();
  }

  #setRunning(running: boolean): void {
    this.#running = running;
    setContextKey('identityTrail.queryRunning', running);
  }
}
