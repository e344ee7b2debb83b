import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import type { Column, KqlType, Row } from '../../../src/base/index.ts';
import { DuckSession } from '../../../src/engine/duckSession.ts';

async function answer(sql: string, types: readonly KqlType[]): Promise<readonly Row[]> {
  const session = new DuckSession(await (await DuckDBInstance.create(':memory:')).connect());
  const columns = types.map((type, index): Column => ({ name: `c${String(index)}`, type }));
  const rows: Row[] = [];
  try {
    for await (const slice of session.stream(sql, columns)) rows.push(...slice);
  } finally {
    session.close();
  }
  return rows;
}

/** Every kind of value, by the SQL of its physical form and the one form it has outside the engine. */
const values: readonly (readonly [KqlType, string, unknown])[] = [
  ['bool', 'true', true], ['bool', 'false', false], ['bool', 'NULL::BOOLEAN', null],
  ['int', '(-2147483648)::INTEGER', -2147483648], ['int', 'NULL::INTEGER', null],
  ['long', '9007199254740991::BIGINT', 9007199254740991], ['long', '9007199254740993::BIGINT', '9007199254740993'], ['long', '(-9223372036854775808)::BIGINT', '-9223372036854775808'], ['long', 'NULL::BIGINT', null],
  ['real', '0.1::DOUBLE + 0.2::DOUBLE', 0.30000000000000004], ['real', "'NaN'::DOUBLE", 'NaN'], ['real', "'-Infinity'::DOUBLE", '-Infinity'], ['real', '5e-324::DOUBLE', 5e-324], ['real', 'NULL::DOUBLE', null],
  ['decimal', '1.5::DECIMAL(38,10)', '1.5'], ['decimal', '(-0.0000000001)::DECIMAL(38,10)', '-0.0000000001'], ['decimal', '100::DECIMAL(38,10)', '100'], ['decimal', '1234567890123456789012345678.5::DECIMAL(38,10)', '1234567890123456789012345678.5'], ['decimal', 'NULL::DECIMAL(38,10)', null],
  ['string', "''", ''], ['string', 'NULL::VARCHAR', ''], ['string', "'null'", 'null'], ['string', `'a"b\\c' || chr(10) || chr(9) || chr(1) || chr(0) || 'd'`, 'a"b\\c\n\t\u0001\u0000d'], ['string', "'日本 😀 ' || chr(8232) || chr(8238)", '日本 😀 \u2028\u202e'], ['string', "'</script><b>'", '</script><b>'],
  ['datetime', '0::BIGINT', '0001-01-01T00:00:00.0000000Z'], ['datetime', '3155378975999999999::BIGINT', '9999-12-31T23:59:59.9999999Z'], ['datetime', '621355967999999999::BIGINT', '1969-12-31T23:59:59.9999999Z'], ['datetime', 'NULL::BIGINT', null],
  ['timespan', '(-864000000001)::BIGINT', '-1.00:00:00.0000001'], ['timespan', '36000000000::BIGINT', '01:00:00'], ['timespan', '(-9223372036854775808)::BIGINT', '-10675199.02:48:05.4775808'], ['timespan', 'NULL::BIGINT', null],
  ['guid', "'74BE27DE-1E4E-49D9-B579-FE0B331D3642'::UUID", '74be27de-1e4e-49d9-b579-fe0b331d3642'], ['guid', 'NULL::UUID', null],
  ['dynamic', `'{"a":[1,9007199254740993,"x\\"y"],"b":null}'::JSON`, { a: [1, '9007199254740993', 'x"y'], b: null }], ['dynamic', `'"text"'::JSON`, 'text'], ['dynamic', `'null'::JSON`, null], ['dynamic', 'NULL::JSON', null], ['dynamic', `'no json'`, 'no json'],
];

it('gives every kind of value in its one form', async () => {
  const rows = await answer(`SELECT ${values.map(([, sql]) => sql).join(', ')}`, values.map(([type]) => type));
  expect(rows).toEqual([values.map(([, , expected]) => expected)]);
});

it.each(values)('gives a single column of %s the same form: %s', async (type, sql, expected) => {
  expect(await answer(`SELECT ${sql}`, [type])).toEqual([[expected]]);
});

it('keeps the order of rows over many slices', async () => {
  const rows = await answer("SELECT i, 'a' || i, 'b' || i FROM range(20000) r(i) ORDER BY i DESC", ['long', 'string', 'string']);
  expect(rows).toEqual(Array.from({ length: 20_000 }, (_, index) => 19_999 - index).map((i) => [i, `a${String(i)}`, `b${String(i)}`]));
});

it('reads statements with columns of one name, a limit, a comment at the end or no rows', async () => {
  expect(await answer("WITH w AS (SELECT 'x' AS a, 'y' AS a, 1 AS a) SELECT * FROM w LIMIT 1 -- end", ['string', 'string', 'long'])).toEqual([['x', 'y', 1]]);
  expect(await answer("SELECT 'x', 'y' WHERE false", ['string', 'string'])).toEqual([]);
});

it.each([
  ['a value', "CASE WHEN i = 2999999 THEN error('late') ELSE i END", ['long']],
  ['a cast', "CASE WHEN i = 2999999 THEN 'x' ELSE '1' END::BIGINT", ['long']],
  ['one of many columns', "i, 'a', CASE WHEN i = 2999999 THEN error('late') ELSE 'b' END", ['long', 'string', 'string']],
] as const)('fails where %s fails after millions of rows, instead of ending as if it were whole', async (_name, sql, types) => {
  await expect(answer(`SELECT ${sql} FROM range(3000000) r(i)`, types)).rejects.toThrow(/late|Could not convert/);
});

it('says that an answer broke off where running it again does not tell why', async () => {
  const session = new DuckSession(await (await DuckDBInstance.create(':memory:')).connect());
  const taken: Row[] = [];
  const reading = (async () => {
    for await (const slice of session.stream('SELECT i FROM range(100000000) r(i)', [{ name: 'i', type: 'long' }])) {
      taken.push(...slice);
      session.interrupt();
    }
  })();
  await expect(reading).rejects.toThrow(/INTERRUPT|broke off/i);
  session.close();
});
