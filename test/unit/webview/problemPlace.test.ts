import { expect, test } from 'vitest';
import { problemPlace } from '../../../src/webview/model/problemPlace.ts';

/** The place of what stands between ⟦ and ⟧ in a query: `line:column before⟦faulty⟧after`. */
function check(marked: string, expected: string): void {
  const start = marked.indexOf('⟦');
  const length = marked.indexOf('⟧') - start - 1;
  const place = problemPlace(marked.replace(/[⟦⟧]/g, ''), { start, length });
  expect(place && `${place.line}:${place.column} ${place.before}⟦${place.faulty}⟧${place.after}`).toBe(expected);
}

test('on the first line', () => check('T | ⟦foo⟧ bar', '1:5 T | ⟦foo⟧ bar'));
test('on a later line, without its neighbours', () => check('T\r\n    | where ⟦Naem⟧ == 1\r\n| take 1', '2:13 | where ⟦Naem⟧ == 1'));
test('at the end of the query, where something is missing', () => check('T | where ⟦⟧', '1:11 T | where ⟦⟧'));
test('over several lines only the first is shown', () => check('T | ⟦foo\nbar⟧ | take 1', '1:5 T | ⟦foo⟧'));
test('a long line is cut on both sides', () => {
  const long = 'x'.repeat(100);
  check(`${long}⟦bad⟧${long}`, `1:101 …${'x'.repeat(60)}⟦bad⟧${'x'.repeat(60)}…`);
});
test('characters that hide are shown', () => check("T | where N == ⟦'a\u202eb'⟧", "1:16 T | where N == ⟦'a⟨U+202E⟩b'⟧"));
test('outside the query there is no place', () => {
  expect(problemPlace('T', { start: 5, length: 1 })).toBeUndefined();
  expect(problemPlace('T', undefined)).toBeUndefined();
});
