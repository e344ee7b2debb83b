import { arc, area, line, pie, type PieArcDatum } from 'd3-shape';
import { stackPoints, yDomain, type Chart, type StackedPoint } from '../../model/chart/index.ts';
import type { TimeZoneChoice } from '../../model/formatCell.ts';
import { placeAxis, textWidth, ticksInRow, valueAxis, type Axis, type Tick } from './chartAxes.ts';

/** A value as it is drawn: a bar, a slice, or a point on a line. */
export interface ChartMark {
  readonly series: number;
  readonly x: number;
  readonly y: number;
  readonly rows: readonly number[];
  /** Where the mark is pointed at. */
  readonly at: readonly [left: number, top: number];
  /** Outline of a bar or slice; a point has none. */
  readonly outline?: string;
}

export interface ChartStroke {
  readonly series: number;
  readonly line: string;
  readonly fill?: string;
}

export interface ChartDrawing {
  readonly marks: readonly ChartMark[];
  readonly strokes: readonly ChartStroke[];
  readonly bottom: readonly Tick[];
  readonly left: readonly Tick[];
  readonly plot: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Zero on the axis of amounts. */
  readonly base?: number;
}

const titleRoom = 18;

/** Where everything stands in the pixels there are. */
export function layOutChart(chart: Chart, width: number, height: number, zone: TimeZoneChoice): ChartDrawing {
  if (chart.kind === 'pie') return pieDrawing(chart, width, height);
  const stacked = stackPoints(chart);
  const domain = yDomain(chart, stacked);
  return chart.kind === 'bar' ? barDrawing(chart, stacked, domain, width, height, zone) : uprightDrawing(chart, stacked, domain, width, height, zone);
}

function uprightDrawing(chart: Chart, stacked: readonly StackedPoint[], domain: readonly [number, number], width: number, height: number, zone: TimeZoneChoice): ChartDrawing {
  const bottom = height - 22 - (chart.xTitle === '' ? 0 : titleRoom);
  const top = chart.yTitle === '' ? 8 : titleRoom + 6;
  const values = valueAxis(chart, domain, [bottom, top], 36);
  const left = Math.max(...values.ticks.map(({ text }) => textWidth(text)), 8) + 14;
  const plot = { left, top, right: width - 24, bottom };
  const places = placeAxis(chart, [plot.left, plot.right], zone);
  const row = chart.xScale === 'category' ? ticksInRow(places.ticks, plot.right - plot.left) : places.ticks;
  const drawing = { plot, bottom: row, left: values.ticks, base: values.place(0) };
  if (chart.kind === 'column') return { ...drawing, strokes: [], marks: bars(chart, stacked, places, values, false) };
  const marks = stacked.map(({ series, x, y, to, rows }): ChartMark => ({ series, x, y, rows, at: [places.place(x), values.place(to)] }));
  return { ...drawing, marks: marks.filter(({ rows }) => rows.length > 0), strokes: chart.kind === 'scatter' ? [] : strokes(chart, stacked, places, values) };
}

function barDrawing(chart: Chart, stacked: readonly StackedPoint[], domain: readonly [number, number], width: number, height: number, zone: TimeZoneChoice): ChartDrawing {
  const top = chart.xTitle === '' ? 8 : titleRoom + 6;
  const names = placeAxis(chart, [top, height - 24], zone);
  const left = Math.min(width * 0.4, Math.max(...names.ticks.map(({ text }) => textWidth(text)), 8) + 16);
  const plot = { left, top, right: width - 24, bottom: height - 22 - (chart.yTitle === '' ? 0 : titleRoom) };
  const places = placeAxis(chart, [plot.top, plot.bottom], zone);
  const values = valueAxis(chart, domain, [plot.left, plot.right], 90);
  const every = Math.max(1, Math.ceil(14 / ((plot.bottom - plot.top) / Math.max(1, places.ticks.length))));
  return { plot, bottom: values.ticks, left: places.ticks.filter((_, index) => index % every === 0), base: values.place(0), strokes: [], marks: bars(chart, stacked, places, values, true) };
}

/** Bars of one place stand side by side, or on top of each other where they are stacked. */
function bars(chart: Chart, stacked: readonly StackedPoint[], places: Axis, values: Axis, lying: boolean): readonly ChartMark[] {
  const lanes = chart.stacking === 'none' ? chart.series.length : 1;
  const thick = Math.min(64, places.band) / lanes;
  return stacked.map(({ series, x, y, from, to, rows }): ChartMark => {
    const lane = chart.stacking === 'none' ? series - lanes / 2 : -0.5;
    const start = places.place(x) + lane * thick;
    const gap = thick > 4 && lanes > 1 ? 1 : 0;
    const [low, high] = [values.place(Math.min(from, to)), values.place(Math.max(from, to))];
    const [a, b] = [start + gap / 2, start + thick - gap / 2];
    const outline = lying ? `M${low},${a}H${high}V${b}H${low}Z` : `M${a},${low}V${high}H${b}V${low}Z`;
    const middle = (a + b) / 2;
    const end = values.place(to);
    return { series, x, y, rows, at: lying ? [end, middle] : [middle, end], outline };
  });
}

function strokes(chart: Chart, stacked: readonly StackedPoint[], places: Axis, values: Axis): readonly ChartStroke[] {
  const left = (point: StackedPoint): number => places.place(point.x);
  const upper = line<StackedPoint>(left, (point) => values.place(point.to));
  const under = area<StackedPoint>(left, (point) => values.place(point.from), (point) => values.place(point.to));
  const parted = new Map<number, StackedPoint[]>();
  for (const point of stacked) (parted.get(point.series) ?? parted.set(point.series, []).get(point.series))?.push(point);
  return [...parted].map(([series, points]): ChartStroke => ({ series, line: upper(points) ?? '', ...(chart.kind === 'area' && { fill: under(points) ?? '' }) }));
}

function pieDrawing(chart: Chart, width: number, height: number): ChartDrawing {
  const points = chart.series[0]?.points ?? [];
  const radius = Math.max(20, Math.min(width, height) / 2 - 12);
  const [middle, centre] = [width / 2, height / 2];
  const outline = arc<PieArcDatum<(typeof points)[number]>>().innerRadius(radius * 0.45).outerRadius(radius);
  const slices = pie<(typeof points)[number]>().sort(null).value(({ y }) => y)([...points]);
  const marks = slices.map((slice, index): ChartMark => {
    const [left, top] = outline.centroid(slice);
    return { series: index, x: slice.data.x, y: slice.data.y, rows: slice.data.rows, at: [left + middle, top + centre], outline: outline(slice) ?? '' };
  });
  return { marks, strokes: [], bottom: [], left: [], plot: { left: middle, top: centre, right: middle, bottom: centre } };
}
