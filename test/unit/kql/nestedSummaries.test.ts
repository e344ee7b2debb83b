import { describe, expect, test } from 'vitest';
import { runKql, sqlOf } from '../../support/runKql.ts';

const tables = `let activities = datatable(A: datetime, Key: string, Address: string, What: string) [
  datetime(2026-01-01 10:00), "x", "1", "a", datetime(2026-01-01 10:30), "x", "2", "b", datetime(2026-01-01 10:30), "y", "1", "c", datetime(2026-01-01 10:30), "x", "2", "b", datetime(2026-01-01 11:00), "w", "9", "d"];
let signIns = datatable(T: datetime, Key: string, Address: string, Id: string) [
  datetime(2026-01-01 09:00), "x", "2", "s1", datetime(2026-01-01 09:30), "x", "2", "s2", datetime(2026-01-01 10:10), "x", "1", "s3", datetime(2026-01-01 10:30), "y", "3", "s4", datetime(null), "w", "9", "s5", datetime(null), "w", "9", "s5"];
let byAddress = activities | join kind=inner signIns on Key, Address | summarize arg_max(T, Id) by Key, A, What | extend Rank = 2;
let byKey = activities | join kind=inner signIns on Key | where A >= T and A <= T + 1d | summarize arg_max(T, Id) by Key, A, What | extend Rank = 1;
`;

function groupings(query: string): number {
  return sqlOf(query).split(/GROUP BY|SELECT DISTINCT/).length - 1;
}

describe('the latest row of the highest rank', () => {
  test.each([
    ['is found in one grouping', 'union byAddress, byKey | summarize arg_max(Rank, T, Id) by Key, A, What', true],
    ['also the rank alone', 'union byAddress, byKey | summarize arg_max(Rank, *) by Key, A, What', true],
    ['not where groups hold several of the inner ones', 'union byAddress, byKey | summarize arg_max(Rank, T, Id) by Key, What | extend A = What', false],
    ['not where the least rank is asked for', 'union byAddress, byKey | summarize arg_min(Rank, T, Id) by Key, A, What', false],
    ['not where the rank is not a constant', 'union (byAddress | extend Rank = strlen(Id)), byKey | summarize arg_max(Rank, T, Id) by Key, A, What', false],
    ['not where an input keeps the earliest', 'union byAddress, (activities | join kind=inner signIns on Key | summarize arg_min(T, Id) by Key, A, What | extend Rank = 1) | summarize arg_max(Rank, T, Id) by Key, A, What', false],
    ['not where more is counted', 'union byAddress, byKey | summarize arg_max(Rank, T, Id), count() by Key, A, What', false],
    ['not where a column is computed after the inner grouping', 'union (byAddress | extend Id = strcat(Id, "!")), byKey | summarize arg_max(Rank, T, Id) by Key, A, What', false],
  ])('%s', async (_, text, isOne) => {
    const query = `${tables}${text} | sort by Key asc, A asc, What asc`;
    // What is materialized is computed apart, so each input is grouped by itself.
    const plain = query.replace('let byKey', 'let byAddress2 = materialize(byAddress);\nlet byKey').replace('union byAddress,', 'union byAddress2,').replace('union (byAddress ', 'union (byAddress2 ');
    expect(groupings(query)).toBe(isOne ? 1 : 3);
    expect(groupings(plain)).toBe(3);
    const answer = await runKql(query);
    expect(answer.rows.length).toBeGreaterThan(2);
    expect(answer.rows).toEqual((await runKql(plain)).rows);
  });

  test('takes the row without a time where the group has no other', async () => {
    const { rows } = await runKql(`${tables}union byAddress, byKey | summarize arg_max(Rank, T, Id) by Key, A, What | where Key == "w" | project Rank, T, Id`);
    expect(rows).toEqual([[2, null, 's5']]);
  });
});
