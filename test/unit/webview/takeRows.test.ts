import { expect, test } from 'vitest';
import { rowLimit, TextSharer } from '../../../src/webview/model/takeRows.ts';
import { reduce } from '../../../src/webview/model/reduce.ts';
import { initialState } from '../../../src/webview/model/resultState.ts';

test('a million rows, fewer where they are wide', () => {
  expect(rowLimit(3)).toBe(1_000_000);
  expect(rowLimit(20)).toBe(1_000_000);
  expect(rowLimit(40)).toBe(500_000);
  expect(rowLimit(0)).toBe(1_000_000);
});

test('rows beyond the limit are counted, not kept', () => {
  const columns = Array.from({ length: 2_000_000 }, (_, index) => ({ name: `c${index}`, type: 'long' as const }));
  const run = { runId: 1, title: '', sourceTitle: '', query: '', parameters: [] };
  const begun = reduce(initialState(), { type: 'begin', run, columns });
  const state = [0, 1, 2].reduce((before) => reduce(before, { type: 'rows', runId: 1, rows: [[1], [2], [3], [4]] }), begun);
  expect([state.rows.length, state.dropped]).toEqual([10, 2]);
});

test('sharing changes no value', () => {
  const sharer = new TextSharer(3);
  const rows = [['a', 1, null], ['a', 'x'.repeat(1000), { b: 'a' }], ['', true, ['a']]];
  expect(rows.map((row) => sharer.share(row))).toEqual(rows);
});

test('a column of many different texts is left alone, and stays right', () => {
  const sharer = new TextSharer(1);
  for (let index = 0; index < 30_000; index += 1) expect(sharer.share([`id-${index}`])[0]).toBe(`id-${index}`);
});
