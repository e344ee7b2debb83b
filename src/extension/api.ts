import type { QueryResult, SourceSpec, SourceSummary } from '../protocol/index.ts';

/** A source in the list, and where it stands. */
export interface SourceState {
  readonly id: string;
  readonly title: string;
  readonly spec: SourceSpec;
  readonly current: boolean;
  /** Present once it is open in this session. */
  readonly summary?: SourceSummary;
}

/**
 * What `activate` returns, for other extensions: `vscode.extensions.getExtension('identity-trail.identity-trail')?.activate()`.
 * Within version 1 things are only added. Rejections are `Error`s whose message can be shown to a person.
 */
export interface IdentityTrailApi {
  readonly version: 1;
  /** Milliseconds that `activate` took. */
  readonly activationMs: number;
  sources(): readonly SourceState[];
  /** Adds a source to the list if it is new, opens it and makes it the one in use. */
  openSource(spec: SourceSpec): Promise<SourceSummary>;
  /** Runs a scenario on the source in use and shows its result; parameters that are not given keep their defaults. */
  runScenario(id: string, parameters?: Readonly<Record<string, string>>): Promise<QueryResult>;
  /**
   * Runs KQL on the source in use and shows its result. `rows` of a large result (more than 200,000 cells) lie on disk and are
   * read at each use, until the next run; later use throws.
   */
  runQuery(query: string, title?: string): Promise<QueryResult>;
  /** What the results page shows, once its run is over; undefined when nothing ran or the last run failed. */
  lastResult(): QueryResult | undefined;
}
