/** A time range to send beside a query, with its name. */
export interface TimeRangeChoice {
  /** ISO 8601 duration or interval, as the service takes it. */
  readonly timespan: string;
  readonly title: string;
}

export const timeRangeChoices: readonly TimeRangeChoice[] = [
  { timespan: 'PT1H', title: 'Last hour' },
  { timespan: 'PT4H', title: 'Last 4 hours' },
  { timespan: 'P1D', title: 'Last 24 hours' },
  { timespan: 'P3D', title: 'Last 3 days' },
  { timespan: 'P7D', title: 'Last 7 days' },
  { timespan: 'P14D', title: 'Last 14 days' },
  { timespan: 'P30D', title: 'Last 30 days' },
  { timespan: 'P90D', title: 'Last 90 days' },
];

const duration = /^P(?=.)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** What a person reads of a range: `last 7 days`; one of their own as they wrote it. */
export function timeRangeText(timespan: string): string {
  return timeRangeChoices.find((choice) => choice.timespan === timespan)?.title.toLowerCase() ?? timespan.replace('/', ' to ');
}

/** What is wrong with a typed range; undefined when it will do. */
export function timeRangeFault(text: string): string | undefined {
  return text.trim() === '' || rangeOf(text, 0) ? undefined : 'A range is a duration such as P7D or PT12H, or two times such as 2026-03-01T00:00:00Z/2026-03-02T00:00:00Z, the earlier one first.';
}

export interface TimeRange {
  /** Wire datetimes, the second one excluded. */
  readonly from: string;
  readonly to: string;
}

/** The two ends of a range that ends at `now` (milliseconds since 1970) where it is a duration; undefined when it is neither. */
export function rangeOf(text: string, now: number): TimeRange | undefined {
  const [from, to, ...more] = text.trim().split('/');
  if (from !== undefined && to !== undefined && more.length === 0) {
    const [start, end] = [instantOf(from), instantOf(to)];
    return start !== undefined && end !== undefined && start < end ? { from: start, to: end } : undefined;
  }
  const [whole, days = '0', hours = '0', minutes = '0'] = duration.exec(text.trim()) ?? [];
  const milliseconds = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000;
  return whole !== undefined && milliseconds > 0 ? { from: new Date(now - milliseconds).toISOString(), to: new Date(now).toISOString() } : undefined;
}

function instantOf(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z)?$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
