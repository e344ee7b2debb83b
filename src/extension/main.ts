import * as vscode from 'vscode';
import type { IdentityTrailApi } from './api.ts';
import { makeApi } from './makeApi.ts';
import { registerCommands } from './commandHandlers.ts';
import { productName, resultsViewType } from './contributions.ts';
import { EngineHost } from './engineHost.ts';
import { LanguageHost } from './language/languageHost.ts';
import type { Parts } from './parts.ts';
import { servePage } from './results/pageRequests.ts';
import { QueryRuns } from './results/queryRuns.ts';
import { ResultsPanel } from './results/resultsPanel.ts';
import { RunProblems } from './results/runProblems.ts';
import { SourceManager } from './sources/sourceManager.ts';
import { WorkspaceMemory } from './sources/workspaceMemory.ts';
import { reopenWhenShown } from './startup.ts';
import { RuleHost } from './tests/ruleHost.ts';
import { addRuleTests } from './tests/ruleTests.ts';
import { TextDocuments } from './textDocuments.ts';
import { TokenProvider } from './tokenProvider.ts';
import { badgeProvider } from './views/badges.ts';
import { IdentitiesView } from './views/identitiesView.ts';
import { ScenariosView } from './views/scenariosView.ts';
import { SourcesView } from './views/sourcesView.ts';
import { SourceStatusBar } from './views/sourceStatusBar.ts';

/** Starts nothing heavy: the query process comes with the first source, the language server with the first KQL. */
export function activate(context: vscode.ExtensionContext): IdentityTrailApi {
  const began = performance.now();
  const log = vscode.window.createOutputChannel(productName, { log: true });
  const tokens = new TokenProvider();
  const engine = new EngineHost(context, tokens, log);
  const sources = new SourceManager(context, engine, tokens, log);
  const panel = new ResultsPanel(context);
  const runs = new QueryRuns({ engine, sources, tokens, panel, memento: context.workspaceState, log });
  const identities = new IdentitiesView(engine, sources, log);
  const parts: Parts = {
    context, log, engine, sources, tokens, panel, runs, identities,
    workspaces: new WorkspaceMemory(context.globalState),
    language: new LanguageHost(context, log),
    rules: new RuleHost(context),
    runProblems: new RunProblems(),
    scenarios: new ScenariosView(sources),
    documents: new TextDocuments(),
  };
  const sourcesView = new SourcesView(sources);
  const statusBar = new SourceStatusBar(sources);
  context.subscriptions.push(
    log, engine, sources, panel, runs, identities, parts.language, parts.runProblems, parts.scenarios, parts.documents, sourcesView, statusBar,
    sources.onDidChange(() => parts.language.setSource(sources.currentSummary)),
    identities.onDidRead((read) => parts.language.setIdentities(read)),
    registerCommands(parts),
    parts.rules,
    addRuleTests(parts.rules, parts.documents, log),
    servePage(parts),
    vscode.window.registerFileDecorationProvider(badgeProvider),
    vscode.window.registerWebviewPanelSerializer(resultsViewType, {
      deserializeWebviewPanel(restored) {
        runs.restore(restored);
        return Promise.resolve();
      },
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('http')) engine.renew();
      if (!change.affectsConfiguration('identityTrail')) return;
      identities.redraw();
      sourcesView.redraw();
      statusBar.refresh();
    }),
    reopenWhenShown(parts),
  );
  parts.language.followDocuments();
  const activationMs = performance.now() - began;
  log.info(`Activated in ${activationMs.toFixed(1)} ms.`);
  return makeApi(parts, activationMs);
}
