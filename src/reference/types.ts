import type { Column } from '../base/index.ts';

/** What a column holds, in our words; `pitfall` says where queries on it go wrong. Plain text, no markup. */
export interface ColumnText {
  readonly meaning: string;
  readonly pitfall?: string;
  readonly example?: string;
}

/** A column of a bundled table. */
export interface ColumnReference extends Column, ColumnText {}

/** A Log Analytics (or Defender advanced hunting) table by its exact name. */
export interface TableReference {
  readonly name: string;
  /** The diagnostic-settings category that fills it; absent where something else does (see `collectedWith`). */
  readonly category?: string;
  readonly purpose: string;
  /** The setting, connector or licence that makes records arrive. */
  readonly collectedWith: string;
  /** How many records to expect. */
  readonly volume: string;
  readonly columns: readonly ColumnReference[];
}

/** A diagnostic-settings category and the table that its records land in; the two names often differ. */
export interface CategoryReference {
  readonly name: string;
  readonly table: string;
  /** The resource type whose diagnostic settings offer the category, such as `Microsoft Entra ID`. */
  readonly service: string;
  readonly collectedWith: string;
  /** What an investigator cannot answer when the category is not collected. */
  readonly lostWithout: string;
}

/** A resource that workloads often sign in to. */
export interface NotableApplication {
  /** The name sign-in records show in ResourceDisplayName. */
  readonly logName: string;
  /** What a sign-in to it usually means. */
  readonly meaning: string;
  /** The tables that show what followed such a sign-in; empty when none of a workspace does. */
  readonly followedIn: readonly string[];
}

/** A Microsoft application by its application ID. */
export interface ApplicationReference {
  readonly appId: string;
  /** Empty where Microsoft publishes no name. */
  readonly name: string;
  /** Where the name comes from. The Entra documentation's list also holds role definitions and licence plans. */
  readonly listedBy: 'Microsoft Graph' | 'Entra documentation' | 'community list' | 'Identity Trail';
  /** The tenant that owns it, where that is published. */
  readonly owner?: string;
  readonly notable?: NotableApplication;
}

/** What an error code means for a workload identity. */
export interface WorkloadAdvice {
  /** The likeliest first. */
  readonly causes: readonly string[];
  readonly checks: readonly string[];
  readonly next: string;
  /** The ID of the scenario that goes on from here. */
  readonly scenario: string;
}

/** A value of ResultType: an AADSTS error code, or 0 for success. */
export interface ErrorCodeReference {
  readonly code: number;
  /** Microsoft's symbolic name, where there is one. */
  readonly name?: string;
  readonly meaning: string;
  /** Whether Microsoft's error code reference lists it. */
  readonly documented: boolean;
  readonly workload?: WorkloadAdvice;
}

/** A value of OperationName in AuditLogs. */
export interface OperationReference {
  /** The name as Microsoft documents it. */
  readonly name: string;
  readonly category: string;
  /** The part of Entra that logs it; LoggedByService holds similar values. */
  readonly service: string;
  readonly topics: readonly string[];
  /** Other spellings seen in logs and queries. */
  readonly variants: readonly string[];
  readonly meaning: string;
}

export type ExplanationKind = 'errorCode' | 'table' | 'column' | 'path' | 'category' | 'application' | 'tenant' | 'operation' | 'value';

/** What something is, for a hover, a cell or the command line: plain text without any markup. */
export interface Explanation {
  readonly kind: ExplanationKind;
  readonly title: string;
  readonly paragraphs: readonly string[];
}
