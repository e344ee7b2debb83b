import { describe, expect, test, vi } from 'vitest';
import { formatCell, formatTime, shownCharacters, zoneName } from '../../../src/webview/model/formatCell.ts';
import { formatTick } from '../../../src/webview/model/timeTicks.ts';

vi.stubEnv('TZ', 'Europe/Berlin');

describe('times', () => {
  test.each([
    ['2026-03-01T10:00:00.0000000Z', '2026-03-01 10:00:00.000'],
    ['2026-03-01T10:00:00.0590000Z', '2026-03-01 10:00:00.059'],
    ['2026-03-01T10:00:00.0590001Z', '2026-03-01 10:00:00.0590001'],
    ['soon', 'soon'],
  ])('%s in UTC is %s', (wire, expected) => expect(formatTime(wire, 'utc')).toBe(expected));

  test('local time knows summer and winter, and keeps the ticks', () => {
    expect(formatTime('2026-03-01T23:30:00.0590001Z', 'local')).toBe('2026-03-02 00:30:00.0590001');
    expect(formatTime('2026-07-01T10:00:00.0000000Z', 'local')).toBe('2026-07-01 12:00:00.000');
  });

  test('the zone is named with its distance at that instant', () => {
    expect(zoneName('utc', new Date())).toBe('UTC');
    expect(zoneName('local', new Date('2026-03-01T00:00:00Z'))).toBe('UTC+01:00');
    expect(zoneName('local', new Date('2026-07-01T00:00:00Z'))).toBe('UTC+02:00');
  });
});

describe('cells', () => {
  test('a text is one line in which every character can be seen', () => expect(formatCell('a\nb\u202egnp', 'string', 'utc')).toBe('a⏎b⟨U+202E⟩gnp'));
  test('markup stays as it is written', () => expect(formatCell('<img src=x onerror=alert(1)>', 'string', 'utc')).toBe('<img src=x onerror=alert(1)>'));
  test('ten thousand characters are cut with a sign', () => {
    const text = formatCell('x'.repeat(10_000), 'string', 'utc');
    expect(text).toHaveLength(shownCharacters);
    expect(text.endsWith('…')).toBe(true);
  });
  test('null is nothing, a bag is JSON, a long beyond 2^53 keeps its digits', () => {
    expect(formatCell(null, 'long', 'utc')).toBe('');
    expect(formatCell({ a: [1, null] }, 'dynamic', 'utc')).toBe('{"a":[1,null]}');
    expect(formatCell('9007199254740993', 'long', 'utc')).toBe('9007199254740993');
  });
});

test.each([
  ['2026-01-01T00:00:00Z', '2026'],
  ['2026-03-01T00:00:00Z', 'Mar 1'],
  ['2026-03-01T10:00:00Z', '10:00'],
  ['2026-03-01T10:00:05Z', '10:00:05'],
  ['2026-03-01T10:00:05.059Z', '05.059'],
])('a tick at %s reads %s', (at, expected) => expect(formatTick(new Date(at), 'utc')).toBe(expected));

test('a tick in local time', () => expect(formatTick(new Date('2026-03-01T23:00:00Z'), 'local')).toBe('Mar 2'));
