import { expect, test } from 'vitest';
import { hideColumn, initialLayout, minimumWidth, moveColumn, orderShown, pinColumn, pinnedCount, resizeColumn, showAllColumns, showColumn, shownColumns, unpinColumn, type ColumnLayout } from '../../../src/webview/model/columnLayout.ts';

const four = initialLayout(['a', 'b', 'c', 'd'].map((name) => ({ name, type: 'string' as const })));

function check(layout: ColumnLayout, shown: readonly number[], pinned = 0): void {
  expect(shownColumns(layout)).toEqual(shown);
  expect(pinnedCount(layout)).toBe(pinned);
}

test('at first every column in its order', () => check(four, [0, 1, 2, 3]));
test('leading columns come first, where there are such', () => {
  check(initialLayout([{ name: 'a', type: 'string' }, { name: 'b', type: 'string' }, { name: 'c', type: 'string' }], ['c', 'missing', 'a']), [2, 0, 1]);
});
test('a hidden column goes and comes back to its place', () => {
  const hidden = hideColumn(four, 1);
  check(hidden, [0, 2, 3]);
  check(showColumn(hidden, 1), [0, 1, 2, 3]);
  check(showAllColumns(hideColumn(hidden, 0)), [0, 1, 2, 3]);
});
test('the last column cannot be hidden', () => check([0, 1, 2, 3].reduce(hideColumn, four), [3]));
test('pinned columns come first, in the order of pinning', () => {
  const pinned = pinColumn(pinColumn(four, 2), 1);
  check(pinned, [2, 1, 0, 3], 2);
  check(unpinColumn(pinned, 2), [1, 0, 2, 3], 1);
  check(pinColumn(pinned, 2), [2, 1, 0, 3], 2);
});
test('a hidden pinned column pins nothing', () => check(hideColumn(pinColumn(four, 2), 2), [0, 1, 3], 0));
test('moving stays among neighbours of its kind', () => {
  check(moveColumn(four, 1, 1), [0, 2, 1, 3]);
  check(moveColumn(four, 0, -1), [0, 1, 2, 3]);
  const pinned = pinColumn(four, 3);
  check(moveColumn(pinned, 0, -1), [3, 0, 1, 2], 1);
  check(moveColumn(pinColumn(pinned, 1), 1, -1), [1, 3, 0, 2], 2);
});
test('a dragged order is taken over and hidden columns are kept', () => {
  const layout = orderShown(hideColumn(four, 0), [3, 1, 2]);
  check(layout, [3, 1, 2]);
  check(showColumn(layout, 0), [3, 1, 2, 0]);
});
test('a width has a floor and is whole', () => {
  expect(resizeColumn(four, 1, 120.6).widths.get(1)).toBe(121);
  expect(resizeColumn(four, 1, 3).widths.get(1)).toBe(minimumWidth);
});
