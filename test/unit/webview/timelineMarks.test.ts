import { describe, expect, test } from 'vitest';
import type { Timeline, TimelineEvent } from '../../../src/webview/model/timelineEvents.ts';
import { countedMarks, inReadingOrder, markInNextLane, markOffsets, timelineCrowds, timelineLinks, timelineMarks } from '../../../src/webview/model/timelineMarks.ts';

type Given = readonly [time: number, lane: number, more?: Partial<TimelineEvent>];

function timeline(...given: readonly Given[]): Timeline {
  const events = given.map(([time, lane, more], index): TimelineEvent => ({ index, kind: 'signIn', time, label: '', lane, rows: [index], evidence: undefined, unexplained: false, failed: false, after: undefined, ...more }));
  return { lanes: ['a', 'b', 'c'], events, undated: 0 };
}

/** One pixel is one unit of time. */
const marksOf = (drawn: Timeline, width = 1000) => timelineMarks(timelineCrowds(drawn), (time) => time, width);
const seen = (drawn: Timeline) => marksOf(drawn).map(({ shape, lane, events }) => [shape, lane, events]);

test('events that lie close become one mark in their middle', () => {
  const [mark, far] = marksOf(timeline([100, 0], [104, 0], [108, 0], [130, 0]));
  expect([mark?.events, mark?.x]).toEqual([[0, 1, 2], 104]);
  expect(far?.events).toEqual([3]);
});
test('a row of close events does not become one endless mark', () => {
  expect(marksOf(timeline([0, 0], [8, 0], [16, 0], [24, 0])).map(({ events }) => events)).toEqual([[0, 1], [2, 3]]);
});
test('lanes stay apart', () => expect(marksOf(timeline([100, 0], [100, 1]))).toHaveLength(2));
test('an unexplained and a failed sign-in never disappear among others', () => {
  expect(seen(timeline([100, 0], [100, 0, { unexplained: true }], [100, 0, { failed: true, unexplained: true }]))).toEqual([
    ['signIn', 0, [0]],
    ['unexplained', 0, [1]],
    ['failed', 0, [2]],
  ]);
});
test('what is out of sight is not drawn', () => expect(marksOf(timeline([-50, 0], [500, 0], [1200, 0]))).toHaveLength(1));
test('every event in sight is in exactly one mark', () => {
  const many = timeline(...Array.from({ length: 5000 }, (_, index): Given => [(index * 37) % 1000, index % 3, { unexplained: index % 7 === 0 }]));
  const indexes = marksOf(many).flatMap(({ events }) => events);
  expect(indexes.sort((left, right) => left - right)).toEqual(many.events.map(({ index }) => index));
  expect(marksOf(many).length).toBeLessThan(700);
});

describe('links', () => {
  const followed = { kind: 'followed', after: 0 } as const;
  test('join a sign-in with what followed it', () => {
    const drawn = timeline([100, 0], [200, 0, followed]);
    expect(timelineLinks(drawn, marksOf(drawn)).map(({ from, to }) => [from.events, to.events])).toEqual([[[0], [1]]]);
  });
  test('between the same two marks are one', () => {
    const drawn = timeline([100, 0], [200, 0, followed], [203, 0, followed]);
    expect(timelineLinks(drawn, marksOf(drawn))).toHaveLength(1);
  });
  test('say the weakest evidence of what they join', () => {
    const drawn = timeline([100, 0], [200, 0, { ...followed, evidence: 'token' }], [203, 0, { ...followed, evidence: 'identity' }], [400, 0, { ...followed, evidence: 'token' }], [500, 0, followed]);
    expect(timelineLinks(drawn, marksOf(drawn)).map(({ evidence }) => evidence)).toEqual(['identity', 'token', undefined]);
  });
  test('are missing where the sign-in is out of sight', () => {
    const drawn = timeline([-100, 0], [200, 0, followed]);
    expect(timelineLinks(drawn, marksOf(drawn))).toHaveLength(0);
  });
});

test('marks of different shapes that would cover each other stand apart, those of another lane or kind do not matter', () => {
  const drawn = timeline([100, 0], [103, 0, { unexplained: true }], [106, 0, { failed: true }], [104, 1], [104, 0, { kind: 'followed' }], [130, 0, { unexplained: true }]);
  const marks = marksOf(drawn);
  const offsets = markOffsets(marks);
  expect(marks.map((mark) => [mark.shape, mark.lane, offsets.get(mark)])).toEqual([
    ['signIn', 0, 0],
    ['unexplained', 0, -11],
    ['unexplained', 0, 0],
    ['failed', 0, 10],
    ['signIn', 1, 0],
    ['followed', 0, 0],
  ]);
});

test('a count is written where it does not run into the next mark', () => {
  const marks = marksOf(timeline([100, 0], [101, 0], [115, 0], [116, 0], [200, 0], [210, 1], [211, 1]));
  expect([...countedMarks(marks)].map(({ events }) => events)).toEqual([[5, 6], [2, 3]]);
});

describe('walking', () => {
  const marks = marksOf(timeline([300, 0], [100, 2], [100, 1], [500, 1]));
  test('goes left to right, then top to bottom', () => expect(inReadingOrder(marks).map(({ x, lane }) => [x, lane])).toEqual([[100, 1], [100, 2], [300, 0], [500, 1]]));
  test('up and down goes to the nearest mark of the next lane', () => {
    const from = marks.find(({ lane }) => lane === 0)!;
    expect(markInNextLane(marks, from, 1)?.x).toBe(100);
    expect(markInNextLane(marks, from, -1)).toBeUndefined();
    expect(markInNextLane(marks, marks.find(({ lane }) => lane === 2)!, -1)?.lane).toBe(1);
  });
});
