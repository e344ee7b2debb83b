import { formatDatetime, formatTimespan, parseIsoTicks, type CellValue, type Row } from '../../base/index.ts';

/** Ticks of 100 ns, the second one excluded. */
export interface TimeSlice {
  readonly from: bigint;
  readonly to: bigint;
}

/** The rows of a query that fall into a slice. Whatever the query does, its rows have one TimeGenerated each, so slices part them. */
export function sliceQuery(query: string, { from, to }: TimeSlice): string {
  return `${query}\n| where TimeGenerated >= datetime(${formatDatetime(from)}) and TimeGenerated < datetime(${formatDatetime(to)})`;
}

export function untimedQuery(query: string): string {
  return `${query}\n| where isnull(TimeGenerated)`;
}

/** How many rows there are, between which times, and how many without a time. */
export function extentQuery(query: string): string {
  return `${query}\n| summarize IdentityTrailRows = count(), IdentityTrailFirst = min(TimeGenerated), IdentityTrailLast = max(TimeGenerated), IdentityTrailUntimed = countif(isnull(TimeGenerated))`;
}

export interface Extent {
  readonly rows: number;
  readonly untimed: number;
  /** Absent when no row has a time. */
  readonly slice?: TimeSlice;
}

export function extentFrom([rows, first, last, untimed]: Row): Extent {
  const from = typeof first === 'string' ? parseIsoTicks(first) : undefined;
  const to = typeof last === 'string' ? parseIsoTicks(last) : undefined;
  return { rows: Number(rows ?? 0), untimed: Number(untimed ?? 0), ...(from === undefined || to === undefined ? {} : { slice: { from, to: to + 1n } }) };
}

const bins = 500n;

/** Where in time the rows are: their number in each of some hundred bins. */
export function densityQuery(query: string, slice: TimeSlice): string {
  const step = (slice.to - slice.from + bins - 1n) / bins;
  return `${sliceQuery(query, slice)}\n| summarize IdentityTrailRows = count() by IdentityTrailBin = bin(TimeGenerated, timespan(${fullTimespan(step)}))`;
}

function fullTimespan(ticks: bigint): string {
  const text = formatTimespan(ticks);
  return /^\d+\./.test(text) && !/^\d+\.\d+:/.test(text) ? `0.${text}` : text;
}

/** A slice with the number of rows that were counted in it. */
export interface CountedSlice extends TimeSlice {
  readonly rows: number;
}

/** Slices in order of time, each with about as many rows as fit; a bin that alone holds more is a slice of its own. */
export function packSlices(whole: TimeSlice, density: readonly (readonly [CellValue, CellValue])[], fitting: number): readonly CountedSlice[] {
  const ordered = density
    .flatMap(([bin, rows]) => {
      const start = typeof bin === 'string' ? parseIsoTicks(bin) : undefined;
      return start === undefined ? [] : [{ start, rows: Number(rows) }];
    })
    .sort((left, right) => (left.start < right.start ? -1 : 1));
  const slices: CountedSlice[] = [];
  let from = whole.from;
  let sum = 0;
  for (const { start, rows } of ordered) {
    if (sum > 0 && sum + rows > fitting && start > from && start < whole.to) {
      slices.push({ from, to: start, rows: sum });
      from = start;
      sum = 0;
    }
    sum += rows;
  }
  slices.push({ from, to: whole.to, rows: sum });
  return slices;
}

/** The two halves of a slice; undefined when it is a single tick. */
export function halve({ from, to }: TimeSlice): readonly [TimeSlice, TimeSlice] | undefined {
  if (to - from <= 1n) return undefined;
  const middle = from + (to - from) / 2n;
  return [{ from, to: middle }, { from: middle, to }];
}
