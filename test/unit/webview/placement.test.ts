import { expect, test } from 'vitest';
import { hideColumn, initialLayout, resizeColumn } from '../../../src/webview/model/columnLayout.ts';
import { standsBeside, type PlacementChoice } from '../../../src/webview/model/placement.ts';

const two = [400, 400].reduce((layout, width, column) => resizeColumn(layout, column, width), initialLayout(['a', 'b'].map((name) => ({ name, type: 'string' as const }))));

test.each<[PlacementChoice, number, boolean]>([
  ['auto', 1400, true],
  ['auto', 1200, false],
  ['auto', 900, false],
  ['beside', 1200, true],
  ['beside', 999, false],
  ['below', 1400, false],
])('%s in %d pixels: beside is %s', (choice, width, expected) => expect(standsBeside(choice, two, width)).toBe(expected));

test('hidden columns need no room', () => expect(standsBeside('auto', hideColumn(two, 0), 1200)).toBe(true));
