import type { Column, Problem, Row, TableSchema } from '../base/index.ts';
import type { WorkspaceAccess } from './signIn.ts';
import type { WorkspaceFunction } from './workspace.ts';

/** A table handed over whole, its rows in wire form. */
export interface InlineTable extends TableSchema {
  readonly rows: readonly Row[];
  /** Wire datetimes at which the rows arrived, in their order. */
  readonly ingested?: readonly string[];
}

/** Where logs come from. */
export type SourceSpec =
  | { readonly kind: 'none' }
  | TablesSpec
  | { readonly kind: 'sample'; readonly rows?: number; readonly seed?: number }
  | { readonly kind: 'local'; readonly path: string }
  | WorkspaceSpec;

/** Small tables of a test; there are no others. */
export interface TablesSpec {
  readonly kind: 'tables';
  readonly tables: readonly InlineTable[];
}

export interface WorkspaceSpec extends WorkspaceAccess {
  readonly kind: 'workspace';
  /** The workspace's GUID ("Workspace ID" in the portal), not its resource ID; or `DEMO_WORKSPACE`. */
  readonly workspaceId: string;
  /** More workspaces whose tables are read together with this one's. */
  readonly additionalWorkspaceIds?: readonly string[];
  /** Lets table plans be read from Azure Resource Manager. */
  readonly resourceId?: string;
  /** What people call it. */
  readonly name?: string;
}

export interface TableInfo {
  /** Log Analytics table name. */
  readonly name: string;
  /** Diagnostic-settings category, where the table has one. */
  readonly category?: string;
  /** undefined where counting would cost the user a query (workspace). */
  readonly rows?: number;
  /** Wire datetimes of the oldest and newest `TimeGenerated`. */
  readonly firstRecord?: string;
  readonly lastRecord?: string;
  /** Sum of the records' sizes in the files they came from, in bytes. */
  readonly bytes?: number;
  /** Pricing plan, where it is known; Basic and Auxiliary tables cost money to query. */
  readonly plan?: 'Analytics' | 'Basic' | 'Auxiliary';
  readonly columns: readonly Column[];
}

/** Something an import could not take as it was: never silent, always with a place. */
export interface ImportIssue extends Problem {
  readonly file: string;
  /** 1-based line, or 1-based record where the file has no lines. */
  readonly line?: number;
  /** How many records this stands for. */
  readonly records: number;
}

/** One imported file: what it was taken for and what became of its records. */
export interface ImportedFile {
  readonly file: string;
  /** A short name of the format recognised, such as `diagnostic settings NDJSON`. */
  readonly format: string;
  readonly rowsByTable: Readonly<Record<string, number>>;
  readonly skipped: number;
}

export interface SourceSummary {
  readonly spec: SourceSpec;
  readonly title: string;
  /** The instant that `now()` means, wire datetime: for local sources the newest record. Absent: the wall clock. */
  readonly asOf?: string;
  readonly tables: readonly TableInfo[];
  readonly files: readonly ImportedFile[];
  readonly issues: readonly ImportIssue[];
  /** Saved functions and watchlists, of a workspace or beside local logs. */
  readonly functions?: readonly WorkspaceFunction[];
  readonly watchlists?: readonly string[];
  /** What a person should know of how it was opened, such as that it is offline and its tables are remembered. */
  readonly notes?: readonly Problem[];
  /** Records that no table holds, over all files. */
  readonly skipped: number;
}
