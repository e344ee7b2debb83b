import { describe, expect, it } from 'vitest';
import { checkScalars } from '../../../support/checkKql.ts';
import { runKql } from '../../../support/runKql.ts';

describe('arguments of a type that is seldom given', () => {
  it('are read as what the others are', () =>
    checkScalars([
      ['around(dynamic(5), 4, 1)', 'bool', true],
      ['around(dynamic(5), dynamic(4), dynamic(0.5))', 'bool', false],
      ['around(dynamic("2025-01-01T00:30:00Z"), datetime(2025-01-01), 1h)', 'bool', true],
      ['tobool(guid(74be27de-1e4e-49d9-b579-fe0b331d3642))', 'bool', null],
      ['parse_version("9999.1") > parse_version("9998.99999999")', 'bool', true],
    ]));

  const refused = (query: string, reason: RegExp) => expect(runKql(query)).rejects.toThrow(reason);
  it('are refused where there is no answer', async () => {
    await refused('print around(datetime(2025-01-01), 1, 2)', /^KQL053/);
    for (const odd of ['true', '"a"', 'guid(74be27de-1e4e-49d9-b579-fe0b331d3642)']) await refused(`print around(${odd}, dynamic(1), dynamic(1))`, /^KQL\d+/);
    await refused('range x from 1 to 3 step 1 | summarize make_set(x, x)', /^KQL051: .*constant/);
    await refused('range x from 1 to 3 step 1 | summarize makelist(x, x + 1)', /^KQL051: .*constant/);
    await refused('datatable(s:string)["a1"] | project extract_all("a([0-9])", dynamic([2]), s)', /extract_all_groups\(\): the regular expression has no group 2/);
    await refused('print parse_version("10000.1")', /parse_version\(\): the first part of 10000\.1/);
  });
  it('of split may come from a dynamic', async () => {
    const { rows } = await runKql('datatable(d:dynamic)[dynamic({"at": "-"})] | project split("a-b", d.at)');
    expect(rows).toEqual([[['a', 'b']]]);
  });
  it('of strcat_array may differ from row to row', async () => {
    const { rows } = await runKql('datatable(d:dynamic, s:string)[dynamic(["a", "b"]), "--", dynamic([]), "x", dynamic(["c"]), ""] | project strcat_array(d, s)');
    expect(rows).toEqual([['a--b'], [''], ['c']]);
  });
  it('of sketches may be several in one row', async () => {
    const sketches = 'datatable(x:long)[1, 2] | summarize h = hll(x), t = tdigest(x) | summarize a = hll_merge(h), b = tdigest_merge(t), c = merge_tdigest(t)';
    const { rows } = await runKql(`${sketches} | project dcount_hll(a), dcount_hll(hll_merge(a, a)), array_length(merge_tdigest(b, c))`);
    expect(rows).toEqual([[2, 2, 4]]);
  });
  it('limits of lists may be computed from constants', async () => {
    const { rows } = await runKql('let n = 1; range x from 1 to 3 step 1 | summarize make_set(x, n + 1), make_list(x, 2 * n)');
    expect(rows).toEqual([[[1, 2], [1, 2]]]);
  });
});
