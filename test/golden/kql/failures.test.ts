import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabases } from '../../../src/engine/duckDatabases.ts';
import { registerNativeFunctions } from '../../../src/engine/nativeFunctions.ts';
import { problemsFrom } from '../../../src/engine/runtimeProblem.ts';
import { createTranslator } from '../../../src/kql/index.ts';
import type { LogSource } from '../../../src/sources/index.ts';
import { openInlineTables } from '../../../src/sources/local/index.ts';

let folder = '';
let source: LogSource;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'identity-trail-failures-'));
  const databases = createDatabases({ memoryMegabytes: 256, spillFolder: folder }, registerNativeFunctions);
  const translator = createTranslator();
  source = await openInlineTables({ kind: 'tables', tables: [] }, { databases, schemas: new Map(), translator: () => Promise.resolve(translator), now: () => new Date(0) });
});
afterAll(async () => {
  await source.dispose();
  await rm(folder, { recursive: true, force: true });
});

/** The code of a failure, and the text at its place. */
async function failure(query: string): Promise<string> {
  try {
    await source.run({ query }, { header: () => undefined, rows: () => undefined }, new AbortController().signal);
    return 'runs';
  } catch (error) {
    const [problem] = problemsFrom(error);
    const { start, length } = problem?.span ?? { start: 0, length: 0 };
    if (length > 0) expect(problem?.message).toContain(`It came from: ${query.slice(start, start + length)}`);
    return `${problem?.code ?? ''} ${query.slice(start, start + length)}`;
  }
}

const big = 'datatable(x:long)[1,9223372036854775807]';

it.each([
  [`${big} | extend a = x + 0 | extend b = strlen(tostring(x)) + 1, c = x + 1`, 'ENG004 x + 1'],
  [`${big} | summarize n=count(), s=sum(x)`, 'ENG004 sum(x)'],
  [`${big} | summarize s=max(x * 2) by k=x % 2`, 'ENG004 x * 2'],
  [`${big} | where x > 0 and x - 1 > 0 and -1 - x * 2 < 0`, 'ENG004 x * 2'],
  [`let f = (n: long) { n + 1 }; ${big} | extend y = f(x)`, 'ENG004 f(x)'],
  [`let T = ${big}; T | join kind=inner (T | extend k = x + 1) on x`, 'ENG004 x + 1'],
  ['datatable(p:string)["a","["] | where "abc" matches regex p', 'ENG006 "abc" matches regex p'],
  ['datatable(z:string)["Nowhere/At_All"] | extend t = datetime_utc_to_local(datetime(2026-01-01), z)', 'ENG009 datetime_utc_to_local(datetime(2026-01-01), z)'],
  ['datatable(d:string)["a",""] | extend n = 1, p = split("x,y", d)[0]', 'KQL060 split("x,y", d)'],
  ['datatable(p:string)["("] | extend n = countof("abc", p, "regex"), m = countof("a", "a")', 'KQL060 countof("abc", p, "regex")'],
  [`datatable(d:dynamic)[dynamic({"a": 9223372036854775807})] | evaluate bag_unpack(d) | extend y = a + 1`, 'ENG004 a + 1'],
  [`${big} | partition by x (extend y = x * 3 | where y > 5)`, 'ENG004 x * 3'],
  ['datatable(d:dynamic)[1, 2.5] | extend n = d + 1', 'KQL060 d + 1'],
  ['datatable(d:dynamic)[1, dynamic("5")] | extend n = d * 2.0', 'KQL060 d * 2.0'],
  ['range i from 1 to 3000000 step 1 | extend n = i * iff(i == 2999999, 9223372036854775807, 1)', 'ENG004 i * iff(i == 2999999, 9223372036854775807, 1)'],
  ['datatable(t:long)[1] | make-series count() on t from 0 to 3000000 step 1', 'KQL060 make-series count() on t from 0 to 3000000 step 1'],
  ['datatable(t:datetime)[datetime(2026-01-01), datetime(9999-12-31)] | extend a = startofday(t), b = endofweek(t)', 'KQL062 endofweek(t)'],
  ['datatable(t:datetime)[datetime(9999-12-31)] | extend a = startofday(t + 30d)', 'KQL062 t + 30d'],
  ['datatable(t:datetime)[datetime(9999-12-31), datetime(9999-12-30)] | summarize a = min(t), s = sum(t)', 'KQL062 sum(t)'],
  ['datatable(p:timespan)[1h, 3000000d] | project a = ago(p), b = p', 'KQL062 ago(p)'],
  ['datatable(p:timespan)[10675198d] | extend a = now(p)', 'ENG004 now(p)'],
  ['datatable(t:datetime, n:long)[datetime(2026-01-01), 9223372036854775807] | extend a = startofweek(t, n)', 'ENG004 startofweek(t, n)'],
])('%s', async (query, expected) => expect(await failure(query)).toBe(expected));

it.each(['datetime(2026-01-01) - d', 'd + 1h', 'd - d', '-d'])('arithmetic of a dynamic whose value decides the kind of the answer is refused before it runs: %s', async (expression) => {
  await expect(source.run({ query: `datatable(d:dynamic)[1] | extend n = ${expression}` }, { header: () => undefined, rows: () => undefined }, new AbortController().signal)).rejects.toMatchObject({ problems: [{ code: 'KQL051' }] });
});

it('the next query runs', async () => {
  expect(await failure(`${big} | extend y = x + 1`)).toBe('ENG004 x + 1');
  expect(await failure('print 1')).toBe('runs');
});

it('what did not fit into memory is the operator that gathers the most', () => {
  const query = 'range x from 1 to 9 step 1 | join kind=inner (range x from 1 to 9 step 1) on x | summarize l = make_list(x) by z = x % 2 | sort by z asc';
  const translated = createTranslator().translate(query, { tables: [], asOf: 0n });
  const [suspect] = translated.ok ? (translated.value[0]?.suspects('Out of Memory Error: failed to allocate data of size 2.0 GiB') ?? []) : [];
  expect(query.slice(suspect?.span.start, (suspect?.span.start ?? 0) + (suspect?.span.length ?? 0))).toBe('summarize l = make_list(x) by z = x % 2');
});
