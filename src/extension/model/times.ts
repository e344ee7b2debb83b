export type TimeZoneChoice = 'utc' | 'local';

const units: readonly (readonly [string, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long before (or after) an instant a wire datetime lies, in whole units: `3 hours ago`, `just now`, `in 2 days`. */
export function relativeTime(datetime: string, to: Date): string {
  const time = Date.parse(datetime);
  if (Number.isNaN(time)) return 'at an unknown time';
  const seconds = Math.round((to.getTime() - time) / 1000);
  const found = units.find(([, size]) => Math.abs(seconds) >= size);
  if (!found) return 'just now';
  const [unit, size] = found;
  const count = Math.floor(Math.abs(seconds) / size);
  const amount = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return seconds > 0 ? `${amount} ago` : `in ${amount}`;
}

const shortUnits: Readonly<Record<string, string>> = { year: 'y', month: 'mo', day: 'd', hour: 'h', minute: 'min' };

/** The same for a narrow place: `3 h ago`, `just now`, `in 2 d`. */
export function shortRelativeTime(datetime: string, to: Date): string {
  return relativeTime(datetime, to).replace(/(\d+) (\w+?)s?\b/, (_, count: string, unit: string) => `${count} ${shortUnits[unit] ?? unit}`);
}

/** A wire datetime to the second, with its zone: `2026-03-02 10:00:00 UTC` or `2026-03-02 11:00:00 +01:00`. */
export function absoluteTime(datetime: string, zone: TimeZoneChoice): string {
  const date = new Date(datetime);
  if (Number.isNaN(date.getTime())) return 'unknown';
  if (zone === 'utc') return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  const offset = -date.getTimezoneOffset();
  const shifted = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19).replace('T', ' ');
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${shifted} ${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}
