import type { TimeZoneChoice } from './formatCell.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** A tick of the time axis: as coarse as the instant is round, on a 24-hour clock. */
export function formatTick(at: Date, zone: TimeZoneChoice): string {
  const utc = zone === 'utc';
  const [year, month, day] = utc ? [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()] : [at.getFullYear(), at.getMonth(), at.getDate()];
  const [hours, minutes] = utc ? [at.getUTCHours(), at.getUTCMinutes()] : [at.getHours(), at.getMinutes()];
  const seconds = at.getUTCSeconds();
  const milliseconds = at.getUTCMilliseconds();
  if (milliseconds !== 0) return `${two(seconds)}.${String(milliseconds).padStart(3, '0')}`;
  if (seconds !== 0) return `${two(hours)}:${two(minutes)}:${two(seconds)}`;
  if (hours !== 0 || minutes !== 0) return `${two(hours)}:${two(minutes)}`;
  if (day !== 1 || month !== 0) return `${months[month] ?? ''} ${day}`;
  return String(year);
}
