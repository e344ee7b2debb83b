import { ticksPerDay, ticksPerSecond } from '../../base/index.ts';

/** Ticks of a wire timespan (`[-][d.]hh:mm:ss[.fffffff]`); undefined if the text is none. */
export function parseTimespanTicks(text: string): bigint | undefined {
  const match = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const whole = BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(seconds);
  const ticks = BigInt(days) * ticksPerDay + whole * ticksPerSecond + BigInt(fraction.padEnd(7, '0'));
  return sign ? -ticks : ticks;
}
