import { expect, it } from 'vitest';
import type { CellValue, KqlType } from '../../../src/base/index.ts';
import { openRuleDatabase } from '../../support/ruleDatabase.ts';

const columns = [{ name: 'TimeGenerated', type: 'datetime' as KqlType }, { name: 'n', type: 'long' as KqlType }];
const table = (name: string, known: boolean) => ({ name, columns, rows: [['2026-03-01T10:00:00Z', 1], ['2026-03-01T10:00:00Z', 2]], ...(known && { ingested: ['2026-03-01T10:05:00Z', '2026-03-01T11:00:00Z'] }) });

async function ask(query: string): Promise<{ readonly names: readonly string[]; readonly rows: readonly (readonly CellValue[])[] }> {
  const database = await openRuleDatabase();
  try {
    const open = await database.open([table('T', true), table('U', true), table('Old', false)]);
    const answer = await open.run({ query, asOf: '2026-03-01T12:00:00Z' });
    await open.close();
    return { names: answer.columns.map(({ name }) => name), rows: answer.rows };
  } finally {
    await database.close();
  }
}

it.each<[string, readonly string[], readonly (readonly CellValue[])[]]>([
  ['T | where ingestion_time() > datetime(2026-03-01T10:30:00Z)', ['TimeGenerated', 'n'], [['2026-03-01T10:00:00.0000000Z', 2]]],
  ['T | where ingestion_time() > ago(65m) | count', ['Count'], [[1]]],
  ['T | extend d = ingestion_time() - TimeGenerated | where d > 10m | project n, d', ['n', 'd'], [[2, '01:00:00']]],
  ['T | where n > 0 | project n, at = ingestion_time() | where at < datetime(2026-03-01T10:30:00Z)', ['n', 'at'], [[1, '2026-03-01T10:05:00.0000000Z']]],
  ['T | project n | where ingestion_time() > datetime(2026-03-01T10:30:00Z)', ['n'], [[2]]],
  ['T | sort by ingestion_time() desc | take 1', ['TimeGenerated', 'n'], [['2026-03-01T10:00:00.0000000Z', 2]]],
  ['T | summarize m = max(ingestion_time()), c = countif(ingestion_time() > datetime(2026-03-01T10:30:00Z))', ['m', 'c'], [['2026-03-01T11:00:00.0000000Z', 1]]],
  ['union T, U | where ingestion_time() > datetime(2026-03-01T10:30:00Z) | summarize sum(n)', ['sum_n'], [[4]]],
  ['let late = T | where ingestion_time() > datetime(2026-03-01T10:30:00Z); late | join kind=inner (late) on n | project n, n1', ['n', 'n1'], [[2, 2]]],
  ['let all = T; all | where ingestion_time() > datetime(2026-03-01T10:30:00Z) | union (all | where n == 1) | sort by n asc | project n', ['n'], [[1], [2]]],
  ['T | where n in ((U | where ingestion_time() > datetime(2026-03-01T10:30:00Z) | project n)) | project n', ['n'], [[2]]],
  ['T | distinct TimeGenerated | count', ['Count'], [[1]]],
  // What nobody knows is shown as empty, and chooses nothing.
  ['Old | project n, at = ingestion_time() | sort by n asc', ['n', 'at'], [[1, null], [2, null]]],
  ['Old | extend late = ingestion_time() - TimeGenerated | summarize p = percentile(late / 1s, 50), c = count()', ['p', 'c'], [[null, 2]]],
])('%s', async (query, names, rows) => expect(await ask(query)).toEqual({ names, rows }));

it.each([
  'Old | where ingestion_time() > ago(1h)',
  'Old | extend at = ingestion_time() | where at > ago(1h)',
  'Old | extend at = ingestion_time() | extend d = at - TimeGenerated | where d > 1h',
  'union T, Old | where ingestion_time() > ago(1h)',
  'T | join kind=inner (U) on n | where ingestion_time() > ago(1h)',
  'Old | extend at = ingestion_time() | join kind=inner (T | extend at = TimeGenerated) on at',
  'let recent = Old | where ingestion_time() > ago(1h); T | where n in (recent | project n)',
])('%s is refused, since it would find nothing without a word', async (query) => {
  await expect(ask(query)).rejects.toMatchObject({ problems: [{ code: 'KQL063' }] });
});
