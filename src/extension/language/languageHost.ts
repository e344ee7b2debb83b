import path from 'node:path';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { languageMessages, type ExplainQueryResult, type IdentitySummary, type LanguageSettings, type RuleOfQueryResult, type SetIdentitiesParams, type SetTablesParams, type SourceSummary, type StatementAtParams, type StatementAtResult, type WarmParams } from '../../protocol/index.ts';
import { readSetting } from '../configuration.ts';
import { isKqlLanguage, languageSettings, mayHoldKql } from '../model/index.ts';
import { OtherKql } from './otherKql.ts';

/** Longer YAML and Markdown texts are not searched for KQL while the server is not needed otherwise. */
const longestSearched = 1_000_000;
/** How long an answer may take before the caller does without. */
const patienceMs = 5_000;

/** The language server as the extension uses it: nothing is loaded or started before the first text that holds KQL. */
export class LanguageHost implements vscode.Disposable {
  readonly #module: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #others: OtherKql;
  readonly #subscriptions: vscode.Disposable[] = [];
  #tables: SetTablesParams = { local: false };
  #identities: readonly IdentitySummary[] = [];
  #starting: Promise<LanguageClient | undefined> | undefined;
  #client: LanguageClient | undefined;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#module = context.asAbsolutePath(path.join('dist', 'server.js'));
    this.#log = log;
    this.#others = new OtherKql(context);
  }

  /** Starts the server as soon as a document holds KQL. */
  followDocuments(): void {
    this.#subscriptions.push(
      vscode.workspace.onDidOpenTextDocument((document) => this.#consider(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#consider(document)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('identityTrail')) this.#tellSettings();
      }),
      vscode.extensions.onDidChange(() => this.#tellSettings()),
    );
    for (const document of vscode.workspace.textDocuments) this.#consider(document);
  }

  /** Tells the server which tables, functions and watchlists there are; undefined when no source is in use. */
  setSource(summary: SourceSummary | undefined): void {
    this.#tables = summary
      ? {
          title: summary.title,
          tables: summary.tables.map(({ name, columns }) => ({ name, columns })),
          ...(summary.functions && { functions: summary.functions }),
          ...(summary.watchlists && { watchlists: summary.watchlists }),
          local: summary.spec.kind !== 'workspace',
        }
      : { local: false };
    if (this.#client?.isRunning()) this.#tell(this.#client, languageMessages.setTables, this.#tables);
  }

  /** Tells the server which identities the source shows, for hovers, completion and the way from a name to its IDs. */
  setIdentities(identities: readonly IdentitySummary[]): void {
    this.#identities = identities.map(({ name, kind, servicePrincipalId, applicationId, lastSignIn }) => ({ name, kind, servicePrincipalId, applicationId, lastSignIn }));
    if (this.#client?.isRunning()) this.#tellIdentities(this.#client);
  }

  /** The query under a position; null when there is none, undefined when the server cannot be asked. */
  statementAt(document: vscode.TextDocument, position: vscode.Position): Promise<StatementAtResult | null | undefined> {
    return this.#askAt(languageMessages.statementAt, document, position);
  }

  /** What the query under a position does; null and undefined as in `statementAt`. */
  explainQuery(document: vscode.TextDocument, position: vscode.Position): Promise<ExplainQueryResult | null | undefined> {
    return this.#askAt(languageMessages.explainQuery, document, position);
  }

  /** The query under a position as a rule; null and undefined as in `statementAt`. */
  ruleOfQuery(document: vscode.TextDocument, position: vscode.Position): Promise<RuleOfQueryResult | null | undefined> {
    return this.#askAt(languageMessages.ruleOfQuery, document, position);
  }

  async #askAt<T>(method: string, document: vscode.TextDocument, position: vscode.Position): Promise<T | null | undefined> {
    const parameters: StatementAtParams = { textDocument: { uri: document.uri.toString() }, position: { line: position.line, character: position.character } };
    const answer = this.#start().then((client) => client?.sendRequest<T | null>(method, parameters));
    try {
      return await Promise.race([answer, afterPatience()]);
    } catch (error) {
      this.#log.warn(`The language server did not answer about the query at the cursor: ${String(error)}`);
      return undefined;
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    void this.#client?.dispose().catch(() => undefined);
  }

  #consider(document: vscode.TextDocument): void {
    const embedded = /^(yaml|markdown)$/.test(document.languageId);
    if (this.#starting || (!embedded && !isKqlLanguage(document.languageId))) return;
    const text = embedded ? document.getText() : '';
    if (text.length <= longestSearched && mayHoldKql(document.languageId, text)) void this.#start();
  }

  #start(): Promise<LanguageClient | undefined> {
    return (this.#starting ??= this.#startNow());
  }

  async #startNow(): Promise<LanguageClient | undefined> {
    const began = performance.now();
    try {
      const { makeLanguageClient } = await import('./languageClient.ts');
      const client = makeLanguageClient(this.#module, this.#log, () => this.#settings());
      this.#client = client;
      client.onNotification(languageMessages.warm, ({ loadMs, firstAnalysisMs }: WarmParams) => this.#log.info(`Language server: loaded in ${Math.round(loadMs)} ms, first analysis in ${Math.round(firstAnalysisMs)} ms.`));
      await client.start();
      // After a crash the client starts a new server, which knows nothing of the source.
      client.onDidChangeState(() => {
        if (client.isRunning()) this.#tellSource(client);
      });
      this.#tellSource(client);
      this.#others.tellOnce();
      this.#log.info(`Language server started in ${Math.round(performance.now() - began)} ms.`);
      return client;
    } catch (error) {
      this.#log.error(`The language server could not be started: ${String(error)}`);
      void vscode.window.showWarningMessage('The language server of Identity Trail could not be started: hovers, completion and checks of KQL are missing. Reload the window to try again.', 'Show Log').then((choice) => {
        if (choice) this.#log.show();
      });
      return undefined;
    }
  }

  #settings(): LanguageSettings {
    return languageSettings(readSetting('identityTrail.lints'), readSetting('identityTrail.codeLens'), readSetting('identityTrail.inlayHints'), this.#others.share());
  }

  #tellSettings(): void {
    if (this.#client?.isRunning()) this.#tell(this.#client, 'workspace/didChangeConfiguration', { settings: { identityTrail: this.#settings() } });
  }

  #tellSource(client: LanguageClient): void {
    this.#tell(client, languageMessages.setTables, this.#tables);
    if (this.#identities.length > 0) this.#tellIdentities(client);
  }

  #tellIdentities(client: LanguageClient): void {
    this.#tell(client, languageMessages.setIdentities, { identities: this.#identities } satisfies SetIdentitiesParams);
  }

  #tell(client: LanguageClient, message: string, parameters: unknown): void {
    client.sendNotification(message, parameters).catch((error: unknown) => this.#log.warn(`The language server did not take ${message}: ${String(error)}`));
  }
}

function afterPatience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), patienceMs));
}
