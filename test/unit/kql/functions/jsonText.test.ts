import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../src/kql/index.ts';
import { runKql } from '../../../support/runKql.ts';

async function values(query: string): Promise<readonly (readonly unknown[])[]> {
  return (await runKql(query)).rows;
}

const texts = (...list: readonly string[]) => `datatable(i:long, t:string)[${list.map((text, index) => `${String(index)}, ${JSON.stringify(text)}`).join(', ')}]`;

describe('JSON read from text', () => {
  it('has paths where it is an object or an array, white space before it or not', async () =>
    expect(await values(`${texts('{"a":"x"}', ' \n\t{"a":"y"}', '[1]', '', 'null', '"a"', '7', 'no JSON', '{"a":"x"', '{"a":null}', '{"a":{"b":1}}')} | sort by i asc | project tostring(parse_json(t).a)`))
      .toEqual([['x'], ['y'], [''], [''], [''], [''], [''], [''], [''], [''], ['{"b":1}']]));
  it('gives the values at paths of names and numbers, from the end as well', async () =>
    expect(await values(`${texts('{"a b":[{"c.d":1},{"c.d":2}]}')} | extend d = parse_json(t) | project d['a b'][0]['c.d'], d['a b'][-1]['c.d'], tostring(d['a b'][1]), d['a b'][2]['c.d'], d['c.d'][0]`))
      .toEqual([[1, 2, '{"c.d":2}', null, null]]));
  it('reads names that a path cannot write', async () =>
    expect(await values(`${texts('{"*":[1],"":[2],"~/":[3],"x\\\\y":[4]}')} | extend d = parse_json(t) | project d['*'][0], d[''][0], d['~/'][0], d['x\\\\y'][0], d['y'][0]`)).toEqual([[1, 2, 3, 4, null]]));
  it('is the text itself where it is no JSON, and null where it is empty or null', async () =>
    expect(await values(`${texts('{"a":1}', 'word', '', ' null ', '12')} | sort by i asc | project d = parse_json(t) | project gettype(d), isnull(d), tostring(d)`))
      .toEqual([['dictionary', false, '{"a":1}'], ['string', false, 'word'], ['null', true, ''], ['null', true, ''], ['long', false, '12']]));
  it('may be compared and converted in one expression', async () =>
    expect(await values(`${texts('{"n":"0x1F","d":"2026-01-02T03:04:05.1234567Z","b":"TRUE"}', '{}')} | sort by i asc | extend d = parse_json(t) | project tolong(d.n), todatetime(d.d), tobool(d.b), case(toint(d.n) > 30, 'many', isnull(toint(d.n)), 'none', 'few')`))
      .toEqual([[31, '2026-01-02T03:04:05.1234567Z', true, 'many'], [null, null, null, 'none']]));
});

describe('an argument that a lowering names several times', () => {
  const sql = (query: string) => {
    const result = createTranslator().translate(query, { tables: [], asOf: 0n });
    return result.ok ? (result.value[0]?.sql ?? '') : '';
  };
  it('stands in the statement once', () => {
    const text = sql(`${texts('1')} | project parse_json(replace_regex(t, 'needle', 'y'))`);
    expect(text.split('needle')).toHaveLength(2);
  });
  it('inside another such argument too', () => {
    const text = sql(`${texts('1')} | project todatetime(tostring(parse_json(replace_regex(t, 'needle', 'y')).a.b))`);
    expect(text.split('needle')).toHaveLength(2);
  });
  it('gives one value', async () => expect(await values('range i from 1 to 200 step 1 | extend r = abs(rand() - 0.5) | where r < 0 | count')).toEqual([[0]]));
  it('may stand beside a sub-query', async () =>
    expect(await values(`let T = ${texts('5', '7')}; T | project n = min_of(tolong(tolower(t)), toscalar(T | summarize max(i))), m = max_of(tolong(tolower(t)), tolong(toscalar(T | summarize max(t)))) | sort by n asc, m asc`)).toEqual([[1, 7], [1, 7]]));
  it.each([
    ['substring(tolower(t), toscalar(T | summarize max(i)))', [['b'], ['d']]],
    ['bin(tolong(tolower(strcat("1", i))), toscalar(T | summarize max(i)) * 3)', [[9], [9]]],
    ['tolong(tolower(strcat("0", i))) != toscalar(T | summarize max(i))', [[false], [true]]],
  ])('is not handed on where the other is a sub-query: %s', async (expression, expected) =>
    expect(await values(`let T = ${texts('AB', 'CD')}; T | project z = ${expression} | sort by z asc`)).toEqual(expected));
  it('may hold a sub-query or a window', async () =>
    expect(await values(`let T = ${texts('{"a":"7"}')}; T | extend n = tolong(toscalar(T | project tostring(parse_json(t).a))) | serialize p = tolong(strcat(tostring(row_number()), tostring(n)))  | project n, p`)).toEqual([[7, 17]]));
});
