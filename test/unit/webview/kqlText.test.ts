import { describe, expect, test } from 'vitest';
import { kqlLiteral, kqlName, type CellValue, type Column, type KqlType, type Row } from '../../../src/base/index.ts';
import { datatableText, whereText } from '../../../src/webview/model/kqlText.ts';
import { runKql } from '../../support/runKql.ts';

const column = (name: string, type: KqlType): Column => ({ name, type });
const hostile = 'a"b\\c|d//e\nf\u202eg\u0000\'';

describe('a literal is exactly its value', () => {
  test.each<[CellValue, KqlType, string]>([
    ['', 'string', '""'],
    [null, 'string', '""'],
    [null, 'long', 'long(null)'],
    ['9223372036854775807', 'long', 'long(9223372036854775807)'],
    [-3, 'int', 'int(-3)'],
    [true, 'bool', 'true'],
    ['-Infinity', 'real', 'real(-inf)'],
    [{ a: '\u202e"' }, 'dynamic', 'dynamic({"a":"\\u202e\\""})'],
    [hostile, 'string', '"a\\"b\\\\c|d//e\\nf\\u202eg\\u0000\'"'],
  ])('%j as %s', (value, type, expected) => expect(kqlLiteral(value, type)).toBe(expected));
});

test('a column that is no plain word is quoted', () => {
  expect(['Identity', '_1', 'a b', '1a', 'a"]'].map(kqlName)).toEqual(['Identity', '_1', '["a b"]', '["1a"]', '["a\\"]"]']);
});

const columns: readonly Column[] = [column('Text', 'string'), column('odd name', 'long'), column('R', 'real'), column('M', 'decimal'), column('B', 'bool'), column('I', 'int'), column('T', 'datetime'), column('S', 'timespan'), column('G', 'guid'), column('D', 'dynamic')];
const rows: readonly Row[] = [
  [hostile, '9223372036854775807', 1.5, '1.25', true, -3, '2026-03-04T08:00:00.0590001Z', '-1.02:03:04.5000000', '5c8e2f1a-3b7d-4e9c-a1f0-9d6b8e4c2a71', { a: [1, 'x\u202e'], __proto: null }],
  ['', null, 'NaN', null, null, null, null, null, null, null],
  ['=1+1', -7, 'Infinity', '-3', false, 7, '2026-03-04T08:00:00.0000000Z', '00:00:01', '00000000-0000-0000-0000-000000000000', ['y']],
];

test('a datatable gives back every value as it was', async () => {
  const answer = await runKql(datatableText({ columns, rows }));
  expect(answer.columns).toEqual(columns);
  expect(answer.rows).toEqual(rows);
});

describe('a filter keeps the rows it was made of, and no others', () => {
  test.each(columns.map(({ name }, index) => [name, index] as const))('%s', async (_, index) => {
    for (const kept of [[0], [1], [2], [0, 1], [0, 2]]) {
      const values = kept.map((row) => rows[row]![index] ?? null);
      const answer = await runKql(`${datatableText({ columns, rows })}${whereText(columns[index]!, values)}`);
      expect(answer.rows, whereText(columns[index]!, values)).toEqual(kept.map((row) => rows[row]));
    }
  });
});

test('equal values are written once', () => expect(whereText(column('A', 'string'), ['x', 'x', 'y'])).toBe('| where A in ("x", "y")\n'));
