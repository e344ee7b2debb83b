import { numericTypes, type Column, type KqlType } from '../../../base/index.ts';
import type { RenderSpec } from '../../../protocol/index.ts';
import type { ChartKind } from './chart.ts';

/** Which columns a chart takes, as indexes. */
export interface ChartColumns {
  readonly x: number;
  readonly y: readonly number[];
  readonly series: readonly number[];
}

const naming: ReadonlySet<KqlType> = new Set(['string', 'guid', 'bool']);

/** Charts whose axis is a time wherever there is one. */
const continuous: ReadonlySet<string> = new Set(['linechart', 'areachart', 'stackedareachart', 'scatterchart']);

/** Kinds of `render` that are drawn here. */
export const chartKinds: Readonly<Record<string, ChartKind>> = {
  timechart: 'line',
  linechart: 'line',
  anomalychart: 'line',
  areachart: 'area',
  stackedareachart: 'area',
  scatterchart: 'scatter',
  columnchart: 'column',
  barchart: 'bar',
  piechart: 'pie',
  card: 'card',
};

/** Whether `render` asked for something other than the table. */
export function asksForChart(render: RenderSpec | undefined): render is RenderSpec {
  return render !== undefined && render.visualization !== '' && render.visualization !== 'table';
}

/**
 * Kusto's choice: the axis of lines and areas is the first datetime, any other chart's is the first column; numbers are drawn and
 * texts part them into series. `xcolumn`, `ycolumns` and `series` of the query come before that.
 */
export function chartColumns(columns: readonly Column[], render: RenderSpec): ChartColumns | string {
  const { visualization, properties } = render;
  const named = (property: string): readonly number[] =>
    (properties[property] ?? '').split(',').map((name) => name.trim()).filter(Boolean).map((name) => columns.findIndex((column) => column.name === name)).filter((index) => index >= 0);
  const time = columns.findIndex(({ type }) => type === 'datetime');
  const needsTime = visualization === 'timechart' || visualization === 'anomalychart';
  if (visualization === 'card') return cardColumns(columns);
  const x = named('xcolumn')[0] ?? (needsTime || (continuous.has(visualization) && time >= 0 && !numericTypes.has(columns[0]?.type ?? 'string')) ? time : 0);
  if (needsTime && time < 0) return 'A time chart needs a datetime column, and the result has none.';
  const rest = columns.map((_, index) => index).filter((index) => index !== x);
  const asked = named('ycolumns');
  const y = asked.length > 0 ? asked : rest.filter((index) => numericTypes.has(columns[index]?.type ?? 'string'));
  if (y.length === 0) return 'A chart needs a column of numbers besides its axis, and the result has none.';
  // A pie has one ring.
  if (visualization === 'piechart') return { x, y: y.slice(0, 1), series: [] };
  const parting = named('series');
  return { x, y, series: parting.length > 0 ? parting : rest.filter((index) => !y.includes(index) && naming.has(columns[index]?.type ?? 'dynamic')) };
}

/** A card has no axis: every number of the first row stands for itself. */
function cardColumns(columns: readonly Column[]): ChartColumns | string {
  const y = columns.flatMap(({ type }, index) => (numericTypes.has(type) ? [index] : []));
  return y.length > 0 ? { x: -1, y, series: [] } : 'A card needs a column of numbers, and the result has none.';
}
