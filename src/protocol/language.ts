import type { Severity, TableSchema } from '../base/index.ts';
import type { WorkspaceFunction } from './workspace.ts';

/** What the language server speaks beyond plain LSP. Positions are LSP's: 0-based lines, UTF-16 characters. */
export const languageMessages = {
  /** Notification, client to server: the tables of the chosen source. `SetTablesParams`. */
  setTables: 'identityTrail/setTables',
  /** Notification, client to server: the identities of the chosen source, for hovers and completion. `SetIdentitiesParams`. */
  setIdentities: 'identityTrail/setIdentities',
  /** Request: the query under a position, or under the whole selection. `StatementAtParams` → `StatementAtResult | null`. */
  statementAt: 'identityTrail/statementAt',
  /** Request: what the query under a position does, step by step, as Markdown. `StatementAtParams` → `ExplainQueryResult | null`. */
  explainQuery: 'identityTrail/explainQuery',
  /** Request: the query under a position as a rule in Sentinel YAML, to be filled in. `StatementAtParams` → `RuleOfQueryResult | null`. */
  ruleOfQuery: 'identityTrail/ruleOfQuery',
  /** Notification, server to client, once: Microsoft's library is loaded and the first analysis done. `WarmParams`. */
  warm: 'identityTrail/warm',
} as const;

/**
 * Commands that code lenses of the server name. Arguments of each: document URI, position in the statement
 * (`TextPosition`). `runQuery` is shown always, the others when the client names them in `LanguageSettings.lenses`.
 */
export const lensCommands = {
  runQuery: 'identityTrail.runQuery',
  runOnSample: 'identityTrail.runQueryOnSample',
  explainQuery: 'identityTrail.explainQuery',
  makeRule: 'identityTrail.makeRuleOfQuery',
  backTestRule: 'identityTrail.backTestRule',
} as const;
export type LensCommand = keyof typeof lensCommands;

export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** Absent tables mean: no source is chosen, and the bundled schemas are all that is known. */
export interface SetTablesParams {
  /** Title of the source, for messages. */
  readonly title?: string;
  readonly tables?: readonly TableSchema[];
  /** Saved functions of the source, which queries may call. */
  readonly functions?: readonly WorkspaceFunction[];
  /** Aliases for `_GetWatchlist()`. */
  readonly watchlists?: readonly string[];
  /** Whether queries run in the local engine, so that what it refuses is worth a word. */
  readonly local: boolean;
}

/** A workload identity of the source, as its logs show it. */
export interface IdentitySummary {
  readonly name: string;
  readonly kind: 'servicePrincipal' | 'systemAssigned' | 'userAssigned' | 'managedIdentity';
  readonly servicePrincipalId: string;
  readonly applicationId: string;
  /** Wire datetime; empty when unknown. */
  readonly lastSignIn: string;
}

export interface SetIdentitiesParams {
  readonly identities: readonly IdentitySummary[];
}

export interface StatementAtParams {
  readonly textDocument: { readonly uri: string };
  readonly position: TextPosition;
}

export interface StatementAtResult {
  /** Ready to send: without the indentation of an enclosing YAML block. */
  readonly query: string;
  /** In the document, from the first character that is no comment or blank to the last. */
  readonly range: TextRange;
}

export interface ExplainQueryResult {
  readonly markdown: string;
}

export interface RuleOfQueryResult {
  readonly yaml: string;
}

/** Milliseconds that the server spent on loading. */
export interface WarmParams {
  readonly loadMs: number;
  readonly firstAnalysisMs: number;
}

/** What a lint may be set to, by code; codes that are absent keep their own severity. */
export type LintSeverities = Readonly<Record<string, Severity | 'off'>>;

/** `initializationOptions`, and `settings.identityTrail` of `workspace/didChangeConfiguration`. */
export interface LanguageSettings {
  readonly lints?: LintSeverities;
  readonly codeLens?: boolean;
  /** Types of computed columns behind their names; off unless true. */
  readonly inlayHints?: boolean;
  /** Another extension shows what Microsoft's library knows, so only what it cannot know is given. */
  readonly shared?: boolean;
}

/** Read once, at the start. */
export interface LanguageInitialization extends LanguageSettings {
  /** Lens commands besides `runQuery` that the client has registered. */
  readonly lenses?: readonly LensCommand[];
  /** Languages whose documents are formatted, for clients that take registrations; absent: all. */
  readonly formatLanguages?: readonly string[];
  /** A folder of the user's own in which the server may keep compiled code, so that it starts faster. */
  readonly cacheFolder?: string;
}
