import { describe, expect, test } from 'vitest';
import { cellText, type Column, type Row } from '../../../src/base/index.ts';
import { computeView, type GroupRow, type ViewSpec } from '../../../src/webview/model/viewRows.ts';

const columns: readonly Column[] = [
  { name: 'Identity', type: 'string' },
  { name: 'Count', type: 'long' },
  { name: 'At', type: 'datetime' },
];
const rows: readonly Row[] = [
  ['b', 2, '2026-03-01T00:00:00.0000000Z'],
  ['a', 10, '2026-03-01T12:00:00.0000000Z'],
  ['b', 1, null],
  ['a', 10, '2026-03-02T00:00:00.0000000Z'],
];
const plain: ViewSpec = { sort: [], filters: new Map(), search: '', groupBy: [], folded: new Set(), zone: 'utc' };

function order(spec: Partial<ViewSpec>): readonly number[] {
  return computeView(rows, columns, { ...plain, ...spec }).order;
}

/** The lines of the grid: row numbers, and groups as `column=value (rows)`. */
function lines(spec: Partial<ViewSpec>): readonly (number | string)[] {
  return computeView(rows, columns, { ...plain, ...spec }).items.map((item) => (typeof item === 'number' ? item : groupText(item)));
}

function groupText({ column, value, rows: count, folded, level }: GroupRow): string {
  return `${'  '.repeat(level)}${columns[column]!.name}=${cellText(value)} (${count})${folded ? ' folded' : ''}`;
}

test('without wishes the rows stand as they came', () => expect(order({})).toEqual([0, 1, 2, 3]));

describe('sorting', () => {
  test('ascending and descending keep rows that are alike in their order', () => {
    expect(order({ sort: [{ column: 0, descending: false }] })).toEqual([1, 3, 0, 2]);
    expect(order({ sort: [{ column: 0, descending: true }] })).toEqual([0, 2, 1, 3]);
  });
  test('by several columns', () => expect(order({ sort: [{ column: 1, descending: true }, { column: 2, descending: true }] })).toEqual([3, 1, 0, 2]));
  test('null first, and last when descending', () => {
    expect(order({ sort: [{ column: 2, descending: false }] })).toEqual([2, 0, 1, 3]);
    expect(order({ sort: [{ column: 2, descending: true }] })).toEqual([3, 1, 0, 2]);
  });
  test('by a column that is not there changes nothing', () => expect(order({ sort: [{ column: 9, descending: true }] })).toEqual([0, 1, 2, 3]));
});

describe('filtering', () => {
  test('by one column', () => expect(order({ filters: new Map([[0, { operator: 'equals', text: 'a' }]]) })).toEqual([1, 3]));
  test('by two columns at once', () => expect(order({ filters: new Map([[0, { operator: 'equals', text: 'b' }], [1, { operator: 'greater', text: '1' }]]) })).toEqual([0]));
  test('across all columns: every word somewhere in the row', () => {
    expect(order({ search: 'A 12:00' })).toEqual([1]);
    expect(order({ search: 'a b' })).toEqual([]);
  });
  test('and sorting together', () => expect(order({ search: '10', sort: [{ column: 2, descending: true }] })).toEqual([3, 1]));
  test('a filter that cannot be read lets every row pass and says so', () => {
    const view = computeView(rows, columns, { ...plain, filters: new Map([[1, { operator: 'greater', text: 'x' }]]) });
    expect(view.order).toEqual([0, 1, 2, 3]);
    expect([...view.faults]).toEqual([[1, 'Write a number']]);
  });
});

describe('grouping', () => {
  test('groups stand where their first row stands', () => expect(lines({ groupBy: [0] })).toEqual(['Identity=b (2)', 0, 2, 'Identity=a (2)', 1, 3]));
  test('a sort orders groups and the rows in them', () => expect(lines({ groupBy: [0], sort: [{ column: 0, descending: false }] })).toEqual(['Identity=a (2)', 1, 3, 'Identity=b (2)', 0, 2]));
  test('by two columns', () => expect(lines({ groupBy: [0, 1] })).toEqual(['Identity=b (2)', '  Count=2 (1)', 0, '  Count=1 (1)', 2, 'Identity=a (2)', '  Count=10 (2)', 1, 3]));
  test('a folded group hides its rows but counts them, and they still belong to the view', () => {
    const folded = new Set([JSON.stringify(['b'])]);
    expect(lines({ groupBy: [0], folded })).toEqual(['Identity=b (2) folded', 'Identity=a (2)', 1, 3]);
    expect(order({ groupBy: [0], folded })).toEqual([0, 1, 2, 3]);
  });
  test('equal values below different groups are different groups', () => {
    const view = computeView([['x', 1, null], ['y', 1, null]], columns, { ...plain, groupBy: [0, 1] });
    expect(view.items.filter((item) => typeof item === 'object').map(({ key }) => key)).toEqual(['["x"]', '["x","1"]', '["y"]', '["y","1"]']);
  });
  test('a separator inside a value cannot forge a group', () => {
    const view = computeView([['x","1', 2, null], ['x', 1, null]], columns, { ...plain, groupBy: [0, 1] });
    expect(new Set(view.items.filter((item) => typeof item === 'object').map(({ key }) => key)).size).toBe(4);
  });
});
