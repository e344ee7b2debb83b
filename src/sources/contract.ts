import type { Column, Row, TableSchema } from '../base/index.ts';
import type { CloudId, QueryRequest, ResultFooter, ResultSink, SourceSummary } from '../protocol/index.ts';

/** An opened source: what it holds, and how to ask it. */
export interface LogSource {
  readonly summary: SourceSummary;
  /** Every table a query may name, those without rows included; empty where only the service knows. */
  readonly tables: readonly TableSchema[];
  /** Runs one query. Rejects with ProblemError or QueryRefused when it cannot, with the signal's reason when cancelled. */
  run(request: QueryRequest, sink: ResultSink, signal: AbortSignal): Promise<ResultFooter>;
  /** The text sent to whatever answers: SQL for a local source, KQL for a workspace. */
  explain(request: QueryRequest): Promise<string>;
  dispose(): Promise<void>;
}

export interface OpenProgress {
  readonly message: string;
  /** 0 to 1, absent when unknown. */
  readonly fraction?: number;
}

/** What opening a source may use besides its own specification. */
export interface OpenContext {
  readonly signal: AbortSignal;
  readonly progress: (progress: OpenProgress) => void;
  /** An existing folder of ours for what is kept between runs and for spilling. */
  readonly storage: string;
}

export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresOn: number;
}

/** Asks whoever started the engine for a token; rejects with ProblemError when there is none to be had. */
export type TokenRequester = (request: {
  readonly scopes: readonly string[];
  readonly claims?: string;
  readonly tenantId?: string;
  readonly clientId?: string;
  readonly cloud?: CloudId;
}) => Promise<AccessToken>;

/** A value as SQL gives it to the importers: BIGINT as bigint, JSON as text. */
export type SqlValue = string | number | bigint | boolean | null | readonly SqlValue[];

/** One connection. Statements of a session run one after the other; those of two sessions side by side. */
export interface Session {
  execute(sql: string): Promise<void>;
  /** The whole answer in memory: for what is known to be small. */
  rows(sql: string): Promise<readonly (readonly SqlValue[])[]>;
  /** The answer slice by slice, in the wire form of the given KQL columns. The engine reads on only when asked for more. */
  stream(sql: string, columns: readonly Column[]): AsyncIterable<readonly Row[]>;
  /** Makes the running statement fail at once; safe to call at any time. */
  interrupt(): void;
  close(): void;
}

export interface Database {
  connect(): Promise<Session>;
  close(): Promise<void>;
}

/** Opens databases; the engine process implements it, so that importers know no DuckDB API. */
export interface Databases {
  /** A new database in a file, for importing: may read files, may not use the network or load extensions. */
  create(file: string): Promise<Database>;
  /** An imported database, or an empty one in memory: reads no file, and its settings can no longer be changed. */
  openLocked(file: string | undefined): Promise<Database>;
}
