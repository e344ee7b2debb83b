import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiagnosticSeverity, type CodeAction, type Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageInitialization } from '../../src/protocol/index.ts';
import { startServerInMemory, type LanguageClient } from '../support/languageServer.ts';
import { lintExamples, type LintExample } from '../support/lintExamples.ts';

let client: LanguageClient;

beforeEach(() => {
  client = startServerInMemory();
});
afterEach(async () => client.close());

/** What is said of a text with this code, by a server of these settings. */
async function found({ code, text, languageId }: LintExample, settings: LanguageInitialization = {}): Promise<readonly Diagnostic[]> {
  await client.initialize(settings);
  const { diagnostics } = await client.diagnostics(await client.open(text, languageId));
  return diagnostics.filter((diagnostic) => diagnostic.code === code);
}

/** A comment above the query; in a folded block it would swallow the query, so that one is put on its own line's end. */
function commented({ text, languageId, ...rest }: LintExample, comment: string): LintExample {
  return { ...rest, languageId, text: languageId === 'yaml' ? text.replace(' // people only', ` ${comment}`) : `${comment}\n${text}` };
}

describe.each(lintExamples.map((example) => [example.code, example] as const))('%s', (code, example) => {
  it('is found, with its source', async () => {
    const [first] = await found(example);
    expect(first).toMatchObject({ code, source: 'Identity Trail' });
    expect(first?.message).toMatch(/^\S.{20,}/);
  });

  it.each([['off', undefined], ['error', DiagnosticSeverity.Error], ['hint', DiagnosticSeverity.Hint]] as const)('is set to %s', async (severity, expected) => {
    expect((await found(example, { lints: { [code]: severity } })).map((diagnostic) => diagnostic.severity)[0]).toBe(expected);
  });

  it('changes with the settings of a running server', async () => {
    expect((await found(example)).length).toBeGreaterThan(0);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { identityTrail: { lints: { [code]: 'off' } } } });
    const uri = await client.open(example.text, example.languageId);
    expect((await client.diagnostics(uri)).diagnostics.filter((diagnostic) => diagnostic.code === code)).toEqual([]);
  });

  it('is silent after a comment', async () => {
    expect(await found(commented(example, `// identity-trail-disable ${code}`))).toEqual([]);
  });

  it('is not silent after a comment about another code', async () => {
    expect((await found(commented(example, '// identity-trail-disable IT999'))).length).toBeGreaterThan(0);
  });
});

/** What an editor offers to mend each example with, and the text after it; the first is the preferred one where one is. */
const fixes: readonly (readonly [code: string, title: string, expected: string])[] = [
  ['IT001', 'Write "50126"', 'SigninLogs | where ResultType == "50126"'],
  ['IT002', 'Join on ServicePrincipalId', 'AADServicePrincipalSignInLogs | join kind=inner (AADServicePrincipalSignInLogs) on ServicePrincipalId'],
  ['IT003', 'Use the table AADServicePrincipalSignInLogs', 'AADServicePrincipalSignInLogs | take 1'],
  ['IT004', 'Write Failures = count()', 'SigninLogs | summarize Failures = count() by AppId'],
  ['IT005', 'Compare with has "Certificates and secrets management"', 'AuditLogs | where OperationName has "Certificates and secrets management"'],
  ['IT006', 'Use make_set', 'SigninLogs | summarize make_set(AppId)'],
  ['IT007', 'Compare ServicePrincipalName instead', 'AADServicePrincipalSignInLogs | where ServicePrincipalName =~ "deploy-pipeline"'],
  ['IT008', 'Add kind=inner', 'SigninLogs | join kind=inner (AuditLogs) on CorrelationId'],
  ['IT008', 'Keep today\'s meaning: add kind=innerunique', 'SigninLogs | join kind=innerunique (AuditLogs) on CorrelationId'],
  ['IT011', 'Look at the last day', 'SigninLogs | where TimeGenerated > ago(1d) | summarize count() by AppId'],
  ['IT012', 'Write UserAgent has "python"', 'SigninLogs | where UserAgent has "python"'],
  ['IT013', 'Compare with =~', 'AADServicePrincipalSignInLogs | where ServicePrincipalName =~ "deploy"'],
  ['IT014', 'Write it as KQL', 'SigninLogs'],
  ['IT016', 'Keep ResultType in project', 'SigninLogs | project AppId, ResultType | where ResultType == "0"'],
  ['IT017', 'Use ServicePrincipalName', 'AADManagedIdentitySignInLogs | where ServicePrincipalName == "a"'],
  ['IT018', 'Write ResultType', 'SigninLogs | where ResultType == "0"'],
  ['IT019', 'Write "50126"', 'SigninLogs | where ResultType == "50126"'],
  ['IT020', 'Keep the line ends: query: |', 'kind: Scheduled\nquery: |\n  SigninLogs // people only\n  | where ResultType == "50126"'],
];

/** Titles of the fixes of a lint at its example, and each text after it. */
async function offered(code: string, { text, languageId }: LintExample): Promise<readonly (readonly [title: string, preferred: boolean, text: string])[]> {
  await client.initialize();
  const uri = await client.open(text, languageId);
  const document = TextDocument.create(uri, languageId, 1, text);
  const diagnostic = (await client.diagnostics(uri)).diagnostics.find((candidate) => candidate.code === code);
  const actions = await client.ask<CodeAction[]>('textDocument/codeAction', uri, { range: diagnostic?.range, context: { diagnostics: [], only: ['quickfix'] } });
  return actions.filter(({ diagnostics }) => diagnostics?.[0]?.code === code).map(({ title, isPreferred, edit }) => [title, isPreferred === true, TextDocument.applyEdits(document, edit?.changes?.[uri] ?? [])]);
}

function exampleOf(code: string): LintExample {
  const example = lintExamples.find((candidate) => candidate.code === code);
  if (!example) throw new Error(`docs/lints.md has no example of ${code}.`);
  return example;
}

describe('quick fixes', () => {
  it.each(fixes)('%s: %s', async (code, title, expected) => {
    const found = await offered(code, exampleOf(code));
    expect(found.find(([own]) => own === title)?.[2]).toBe(expected);
  });

  it.each([...new Set(fixes.map(([code]) => code))])('of %s mend it', async (code) => {
    const example = exampleOf(code);
    for (const [title, , text] of await offered(code, example)) {
      const uri = await client.open(text, example.languageId);
      expect((await client.diagnostics(uri)).diagnostics.filter((diagnostic) => diagnostic.code === code), title).toEqual([]);
    }
  });

  it('widen a window in two ways, the careful one second', async () => {
    const found = await offered('IT015', exampleOf('IT015'));
    expect(found.slice(0, 2).map(([title, preferred, text]) => [title, preferred, /\+ (\w+)\)/.exec(text)?.[1]])).toEqual([['Allow 90m', true, '90m'], ['Allow 24h, as for managed identities', false, '24h']]);
  });

  it('never compare an ID with itself', async () => {
    expect((await offered('IT010', exampleOf('IT010'))).map(([title]) => title)).toEqual(['Switch IT010 off for this line']);
  });

  it.each(lintExamples.filter(({ languageId, code }) => languageId === 'kusto' && code !== 'IT000').map(({ code }) => code))('of %s can silence it for its line', async (code) => {
    const found = await offered(code, exampleOf(code));
    const silenced = found.find(([title]) => title === `Switch ${code} off for this line`)?.[2] ?? '';
    expect(silenced).toContain(`// identity-trail-disable-next-line ${code}\n`);
    expect((await client.diagnostics(await client.open(silenced))).diagnostics.filter((diagnostic) => diagnostic.code === code)).toEqual([]);
  });
});
