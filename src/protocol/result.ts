import type { Column, Problem, Row } from '../base/index.ts';

/** What `render` asked for; the grid ignores it, a chart may use it. */
export interface RenderSpec {
  readonly visualization: string;
  readonly properties: Readonly<Record<string, string>>;
}

export interface ResultHeader {
  readonly columns: readonly Column[];
  readonly render?: RenderSpec;
}

export interface ResultWarning extends Problem {
  /** `truncated`: rows are missing at the end. `partial`: some data was not read. `note`: nothing is missing. */
  readonly kind: 'truncated' | 'partial' | 'note';
}

export interface QueryStatistics {
  readonly engine: 'duckdb' | 'logAnalytics';
  readonly rows: number;
  readonly elapsedMs: number;
  /** KQL to SQL; local engine only. */
  readonly translateMs?: number;
  readonly [key: string]: string | number | undefined;
}

/** What is known of a result once its last row has been delivered. */
export interface ResultFooter {
  readonly statistics: QueryStatistics;
  readonly warnings: readonly ResultWarning[];
  /** The instant `now()` meant, wire datetime. */
  readonly asOf: string;
}

/** A whole result in memory: for the command line and tests. The editor works on slices. */
export interface QueryResult extends ResultHeader, ResultFooter {
  readonly rows: readonly Row[];
}

export interface WorkspaceQueryOptions {
  /** ISO 8601 duration (`P7D`) or interval (`start/end`) sent beside the query; it narrows the query's own time filter. */
  readonly timespan?: string;
  /** How long the service may work: 1 to 600 seconds, 180 when absent. */
  readonly waitSeconds?: number;
  /** Ask slice by slice of TimeGenerated until no row is missing. */
  readonly fetchAll?: boolean;
  /** Go on with the same query's `fetchAll` that broke off: only the rows that had not been delivered come. Refused with LA057 when there is nothing to go on with. */
  readonly resume?: boolean;
  /** Refuse with LA041 what reaches back further, until it is `confirmed`. */
  readonly confirmDays?: number;
  /** The person was told what the query costs or how much it reads, and wants it. */
  readonly confirmed?: boolean;
}

/** Problems that a person can answer with yes: the same request with `confirmed` is carried out. */
export const confirmationCodes = { basicTable: 'LA040', longRange: 'LA041' } as const;

export function isConfirmable(code: string): boolean {
  return Object.values<string>(confirmationCodes).includes(code);
}

export interface QueryRequest {
  readonly query: string;
  /** Wire datetime that `now()` means; the source's own when absent. */
  readonly asOf?: string;
  /** Wire datetimes: every table shows only the records generated from `from` on and before `to`, as for a scheduled rule. Local sources only. */
  readonly timeRange?: { readonly from: string; readonly to: string };
  /** Stop after this many rows and say so with a `truncated` warning. */
  readonly maxRows?: number;
  /** What only a workspace understands. */
  readonly workspace?: WorkspaceQueryOptions;
}

/** Receives a result slice by slice. The producer waits for `rows` to settle before it goes on (back-pressure). */
export interface ResultSink {
  header(header: ResultHeader): void;
  rows(slice: readonly Row[]): void | Promise<void>;
  /** Told what the source is waiting for or how far it is. */
  progress?(message: string, fraction: number | undefined): void;
}
