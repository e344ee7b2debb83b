import { describe, expect, it } from 'vitest';
import type { KqlType } from '../../../src/base/index.ts';
import { categories, tables, type TableReference } from '../../../src/reference/index.ts';
import { importLogs, lines } from '../../support/importedLogs.ts';

/** A value of each type as an export writes it, and as a query gives it back. */
const samples: Readonly<Record<KqlType, { readonly written: unknown; readonly read: unknown }>> = {
  string: { written: 'text, "quoted"', read: 'text, "quoted"' },
  bool: { written: true, read: true },
  int: { written: 7, read: 7 },
  long: { written: 9_007_199_254_740_993n, read: '9007199254740993' },
  real: { written: 1.5, read: 1.5 },
  decimal: { written: '2.25', read: '2.25' },
  datetime: { written: '2026-03-01T08:15:30.1234567Z', read: '2026-03-01T08:15:30.1234567Z' },
  timespan: { written: '1.02:03:04.5', read: '1.02:03:04.5000000' },
  guid: { written: 'AAAAAAAA-0000-4000-8000-00000000000A', read: 'aaaaaaaa-0000-4000-8000-00000000000a' },
  dynamic: { written: { a: [1, null, 'x'] }, read: { a: [1, null, 'x'] } },
};

const withBigNumbers = (record: object) => JSON.stringify(record, (_, value: unknown) => (typeof value === 'bigint' ? `#${value.toString()}#` : value)).replaceAll(/"#(\d+)#"/g, '$1');

/** Columns that the importer or the service fills from elsewhere. */
const notOwn = new Set(['Type', '_BilledSize']);

function columnsOf(table: TableReference): TableReference['columns'] {
  return table.columns.filter(({ name }, index) => !notOwn.has(name) && table.columns.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) === index);
}

const project = (name: string, columns: readonly { readonly name: string }[]) => `['${name}'] | project ${columns.map((column) => `['${column.name}']`).join(', ')}`;

describe('records whose fields are a table\'s columns', () => {
  it('come back as they were written, every column with the type of the schema', async () => {
    const files = tables.map((table) => {
      const record = { ...Object.fromEntries(columnsOf(table).map((column) => [column.name, samples[column.type].written])), Type: table.name };
      return [`${table.name}/export.ndjson`, `${withBigNumbers(record)}\n`];
    });
    const logs = await importLogs(Object.fromEntries(files) as Record<string, string>);
    expect(logs.counts).toEqual(Object.fromEntries(tables.map(({ name }) => [name, 1])));
    expect(logs.issues).toEqual([]);
    for (const table of tables) {
      const columns = columnsOf(table);
      expect.soft(await logs.row(project(table.name, columns)), table.name).toEqual(Object.fromEntries(columns.map((column) => [column.name, samples[column.type].read])));
    }
  });

  it('of several files fill the columns that any of them has', async () => {
    const row = (fields: object) => ({ Type: 'AADServicePrincipalSignInLogs', TimeGenerated: '2026-03-01T00:00:00Z', ...fields });
    const logs = await importLogs({ 'a.ndjson': lines([row({ Id: 'a' })]), 'b.json': JSON.stringify([row({ Id: 'b', AppId: 'app', FlaggedForReview: true, LocationDetails: { city: 'Oslo' } })]), 'c.csv': 'TimeGenerated,Type,Id,IPAddress\n2026-03-01T00:00:00Z,AADServicePrincipalSignInLogs,c,192.0.2.1\n' });
    const query = 'AADServicePrincipalSignInLogs | project Id, AppId, FlaggedForReview, tostring(parse_json(LocationDetails).city), IPAddress, ResourceGroup | order by Id asc';
    expect(await logs.rows(query)).toEqual([['a', '', null, '', '', ''], ['b', 'app', true, 'Oslo', '', ''], ['c', '', null, '', '192.0.2.1', '']]);
  });

  it('have null where a value is missing, and an empty text where a string is', async () => {
    const logs = await importLogs({ 'export.ndjson': lines(tables.map(({ name }) => ({ Type: name, TimeGenerated: '2026-03-01T00:00:00Z' }))) });
    for (const table of tables) {
      const columns = columnsOf(table).filter((column) => column.name !== 'TimeGenerated');
      expect.soft(await logs.row(project(table.name, columns)), table.name).toEqual(Object.fromEntries(columns.map((column) => [column.name, column.type === 'string' ? '' : null])));
    }
  });
});

describe('records of a diagnostic-settings category', () => {
  const known = categories.filter(({ table }) => tables.some(({ name }) => name === table));
  const resources: Readonly<Record<string, string>> = {
    AZKVAuditLogs: '/subscriptions/s/providers/Microsoft.KeyVault/vaults/v', StorageBlobLogs: '/subscriptions/s/providers/Microsoft.Storage/storageAccounts/a/blobServices/default', LAQueryLogs: '/subscriptions/s/providers/Microsoft.OperationalInsights/workspaces/w',
  };

  it('are in the category\'s table, however the category is spelt', async () => {
    const records = known.flatMap(({ name, table }) => [
      { time: '2026-03-01T00:00:00Z', category: name, operationName: 'Op', resourceId: resources[table] ?? '/tenants/t/providers/Microsoft.aadiam', properties: { id: 'one' } },
      { time: '2026-03-01T00:00:01Z', category: name.toUpperCase(), operationName: 'Op', properties: { id: 'two' } },
    ]);
    const logs = await importLogs({ 'PT1H.json': lines(records) });
    const expected: Record<string, number> = {};
    for (const { table } of known) expected[table] = (expected[table] ?? 0) + 2;
    expect(logs.counts).toEqual(expected);
    for (const table of Object.keys(expected)) expect.soft(await logs.rows(`['${table}'] | summarize count() by OperationName${table === 'AzureActivity' ? 'Value' : ''}`), table).toEqual([['Op', expected[table]]]);
  });
});
