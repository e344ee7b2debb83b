import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageClient } from './languageServer.ts';

/** Texts as people publish them: alone, in a rule, in a page. */
const texts: readonly (readonly [languageId: string, text: string])[] = [
  ['kusto', 'let window = 1d;\nSigninLogs\n| where TimeGenerated > ago(window) and ResultType in ("50126", "50053")\n| extend City = tostring(LocationDetails.city)\n| summarize Failures = count() by City, bin(TimeGenerated, 1h)\n\nAuditLogs\n| where OperationName has "secrets" // changed\n| mv-expand Target = TargetResources\n| project Target.displayName\n'],
  ['yaml', 'id: 0b9a6f2e-0000-4000-8000-000000000001\nname: A rule\nquery: |\n  AADServicePrincipalSignInLogs\n  | where ResultType == "7000215"\n  | summarize Failures = count() by AppId\nqueryPeriod: 1d\n'],
  ['markdown', '# Notes\n\n```kql\nMicrosoftGraphActivityLogs | where ResponseStatusCode == 403 | take 5\n```\n\n> ```kusto\n> AzureActivity | summarize count() by Caller\n> ```\n'],
];

const pieces = ['|', ' | where ', '(', ')', '"', "'", '\n', '\n\n', ' ', '.', ',', '==', '//', '```', '```kql\n', '  ', 'ResultType', 'let x = ', ';', '@"', '\\', '{', '}', '[', ']', '0', '1d', 'query: >\n  ', '- ', '#', '\t', '\r\n', 'é', '😀', '\u2028', '| join (', ') on AppId', '| count', 'summarize make_set(AppId) by '];
const questions = ['textDocument/hover', 'textDocument/completion', 'textDocument/signatureHelp', 'textDocument/definition', 'textDocument/documentHighlight', 'textDocument/documentSymbol', 'textDocument/foldingRange', 'textDocument/semanticTokens/full', 'textDocument/codeLens'];
const compared = ['textDocument/documentSymbol', 'textDocument/foldingRange', 'textDocument/semanticTokens/full', 'textDocument/codeLens'];
const editsBetweenChecks = 50;
/** Grown texts begin anew, so that an edit costs what it does in a file of common size. */
const longest = 2_500;

export interface Divergence {
  readonly seed: number;
  readonly edit: number;
  readonly method: string;
  readonly text: string;
  readonly edited: unknown;
  readonly fresh: unknown;
}

/**
 * Edits documents at random and asks between the edits; after every fifty compares what the server knows of the text with
 * what a server knows that never saw another one. Gives the first difference, and the number of edits done.
 */
export async function fuzzLanguage(server: LanguageClient, fresh: LanguageClient, edits: number, seed: number): Promise<{ readonly edits: number; readonly divergence?: Divergence }> {
  const random = randomFrom(seed);
  for (let done = 0, round = 0; done < edits; round += 1) {
    const [languageId, text] = texts[round % texts.length] ?? ['kusto', ''];
    const uri = await server.open(text, languageId);
    let document = TextDocument.create(uri, languageId, 1, text);
    while (done < edits && document.getText().length < longest) {
      const asked: Promise<unknown>[] = [];
      for (let step = 0; step < editsBetweenChecks && done < edits; step += 1, done += 1) {
        const change = randomChange(document, random);
        document = TextDocument.update(document, [change], document.version + 1);
        await server.change(uri, document.version, [change]);
        if (random(5) === 0) asked.push(server.at(questions[random(questions.length)] ?? '', uri, document.positionAt(random(document.getText().length + 1))));
      }
      await Promise.all(asked);
      const divergence = await compare(server, fresh, document, { seed, edit: done });
      if (divergence) return { edits: done, divergence };
    }
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }
  return { edits };
}

function randomChange(document: TextDocument, random: (below: number) => number) {
  const length = document.getText().length;
  const start = random(length + 1);
  const removed = random(3) === 0 ? random(Math.min(12, length - start + 1)) : 0;
  // Now and then a longer part goes, or the text would only grow.
  const end = random(40) === 0 ? Math.min(length, start + random(200)) : start + removed;
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, text: random(5) === 0 ? '' : (pieces[random(pieces.length)] ?? '') };
}

async function compare(server: LanguageClient, fresh: LanguageClient, document: TextDocument, where: { readonly seed: number; readonly edit: number }): Promise<Divergence | undefined> {
  const text = document.getText();
  const twin = await fresh.open(text, document.languageId);
  const [edited, anew] = await Promise.all([server.diagnostics(document.uri, document.version), fresh.diagnostics(twin)]);
  const answers = [{ method: 'diagnostics', edited: edited.diagnostics as unknown, fresh: anew.diagnostics as unknown }];
  for (const method of compared) answers.push({ method, edited: await server.ask(method, document.uri), fresh: await fresh.ask(method, twin) });
  await fresh.connection.sendNotification('textDocument/didClose', { textDocument: { uri: twin } });
  const known = ({ edited: one, fresh: other }: (typeof answers)[number]) => told(one) === told(other).replaceAll(twin, document.uri);
  const different = answers.find((answer) => !known(answer));
  return different && { ...where, text, ...different };
}

/** Without the number that each answer of colours bears. */
function told(answer: unknown): string {
  return JSON.stringify(answer, (key, value: unknown) => (key === 'resultId' ? undefined : value));
}

/** Whole numbers below a bound, the same for the same seed (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}
