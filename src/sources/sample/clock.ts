/** A moment in the sample: milliseconds since 1970 plus ticks of 100 ns below the millisecond. */
export type Moment = number;

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The sample's fortnight: long enough for a base line, short enough that a 14-day look-back sees all of it. */
export const sampleStart: Moment = Date.UTC(2026, 2, 1, 9);
export const sampleEnd: Moment = Date.UTC(2026, 2, 15, 6);

/** `at(14, '09:12:30.250')`: a time of March 2026, UTC. */
export function at(dayOfMonth: number, time: string): Moment {
  return Date.parse(`2026-03-${String(dayOfMonth).padStart(2, '0')}T${time}Z`);
}

/** Seven fraction digits and `Z`, as diagnostic settings write times. */
export function isoTime(moment: Moment): string {
  const whole = Math.floor(moment);
  const ticks = Math.floor((moment - whole) * 10_000);
  return `${new Date(whole).toISOString().slice(0, -1)}${String(ticks).padStart(4, '0')}Z`;
}
