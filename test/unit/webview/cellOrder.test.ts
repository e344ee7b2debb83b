import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellValue, KqlType } from '../../../src/base/index.ts';
import { compareSortKeys, rankColumn, sortKey } from '../../../src/webview/model/cellOrder.ts';

/** Sorts the values of one column as the grid does and expects them in this order. */
function check(type: KqlType, values: readonly CellValue[], expected: readonly CellValue[]): void {
  const ranks = rankColumn(values.map((value) => [value]), 0, type);
  expect(values.map((_, index) => index).sort((left, right) => ranks[left]! - ranks[right]!).map((index) => values[index])).toEqual(expected);
}

describe('each type sorts by value, not by text', () => {
  test('int', () => check('int', [10, 9, -1, 0], [-1, 0, 9, 10]));
  test('long beyond 2^53 keeps every digit', () => check('long', ['9007199254740994', 5, '9007199254740993', '-9007199254740993'], ['-9007199254740993', 5, '9007199254740993', '9007199254740994']));
  test('real with infinities; NaN before every number', () => check('real', [1.5, 'Infinity', 'NaN', '-Infinity', -2], ['NaN', '-Infinity', -2, 1.5, 'Infinity']));
  test('decimal', () => check('decimal', ['10.5', '9.25', '-0.5', '9.2499999999999999999999'], ['-0.5', '9.2499999999999999999999', '9.25', '10.5']));
  test('bool', () => check('bool', [true, false], [false, true]));
  test('datetime to the tick', () =>
    check('datetime', ['2026-03-01T10:00:00.0000002Z', '2025-12-31T23:59:59.9999999Z', '2026-03-01T10:00:00.0000001Z'], ['2025-12-31T23:59:59.9999999Z', '2026-03-01T10:00:00.0000001Z', '2026-03-01T10:00:00.0000002Z']));
  test('timespan', () => check('timespan', ['1.00:00:00', '23:59:59', '-00:00:01', '00:00:00.0000001'], ['-00:00:01', '00:00:00.0000001', '23:59:59', '1.00:00:00']));
  test('string by words, numbers in it and letters without regard to case', () => check('string', ['10.1.0.10', 'beta', '10.1.0.9', 'Alpha', ''], ['', '10.1.0.9', '10.1.0.10', 'Alpha', 'beta']));
  test('dynamic by its text', () => check('dynamic', [{ b: 1 }, { a: 1 }], [{ a: 1 }, { b: 1 }]));
});

test.each<KqlType>(['int', 'string', 'datetime', 'real', 'dynamic'])('null comes first in a column of %s', (type) => {
  const value: CellValue = type === 'int' ? -1 : type === 'datetime' ? '0001-01-01T00:00:00.0000000Z' : type === 'real' ? 'NaN' : '';
  check(type, [value, null], [null, value]);
});

test('rows that are alike have the same rank', () => {
  expect([...rankColumn([['b'], ['a'], ['b'], [null], ['a']], 0, 'string')]).toEqual([2, 1, 2, 0, 1]);
});

test('the order of longs is the order of their numbers', () => {
  const long = fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n);
  const wire = (value: bigint): CellValue => (value >= -(2n ** 53n) && value <= 2n ** 53n ? Number(value) : String(value));
  fc.assert(
    fc.property(long, long, (left, right) => {
      const order = compareSortKeys(sortKey(wire(left), 'long'), sortKey(wire(right), 'long'), 'long');
      return Math.sign(order) === (left < right ? -1 : left > right ? 1 : 0);
    }),
  );
});

test('a comparison and its reverse agree, for any text', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (left, right) => compareSortKeys(left, right, 'string') === -compareSortKeys(right, left, 'string')));
});
