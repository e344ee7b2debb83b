import { cellText, visibleTextUpTo, type CellValue, type KqlType } from '../../base/index.ts';

export type TimeZoneChoice = 'utc' | 'local';

/** Characters of a cell that are drawn; the detail pane shows the rest. */
export const shownCharacters = 400;

const two = (value: number): string => String(value).padStart(2, '0');

/** A wire datetime as `2026-01-01 10:00:00.059` (seven digits where the record has them) in UTC or the reader's zone. */
export function formatTime(wire: string, zone: TimeZoneChoice): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})\.(\d{3})(\d{4})Z$/.exec(wire);
  if (!match) return wire;
  const [, date = '', time = '', milliseconds = '', rest = ''] = match;
  const fraction = rest === '0000' ? milliseconds : milliseconds + rest;
  if (zone === 'utc') return `${date} ${time}.${fraction}`;
  const local = new Date(`${date}T${time}.${milliseconds}Z`);
  const day = `${String(local.getFullYear()).padStart(4, '0')}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${day} ${two(local.getHours())}:${two(local.getMinutes())}:${two(local.getSeconds())}.${fraction}`;
}

/** The name of the zone at an instant, such as `UTC` or `UTC+02:00`. */
export function zoneName(zone: TimeZoneChoice, at: Date): string {
  if (zone === 'utc') return 'UTC';
  const minutes = -at.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The whole text of a value as the grid means it: what filters search and what `contains` sees. */
export function displayText(value: CellValue, type: KqlType, zone: TimeZoneChoice): string {
  return type === 'datetime' && typeof value === 'string' ? formatTime(value, zone) : cellText(value);
}

/** The text that is drawn in a cell: one line, every character visible, cut to `shownCharacters`. */
export function formatCell(value: CellValue, type: KqlType, zone: TimeZoneChoice): string {
  return visibleTextUpTo(displayText(value, type, zone), shownCharacters);
}
