import { describe, expect, test } from 'vitest';
import { runKql, sqlOf } from '../../support/runKql.ts';

const tables = `let activities = datatable(A: datetime, Key: string, What: string) [
  datetime(2026-01-01 10:00), "x", "a", datetime(2026-01-01 10:30), "x", "b", datetime(2026-01-01 12:00), "x", "late", datetime(2026-01-01 10:30), "y", "c", datetime(null), "x", "timeless", datetime(2026-01-01 09:00), "x", "early"];
let signIns = datatable(T: datetime, Key: string, Id: string) [
  datetime(2026-01-01 10:00), "x", "s1", datetime(2026-01-01 10:20), "x", "s2", datetime(2026-01-01 10:31), "x", "s3", datetime(2026-01-01 10:30), "z", "s4", datetime(null), "x", "s5"];
`;

describe('the latest row before', () => {
  test.each([
    ['of the right side', 'activities | join kind=inner signIns on Key', 'A >= T and A <= T + 1h', 'Key, A, What', true],
    ['of the left side', 'signIns | join kind=inner activities on Key', 'T <= A and A < T + 1h', 'Key, A, What', true],
    ['strictly before', 'activities | join kind=inner signIns on Key', 'A > T', 'Key, A, What', true],
    ['not where a later one may fail what an earlier one passes', 'activities | join kind=inner signIns on Key', 'A >= T and A <= T + 1h and Id != "s2"', 'Key, A, What', false],
    ['not where it is asked for each time apart', 'activities | join kind=inner signIns on Key', 'A >= T and A <= T + 1h', 'Key, A, What, Id', false],
    ['not where rows of several times are one group', 'activities | join kind=inner signIns on Key', 'A >= T and A <= T + 1h', 'Key, What', false],
    ['not where several keys are one group', 'activities | join kind=inner signIns on Key', 'A >= T and A <= T + 1h', 'A, What', false],
    ['not where each must be at least so old', 'activities | join kind=inner signIns on Key', 'A >= T and A >= T + 15m', 'Key, A, What', false],
  ])('%s', async (_, joined, where, by, isAsOf) => {
    const latest = `${tables}${joined} | where ${where} | summarize arg_max(T, Id) by ${by} | sort by ${by.split(', ').map((name) => `${name} asc`).join(', ')}, T asc`;
    // The columns computed in between keep the second form from being recognised.
    const plain = latest.replace('| summarize', '| extend T = T + 0s | summarize');
    expect(sqlOf(latest).includes('ASOF JOIN')).toBe(isAsOf);
    expect(sqlOf(plain)).not.toContain('ASOF JOIN');
    const answer = await runKql(latest);
    expect(answer.rows.length).toBeGreaterThan(0);
    expect(answer.rows).toEqual((await runKql(plain)).rows);
  });

  test('needs no state of a group, which could not be spilled, where nothing of the row itself is asked for; rows that are alike count as one', async () => {
    const joined = `${tables}union activities, activities | join kind=inner signIns on Key | where A >= T and A <= T + 1h`;
    const distinct = `${joined} | summarize arg_max(T, Id) by Key, A, What`;
    expect(sqlOf(distinct)).not.toContain('GROUP BY');
    expect((await runKql(`${distinct} | project What, Id | sort by What asc`)).rows).toEqual([['a', 's1'], ['b', 's2']]);
    const grouped = `${joined} | summarize arg_max(T, Id, What) by Key, A`;
    expect(sqlOf(grouped)).toContain('GROUP BY');
    expect((await runKql(`${grouped} | project What, Id | sort by What asc`)).rows).toEqual([['a', 's1'], ['b', 's2']]);
  });
});
