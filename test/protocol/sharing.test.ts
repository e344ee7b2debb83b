import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeAction, CompletionList, FoldingRange, Hover } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageInitialization } from '../../src/protocol/index.ts';
import { editorAbilities, startServerInMemory, type LanguageClient } from '../support/languageServer.ts';
import { readMarked } from '../support/marked.ts';

/** What is given beside another extension that serves KQL, and beside the formatters and folds of other languages. */
let client: LanguageClient;

beforeEach(() => {
  client = startServerInMemory();
});
afterEach(async () => client.close());

async function ask<T>(method: string, marked: string): Promise<T | null> {
  const { text, offset } = readMarked(marked);
  const uri = await client.open(text);
  return client.at<T | null>(method, uri, TextDocument.create(uri, 'kusto', 1, text).positionAt(offset));
}

describe('beside another extension', () => {
  it.each([
    ['SigninLogs | where Result|>Type == "0"', true],
    ['Signin|>Logs | take 1', true],
    ['SigninLogs | where ResultType == "7000|>215"', true],
    ['AuditLogs | extend A = InitiatedBy.app.service|>PrincipalId', true],
    ['SigninLogs // AADSTS|>50126', true],
    ['SigninLogs | where TimeGenerated > ag|>o(1d)', false],
    ['SigninLogs | summ|>arize count()', false],
    ['let win|>dow = 1d; print window', false],
    ['SigninLogs | extend Ho|>ur = 1', false],
  ])('hover %s: %s', async (marked, expected) => {
    await client.initialize({ shared: true } satisfies LanguageInitialization);
    expect((await ask<Hover>('textDocument/hover', marked)) !== null).toBe(expected);
  });

  it.each([
    ['SigninLogs | where ResultType == |>', '"7000215"'],
    ['SigninLogs | where ResultType == "|>"', '"7000215"'],
    ['AuditLogs | extend A = InitiatedBy.|>', 'app'],
    ['SigninLogs | where |>', undefined],
    ['|>', undefined],
  ])('completion %s: %s', async (marked, expected) => {
    await client.initialize({ shared: true } satisfies LanguageInitialization);
    const labels = (await ask<CompletionList>('textDocument/completion', marked))?.items.map(({ label }) => label) ?? [];
    expect(labels.length > 0).toBe(expected !== undefined);
    if (expected !== undefined) expect(labels).toContain(expected);
    expect(labels).not.toContain('strcat');
  });

  it('gives all again when the setting says so', async () => {
    await client.initialize({ shared: true } satisfies LanguageInitialization);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { identityTrail: { shared: false } } });
    expect(await ask<Hover>('textDocument/hover', 'SigninLogs | where TimeGenerated > ag|>o(1d)')).not.toBeNull();
  });
});

describe('formatting that is registered for some languages', () => {
  const registering = { ...editorAbilities, textDocument: { ...editorAbilities.textDocument, formatting: { dynamicRegistration: true } } };

  /** What the server registers and takes back, in order. */
  function registrations(): string[] {
    const seen: string[] = [];
    client.connection.onRequest('client/registerCapability', ({ registrations: added }: { readonly registrations: readonly { readonly method: string; readonly registerOptions?: { readonly documentSelector: readonly { readonly language: string }[] } }[] }) => {
      seen.push(...added.map(({ method, registerOptions }) => `+${method} ${registerOptions?.documentSelector.map(({ language }) => language).join() ?? ''}`));
      return null;
    });
    client.connection.onRequest('client/unregisterCapability', ({ unregisterations }: { readonly unregisterations: readonly { readonly method: string }[] }) => {
      seen.push(...unregisterations.map(({ method }) => `-${method}`));
      return null;
    });
    return seen;
  }

  const both = ['textDocument/formatting', 'textDocument/rangeFormatting'];

  it('leaves the formatters of YAML and Markdown alone', async () => {
    const seen = registrations();
    const { capabilities } = await client.initialize({ formatLanguages: ['kusto', 'kql'] } satisfies LanguageInitialization, registering);
    expect([capabilities.documentFormattingProvider, capabilities.documentRangeFormattingProvider]).toEqual([undefined, undefined]);
    await ask('textDocument/hover', '|>');
    await expect.poll(() => [...seen].sort()).toEqual(both.map((method) => `+${method} kusto,kql`).sort());
  });

  it('is taken back while another extension formats, and given again', async () => {
    const seen = registrations();
    await client.initialize({ formatLanguages: ['kusto'], shared: true } satisfies LanguageInitialization, registering);
    await ask('textDocument/hover', '|>');
    expect(seen).toEqual([]);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { identityTrail: { shared: false } } });
    await expect.poll(() => [...seen].sort()).toEqual(both.map((method) => `+${method} kusto`).sort());
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { identityTrail: { shared: true } } });
    await expect.poll(() => seen.slice(2).sort()).toEqual(both.map((method) => `-${method}`).sort());
  });

  it('is announced for all to clients that say nothing', async () => {
    const { capabilities } = await client.initialize();
    expect([capabilities.documentFormattingProvider, capabilities.documentRangeFormattingProvider]).toEqual([true, true]);
  });

  it.each([['yaml', 'kind: Scheduled\nquery: |\n  SigninLogs|where   ResultType=="0"\n', 'kind: Scheduled\nquery: |\n  SigninLogs | where ResultType == "0"\n'], ['markdown', '```kql\nSigninLogs|take 1\n```\n', '```kql\nSigninLogs | take 1\n```\n']])('is an action in %s', async (language, text, expected) => {
    await client.initialize();
    const uri = await client.open(text, language);
    const document = TextDocument.create(uri, language, 1, text);
    const position = document.positionAt(text.indexOf('Signin'));
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', uri, { range: { start: position, end: position }, context: { diagnostics: [] } });
    const edits = actions.find(({ title }) => title === 'Format this query')?.edit?.changes?.[uri] ?? [];
    expect(TextDocument.applyEdits(document, edits)).toBe(expected);
  });

  it('is no action in a KQL file, which has its formatter', async () => {
    await client.initialize();
    const uri = await client.open('SigninLogs|take 1');
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', uri, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, context: { diagnostics: [] } });
    expect(actions.map(({ title }) => title)).not.toContain('Format this query');
  });
});

describe('folds of YAML', () => {
  const folds = async (text: string) => {
    await client.initialize();
    return (await client.ask<FoldingRange[] | null>('textDocument/foldingRange', await client.open(text, 'yaml')))?.map(({ startLine, endLine }) => [startLine, endLine]);
  };

  it('are those of its indentation too, since the editor makes none of its own then', async () => {
    const text = 'name: x\ntactics:\n  - A\n  - B\n\nquery: |\n  SigninLogs\n  | where TimeGenerated > ago(1d)\nentityMappings:\n  - entityType: Account\n    fieldMappings:\n      - identifier: Name\n        columnName: AppId\nversion: 1.0.0\n';
    expect((await folds(text))?.sort(([a = 0], [b = 0]) => a - b)).toEqual([[1, 3], [5, 7], [6, 7], [8, 12], [9, 12], [10, 12], [11, 12]]);
  });

  it('are left to the editor where there is no KQL', async () => {
    expect(await folds('a:\n  b: 1\n  c: 2\n')).toBeUndefined();
  });
});
