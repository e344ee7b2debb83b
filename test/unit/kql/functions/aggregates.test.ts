import { describe, expect, it } from 'vitest';
import { runKql } from '../../../support/runKql.ts';

async function check(query: string, ...row: readonly unknown[]): Promise<void> {
  const { rows } = await runKql(query);
  expect(rows, query).toEqual([row]);
}

describe('aggregates', () => {
  const none = 'datatable(x:long, s:string, d:dynamic, r:real)[]';
  it('without rows', () =>
    check(`${none} | summarize count(), countif(x > 1), sum(x), dcount(s), make_list(x), make_set(s), min(s), max(x), avg(x), take_any(s), stdev(x), percentile(x, 50)`, 0, 0, 0, 0, [], [], '', null, 'NaN', '', 0, null));
  it('of sketches and schemas without rows are null', () =>
    check(`${none} | summarize hll(x), tdigest(x), buildschema(d), variance(x), arg_max(x, s)`, null, null, null, 0, null, ''));
  it('with a condition may be of a computed text', () =>
    check('datatable(l:long, d:dynamic)[1, dynamic("x"), 3, dynamic([1]), 4, dynamic(null)] | summarize make_set_if(tostring(d), l > 2), make_list_if(tostring(d.a), l > 3)', ['', '[1]'], ['']));
  it('have no order for what is no number', () =>
    expect(runKql('datatable(r:real)[1.5, real(nan)] | summarize percentiles_array(r, 50)')).rejects.toThrow('KQL060'));
  it('leave nulls out, and count empty texts', () =>
    check('datatable(x:long, s:string)[1, "a", long(null), "", 3, "a"] | summarize count(), sum(x), avg(x), min(x), dcount(s), make_list(x), make_set(s), make_list(s), countif(isnull(x))', 3, 4, 2, 1, 2, [1, 3], ['', 'a'], ['a', '', 'a'], 1));
  it('count every row that has a value to count, null or not', () => check('range x from 1 to 2 step 1 | extend y = iff(x == 1, real(null), 5.0) | summarize count(y), count(x > 1), avg(y)', 2, 1, 5));
  it('of conditions', () =>
    check('range x from 1 to 10 step 1 | summarize sumif(x, x > 8), avgif(x, x < 3), maxif(x, x < 5), dcountif(x % 3, x > 5), make_set_if(x, x in (2, 3))', 19, 1.5, 4, 3, [2, 3]));
  it('percentiles by nearest rank', () =>
    check('range x from 1 to 100 step 1 | summarize percentile(x, 50), percentiles_array(x, 5, 95)', 50, [5, 95]));
});
