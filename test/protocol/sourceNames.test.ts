import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CompletionList, Hover } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageMessages, type SetTablesParams } from '../../src/protocol/index.ts';
import { startServerInMemory, type LanguageClient } from '../support/languageServer.ts';
import { readMarked } from '../support/marked.ts';

/** What the chosen source has besides its tables. */
let client: LanguageClient;

const source: SetTablesParams = {
  title: 'contoso-logs',
  tables: [{ name: 'AuditLogs', columns: [{ name: 'TimeGenerated', type: 'datetime' }, { name: 'OperationName', type: 'string' }] }],
  functions: [
    { name: 'RecentChanges', parameters: 'days: long = 7, operation: string = ""', body: 'AuditLogs | where TimeGenerated > ago(1d * days) | extend Changed = OperationName' },
    { name: 'AllChanges', body: 'AuditLogs | extend Changed = OperationName' },
    { name: 'FromAFile', body: 'let FromAFile = (top: long) {\n  AuditLogs | take top\n};' },
    { name: 'Broken', parameters: 'x: (', body: 'AuditLogs |' },
  ],
  watchlists: ['Allowed Addresses', 'breakGlass'],
  local: false,
};

beforeEach(async () => {
  client = startServerInMemory();
  await client.initialize();
  await client.connection.sendNotification(languageMessages.setTables, source);
});
afterEach(async () => client.close());

async function ask<T>(method: string, marked: string): Promise<T | null> {
  const { text, offset } = readMarked(marked);
  const uri = await client.open(text);
  return client.at<T | null>(method, uri, TextDocument.create(uri, 'kusto', 1, text).positionAt(offset));
}

test.each([
  'RecentChanges() | project Changed',
  'RecentChanges(3, "Add owner") | project Changed, TimeGenerated',
  'AllChanges | where Changed has "owner"',
  'FromAFile(5) | project OperationName',
  '_GetWatchlist("breakGlass") | project SearchKey',
])('%s has no mistake', async (query) => {
  const uri = await client.open(query);
  const { diagnostics: found } = await client.diagnostics(uri);
  expect(found.filter(({ code }) => !String(code).startsWith('IT')).map(({ message }) => message)).toEqual([]);
});

test('a column that the function does not give is found', async () => {
  const uri = await client.open('RecentChanges() | project Nonsense');
  expect(JSON.stringify((await client.diagnostics(uri)).diagnostics)).toContain('Nonsense');
});

test('functions are offered and their columns known', async () => {
  const labels = async (marked: string) => (await ask<CompletionList>('textDocument/completion', marked))?.items.map(({ label }) => label) ?? [];
  expect(await labels('Rec|>')).toContain('RecentChanges');
  expect(await labels('RecentChanges() | where |>')).toContain('Changed');
});

test('aliases of watchlists are offered, also inside quotes', async () => {
  const labels = async (marked: string) => (await ask<CompletionList>('textDocument/completion', marked))?.items.map(({ label }) => label) ?? [];
  expect((await labels('_GetWatchlist(|>)')).slice(0, 2)).toEqual(['"Allowed Addresses"', '"breakGlass"']);
  expect(await labels('_GetWatchlist("break|>")')).toEqual(['"Allowed Addresses"', '"breakGlass"']);
});

test('a function is explained where it is called', async () => {
  expect(JSON.stringify(await ask<Hover>('textDocument/hover', 'Recent|>Changes(3)'))).toContain('days');
});
