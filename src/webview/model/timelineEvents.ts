import { cellText, type CellValue, type Column, type Row } from '../../base/index.ts';
import type { TimelineSpec } from '../../protocol/index.ts';
import { badgeOf, type BadgeKind } from './badge.ts';

export type EventKind = 'signIn' | 'followed' | 'event';

export interface TimelineEvent {
  /** Place in `Timeline.events`. */
  readonly index: number;
  readonly kind: EventKind;
  /** Milliseconds since 1970, with fractions. */
  readonly time: number;
  readonly label: string;
  readonly lane: number;
  /** Indexes of the result rows it stands for; a sign-in that several activities followed stands for several. */
  readonly rows: readonly number[];
  readonly evidence: BadgeKind | undefined;
  /** A sign-in that nothing followed. */
  readonly unexplained: boolean;
  readonly failed: boolean;
  /** The sign-in that this activity followed. */
  readonly after: number | undefined;
}

export interface Timeline {
  readonly lanes: readonly string[];
  /** In time order of their rows; `index` is the place. */
  readonly events: readonly TimelineEvent[];
  /** Rows without a time, which cannot be drawn. */
  readonly undated: number;
}

const laneNames = ['Identity', 'ServicePrincipalName', 'UserPrincipalName', 'AppDisplayName', 'Caller', 'InitiatedBy', 'Category', 'Type'];
const labelNames = ['ResourceDisplayName', 'OperationNameValue', 'OperationName', 'ActivityDisplayName', 'Activity', 'RequestUri', 'Category'];

/** What to draw where the run does not say: the first datetime column, with the best label and lane there are. */
export function guessTimelineSpec(columns: readonly Column[]): TimelineSpec | undefined {
  const named = (names: readonly string[]): string | undefined => names.find((name) => columns.some((column) => column.name === name && column.type === 'string'));
  const time = (columns.find((column) => column.name === 'TimeGenerated' && column.type === 'datetime') ?? columns.find((column) => column.type === 'datetime'))?.name;
  if (time === undefined) return undefined;
  const lane = named(laneNames);
  const label = named(labelNames.filter((name) => name !== lane)) ?? columns.find((column) => column.type === 'string')?.name ?? time;
  return { time, label, ...(lane === undefined ? {} : { lane }) };
}

/** Milliseconds of a wire datetime, with what is finer as a fraction; undefined for null and for text that is none. */
export function timeOf(value: CellValue): number | undefined {
  if (typeof value !== 'string') return undefined;
  const milliseconds = Date.parse(`${value.slice(0, 23)}Z`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds + Number(value.slice(23, 27) || '0') / 10_000;
}

interface EventDraft extends Omit<TimelineEvent, 'rows'> {
  readonly rows: number[];
}

/** The events of the rows that the grid shows (`order`), each sign-in once. */
export function timelineEvents(rows: readonly Row[], columns: readonly Column[], order: readonly number[], spec: TimelineSpec): Timeline {
  const at = (name: string | undefined): number => (name === undefined ? -1 : columns.findIndex((column) => column.name === name));
  const place = { time: at(spec.time), label: at(spec.label), lane: at(spec.lane), followedTime: at(spec.followedTime), followedLabel: at(spec.followedLabel), evidence: at(spec.evidence), key: at(spec.signInKey), result: at('ResultType') };
  const lanes = new Map<string, number>();
  const events: EventDraft[] = [];
  const signIns = new Map<string, EventDraft>();
  let undated = 0;
  for (const rowIndex of order) {
    const cell = (column: number): CellValue => rows[rowIndex]?.[column] ?? null;
    const badge = (column: number): BadgeKind | undefined => badgeOfCell(columns, column, cell(column));
    const laneName = cellText(cell(place.lane));
    const lane = lanes.get(laneName) ?? lanes.set(laneName, lanes.size).size - 1;
    const time = timeOf(cell(place.time));
    const followedTime = timeOf(cell(place.followedTime));
    const evidence = badge(place.evidence);
    if (time === undefined && followedTime === undefined) undated += 1;
    let signIn: EventDraft | undefined;
    if (time !== undefined) {
      const key = `${lane}|${place.key < 0 ? `${time}|${cellText(cell(place.label))}` : cellText(cell(place.key))}`;
      // Without activities each row is an event of its own, whatever it looks like.
      signIn = place.followedTime < 0 && place.key < 0 ? undefined : signIns.get(key);
      if (signIn) {
        signIn.rows.push(rowIndex);
      } else {
        signIn = {
          lane,
          evidence,
          rows: [rowIndex],
          index: events.length,
          kind: place.followedTime < 0 && place.evidence < 0 ? 'event' : 'signIn',
          time,
          label: cellText(cell(place.label)),
          unexplained: evidence === 'none',
          failed: badge(place.result) === 'failure',
          after: undefined,
        };
        events.push(signIn);
        signIns.set(key, signIn);
      }
    }
    if (followedTime !== undefined) {
      events.push({ lane, evidence, rows: [rowIndex], index: events.length, kind: 'followed', time: followedTime, label: cellText(cell(place.followedLabel)), unexplained: false, failed: false, after: signIn?.index });
    }
  }
  return { lanes: [...lanes.keys()], events, undated };
}

function badgeOfCell(columns: readonly Column[], index: number, value: CellValue): BadgeKind | undefined {
  const column = columns[index];
  if (!column) return undefined;
  // The scenario says which column holds the evidence, whatever it is called.
  return badgeOf(/ResultType$/.test(column.name) ? column : { ...column, name: 'Evidence' }, value);
}

/** First and last time, or undefined when there is nothing to draw. */
export function timeExtent(events: readonly TimelineEvent[]): readonly [number, number] | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { time } of events) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  return first <= last ? [first, last] : undefined;
}
