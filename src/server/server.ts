import { randomUUID } from 'node:crypto';
import { InlayHintKind, MarkupKind, TextDocuments, type Connection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TableSchema } from '../base/index.ts';
import { createKqlLanguage, createTranslator } from '../kql/index.ts';
import { complete, diagnoseRules, diagnoseStatement, explainQuery, hover, inlayHints, KnownIdentities, mergeTables, ruleOfQuery, statementAt, statementsOf, type Finding, type LanguageWorld } from '../language/index.ts';
import { languageMessages, type ExplainQueryResult, type LanguageInitialization, type LanguageSettings, type RuleOfQueryResult, type SetIdentitiesParams, type SetTablesParams, type StatementAtParams, type StatementAtResult, type WarmParams, type WorkspaceFunction } from '../protocol/index.ts';
import { capabilitiesFor, completionAbilities } from './capabilities.ts';
import { resolveItem, toCompletionList, type CompletionAbilities } from './completionItems.ts';
import { toDiagnostic } from './diagnostics.ts';
import { DiagnosticsQueue } from './diagnosticsQueue.ts';
import { addEditHandlers } from './editHandlers.ts';
import { Formatters } from './formatters.ts';
import { lensesOf } from './lenses.ts';
import { addStructureHandlers } from './structureHandlers.ts';
import { ServerDocuments, toRange, toSpan, type OpenDocument } from './serverDocuments.ts';

export interface ServerPlace {
  /** Address of the folder that holds the project's pages, with a slash at its end. */
  readonly pages?: string;
}

/** What queries on a source may name; functions as the text of a file that declares one. */
function schemaOf(tables: readonly TableSchema[], functions: readonly WorkspaceFunction[] = []): LanguageWorld['schema'] {
  const saved = functions.map(({ name, body, parameters }) => ({ name, text: parameters === undefined || parameters === '' ? body : `(${parameters}) {\n${body}\n}` }));
  return { tables: mergeTables(tables), ...(saved.length > 0 && { functions: saved }) };
}

/** Serves the language features over a connection. Nothing is shared with other servers of the process but Microsoft's library. */
export function startServer(connection: Connection, { pages }: ServerPlace = {}): void {
  const kql = createKqlLanguage();
  const translator = createTranslator();
  const bundled = { tables: mergeTables([]) };

  const texts = new TextDocuments(TextDocument);
  const documents = new ServerDocuments(texts, { kql, schema: bundled });
  let abilities: CompletionAbilities = { snippets: false, defaultRange: false };
  let settings: LanguageSettings = {};
  let moreLenses: LanguageInitialization['lenses'] = [];
  let formatters: Formatters | undefined;

  const queue = new DiagnosticsQueue<readonly Finding[]>({
    steps: (uri) => {
      const open = documents.get(uri);
      return open && findings(open, settings);
    },
    publish: (uri, found) => {
      const open = documents.get(uri);
      if (open) void connection.sendDiagnostics({ uri, version: open.text.version, diagnostics: found.flat().map((finding) => toDiagnostic(open.text, finding, pages)) });
    },
  });
  const diagnoseAll = () => texts.keys().forEach((uri) => queue.schedule(uri));

  connection.onInitialize(({ capabilities, initializationOptions }) => {
    abilities = completionAbilities(capabilities);
    settings = settingsOf(initializationOptions);
    moreLenses = settingsOf(initializationOptions).lenses ?? [];
    const { formatLanguages } = settingsOf(initializationOptions);
    if (formatLanguages && capabilities.textDocument?.formatting?.dynamicRegistration) formatters = new Formatters(connection, formatLanguages);
    return { capabilities: capabilitiesFor(!formatters), serverInfo: { name: 'Identity Trail' } };
  });
  connection.onInitialized(() => {
    formatters?.set(settings.shared !== true);
    setImmediate(() => void connection.sendNotification(languageMessages.warm, warm(kql, documents.world)));
  });
  connection.onDidChangeConfiguration(({ settings: changed }: { readonly settings?: { readonly identityTrail?: unknown } }) => {
    const before = settings;
    settings = settingsOf(changed?.identityTrail);
    formatters?.set(settings.shared !== true);
    diagnoseAll();
    if (before.inlayHints !== settings.inlayHints) void connection.languages.inlayHint.refresh().catch(() => undefined);
  });

  texts.onDidChangeContent(({ document }) => queue.schedule(document.uri));
  texts.onDidClose(({ document }) => {
    queue.forget(document.uri);
    documents.forget(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.onNotification(languageMessages.setTables, (params: SetTablesParams) => {
    const { identities } = documents.world;
    const schema = params.tables ? schemaOf(params.tables, params.functions) : bundled;
    // A client may tell again what the server knows: then nothing is analysed anew.
    if (schema === documents.world.schema && params.local === (documents.world.translator !== undefined)) return;
    documents.world = { kql, schema, ...(params.local && { translator }), ...(identities && { identities }), ...(params.watchlists && { watchlists: params.watchlists }) };
    diagnoseAll();
  });
  connection.onNotification(languageMessages.setIdentities, ({ identities }: SetIdentitiesParams) => {
    documents.world = { ...documents.world, identities: new KnownIdentities(identities) };
  });
  connection.onRequest(languageMessages.statementAt, ({ textDocument, position }: StatementAtParams): StatementAtResult | null => {
    const open = documents.get(textDocument.uri);
    const found = open && statementAt(open.kql, open.text.offsetAt(position));
    return found && open ? { query: found.query, range: toRange(open.text, found.span) } : null;
  });
  connection.onRequest(languageMessages.explainQuery, ({ textDocument, position }: StatementAtParams): ExplainQueryResult | null => {
    const open = documents.get(textDocument.uri);
    const markdown = open && explainQuery(open.kql, open.text.offsetAt(position));
    return markdown === undefined ? null : { markdown };
  });
  connection.onRequest(languageMessages.ruleOfQuery, ({ textDocument, position }: StatementAtParams): RuleOfQueryResult | null => {
    const open = documents.get(textDocument.uri);
    const yaml = open && ruleOfQuery(open.kql, open.text.offsetAt(position), randomUUID());
    return yaml === undefined ? null : { yaml };
  });

  connection.onHover(({ textDocument, position }) => {
    const open = documents.get(textDocument.uri);
    const found = open && hover(open.kql, open.text.offsetAt(position), settings);
    return found && open ? { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: toRange(open.text, found.span) } : null;
  });
  connection.onCompletion(({ textDocument, position }) => {
    const open = documents.get(textDocument.uri);
    const found = open && complete(open.kql, open.text.offsetAt(position), settings);
    return found && open ? toCompletionList(open, found, abilities) : null;
  });
  connection.onCompletionResolve(resolveItem);
  connection.onCodeLens(({ textDocument }) => lensesOf(documents.get(textDocument.uri), settings, moreLenses));
  connection.languages.inlayHint.on(({ textDocument, range }) => {
    const open = settings.inlayHints === true ? documents.get(textDocument.uri) : undefined;
    return open ? inlayHints(open.kql, toSpan(open.text, range)).map(({ offset, label }) => ({ position: open.text.positionAt(offset), label, kind: InlayHintKind.Type })) : [];
  });
  addStructureHandlers(connection, documents);
  addEditHandlers(connection, documents, () => settings.lints ?? {}, pages);

  texts.listen(connection);
  connection.listen();
}

function settingsOf(value: unknown): LanguageInitialization {
  return typeof value === 'object' && value !== null ? value : {};
}

/** One query at each step. */
function* findings({ kql }: OpenDocument, { lints }: LanguageSettings): Generator<readonly Finding[], undefined> {
  for (const statement of statementsOf(kql)) yield diagnoseStatement(kql, statement, lints);
  yield diagnoseRules(kql, lints);
}

/** Loads Microsoft's library and has it do everything once, so that the first key does not wait for it. */
function warm(kql: LanguageWorld['kql'], { schema }: LanguageWorld): WarmParams {
  const start = performance.now();
  kql.load();
  const loaded = performance.now();
  const analysis = kql.analyze('AADServicePrincipalSignInLogs | where ResultType == "0" | summarize count() by AppId', schema);
  analysis.problems();
  analysis.tree();
  return { loadMs: loaded - start, firstAnalysisMs: performance.now() - loaded };
}
