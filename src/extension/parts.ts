import type * as vscode from 'vscode';
import type { EngineHost } from './engineHost.ts';
import type { LanguageHost } from './language/languageHost.ts';
import type { QueryRuns } from './results/queryRuns.ts';
import type { ResultsPanel } from './results/resultsPanel.ts';
import type { RunProblems } from './results/runProblems.ts';
import type { RuleHost } from './tests/ruleHost.ts';
import type { SourceManager } from './sources/sourceManager.ts';
import type { WorkspaceMemory } from './sources/workspaceMemory.ts';
import type { TextDocuments } from './textDocuments.ts';
import type { TokenProvider } from './tokenProvider.ts';
import type { IdentitiesView } from './views/identitiesView.ts';
import type { ScenariosView } from './views/scenariosView.ts';

/** What command handlers work with: the parts of a running extension, made by `activate`. */
export interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly engine: EngineHost;
  readonly sources: SourceManager;
  readonly tokens: TokenProvider;
  /** Which workspaces were used and how they were signed in to. */
  readonly workspaces: WorkspaceMemory;
  readonly language: LanguageHost;
  readonly rules: RuleHost;
  readonly panel: ResultsPanel;
  readonly runs: QueryRuns;
  readonly runProblems: RunProblems;
  readonly identities: IdentitiesView;
  readonly scenarios: ScenariosView;
  readonly documents: TextDocuments;
}

/** A command's handler: takes what a menu, a click, a code lens or another extension hands over, which may be anything. */
export type Handler = (parts: Parts, ...args: readonly unknown[]) => unknown;
