import { formatDatetime, ProblemError, ticksFromDate, type TableSchema } from '../../base/index.ts';
import type { QueryRequest, ResultFooter, ResultSink, ResultWarning, SourceSummary, WorkspaceSpec } from '../../protocol/index.ts';
import type { LogSource, OpenContext } from '../index.ts';
import { askService } from './askService.ts';
import type { Connection } from './connection.ts';
import { planFetch, type FetchWorld, type SliceFetch } from './fetchAll.ts';
import { openingFacts } from './openingFacts.ts';
import type { DecodedResponse } from './responseDecoder.ts';
import { planRange, type RangePlan } from './timeRange.ts';

const defaultWaitSeconds = 180;
const longestWaitSeconds = 600;
const rowsInSlice = 2_000;

export type WorkspaceContext = Pick<OpenContext, 'signal' | 'progress' | 'storage'> & { readonly refresh?: boolean };

/** Opens a Log Analytics workspace: a cheap query shows that it exists and may be read; its tables come from its metadata or from memory. */
export async function openWorkspace(spec: WorkspaceSpec, connection: Connection, context: WorkspaceContext): Promise<LogSource> {
  const facts = await openingFacts(spec, connection, context);
  const summary: SourceSummary = {
    spec,
    title: titleOf(spec, facts.name),
    tables: facts.tables,
    functions: facts.functions,
    watchlists: facts.watchlists,
    notes: facts.notes,
    files: [],
    issues: [],
    skipped: 0,
  };
  return new WorkspaceSource(spec, summary, facts.schemas, connection);
}

function titleOf(spec: WorkspaceSpec, name: string | undefined): string {
  const first = spec.name ?? name ?? `Workspace ${spec.workspaceId}`;
  const more = spec.additionalWorkspaceIds?.length ?? 0;
  return more === 0 ? first : `${first} and ${String(more)} more`;
}

/** A fetch that broke off, and how many rows came before. */
interface BrokenFetch {
  readonly first: DecodedResponse;
  readonly fetch: SliceFetch;
  readonly rows: number;
}

class WorkspaceSource implements LogSource {
  readonly summary: SourceSummary;
  readonly tables: readonly TableSchema[];
  readonly #spec: WorkspaceSpec;
  readonly #connection: Connection;
  /** By query and time range; the latest only, since each holds the head of its answer. */
  #broken: { readonly key: string; readonly fetch: BrokenFetch } | undefined;

  constructor(spec: WorkspaceSpec, summary: SourceSummary, tables: readonly TableSchema[], connection: Connection) {
    this.#spec = spec;
    this.summary = summary;
    this.tables = tables;
    this.#connection = connection;
  }

  async run(request: QueryRequest, sink: ResultSink, signal: AbortSignal): Promise<ResultFooter> {
    const started = performance.now();
    refuseAsOf(request);
    const options = request.workspace ?? {};
    const range = planRange(request.query, options, this.summary.tables, Date.now());
    const ask = (query: string) => this.#ask(query, range, waitSeconds(options.waitSeconds), sink, signal);
    const key = JSON.stringify([request.query, range.timespan]);
    const broken = options.resume === true ? this.#takeBroken(key) : undefined;
    const first = broken?.first ?? (await ask(request.query));
    const delivery = new Delivery(sink, request.maxRows, signal, broken?.rows);
    sink.header({ columns: first.columns, ...(first.render ? { render: first.render } : {}) });
    const world: FetchWorld = { ask, deliver: (answer) => delivery.take(answer.rows), progress: (message, fraction) => sink.progress?.(message, fraction) };
    let { warnings } = first;
    if (broken || (options.fetchAll === true && warnings.some(({ kind }) => kind === 'truncated'))) {
      const fetch = broken?.fetch ?? (await planFetch(request.query, first, world));
      try {
        warnings = await fetch.run(world);
      } catch (error) {
        // Whoever cancelled took in an unknown number of the rows that were on their way.
        if (error instanceof ProblemError && !signal.aborted) this.#broken = { key, fetch: { first: { ...first, rows: [] }, fetch, rows: delivery.rows } };
        throw error;
      }
    } else {
      await delivery.take(first.rows);
    }
    return footer(first, delivery.rows, [...warnings, ...range.notes, ...delivery.warnings], performance.now() - started);
  }

  #takeBroken(key: string): BrokenFetch {
    const broken = this.#broken;
    this.#broken = undefined;
    if (broken?.key !== key) throw new ProblemError({ code: 'LA057', message: 'There is no broken-off "fetch all" of this query to go on with. Run it again from the start.' });
    return broken.fetch;
  }

  explain(request: QueryRequest): Promise<string> {
    return Promise.resolve(request.query);
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }

  #ask(query: string, { timespan, basic }: RangePlan, seconds: number, sink: ResultSink, signal: AbortSignal): Promise<DecodedResponse> {
    const { workspaceId, additionalWorkspaceIds } = this.#spec;
    const more = additionalWorkspaceIds === undefined ? {} : { additionalWorkspaceIds };
    return askService(this.#connection, { workspaceId, ...more, query, timespan, basic, waitSeconds: seconds, signal }, (message) => sink.progress?.(message, undefined));
  }
}

/** Hands rows on in slices that the receiver takes in its own time, up to the limit. */
class Delivery {
  readonly #sink: ResultSink;
  readonly #limit: number;
  readonly #signal: AbortSignal;
  #rows: number;
  #cut = false;

  constructor(sink: ResultSink, limit: number | undefined, signal: AbortSignal, rows = 0) {
    this.#sink = sink;
    this.#limit = limit ?? Number.POSITIVE_INFINITY;
    this.#signal = signal;
    this.#rows = rows;
  }

  get rows(): number {
    return this.#rows;
  }

  get warnings(): readonly ResultWarning[] {
    if (!this.#cut) return [];
    const message = `Only the first ${this.#limit.toLocaleString('en')} rows are shown; the result has more. Raise the row limit in the settings, or filter further.`;
    return [{ kind: 'truncated', code: 'ENG100', severity: 'warning', message }];
  }

  /** Resolves to false once the limit is reached. */
  async take(rows: DecodedResponse['rows']): Promise<boolean> {
    const fitting = Math.min(rows.length, this.#limit - this.#rows);
    for (let index = 0; index < fitting; index += rowsInSlice) {
      this.#signal.throwIfAborted();
      await this.#sink.rows(rows.slice(index, Math.min(fitting, index + rowsInSlice)));
    }
    this.#rows += fitting;
    this.#cut ||= fitting < rows.length;
    return !this.#cut;
  }
}

function waitSeconds(wanted: number | undefined): number {
  return Math.min(longestWaitSeconds, Math.max(1, Math.round(wanted ?? defaultWaitSeconds)));
}

/** The service has its own clock; answering with another `now()` than the one asked for would be a quietly wrong answer. */
function refuseAsOf({ asOf, timeRange }: QueryRequest): void {
  if (asOf === undefined && timeRange === undefined) return;
  throw new ProblemError({ code: 'LA001', message: 'A workspace always answers as of now: --as-of works on local sources only. Filter TimeGenerated in the query, or keep a local copy of the records.' });
}

function footer({ statistics }: DecodedResponse, rows: number, warnings: readonly ResultWarning[], elapsedMs: number): ResultFooter {
  return { statistics: { engine: 'logAnalytics', rows, elapsedMs: Math.round(elapsedMs * 10) / 10, ...statistics }, warnings, asOf: formatDatetime(ticksFromDate(new Date())) };
}
