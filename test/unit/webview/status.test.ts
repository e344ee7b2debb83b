import { expect, test } from 'vitest';
import type { ResultFooter, ResultWarning } from '../../../src/protocol/index.ts';
import { badgeOf } from '../../../src/webview/model/badge.ts';
import { formatDuration, missingRows, rowsText, speedText, statisticLines } from '../../../src/webview/model/status.ts';

function footer(...kinds: readonly ResultWarning['kind'][]): ResultFooter {
  return { statistics: { engine: 'duckdb', rows: 5, elapsedMs: 5 }, asOf: '', warnings: kinds.map((kind) => ({ kind, code: 'W', message: '', severity: 'warning' })) };
}

test.each<[number, number, ResultFooter | undefined, string]>([
  [1, 1, undefined, '1 row'],
  [0, 0, footer(), '0 rows'],
  [1234, 5000, footer(), '1,234 of 5,000 rows, filtered'],
  [5000, 5000, footer('truncated'), '5,000 rows; result truncated at 5,000 rows'],
  [3, 5000, footer('truncated', 'partial'), '3 of 5,000 rows, filtered; result truncated at 5,000 rows; some data was not read'],
  [5, 5, footer('note'), '5 rows'],
])('%d of %d', (shown, total, given, expected) => expect(rowsText(shown, total, given)).toBe(expected));

test.each([
  [0.4, '0 ms'],
  [412, '412 ms'],
  [1500, '1.5 s'],
  [61_000, '1 min 1 s'],
])('%d milliseconds are %s', (milliseconds, expected) => expect(formatDuration(milliseconds)).toBe(expected));

test('where and how long', () => expect(speedText({ engine: 'logAnalytics', rows: 1, elapsedMs: 1200 })).toBe('1.2 s, Log Analytics'));
test('every figure has a name in words', () => {
  expect(statisticLines({ engine: 'duckdb', rows: 1200, elapsedMs: 30, translateMs: 8 })).toEqual([
    { name: 'engine', value: 'duckdb' },
    { name: 'rows', value: '1,200' },
    { name: 'elapsed', value: '30 ms' },
    { name: 'translate', value: '8 ms' },
  ]);
});

test.each([
  ['Evidence', 'token', 'token'],
  ['Evidence', 'identity+ip', 'identity-ip'],
  ['Evidence', 'none', 'none'],
  ['Evidence', 'constructor', undefined],
  ['ResultType', '0', undefined],
  ['ResultType', '7000222', 'failure'],
  ['SignInResultType', 'Success', undefined],
  ['Comment', 'none', undefined],
])('the badge of %s %s is %s', (name, text, expected) => expect(badgeOf({ name, type: 'string' }, text)).toBe(expected));

test.each<[Parameters<typeof missingRows>[0], string | undefined]>([
  [{ phase: 'done', footer: footer(), dropped: 0 }, undefined],
  [{ phase: 'done', footer: footer('note'), dropped: 0 }, undefined],
  [{ phase: 'done', footer: footer('truncated', 'partial'), dropped: 0 }, 'the result is truncated; some data was not read'],
  [{ phase: 'done', footer: footer(), dropped: 1200 }, 'the page did not keep 1,200 rows'],
  [{ phase: 'receiving', footer: undefined, dropped: 0 }, 'the query is still running'],
  [{ phase: 'cancelled', footer: undefined, dropped: 0 }, 'the query was cancelled'],
  [{ phase: 'failed', footer: undefined, dropped: 0 }, 'the query broke off'],
])('why rows are missing: %j', (state, expected) => expect(missingRows(state)).toBe(expected));
