import { formatDatetime, parseIsoTicks, ProblemError, ticksFromDate, type Row, type TableSchema } from '../../base/index.ts';
import type { Discovered, SavedFunction, SqlStatement, Translator } from '../../kql/index.ts';
import type { QueryRequest, ResultFooter, ResultSink, ResultWarning, SourceSummary } from '../../protocol/index.ts';
import { QueryRefused, type Database, type LogSource, type Session } from '../index.ts';
import { withPlace } from './failurePlace.ts';
import { narrowTables } from './narrowTables.ts';

export interface LocalSourceParts {
  readonly summary: SourceSummary;
  readonly tables: readonly TableSchema[];
  readonly functions?: readonly SavedFunction[];
  readonly database: Database;
  /** Loaded at the first query: the KQL library is big. */
  readonly translator: () => Promise<Translator>;
  readonly now: () => Date;
  /** Called once when the source is closed, after its database. */
  readonly onDispose?: () => Promise<void>;
}

/** How long a failed query may be looked at for the place of the failure, in milliseconds. */
const longestLook = 3000;

/** A source whose tables are in a database of ours: KQL becomes SQL, each query has a connection of its own. */
export class LocalSource implements LogSource {
  readonly summary: SourceSummary;
  readonly tables: readonly TableSchema[];
  readonly #parts: LocalSourceParts;

  constructor(parts: LocalSourceParts) {
    this.summary = parts.summary;
    this.tables = parts.tables;
    this.#parts = parts;
  }

  async run(request: QueryRequest, sink: ResultSink, signal: AbortSignal): Promise<ResultFooter> {
    const started = performance.now();
    const asOf = this.#asOf(request);
    const { statement, warnings } = await this.#translate(request, asOf);
    const translateMs = performance.now() - started;
    signal.throwIfAborted();
    sink.header({ columns: statement.columns, ...(statement.render ? { render: statement.render } : {}) });
    const sent = await this.#deliver(statement, request, sink, signal);
    if (sent.truncated) {
      warnings.push({ kind: 'truncated', code: 'ENG020', severity: 'warning', message: `Only the first ${sent.rows} rows are shown; the query has more. Narrow it, or raise the row limit.` });
    }
    return {
      statistics: {
        engine: 'duckdb',
        rows: sent.rows,
        elapsedMs: round(performance.now() - started),
        translateMs: round(translateMs),
      },
      warnings,
      asOf: formatDatetime(asOf),
    };
  }

  async explain(request: QueryRequest): Promise<string> {
    return (await this.#translate(request, this.#asOf(request))).statement.sql;
  }

  async dispose(): Promise<void> {
    await this.#parts.database.close();
    await this.#parts.onDispose?.();
  }

  #asOf(request: QueryRequest): bigint {
    const text = request.asOf ?? this.summary.asOf;
    if (text === undefined) return ticksFromDate(this.#parts.now());
    const ticks = parseIsoTicks(text);
    if (ticks === undefined) {
      throw new ProblemError({ code: 'ENG021', message: `"${text}" is no point in time. Write it as 2026-01-01T00:00:00Z.` });
    }
    return ticks;
  }

  async #translate(request: QueryRequest, asOf: bigint): Promise<{ statement: SqlStatement; warnings: ResultWarning[] }> {
    const translator = await this.#parts.translator();
    const [statement, ...others] = await this.#withColumns(translator, request.query, asOf);
    if (!statement) throw new ProblemError({ code: 'ENG022', message: 'The query is empty. Write a table name or an expression, such as print now().' });
    const warnings = statement.notes.map((note): ResultWarning => ({ ...note, kind: 'note' }));
    if (others.length > 0) {
      warnings.push({ kind: 'note', code: 'ENG023', severity: 'information', message: `The query has ${others.length + 1} results; the first is shown. Run the others one at a time.` });
    }
    return { statement, warnings };
  }

  /** Statements whose columns are known: what depends on the data is asked of it first. */
  async #withColumns(translator: Translator, query: string, asOf: bigint): Promise<readonly SqlStatement[]> {
    const { functions } = this.#parts;
    const discovered: Discovered[] = [];
    for (;;) {
      const translated = translator.translate(query, { tables: this.tables, asOf, discovered, ...(functions ? { functions } : {}) });
      if (!translated.ok) throw new QueryRefused(translated.problems);
      const [probe] = translated.value;
      if (!probe?.discovery) return translated.value;
      discovered.push({ discovery: probe.discovery, rows: await this.#probe(probe.sql) });
    }
  }

  async #probe(sql: string): Promise<readonly (readonly string[])[]> {
    const session = await this.#parts.database.connect();
    try {
      return (await session.rows(sql)).map((row) => row.map((value) => (typeof value === 'string' ? value : '')));
    } finally {
      session.close();
    }
  }

  async #deliver(statement: SqlStatement, { query, maxRows, timeRange }: QueryRequest, sink: ResultSink, signal: AbortSignal): Promise<{ rows: number; truncated: boolean }> {
    const session = await this.#parts.database.connect();
    const interrupt = () => session.interrupt();
    signal.addEventListener('abort', interrupt, { once: true });
    try {
      if (timeRange) await narrowTables(session, timeRange, this.tables, statement.sql);
      return await pour(session, statement, maxRows ?? Number.POSITIVE_INFINITY, sink, signal);
    } catch (error) {
      signal.throwIfAborted();
      // What the query itself led to has a place in it, whether the database says so or the reading of its answer.
      if (!(error instanceof Error) || (error instanceof ProblemError && !error.problem.code.startsWith('KQL'))) throw error;
      const placed = await withPlace(error, query, statement, session, longestLook);
      signal.throwIfAborted();
      throw placed;
    } finally {
      signal.removeEventListener('abort', interrupt);
      session.close();
    }
  }
}

async function pour(session: Session, statement: SqlStatement, limit: number, sink: ResultSink, signal: AbortSignal): Promise<{ rows: number; truncated: boolean }> {
  let rows = 0;
  for await (const slice of session.stream(statement.sql, statement.columns)) {
    signal.throwIfAborted();
    const fitting: readonly Row[] = rows + slice.length > limit ? slice.slice(0, limit - rows) : slice;
    if (fitting.length > 0) await sink.rows(fitting);
    rows += fitting.length;
    if (fitting.length < slice.length) return { rows, truncated: true };
  }
  return { rows, truncated: false };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
