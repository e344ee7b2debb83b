import { describe, expect, test } from 'vitest';
import type { Column, KqlType, Row } from '../../../src/base/index.ts';
import { chartSummary, makeChart, stackPoints, yDomain, type Chart } from '../../../src/webview/model/chart/index.ts';

const column = (name: string, type: KqlType): Column => ({ name, type });
const at = (hour: number): string => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.0000000Z`;
const counts = [column('Identity', 'string'), column('TimeGenerated', 'datetime'), column('Count', 'long')];
const rows: readonly Row[] = [['a', at(1), 5], ['b', at(0), 2], ['a', at(0), 3], ['b', at(1), '7']];

function draw(visualization: string, properties: Readonly<Record<string, string>> = {}, columns = counts, given = rows): Chart {
  const result = makeChart({ columns, rows: given, order: given.map((_, index) => index), zone: 'utc' }, { visualization, properties });
  if (!result.ok) throw new Error(result.reason);
  return result.chart;
}

function refuse(visualization: string, columns: readonly Column[], given: readonly Row[] = []): string {
  const result = makeChart({ columns, rows: given, order: given.map((_, index) => index), zone: 'utc' }, { visualization, properties: {} });
  return result.ok ? 'drawn' : result.reason;
}

const seen = (chart: Chart) => chart.series.map(({ name, points }) => [name, points.map(({ x, y, rows: from }) => [x, y, from])]);
const hour = (number: number): number => Date.UTC(2026, 2, 1, number);

test('a time chart: the datetime is the axis, texts are the series, points stand in time order', () => {
  const chart = draw('timechart');
  expect([chart.kind, chart.xScale, chart.xTitle, chart.yTitle]).toEqual(['line', 'time', 'TimeGenerated', 'Count']);
  expect(seen(chart)).toEqual([['a', [[hour(0), 3, [2]], [hour(1), 5, [0]]]], ['b', [[hour(0), 2, [1]], [hour(1), 7, [3]]]]]);
});

test('several numbers are series of their own, named with what parts them', () => {
  const columns = [column('T', 'datetime'), column('Kind', 'string'), column('Ok', 'long'), column('Bad', 'long')];
  expect(draw('timechart', {}, columns, [[at(0), 'mi', 1, 2]]).series.map(({ name }) => name)).toEqual(['mi: Ok', 'mi: Bad']);
  expect(draw('timechart', {}, [columns[0]!, columns[2]!, columns[3]!], [[at(0), 1, 2]]).series.map(({ name }) => name)).toEqual(['Ok', 'Bad']);
});

test('bars: the first column is the axis in the order of the rows, and equal places add up', () => {
  const chart = draw('barchart', {}, [column('Code', 'string'), column('N', 'long')], [['x', 1], ['y', 5], ['x', 2]]);
  expect([chart.kind, chart.categories]).toEqual(['bar', ['x', 'y']]);
  expect(seen(chart)).toEqual([['N', [[0, 3, [0, 2]], [1, 5, [1]]]]]);
});

test('columns of times stand side by side, named as the grid names them', () => {
  const chart = draw('columnchart', {}, [column('T', 'datetime'), column('N', 'long')], [[at(0), 1], [at(1), 2]]);
  expect([chart.xScale, chart.categories]).toEqual(['category', ['2026-03-01 00:00:00.000', '2026-03-01 01:00:00.000']]);
});

test('a line over numbers has a number axis', () => expect(draw('linechart', {}, [column('N', 'real'), column('M', 'real')], [[1.5, 2]]).xScale).toBe('number'));

test('what the query says comes before what is guessed', () => {
  const columns = [column('A', 'long'), column('B', 'string'), column('C', 'long'), column('D', 'string')];
  const chart = draw('columnchart', { xcolumn: 'B', ycolumns: 'C', series: 'D', title: 'T', xtitle: 'X', ytitle: 'Y', ymin: '-5', ymax: 'x', legend: 'hidden', kind: 'stacked' }, columns, [[1, 'b', 2, 'd']]);
  expect([chart.categories, chart.series.map(({ name }) => name), chart.title, chart.xTitle, chart.yTitle, chart.yBounds, chart.legend, chart.stacking]).toEqual([['b'], ['d'], 'T', 'X', 'Y', { least: -5 }, false, 'stacked']);
});

describe('a pie', () => {
  const columns = [column('Name', 'string'), column('N', 'long')];
  test('has its slices by size', () => {
    const chart = draw('piechart', {}, columns, [['small', 1], ['large', 9]]);
    expect([chart.categories, chart.series[0]?.points.map(({ y }) => y)]).toEqual([['large', 'small'], [9, 1]]);
  });
  test('folds many small ones into one, and loses nothing', () => {
    const chart = draw('piechart', {}, columns, Array.from({ length: 30 }, (_, index) => [`n${index}`, index + 1]));
    expect(chart.categories).toHaveLength(12);
    expect(chart.categories.at(-1)).toBe('19 others');
    expect(chart.series[0]!.points.reduce((sum, { y }) => sum + y, 0)).toBe((30 * 31) / 2);
    expect(chart.series[0]!.points.flatMap(({ rows: from }) => from)).toHaveLength(30);
  });
  test('adds up what several rows say of one slice', () => {
    const chart = draw('piechart', {}, [column('Name', 'string'), column('Kind', 'string'), column('N', 'long')], [['a', 'mi', 1], ['b', 'mi', 4], ['a', 'sp', 2]]);
    expect([chart.categories, chart.series.map(({ points }) => points.map(({ y }) => y))]).toEqual([['b', 'a'], [[4, 3]]]);
  });
  test('of nothing but zeros is refused', () => expect(refuse('piechart', columns, [['a', 0]])).toBe('Every number is zero, so a pie has no slices. The rows are in the table.'));
  test('of negative numbers is refused', () => expect(refuse('piechart', columns, [['a', -1]])).toBe('A pie cannot show negative numbers. The rows are in the table.'));
});

describe('a card', () => {
  test('shows every number of the first row, and says that there are more', () => {
    const chart = draw('card', {}, [column('Sign-ins', 'long'), column('Name', 'string'), column('Failures', 'long')], [[7, 'x', 2], [9, 'y', 1]]);
    expect([chart.series.map(({ name, points }) => [name, points[0]?.y]), chart.notes]).toEqual([[['Sign-ins', 7], ['Failures', 2]], ['The first of 2 rows is shown.']]);
  });
  test('needs a number', () => expect(refuse('card', [column('A', 'string')], [['x']])).toBe('A card needs a column of numbers, and the result has none.'));
});

describe('what cannot be drawn says why', () => {
  test.each<[string, readonly Column[], readonly Row[], string]>([
    ['timechart', [column('N', 'long')], [[1]], 'A time chart needs a datetime column, and the result has none.'],
    ['barchart', [column('A', 'string')], [['x']], 'A chart needs a column of numbers besides its axis, and the result has none.'],
    ['treemap', counts, rows, 'Charts of the kind treemap are not drawn here. The rows are in the table.'],
    ['timechart', counts, [], 'No rows to draw.'],
    ['timechart', counts, [['a', at(0), null]], 'No row has a number to draw. The rows are in the table.'],
  ])('%s', (visualization, columns, given, reason) => expect(refuse(visualization, columns, given)).toBe(reason));
});

describe('what is left out is said', () => {
  test('values that are no numbers', () => {
    expect(draw('timechart', {}, counts, [['a', at(0), null], ['a', null, 1], ['a', at(0), 1]]).notes).toEqual(['2 values are no number or have no place on the axis and are not drawn.']);
  });
  test('series beyond what can be told apart: the largest stay', () => {
    const many = Array.from({ length: 30 }, (_, index): Row => [`s${index}`, at(0), index]);
    const chart = draw('timechart', {}, counts, many);
    expect([chart.series.length, chart.series[0]?.name, chart.notes]).toEqual([24, 's6', ['The 24 largest of 30 series are drawn.']]);
  });
  test('categories beyond what can be read', () => {
    const many = Array.from({ length: 130 }, (_, index): Row => [`c${index}`, index]);
    const chart = draw('columnchart', {}, [column('C', 'string'), column('N', 'long')], many);
    expect([chart.categories.length, chart.series[0]?.points.length]).toEqual([120, 120]);
    expect(chart.notes[0]).toContain('The first 120 of 130 values');
  });
});

describe('stacking', () => {
  const columns = [column('X', 'string'), column('S', 'string'), column('N', 'long')];
  const given: readonly Row[] = [['x', 'a', 1], ['x', 'b', 3], ['x', 'c', -2]];
  const spans = (kind: string) => stackPoints(draw('columnchart', { kind }, columns, given)).map(({ from, to }) => [from, to]);
  test('none', () => expect(spans('unstacked')).toEqual([[0, 1], [0, 3], [0, -2]]));
  test('on top of each other, negative ones below zero', () => expect(spans('stacked')).toEqual([[0, 1], [1, 4], [0, -2]]));
  test('as shares of all', () => expect(spans('stacked100')[1]!.map(Math.round)).toEqual([17, 67]));
  test('areas have a point at every place, so that none is drawn over another', () => {
    const chart = draw('areachart', { kind: 'stacked' }, counts, [['a', at(0), 1], ['b', at(1), 2]]);
    expect(seen(chart)).toEqual([['a', [[hour(0), 1, [0]], [hour(1), 0, []]]], ['b', [[hour(0), 0, []], [hour(1), 2, [1]]]]]);
  });
  test('the axis holds all of it, and zero', () => {
    const chart = draw('columnchart', { kind: 'stacked' }, columns, given);
    expect(yDomain(chart, stackPoints(chart))).toEqual([-2, 4]);
    const line = draw('linechart', {}, columns, [['x', 'a', 5]]);
    expect(yDomain(line, stackPoints(line))).toEqual([0, 5]);
    const zero = draw('linechart', {}, columns, [['x', 'a', 0]]);
    expect(yDomain(zero, stackPoints(zero))).toEqual([0, 1]);
  });
});

test('what the query asks for and the drawing does not do is said', () => {
  expect(draw('anomalychart', { yaxis: 'log', accumulate: 'true', ysplit: 'axes' }).notes).toEqual(['Drawn as a time chart: anomalies are not marked.', 'The axis is drawn linear, not logarithmic.', 'The values are drawn as they are, not accumulated.', 'All series share one axis.']);
});

test('a screen reader hears what the picture shows', () => {
  expect(chartSummary(draw('timechart', { title: 'Sign-ins' }))).toBe('Line chart Sign-ins: 2 series, 4 points, the largest 7. Arrow keys walk, Enter selects the rows; the table holds all values.');
});
