import { describe, expect, it } from 'vitest';
import type { TableSchema } from '../../../src/base/index.ts';
import { runKql, sqlOf } from '../../support/runKql.ts';

const source = `datatable(i:long, s:string, j:string)[1, 'x', '{"a":{"b":"p"},"n":1}', 2, 'Y', '{"a":{"b":"q"},"n":2}', 3, '', 'no JSON']`;

async function rows(query: string): Promise<readonly (readonly unknown[])[]> {
  return (await runKql(query)).rows;
}

const table: TableSchema = { name: 'T', columns: [{ name: 'i', type: 'long' }, { name: 's', type: 'string' }, { name: 'j', type: 'string' }] };

describe('conditions that constants decide', () => {
  it.each(["let who = ''; T | where who == '' or s == 'needle' | count", "let who = ''; T | where isempty(who) or j has 'needle' | count", "T | where not(true and 'a' == 'b') or s == 'needle' | count", "let who = 'x'; T | where not(isnotempty(tolower(who))) and s == 'needle' | count"])(
    'are not in the statement: %s', (query) => expect(sqlOf(query, [table])).not.toContain('needle'));
  it('leave what they do not decide', async () =>
    expect(await rows(`let who = 'x'; let none = ''; ${source} | where (isempty(who) or s == who) and (none == '' or s == 'zz') and 'a' != 'A' | project i`)).toEqual([[1]]));
  it('leave none and all of the rows', async () => {
    expect(await rows(`${source} | where 'a' == 'b' | count`)).toEqual([[0]]);
    expect(await rows(`${source} | where 'a' == 'a' and true | count`)).toEqual([[3]]);
    expect(await rows(`${source} | summarize n = countif(false or true), m = countif(true and false)`)).toEqual([[3, 0]]);
  });
  it('are null with null', async () => expect(await rows('print a = true and bool(null), b = false or bool(null), c = false and bool(null), d = true or bool(null)')).toEqual([[null, null, false, true]]));
});

describe('steps that become one', () => {
  it('keep the value of what is computed before', async () =>
    expect(await rows(`${source} | extend t = strcat(s, i) | extend u = strcat(t, t), s = 'new' | where i < 3 and s == 'new' | project-rename v = u | project v, s | sort by v asc`)).toEqual([['Y2Y2', 'new'], ['x1x1', 'new']]));
  it('have one value of a random number', async () => expect(await rows(`${source} | extend r = rand() | extend a = r, b = r | where a != b | count`)).toEqual([[0]]));
  it('put conditions on renamed columns below', async () => expect(await rows(`${source} | project a = i, i = 7 | where a > 1 and i == 7 | project a, i | sort by a asc`)).toEqual([[2, 7], [3, 7]]));
  it('leave conditions on rows that are numbered above', async () => expect(await rows(`${source} | sort by i desc | extend n = row_number() | where i < 3 | project i, n`)).toEqual([[2, 2], [1, 3]]));
  it('group by constants and by what is computed', async () => {
    expect(await rows(`${source} | extend k = 'all', one = 1 | summarize count() by k, one`)).toEqual([['all', 1, 3]]);
    expect(await rows(`${source} | where i > 5 | extend k = 'all', one = 1 | summarize count() by k, one`)).toEqual([]);
    expect(await rows(`${source} | extend k = isempty(s) | summarize n = count(), arg_max(i, s) by k | project k, n, i, s | sort by i asc`)).toEqual([[false, 2, 2, 'Y'], [true, 1, 3, '']]);
    expect(await rows(`${source} | extend t = -i, u = strcat(s, '!') | summarize arg_max(t, u), arg_min(t, u1 = u)`)).toEqual([[-1, 'x!', -3, '!']]);
  });
  it('aggregate over sub-queries', async () =>
    expect(await rows(`let S = ${source}; S | extend known = s in (S | where i == 1 | project s), top = toscalar(S | summarize max(i)) | summarize countif(known), max(top), dcountif(s, known)`)).toEqual([[1, 3, 1]]));
  it('in the parts of a partition', async () => expect(await rows(`${source} | partition by s (extend k = i * 2 | where s != '' | project k, s | summarize max(k) by s) | sort by s asc`)).toEqual([['Y', 4], ['x', 2]]));
  it('in the elements of an mv-apply', async () => expect(await rows(`print d = dynamic([1, 2, 3]), k = 'a' | mv-apply e = d to typeof(long) on (extend f = e * 2 | where f > 2 | project f | summarize s = sum(f)) | project k, s`)).toEqual([['a', 10]]));
});

describe('JSON that is parsed for its paths', () => {
  it('is read where it is needed', async () => {
    expect(await rows(`${source} | extend d = parse_json(j) | where d.n > 0 | extend b = tostring(d.a.b), a = d.a | project b, c = tostring(a.b), n = tolong(d.n) | sort by n asc`)).toEqual([['p', 'p', 1], ['q', 'q', 2]]);
    expect(await rows(`${source} | extend d = parse_json(j), t = j | where tostring(d.a.b) == 'q' | project d, t, i`)).toEqual([[{ a: { b: 'q' }, n: 2 }, '{"a":{"b":"q"},"n":2}', 2]]);
    expect(await rows(`${source} | extend j = parse_json(j) | where i != 2 | project tostring(j.n), j | sort by j_n asc`)).toEqual([['', 'no JSON'], ['1', { a: { b: 'p' }, n: 1 }]]);
    expect(await rows(`${source} | extend d = parse_json(j) | summarize count() by b = tostring(d.a.b) | sort by b asc`)).toEqual([['', 1], ['p', 1], ['q', 1]]);
  });
});
