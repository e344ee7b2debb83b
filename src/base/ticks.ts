/**
 * Kusto's datetime and timespan are counts of 100 ns ticks; a datetime counts from 0001-01-01T00:00:00Z.
 * The local engine stores both as BIGINT ticks, so nothing is lost to microseconds.
 */
export const ticksPerMillisecond = 10_000n;
export const ticksPerSecond = 10_000_000n;
export const ticksPerDay = 864_000_000_000n;
export const unixEpochTicks = 621_355_968_000_000_000n;
export const maxDatetimeTicks = 3_155_378_975_999_999_999n;

export function ticksFromDate(date: Date): bigint {
  return BigInt(date.getTime()) * ticksPerMillisecond + unixEpochTicks;
}

/** ISO 8601 in UTC with at most seven fraction digits (`Z`, an offset or nothing, meaning UTC); undefined if it is none. */
export function parseIsoTicks(text: string): bigint | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match;
  const offset = /^z$/i.test(zone) ? 'Z' : zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const milliseconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  if (Number.isNaN(milliseconds)) return undefined;
  // Date.parse rolls 31 February over; a datetime that does not exist is no datetime.
  if (new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day)) return undefined;
  return BigInt(milliseconds) * ticksPerMillisecond + unixEpochTicks + BigInt(fraction.padEnd(7, '0').slice(0, 7));
}

/** `2026-01-01T00:00:00.0000000Z`, the wire form of a datetime. */
export function formatDatetime(ticks: bigint): string {
  const milliseconds = (ticks - unixEpochTicks) / ticksPerMillisecond - ((ticks - unixEpochTicks) % ticksPerMillisecond < 0n ? 1n : 0n);
  const rest = ticks - unixEpochTicks - milliseconds * ticksPerMillisecond;
  const iso = new Date(Number(milliseconds)).toISOString();
  return `${iso.slice(0, -1)}${rest.toString().padStart(4, '0')}Z`;
}

/** `[-][d.]hh:mm:ss[.fffffff]`, the wire form of a timespan. */
export function formatTimespan(ticks: bigint): string {
  const magnitude = ticks < 0n ? -ticks : ticks;
  const days = magnitude / ticksPerDay;
  const rest = magnitude % ticksPerDay;
  const two = (n: bigint) => n.toString().padStart(2, '0');
  const fraction = rest % ticksPerSecond;
  const seconds = rest / ticksPerSecond;
  return (
    (ticks < 0n ? '-' : '') +
    (days > 0n ? `${days}.` : '') +
    `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}` +
    (fraction > 0n ? `.${fraction.toString().padStart(7, '0')}` : '')
  );
}
