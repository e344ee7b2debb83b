import { expect, test } from 'vitest';
import { rangeOf, timeRangeChoices, timeRangeFault, timeRangeText } from '../../../src/extension/model/index.ts';

const now = Date.parse('2026-03-10T12:00:00Z');

test.each([
  ['P7D', '2026-03-03T12:00:00.000Z', '2026-03-10T12:00:00.000Z'],
  ['PT90M', '2026-03-10T10:30:00.000Z', '2026-03-10T12:00:00.000Z'],
  ['P1DT12H', '2026-03-09T00:00:00.000Z', '2026-03-10T12:00:00.000Z'],
  ['2026-03-01/2026-03-02T06:00:00Z', '2026-03-01T00:00:00.000Z', '2026-03-02T06:00:00.000Z'],
])('%s has two ends', (text, from, to) => {
  expect(rangeOf(text, now)).toEqual({ from, to });
  expect(timeRangeFault(text)).toBeUndefined();
});

test.each(['P', 'PT', 'P0D', '7d', '2026-03-02/2026-03-01', '2026-03-01', '2026-13-01/2026-03-02', '2026-03-01/2026-03-02/2026-03-03', 'yesterday'])('%s is refused', (text) => {
  expect(rangeOf(text, now)).toBeUndefined();
  expect(timeRangeFault(text)).toContain('P7D');
});

test('every offered range has ends, and reads as words', () => {
  for (const { timespan } of timeRangeChoices) expect(rangeOf(timespan, now)).toBeDefined();
  expect(timeRangeText('P7D')).toBe('last 7 days');
  expect(timeRangeText('2026-03-01/2026-03-02')).toBe('2026-03-01 to 2026-03-02');
});
