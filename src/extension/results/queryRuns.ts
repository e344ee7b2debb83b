import * as vscode from 'vscode';
import type { Problem } from '../../base/index.ts';
import { isConfirmable, type QueryResult, type ResultFooter, type ResultHeader, type ResultSink, type RunDescription, type TimelineSpec } from '../../protocol/index.ts';
import { readSetting } from '../configuration.ts';
import { setContextKey } from '../contextKeys.ts';
import type { EngineHost } from '../engineHost.ts';
import { offerNextStep, problemsOf, wasCancelled } from '../failures.ts';
import { problemLines } from '../model/index.ts';
import type { SourceManager } from '../sources/sourceManager.ts';
import type { TokenProvider } from '../tokenProvider.ts';
import type { ResultsPanel } from './resultsPanel.ts';

/** Something to run on the source in use. */
export interface RunRequest {
  readonly title: string;
  readonly query: string;
  readonly parameters?: readonly { readonly name: string; readonly value: string }[];
  readonly scenarioId?: string;
  readonly timeline?: TimelineSpec;
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
    const description: RunDescription = {
      runId: (this.#lastId += 1),
      title: request.title,
      sourceTitle: source.summary.title,
      query: request.query,
      parameters: request.parameters ?? [],
      ...(request.scenarioId !== undefined && { scenarioId: request.scenarioId }),
      ...(request.timeline && { timeline: request.timeline }),
    };
    const run: Run = { request, description, controller: new AbortController() };
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

  /** Runs the same again, on the source that is in use now. */
  async rerun(): Promise<void> {
    if (this.#current) await this.show({ ...this.#current.request, takeFocus: false });
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

  #begin(run: Run): void {
    this.#current = run;
    this.#lastResult = undefined;
    this.#setRunning(true);
    const { title, query, parameters, scenarioId, timeline } = run.request;
    void this.#memento.update(rememberedKey, { title, query, parameters, scenarioId, timeline });
    this.#panel.link.send({ type: 'running', run: run.description });
    this.#panel.show(title, { takeFocus: run.request.takeFocus ?? false });
  }

  async #execute(run: Run, sourceId: string): Promise<QueryResult> {
    const { link } = this.#panel;
    const { runId } = run.description;
    let header: ResultHeader = { columns: [] };
    const sink = {
      header: (value: ResultHeader) => {
        header = value;
        link.send({ type: 'begin', run: run.description, columns: value.columns, ...(value.render && { render: value.render }) });
      },
      rows: (slice: Parameters<typeof link.sendRows>[1]) => link.sendRows(runId, slice),
    };
    const footer = await this.#ask(run, sourceId, sink);
    const kept = link.rows;
    const result = { ...header, ...footer, get rows() { return kept.all(); } };
    if (this.#current === run) link.send({ type: 'done', runId, footer });
    this.#log.info(`${run.description.title}: ${footer.statistics.rows} rows in ${Math.round(footer.statistics.elapsedMs)} ms on ${sourceId}.`);
    return result;
  }

  /** What costs money or reads more days than the person chose is run once they say so. */
  async #ask({ request, controller: { signal } }: Run, sourceId: string, sink: ResultSink): Promise<ResultFooter> {
    const confirmDays = readSetting('identityTrail.confirmDays');
    const asked = { query: request.query, maxRows: readSetting('identityTrail.maxRows') };
    try {
      return await this.#engine.query(sourceId, { ...asked, ...(confirmDays > 0 && { workspace: { confirmDays } }) }, sink, signal);
    } catch (error) {
      const question = problemsOf(error).find(({ code }) => isConfirmable(code));
      if (!question) throw error;
      const answer = await vscode.window.showWarningMessage('Run this query?', { modal: true, detail: question.message }, 'Run');
      if (answer !== 'Run') throw error;
      return this.#engine.query(sourceId, { ...asked, workspace: { confirmed: true } }, sink, signal);
    }
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
