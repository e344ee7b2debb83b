import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CellValue, Row, TableSchema } from '../../../src/base/index.ts';
import { createDatabases } from '../../../src/engine/duckDatabases.ts';
import { registerNativeFunctions } from '../../../src/engine/nativeFunctions.ts';
import { createTranslator } from '../../../src/kql/index.ts';
import type { QueryRequest } from '../../../src/protocol/index.ts';
import { openInlineTables } from '../../../src/sources/local/index.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'identity-trail-tables-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const translator = createTranslator();

async function ask(table: TableSchema, rows: readonly Row[], request: QueryRequest): Promise<readonly Row[]> {
  const databases = createDatabases({ memoryMegabytes: 256, spillFolder: folder }, registerNativeFunctions);
  const source = await openInlineTables({ kind: 'tables', tables: [{ ...table, rows }] }, { databases, schemas: new Map(), translator: () => Promise.resolve(translator), now: () => new Date(0) });
  const found: Row[] = [];
  try {
    await source.run(request, { header: () => undefined, rows: (slice) => void found.push(...slice) }, new AbortController().signal);
  } finally {
    await source.dispose();
  }
  return found;
}

const one = (type: TableSchema['columns'][number]['type']): TableSchema => ({ name: 'T', columns: [{ name: 'Value', type }] });

it('holds a value of each type as it was given', async () => {
  const values: readonly (readonly [TableSchema['columns'][number]['type'], CellValue])[] = [
    ['bool', true], ['int', 7], ['long', '9007199254740993'], ['real', 0.5], ['string', 'it\'s "quoted"\n'], ['datetime', '2026-01-01T00:00:00.1234567Z'],
    ['timespan', '-1.02:03:04.5000000'], ['guid', '00000003-0000-0000-c000-000000000000'], ['dynamic', { a: [1, null, 'x'] }],
  ];
  for (const [type, value] of values) expect(await ask(one(type), [[value]], { query: 'T' })).toEqual([[value]]);
});

it('knows that text is never null', async () => {
  expect(await ask(one('string'), [[null]], { query: 'T' })).toEqual([['']]);
  expect(await ask(one('long'), [[null]], { query: 'T' })).toEqual([[null]]);
});

it('refuses what a column cannot hold', async () => {
  await expect(ask(one('datetime'), [['yesterday']], { query: 'T' })).rejects.toThrow('T.Value is of the type datetime; "yesterday" is no value of it.');
});

it('shows a range of time: its first instant, but not its last', async () => {
  const table: TableSchema = { name: 'T', columns: [{ name: 'TimeGenerated', type: 'datetime' }] };
  const times = ['2026-01-01T00:59:59Z', '2026-01-01T01:00:00Z', '2026-01-01T01:59:59.9999999Z', '2026-01-01T02:00:00Z'];
  const timeRange = { from: '2026-01-01T01:00:00Z', to: '2026-01-01T02:00:00Z' };
  expect(await ask(table, times.map((time) => [time]), { query: 'T | summarize min(TimeGenerated), max(TimeGenerated), count()', timeRange })).toEqual([
    ['2026-01-01T01:00:00.0000000Z', '2026-01-01T01:59:59.9999999Z', 2],
  ]);
});
