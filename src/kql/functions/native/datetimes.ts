import { ticksPerDay, unixEpochTicks } from '../../../base/index.ts';
import { parseDatetimeText, parseTimespanText } from './timeTexts.ts';
import { native, type NativeFunction } from './nativeFunction.ts';

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function datePartsOf(ticks: bigint): DateParts {
  const days = (ticks - unixEpochTicks) / ticksPerDay - ((ticks - unixEpochTicks) % ticksPerDay < 0n ? 1n : 0n);
  const date = new Date(Number(days) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function fraction(ticks: bigint, digits: number): string {
  return (ticks % 10_000_000n).toString().padStart(7, '0').slice(0, digits);
}

type Element = (run: string) => string;

/** Replaces each run of one letter by what its element gives; a letter that is none is no format of Kusto's, so the result is empty. */
function format(pattern: string, elements: ReadonlyMap<string, Element>): string {
  if (/[^\s/\-:,._[\]a-zA-Z]/.test(pattern)) return '';
  const runs = pattern.match(/([a-zA-Z])\1*|[^a-zA-Z]/g) ?? [];
  if (runs.some((run) => /[a-zA-Z]/.test(run) && !elements.has(run.charAt(0)))) return '';
  return runs.map((run) => elements.get(run.charAt(0))?.(run) ?? run).join('');
}

const padded = (value: number) => (run: string) => String(value).padStart(run.length, '0');
const fractions = (ticks: bigint): readonly (readonly [string, Element])[] => [
  ['f', (run) => fraction(ticks, run.length)],
  ['F', (run) => fraction(ticks, run.length).replace(/0+$/, '')],
];

function formatDatetime(ticks: bigint, pattern: string): string {
  const { year, month, day } = datePartsOf(ticks);
  const hour = Number((ticks / 36_000_000_000n) % 24n);
  return format(pattern, new Map<string, Element>([
    ['y', (run) => (run.length > 2 ? String(year).padStart(run.length, '0') : padded(year % 100)(run))],
    ['M', padded(month)], ['d', padded(day)], ['H', padded(hour)], ['h', padded(hour % 12 === 0 ? 12 : hour % 12)],
    ['m', padded(Number((ticks / 600_000_000n) % 60n))], ['s', padded(Number((ticks / 10_000_000n) % 60n))],
    ['t', (run) => (hour < 12 ? 'AM' : 'PM').slice(0, run.length)],
    ...fractions(ticks),
  ]));
}

function formatTimespan(ticks: bigint, pattern: string): string {
  const magnitude = ticks < 0n ? -ticks : ticks;
  const part = (unit: bigint, size: bigint) => Number((magnitude / unit) % size);
  return (ticks < 0n ? '-' : '') + format(pattern, new Map<string, Element>([
    ['d', padded(Number(magnitude / ticksPerDay))], ['H', padded(part(36_000_000_000n, 24n))], ['h', padded(part(36_000_000_000n, 24n))],
    ['m', padded(part(600_000_000n, 60n))], ['s', padded(part(10_000_000n, 60n))],
    ...fractions(magnitude),
  ]));
}

function makeDatetime(year: bigint, month: bigint, day: bigint, hour: bigint | null, minute: bigint | null, second: number | null): bigint | null {
  const [y, m, d, h, min, s] = [Number(year), Number(month), Number(day), Number(hour ?? 0n), Number(minute ?? 0n), second ?? 0];
  if (y < 1 || y > 9999 || m < 1 || m > 12 || h < 0 || h > 23 || min < 0 || min > 59 || !(s >= 0 && s < 60)) return null;
  const date = new Date(0).setUTCFullYear(y, m - 1, d);
  if (d < 1 || new Date(date).getUTCMonth() !== m - 1) return null;
  return BigInt(date) * 10_000n + unixEpochTicks + BigInt(h * 3600 + min * 60) * 10_000_000n + BigInt(Math.round(s * 1e7));
}

/** Hours below 24 and minutes and seconds below 60, else null. */
function makeTimespan(days: bigint | null, hours: bigint, minutes: bigint, seconds: number | null): bigint | null {
  const s = seconds ?? 0;
  if (hours < 0n || hours > 23n || minutes < 0n || minutes > 59n || !(s >= 0 && s < 60)) return null;
  return (days ?? 0n) * ticksPerDay + hours * 36_000_000_000n + minutes * 600_000_000n + BigInt(Math.round(s * 1e7));
}

export const datetimeFunctions: readonly NativeFunction[] = [
  native({ name: 'format_datetime', parameters: ['datetime', 'string'], result: 'string' }, formatDatetime),
  native({ name: 'format_timespan', parameters: ['timespan', 'string'], result: 'string' }, formatTimespan),
  native({ name: 'make_datetime_parts', parameters: ['long', 'long', 'long'], optional: ['long', 'long', 'real'], result: 'datetime' }, makeDatetime),
  native({ name: 'make_timespan_parts', parameters: [], optional: ['long', 'long', 'long', 'real'], result: 'timespan' }, (days, hours, minutes, seconds) => (hours === null || minutes === null ? null : makeTimespan(days, hours, minutes, seconds))),
  native({ name: 'datetime_text', parameters: ['string'], result: 'datetime' }, (text) => parseDatetimeText(text) ?? null),
  native({ name: 'timespan_text', parameters: ['string'], result: 'timespan' }, (text) => parseTimespanText(text) ?? null),
];
