import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../src/base/index.ts';
import { childLimit, initiallyExpanded, jsonNodes, treeValue } from '../../../src/webview/model/jsonNodes.ts';

/** The tree as indented lines: `name`, `+` for folded and `-` for open. */
function lines(root: JsonValue, expanded: readonly string[]): readonly string[] {
  return jsonNodes(root, new Set(expanded)).map(({ name, level, expandable, expanded: open }) => `${' '.repeat(level)}${expandable ? (open ? '-' : '+') : ''}${name}`);
}

test('only what is open shows its children', () => {
  const value = { a: { b: 1 }, list: [true, null] };
  expect(lines(value, [])).toEqual(['+']);
  expect(lines(value, ['', '/list'])).toEqual(['-', ' +a', ' -list', '  0', '  1']);
});

test('paths are JSON pointers, so that names with / and ~ stay apart', () => {
  const nodes = jsonNodes({ 'a/b': { '~': 1 }, a: { b: 2 } }, new Set(['', '/a~1b', '/a']));
  expect(nodes.map(({ path }) => path)).toEqual(['', '/a~1b', '/a~1b/~0', '/a', '/a/b']);
});

test('places among siblings, for screen readers', () => {
  const nodes = jsonNodes([7, 8], new Set(['']));
  expect(nodes.map(({ position, siblings }) => [position, siblings])).toEqual([[1, 1], [1, 2], [2, 2]]);
});

test('an empty bag has nothing to open', () => expect(lines({ empty: {} }, ['', '/empty'])).toEqual(['-', ' empty']));

test('what is left out of a long list is said', () => {
  const nodes = jsonNodes(Array.from({ length: childLimit + 3 }, (_, index) => index), new Set(['']));
  expect(nodes).toHaveLength(childLimit + 2);
  expect(nodes.at(-1)?.value).toBe('3 more, not shown');
});

test('small parts are open at first, large ones are not', () => {
  const large = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`k${index}`, index]));
  expect([...initiallyExpanded({ small: { a: 1 }, large })]).toEqual(['', '/small']);
});

describe('what is shown as a tree', () => {
  test('bags, arrays, and texts that hold one', () => {
    expect(treeValue({ a: 1 })).toEqual({ a: 1 });
    expect(treeValue(' [1, 2]')).toEqual([1, 2]);
    expect(treeValue('{"id":9007199254740993}')).toEqual({ id: '9007199254740993' });
  });
  test.each([['plain text'], ['{broken'], [5], [null], ['"text"'], ['[' .repeat(3)]])('%j is none', (value) => expect(treeValue(value)).toBeUndefined());
});
