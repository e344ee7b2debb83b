import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDatetime, formatTimespan, maxDatetimeTicks, parseIsoTicks, ticksFromDate, unixEpochTicks } from '../../../src/base/index.ts';

describe('datetime', () => {
  test.each([
    [0n, '0001-01-01T00:00:00.0000000Z'],
    [unixEpochTicks, '1970-01-01T00:00:00.0000000Z'],
    [unixEpochTicks - 1n, '1969-12-31T23:59:59.9999999Z'],
    [maxDatetimeTicks, '9999-12-31T23:59:59.9999999Z'],
  ])('%s ticks are %s', (ticks, text) => {
    expect(formatDatetime(ticks)).toBe(text);
    expect(parseIsoTicks(text)).toBe(ticks);
  });

  test.each([
    ['2026-01-01', '2026-01-01T00:00:00.0000000Z'],
    ['2026-01-01T10:00Z', '2026-01-01T10:00:00.0000000Z'],
    ['2026-01-01 10:00:00.5', '2026-01-01T10:00:00.5000000Z'],
    ['2026-01-01T10:00:00.1234567+02:00', '2026-01-01T08:00:00.1234567Z'],
    ['2026-01-01T10:00:00-0330', '2026-01-01T13:30:00.0000000Z'],
  ])('%s is read as %s', (text, expected) => {
    expect(formatDatetime(parseIsoTicks(text) ?? -1n)).toBe(expected);
  });

  test.each(['', 'yesterday', '2026-02-31', '2026-13-01', '11/14/2025', '2026-01-01T25:00:00Z'])('%j is no datetime', (text) => {
    expect(parseIsoTicks(text)).toBeUndefined();
  });

  test('every tick survives the round trip', () => {
    fc.assert(fc.property(fc.bigInt(0n, maxDatetimeTicks), (ticks) => parseIsoTicks(formatDatetime(ticks)) === ticks));
  });

  test('a Date is milliseconds of it', () => {
    expect(formatDatetime(ticksFromDate(new Date('2026-03-01T00:00:00.059Z')))).toBe('2026-03-01T00:00:00.0590000Z');
  });
});

test.each([
  [0n, '00:00:00'],
  [590_000n, '00:00:00.0590000'],
  [-10_000_000n, '-00:00:01'],
  [864_000_000_000n * 3n + 36_000_000_000n, '3.01:00:00'],
])('timespan of %s ticks is %s', (ticks, text) => {
  expect(formatTimespan(ticks)).toBe(text);
});
