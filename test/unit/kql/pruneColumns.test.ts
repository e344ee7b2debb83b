import { describe, expect, it } from 'vitest';
import type { TableSchema } from '../../../src/base/index.ts';
import { runKql, sqlOf } from '../../support/runKql.ts';

const table: TableSchema = { name: 'T', columns: [{ name: 'a', type: 'long' }, { name: 'b', type: 'string' }, { name: 'unread', type: 'string' }, { name: 'd', type: 'dynamic' }] };

const source = "datatable(a:long, b:string, c:string, d:dynamic)[1, 'x', 'p', dynamic([1, 2]), 1, 'y', 'q', dynamic([3]), 2, 'z', 'q', dynamic(null)]";

async function rows(query: string): Promise<readonly (readonly unknown[])[]> {
  return (await runKql(query)).rows;
}

describe('columns that nothing reads', () => {
  it.each([
    'T | where a > 1 | summarize count() by b',
    'T | extend e = strcat(b, unread) | where a > 1 | project b',
    'let S = T | where a > 1; S | summarize n = count() by b | join kind=inner (S | summarize by b) on b | project b, n',
    'union T, (T | where a > 1) | summarize count() by b',
    'T | mv-expand d to typeof(long) | summarize sum(d) by b',
    'T | parse b with x ":" y | summarize count() by x',
    'T | summarize arg_max(a, *) by b | project b, a',
    'T | sort by a desc | take 5 | project b',
    'T | where a in ((T | where b == "x" | project a)) | count',
    'T | join kind=leftsemi (T) on b | project a',
  ])('are not in the statement: %s', (query) => expect(sqlOf(query, [table])).not.toContain('unread'));
  it('are in it where rows are compared whole', () => {
    expect(sqlOf('T | project-away d | distinct * | count', [table])).toContain('unread');
    expect(sqlOf('T | summarize arg_max(a, *) by b', [table])).toContain('unread');
  });
});

describe('the same rows without them', () => {
  it('when all that is left of a summary is a count of its groups', async () => expect(await rows(`${source} | summarize max(c), make_set(b) by a | count`)).toEqual([[2]]));
  it('when all that is left is the one row of a summary', async () => expect(await rows(`${source} | where a > 5 | summarize max(c), count() | count`)).toEqual([[1]]));
  it('when rows are compared whole before', async () => expect(await rows(`${source} | distinct a, c | summarize n = count() by a | sort by a asc`)).toEqual([[1, 2], [2, 1]]));
  it('when a column of the same name is made anew', async () => expect(await rows(`${source} | extend b = strcat(b, c) | extend b = strcat(b, a) | project b | sort by b asc`)).toEqual([['xp1'], ['yq1'], ['zq2']]));
  it('when an expanded column takes the place of another', async () => expect(await rows(`${source} | mv-expand d to typeof(long) | summarize n = count(), s = sum(d)`)).toEqual([[4, 6]]));
  it('when only one input of a union has rows', async () =>
    expect(await rows(`union withsource=S (datatable(a:long, z:string)[]), (${source}) | where S == 'union_arg1' | project a, z, S | sort by a desc | take 1`)).toEqual([[2, '', 'union_arg1']]));
  it('when two uses of one name read different columns', async () =>
    expect(await rows(`let S = materialize(${source} | extend e = strcat(b, c)); S | where a == 1 | join kind=inner (S | project a, e) on a | summarize make_set(e), dcount(b), max(c)`)).toEqual([[['xp', 'yq'], 2, 'q']]));
  it('in the parts of a partition', async () => expect(await rows(`${source} | partition by a (top 1 by b desc | project b, c) | project c, b | sort by b asc`)).toEqual([['q', 'y'], ['q', 'z']]));
  it('next to the elements of an mv-apply', async () => expect(await rows(`${source} | mv-apply e = d to typeof(long) on (summarize s = sum(e)) | project s, b | sort by b asc`)).toEqual([[3, 'x'], [3, 'y'], [0, 'z']]));
  it('before functions of the row’s place', async () => expect(await rows(`${source} | sort by b desc | extend p = prev(c), n = row_number(), unread = next(a) | where n > 1 | project n, p`)).toEqual([[2, 'q'], [3, 'q']]));
  it('when conditions with `or` stand one after another', async () => expect(await rows(`${source} | where a == 1 or b == 'z' | where c == 'p' or d[0] == 3 | project b | sort by b asc`)).toEqual([['x'], ['y']]));
});

describe('the columns of an extreme', () => {
  it('come from one row, also of rows that are equally great', async () => {
    const answer = await rows(`range i from 1 to 20000 step 1 | extend k = i % 7, t = i % 3, s = tostring(i), r = toreal(i), m = tolong(i), g = i * 2, z = datetime(2026-01-01) + i * 1tick
      | summarize arg_max(t, s, r, m, z, g), arg_min(i, s1 = s) by k | extend same = tolong(s) == m and m == tolong(r) and g == 2 * m and z == datetime(2026-01-01) + m * 1tick | summarize countif(same), count()`);
    expect(answer).toEqual([[7, 7]]);
  });
  it('may be null or empty where the row has nothing', async () =>
    expect(await rows("datatable(k:long, t:long, s:string, n:long)[1, 5, 'x', 1, 1, 7, '', long(null), 2, long(null), 'y', 2] | summarize arg_max(t, s, n), arg_min(t, s) by k | sort by k asc | take 1")).toEqual([[1, 7, '', null, 5, 'x']]));
  it('may be computed', async () => expect(await rows(`${source} | summarize arg_max(strlen(b) + a, e = strcat(b, c), tostring(d)) by c | sort by c asc | project e, d`)).toEqual([['xp', '[1,2]'], ['zq', '']]));
});
