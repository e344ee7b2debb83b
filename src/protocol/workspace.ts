import type { Problem } from '../base/index.ts';

/** A workspace that a person may choose, as Azure Resource Graph lists it. */
export interface ListedWorkspace {
  /** The GUID that queries go to ("Workspace ID" in the portal). */
  readonly workspaceId: string;
  readonly resourceId: string;
  readonly name: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
}

export interface ListedTenant {
  readonly tenantId: string;
  readonly title: string;
}

export interface ListedSubscription {
  readonly subscriptionId: string;
  readonly title: string;
  readonly tenantId: string;
}

/** What an account can see of one tenant through Azure Resource Manager; what could not be read is in `problems`. */
export interface WorkspaceListing {
  readonly tenants: readonly ListedTenant[];
  readonly subscriptions: readonly ListedSubscription[];
  readonly workspaces: readonly ListedWorkspace[];
  readonly problems: readonly Problem[];
}

/** A function saved in a workspace. */
export interface WorkspaceFunction {
  readonly name: string;
  readonly body: string;
  /** As declared: `start: datetime, top: long = 5`. */
  readonly parameters?: string;
}

/** What to keep of a source as Parquet files that the local source opens. */
export interface CopyRequest {
  /** An existing or new folder. */
  readonly folder: string;
  /** Each becomes `<name>.parquet`; a table's own name lets the local source know it again. */
  readonly items: readonly { readonly name: string; readonly query: string }[];
  /** Wire datetimes, the second one excluded; restricts each item by TimeGenerated. */
  readonly range?: { readonly from: string; readonly to: string };
}

/** Where a kept file came from; written beside it. */
export interface Provenance {
  readonly source: string;
  readonly query: string;
  readonly range?: { readonly from: string; readonly to: string };
  readonly rows: number;
  /** Of the Parquet file. */
  readonly sha256: string;
  readonly tool: string;
  /** Wire datetimes. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** False when the source said that rows are missing; `warnings` says why. */
  readonly whole: boolean;
  readonly warnings: readonly string[];
}

export interface KeptFile {
  readonly name: string;
  readonly file: string;
  readonly provenance: Provenance;
}
