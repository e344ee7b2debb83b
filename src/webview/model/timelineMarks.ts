import { evidenceOrder, type MatchEvidence } from './badge.ts';
import type { EventKind, Timeline, TimelineEvent } from './timelineEvents.ts';

/** One drawn sign: one event, or several that would lie on the same few pixels. */
export interface TimelineMark {
  readonly key: string;
  readonly x: number;
  readonly lane: number;
  readonly kind: EventKind;
  readonly shape: MarkShape;
  /** Indexes into `Timeline.events`, left to right. */
  readonly events: readonly number[];
}

export type MarkShape = 'signIn' | 'unexplained' | 'failed' | 'followed' | 'event';

export interface TimelineLink {
  readonly from: TimelineMark;
  readonly to: TimelineMark;
  /** The weakest among the matches that the line stands for, so that it never says more than all of them do. */
  readonly evidence: MatchEvidence | undefined;
}

/** How near two events of one lane and shape may come before they become one mark, in pixels. */
const mergeWithin = 10;

export function shapeOf(event: TimelineEvent): MarkShape {
  if (event.kind === 'followed') return 'followed';
  if (event.failed) return 'failed';
  if (event.unexplained) return 'unexplained';
  return event.kind;
}

/** Events of one lane and shape in time order. */
export type Crowd = readonly TimelineEvent[];

/** Parts the events by lane and shape, once per timeline, so that drawing at another zoom has nothing to sort. */
export function timelineCrowds(timeline: Timeline): readonly Crowd[] {
  const crowds = new Map<string, TimelineEvent[]>();
  for (const event of timeline.events) {
    const key = `${event.lane}|${shapeOf(event)}`;
    const crowd = crowds.get(key);
    if (crowd) crowd.push(event);
    else crowds.set(key, [event]);
  }
  return [...crowds.values()].map((crowd) => crowd.sort((left, right) => left.time - right.time));
}

/**
 * The marks of the part of the timeline in sight. Each lane and shape is merged on its own, so that an unexplained
 * sign-in never disappears in a crowd of others.
 */
export function timelineMarks(crowds: readonly Crowd[], toX: (time: number) => number, width: number): readonly TimelineMark[] {
  return crowds.flatMap((crowd) => {
    const places: Place[] = [];
    for (const event of crowd) {
      const x = toX(event.time);
      if (x > width + mergeWithin) break;
      if (x >= -mergeWithin) places.push({ x, event });
    }
    return mergeNear(places);
  });
}

interface Place {
  readonly x: number;
  readonly event: TimelineEvent;
}

/** Left to right: a mark takes in what follows within `mergeWithin` of its first event. */
function mergeNear(crowd: readonly Place[]): readonly TimelineMark[] {
  const marks: TimelineMark[] = [];
  let start = 0;
  for (let end = 1; end <= crowd.length; end += 1) {
    const first = crowd[start];
    const next = crowd[end];
    if (!first || (next && next.x - first.x <= mergeWithin)) continue;
    const members = crowd.slice(start, end);
    const x = members.reduce((sum, member) => sum + member.x, 0) / members.length;
    const shape = shapeOf(first.event);
    marks.push({ key: `${first.event.lane}|${shape}|${first.event.index}`, x, lane: first.event.lane, kind: first.event.kind, shape, events: members.map(({ event }) => event.index) });
    start = end;
  }
  return marks;
}

/** Lines from sign-ins to what followed, each pair of marks once. */
export function timelineLinks(timeline: Timeline, marks: readonly TimelineMark[]): readonly TimelineLink[] {
  const markOf = new Map<number, TimelineMark>();
  for (const mark of marks) for (const event of mark.events) markOf.set(event, mark);
  const links = new Map<string, TimelineLink>();
  for (const to of marks) {
    for (const index of to.events) {
      const after = timeline.events[index]?.after;
      const from = after === undefined ? undefined : markOf.get(after);
      if (!from) continue;
      const key = `${from.key}>${to.key}`;
      links.set(key, { from, to, evidence: weakest(links.get(key)?.evidence, timeline.events[index]?.evidence) });
    }
  }
  return [...links.values()];
}

function weakest(before: MatchEvidence | undefined, evidence: TimelineEvent['evidence']): MatchEvidence | undefined {
  const place = (of: TimelineEvent['evidence']): number => evidenceOrder.findIndex((one) => one === of);
  return evidenceOrder[Math.max(place(before), place(evidence))];
}

const shapeWords: Readonly<Record<MarkShape, string>> = {
  signIn: 'Sign-in',
  unexplained: 'Unexplained sign-in',
  failed: 'Failed sign-in',
  followed: 'Activity',
  event: 'Event',
};

/** The words of a shape, singular. */
export function shapeName(shape: MarkShape): string {
  return shapeWords[shape];
}

/** Room that a count takes beside its mark. */
const countOffset = 8;
const digitWidth = 7;

/** The marks whose count can be written without running into the next mark of the lane. */
export function countedMarks(marks: readonly TimelineMark[]): ReadonlySet<TimelineMark> {
  const counted = new Set<TimelineMark>();
  const rowOf = (mark: TimelineMark): string => `${mark.lane}|${mark.kind}`;
  const nextIn = new Map<string, number>();
  for (const mark of [...marks].sort((left, right) => right.x - left.x)) {
    const next = nextIn.get(rowOf(mark)) ?? Number.POSITIVE_INFINITY;
    nextIn.set(rowOf(mark), mark.x);
    const end = mark.x + countOffset + String(mark.events.length).length * digitWidth + 4;
    if (mark.events.length > 1 && end <= next) counted.add(mark);
  }
  return counted;
}

/** Pixels up or down from a lane's line; the sign-ins of a lane have three shapes, so that three places are enough. */
const offsets = [0, -11, 10] as const;

/** How wide a shape is, in pixels: marks of one line that are nearer than this would cover each other. */
const shapeWidth = 13;

/** Marks of different shapes that would cover each other stand above and below their line: how many pixels. */
export function markOffsets(marks: readonly TimelineMark[]): ReadonlyMap<TimelineMark, number> {
  const placed = new Map<TimelineMark, number>();
  const lastIn = new Map<string, number>();
  for (const mark of [...marks].sort((left, right) => left.x - right.x)) {
    const line = (offset: number): string => `${mark.lane}|${mark.kind}|${offset}`;
    const offset = offsets.find((place) => mark.x - (lastIn.get(line(place)) ?? Number.NEGATIVE_INFINITY) >= shapeWidth) ?? 0;
    lastIn.set(line(offset), mark.x);
    placed.set(mark, offset);
  }
  return placed;
}

/** Left to right, then top to bottom: the order in which the arrow keys walk. */
export function inReadingOrder(marks: readonly TimelineMark[]): readonly TimelineMark[] {
  return [...marks].sort((left, right) => left.x - right.x || left.lane - right.lane);
}

/** The nearest mark of the next lane up or down that has any. */
export function markInNextLane(marks: readonly TimelineMark[], from: TimelineMark, direction: 1 | -1): TimelineMark | undefined {
  const beyond = marks.filter((mark) => (mark.lane - from.lane) * direction > 0);
  const nextLane = beyond.reduce<number | undefined>((lane, mark) => (lane === undefined || (mark.lane - lane) * direction < 0 ? mark.lane : lane), undefined);
  return beyond.filter((mark) => mark.lane === nextLane).sort((left, right) => Math.abs(left.x - from.x) - Math.abs(right.x - from.x))[0];
}
