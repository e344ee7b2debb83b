import { expect, it } from 'vitest';
import { createTranslator, type SavedFunction } from '../../../src/kql/index.ts';

const tables = [{ name: 'vip', columns: [{ name: 'AppId', type: 'string' as const }] }];

function translated(query: string, functions: readonly SavedFunction[] = []): string {
  const result = createTranslator().translate(query, { tables, asOf: 0n, functions });
  return result.ok ? (result.value[0]?.sql ?? '') : result.problems.map(({ code, span }) => `${code} ${span ? query.slice(span.start, span.start + span.length) : ''}`).join('\n');
}

it('a watchlist is the table of its file', () => expect(translated('_GetWatchlist("VIP") | project AppId')).toContain('FROM "vip"'));
it('a name of the workspace in a text or a comment stays', () => expect(translated('print \'_GetWatchlist("nope")\' // workspace("x").y')).toContain('_GetWatchlist("nope")'));
it('the workspace is this source', () => expect(translated('workspace("x").vip | project AppId')).toBe(translated('vip | project AppId')));
it('a watchlist that is not there is refused at its place', () => expect(translated('vip | where AppId in (_GetWatchlist("nope"))')).toBe('KQL042 _GetWatchlist("nope")'));
it('a place after a watchlist is where the query has it', () => expect(translated('_GetWatchlist("vip") | where Nope == 1')).toBe('KS142 Nope'));
it('a saved function has parameters and defaults', () =>
  expect(translated('F("a")', [{ name: 'F', text: "// who\n(x: string, n: long = 3) {\n vip | where AppId == x | take n }" }])).toMatch(/"AppId".*'a'.*LIMIT.*3/s));
it('a saved function may be a query', () => expect(translated('Many', [{ name: 'Many', text: 'vip | count' }])).toContain('count(*)'));
