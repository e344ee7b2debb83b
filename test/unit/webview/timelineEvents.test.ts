import { describe, expect, test } from 'vitest';
import type { CellValue, Column, Row } from '../../../src/base/index.ts';
import { guessTimelineSpec, timelineEvents, timeExtent, timeOf, type TimelineEvent } from '../../../src/webview/model/timelineEvents.ts';

const columns: readonly Column[] = [
  { name: 'SignInTime', type: 'datetime' },
  { name: 'Identity', type: 'string' },
  { name: 'Resource', type: 'string' },
  { name: 'ActivityTime', type: 'datetime' },
  { name: 'Activity', type: 'string' },
  { name: 'Evidence', type: 'string' },
  { name: 'SignInId', type: 'string' },
  { name: 'ResultType', type: 'string' },
];
const spec = { time: 'SignInTime', label: 'Resource', lane: 'Identity', followedTime: 'ActivityTime', followedLabel: 'Activity', evidence: 'Evidence', signInKey: 'SignInId' };
const at = (minute: number): string => `2026-03-01T10:${String(minute).padStart(2, '0')}:00.0000000Z`;
const rows: readonly Row[] = [
  [at(0), 'pipeline', 'ARM', at(1), 'deploy', 'token', 's1', '0'],
  [at(0), 'pipeline', 'ARM', at(2), 'write', 'identity+ip', 's1', '0'],
  [at(5), 'pipeline', 'ARM', null, '', 'none', 's2', '0'],
  [at(6), 'crm', 'Graph', null, '', 'none', 's3', '7000222'],
  [null, 'crm', 'Graph', null, '', 'none', 's4', '0'],
];

function draw(order: readonly number[] = rows.map((_, index) => index), given = spec): ReturnType<typeof timelineEvents> {
  return timelineEvents(rows, columns, order, given);
}

const words = ({ kind, label, lane, rows: members, after, unexplained, failed }: TimelineEvent) => [kind, label, lane, members, after, unexplained, failed];

test('a sign-in is drawn once, with what followed it', () => {
  expect(draw([0, 1]).events.map(words)).toEqual([
    ['signIn', 'ARM', 0, [0, 1], undefined, false, false],
    ['followed', 'deploy', 0, [0], 0, false, false],
    ['followed', 'write', 0, [1], 0, false, false],
  ]);
});

test('a sign-in that nothing followed is unexplained; a failed one is failed', () => {
  expect(draw([2, 3]).events.map(({ unexplained, failed }) => [unexplained, failed])).toEqual([[true, false], [true, true]]);
});

test('the evidence of what followed is kept', () => expect(draw([0, 1]).events.map(({ evidence }) => evidence)).toEqual(['token', 'token', 'identity-ip']));
test('identities part the lanes in the order of the rows', () => expect(draw([3, 0]).lanes).toEqual(['crm', 'pipeline']));
test('rows without a time are counted, not lost', () => expect(draw().undated).toBe(1));
test('rows that the filters left out are not drawn', () => expect(draw([2]).events).toHaveLength(1));

test('the same key under another identity is another sign-in', () => {
  const shared: readonly Row[] = [[at(0), 'a', 'ARM', null, '', 'none', 's1', '0'], [at(0), 'b', 'ARM', null, '', 'none', 's1', '0']];
  expect(timelineEvents(shared, columns, [0, 1], spec).events).toHaveLength(2);
});

test('without a key, sign-ins of the same time and label are one', () => {
  const { signInKey: _, ...keyless } = spec;
  expect(draw([0, 1], keyless as typeof spec).events.filter(({ kind }) => kind === 'signIn')).toHaveLength(1);
});

test('without activities each row is an event of its own', () => {
  const twins: readonly Row[] = [[at(0), 'x'], [at(0), 'x']];
  const events = timelineEvents(twins, columns.slice(0, 2), [0, 1], { time: 'SignInTime', label: 'Identity' }).events;
  expect(events.map(({ kind }) => kind)).toEqual(['event', 'event']);
});

describe('what to draw where nobody says', () => {
  const column = (name: string, type: Column['type'] = 'string'): Column => ({ name, type });
  test('TimeGenerated before other times, with the best lane and label there are', () => {
    expect(guessTimelineSpec([column('At', 'datetime'), column('OperationName'), column('TimeGenerated', 'datetime'), column('ServicePrincipalName')])).toEqual({ time: 'TimeGenerated', label: 'OperationName', lane: 'ServicePrincipalName' });
  });
  test('one column is not both lane and label', () => {
    expect(guessTimelineSpec([column('At', 'datetime'), column('Category')])).toEqual({ time: 'At', label: 'Category', lane: 'Category' });
  });
  test('nothing without a datetime', () => expect(guessTimelineSpec([column('TimeGenerated')])).toBeUndefined());
});

test.each<[CellValue, number | undefined]>([
  ['1970-01-01T00:00:00.0590000Z', 59],
  ['1970-01-01T00:00:00.0590005Z', 59.0005],
  ['no time', undefined],
  [null, undefined],
  [5, undefined],
])('the milliseconds of %j are %s', (value, expected) => expect(timeOf(value)).toBe(expected));

test('first and last time', () => {
  expect(timeExtent(draw().events)).toEqual([Date.parse('2026-03-01T10:00Z'), Date.parse('2026-03-01T10:06Z')]);
  expect(timeExtent([])).toBeUndefined();
});
