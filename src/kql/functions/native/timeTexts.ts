import { maxDatetimeTicks, ticksPerDay, unixEpochTicks } from '../../../base/index.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface Fields {
  readonly year: string;
  /** A number or an English name. */
  readonly month: string;
  readonly day: string;
  readonly time?: string | undefined;
}

const time = String.raw`(?:[T ,]+(\d.*))?`;
const forms: readonly (readonly [pattern: RegExp, fields: (groups: readonly (string | undefined)[]) => Fields])[] = [
  [new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, 'i'), ([, year = '', month = '', day = '', rest]) => ({ year, month, day, time: rest })],
  [new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${time}$`, 'i'), ([, month = '', day = '', year = '', rest]) => ({ year, month, day, time: rest })],
  [/^(\d{4})[-/.](\d{1,2})$/, ([, year = '', month = '']) => ({ year, month, day: '1' })],
  [/^(\d{4})$/, ([, year = '']) => ({ year, month: '1', day: '1' })],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, year = '', month = '', day = '']) => ({ year, month, day })],
  // RFC 822 and RFC 850: "Sat, 8 Nov 14 15:05:02 UTC", "Saturday, 08-Nov-14 15:05:02 UTC".
  [/^(?:[a-z]{3,9},?\s+)?(\d{1,2})[-\s]([a-z]{3,9})[-\s](\d{4}|\d{2})(?:,?\s+(\d.*))?$/i, ([, day = '', month = '', year = '', rest]) => ({ year, month, day, time: rest })],
  // "Sat Nov 8 15:05:02 2014" and "Nov 8, 2014 15:05".
  [/^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+(\d{4})$/i, ([, month = '', day = '', rest, year = '']) => ({ year, month, day, time: rest })],
  [/^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+(\d.*))?$/i, ([, month = '', day = '', year = '', rest]) => ({ year, month, day, time: rest })],
];

/** Ticks of a text in one of the forms Kusto documents for datetime: ISO 8601 and its shortenings, RFC 822, RFC 850, month first otherwise. */
export function parseDatetimeText(text: string): bigint | undefined {
  const trimmed = text.trim();
  for (const [pattern, fields] of forms) {
    const groups = pattern.exec(trimmed);
    if (groups) return ticksOf(fields(groups));
  }
  return undefined;
}

function ticksOf({ year, month, day, time: clock }: Fields): bigint | undefined {
  const named = months.indexOf(month.slice(0, 3).toLowerCase());
  const [y, m, d] = [fullYear(year), /^\d/.test(month) ? Number(month) : named + 1, Number(day)];
  const date = new Date(0);
  date.setUTCFullYear(y, m - 1, d);
  if (m < 1 || m > 12 || d < 1 || date.getUTCDate() !== d || y < 1) return undefined;
  const ofDay = clock === undefined ? 0n : clockTicks(clock);
  if (ofDay === undefined) return undefined;
  const ticks = BigInt(date.getTime()) * 10_000n + unixEpochTicks + ofDay;
  return ticks >= 0n && ticks <= maxDatetimeTicks ? ticks : undefined;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}

/** Ticks since midnight UTC of `hh:mm[:ss[.fffffff]]`, with AM or PM and with a zone. */
function clockTicks(text: string): bigint | undefined {
  const match = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?\s*(am|pm)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{1,2})?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, h = '', m = '', s = '0', fraction = '', half, zone] = match;
  const hour = half === undefined ? Number(h) : (Number(h) % 12) + (/pm/i.test(half) ? 12 : 0);
  if (hour > 23 || Number(m) > 59 || Number(s) > 59 || (half !== undefined && Number(h) > 12)) return undefined;
  return BigInt(hour * 3600 + Number(m) * 60 + Number(s)) * 10_000_000n + BigInt(fraction.padEnd(7, '0').slice(0, 7)) - zoneTicks(zone);
}

function zoneTicks(zone: string | undefined): bigint {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone ?? '');
  if (!match) return 0n;
  const minutes = BigInt(Number(match[2]) * 60 + Number(match[3] ?? 0));
  return (match[1] === '-' ? -minutes : minutes) * 600_000_000n;
}

const units: readonly (readonly [RegExp, bigint])[] = [
  [/^(d|days?)$/i, ticksPerDay], [/^(h|hrs?|hours?)$/i, 36_000_000_000n], [/^(m|mins?|minutes?)$/i, 600_000_000n], [/^(s|secs?|seconds?)$/i, 10_000_000n],
  [/^(ms|milli(s|secs?|seconds?)?)$/i, 10_000n], [/^(micros?|microsecs?|microseconds?)$/i, 10n], [/^(nanos?|nanosecs?|nanoseconds?)$/i, 0n], [/^ticks?$/i, 1n],
];

/** Ticks of a timespan's text: `1.5h`, `2d`, `[-][d.]hh:mm[:ss[.fffffff]]`, or a whole number of days. */
export function parseTimespanText(text: string): bigint | undefined {
  const trimmed = text.trim();
  const suffixed = /^([+-]?)(\d+)(?:\.(\d+))?\s*([a-z]+)$/i.exec(trimmed);
  if (suffixed) {
    const [, sign = '', whole = '', fraction = '', name = ''] = suffixed;
    const unit = units.find(([pattern]) => pattern.test(name))?.[1];
    if (unit === undefined) return undefined;
    const number = BigInt(whole + fraction);
    const ticks = unit === 0n ? number / 100n / 10n ** BigInt(fraction.length) : (number * unit) / 10n ** BigInt(fraction.length);
    return sign === '-' ? -ticks : ticks;
  }
  if (/^[+-]?\d+$/.test(trimmed)) return BigInt(trimmed) * ticksPerDay;
  const clock = /^([+-]?)(?:(\d+)\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?$/.exec(trimmed);
  if (!clock) return undefined;
  const [, sign = '', days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = clock;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const ticks = BigInt(days) * ticksPerDay + BigInt(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 10_000_000n + BigInt(fraction.padEnd(7, '0'));
  return sign === '-' ? -ticks : ticks;
}
