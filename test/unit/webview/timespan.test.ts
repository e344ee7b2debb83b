import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTimespan } from '../../../src/base/index.ts';
import { parseTimespanTicks } from '../../../src/webview/model/timespan.ts';

test.each([
  ['00:00:01', 10_000_000n],
  ['-00:00:01', -10_000_000n],
  ['1.02:03:04.0000005', 937_840_000_005n],
  ['00:00:00.5', 5_000_000n],
  ['1:30', 54_000_000_000n],
  [' 00:00:00 ', 0n],
])('%j', (text, ticks) => expect(parseTimespanTicks(text)).toBe(ticks));

test.each(['', '5', '1h', '1.5', '00:00:00.12345678', 'x 00:00:01'])('%j is no time span', (text) => expect(parseTimespanTicks(text)).toBeUndefined());

test('every wire time span survives', () => {
  fc.assert(fc.property(fc.bigInt(-(10n ** 17n), 10n ** 17n), (ticks) => parseTimespanTicks(formatTimespan(ticks)) === ticks));
});
