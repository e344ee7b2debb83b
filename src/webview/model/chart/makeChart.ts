import { counted, cellText, numericTypes, visibleTextUpTo, type CellValue, type Column, type Row } from '../../../base/index.ts';
import type { RenderSpec } from '../../../protocol/index.ts';
import { displayText, type TimeZoneChoice } from '../formatCell.ts';
import { formatCount } from '../status.ts';
import { timeOf } from '../timelineEvents.ts';
import type { Chart, ChartKind, ChartPoint, ChartResult, ChartSeries, Stacking, XScale } from './chart.ts';
import { chartColumns, chartKinds, type ChartColumns } from './chartColumns.ts';

/** More series than this cannot be told apart, and more categories cannot be read. */
const mostSeries = 24;
const mostCategories = 120;
const mostSlices = 12;
const shownName = 80;

/** The rows of a view, in its order. */
export interface ChartSource {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly order: readonly number[];
  readonly zone: TimeZoneChoice;
}

/** The chart that `render` asks for, of the rows in view; or why there is none. */
export function makeChart(source: ChartSource, render: RenderSpec): ChartResult {
  const kind = chartKinds[render.visualization];
  if (!kind) return { ok: false, reason: `Charts of the kind ${visibleTextUpTo(render.visualization, 40)} are not drawn here. The rows are in the table.` };
  const columns = chartColumns(source.columns, render);
  if (typeof columns === 'string') return { ok: false, reason: columns };
  if (source.order.length === 0) return { ok: false, reason: 'No rows to draw.' };
  const { properties, visualization } = render;
  const drawn = kind === 'card' ? { ...source, order: source.order.slice(0, 1) } : source;
  const gathered = gather(drawn, columns, xScaleOf(kind, source.columns[columns.x]));
  const notes = [...unmet(render), ...(drawn.order.length < source.order.length ? [`The first of ${formatCount(source.order.length)} rows is shown.`] : [])];
  const cut = kind === 'pie' ? foldSlices(gathered) : cutDown(gathered, kind, notes);
  if (gathered.undrawn > 0) notes.push(`${formatCount(gathered.undrawn)} ${gathered.undrawn === 1 ? 'value is' : 'values are'} no number or ${gathered.undrawn === 1 ? 'has' : 'have'} no place on the axis and ${gathered.undrawn === 1 ? 'is' : 'are'} not drawn.`);
  if (gathered.series.length === 0) return { ok: false, reason: 'No row has a number to draw. The rows are in the table.' };
  if (kind === 'pie' && cut.series.every(({ points }) => points.every(({ y }) => y === 0))) return { ok: false, reason: 'Every number is zero, so a pie has no slices. The rows are in the table.' };
  if (kind === 'pie' && cut.series.some(({ points }) => points.some(({ y }) => y < 0))) return { ok: false, reason: 'A pie cannot show negative numbers. The rows are in the table.' };
  const stacking = stackingOf(visualization, properties['kind']);
  return {
    ok: true,
    chart: {
      kind,
      title: properties['title'] ?? '',
      xTitle: properties['xtitle'] ?? source.columns[columns.x]?.name ?? '',
      yTitle: properties['ytitle'] ?? (columns.y.length === 1 ? source.columns[columns.y[0] ?? 0]?.name ?? '' : ''),
      xScale: gathered.scale,
      categories: cut.categories,
      series: kind === 'area' && stacking !== 'none' ? withEveryPlace(cut.series) : cut.series,
      stacking,
      legend: properties['legend'] !== 'hidden',
      yBounds: { ...bound('least', properties['ymin']), ...bound('most', properties['ymax']) },
      notes,
    },
  };
}

/** What the query asks for and the drawing does not do. */
function unmet({ visualization, properties }: RenderSpec): readonly string[] {
  const log = ['xaxis', 'yaxis'].some((axis) => properties[axis] === 'log');
  return [
    ...(visualization === 'anomalychart' ? ['Drawn as a time chart: anomalies are not marked.'] : []),
    ...(log ? ['The axis is drawn linear, not logarithmic.'] : []),
    ...(properties['accumulate'] === 'true' ? ['The values are drawn as they are, not accumulated.'] : []),
    ...(properties['ysplit'] !== undefined && properties['ysplit'] !== 'none' ? ['All series share one axis.'] : []),
  ];
}

/** Areas on top of each other need a point wherever one of them has one: without rows it counts as zero. */
function withEveryPlace(series: readonly ChartSeries[]): readonly ChartSeries[] {
  const places = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((left, right) => left - right);
  return series.map(({ name, points }) => {
    const known = new Map(points.map((point) => [point.x, point]));
    return { name, points: places.map((x) => known.get(x) ?? { x, y: 0, rows: [] }) };
  });
}

function xScaleOf(kind: ChartKind, column: Column | undefined): XScale {
  // Bars stand side by side, one for each value: also for times and numbers.
  if (kind === 'column' || kind === 'bar' || kind === 'pie' || kind === 'card' || !column) return 'category';
  if (column.type === 'datetime') return 'time';
  return numericTypes.has(column.type) ? 'number' : 'category';
}

function stackingOf(visualization: string, kind: string | undefined): Stacking {
  if (kind === 'stacked100') return 'full';
  return kind === 'stacked' || visualization === 'stackedareachart' ? 'stacked' : 'none';
}

function bound<Name extends string>(name: Name, text: string | undefined): { readonly [key in Name]?: number } {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return (Number.isFinite(value) ? { [name]: value } : {}) as { readonly [key in Name]?: number };
}

interface Gathered {
  readonly scale: XScale;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly undrawn: number;
}

interface PointDraft {
  readonly x: number;
  y: number;
  readonly rows: number[];
}

/** Rows with the same place and series are added up: two bars cannot stand on one spot. */
function gather({ columns, rows, order, zone }: ChartSource, chosen: ChartColumns, scale: XScale): Gathered {
  const categories = new Map<string, number>();
  const series = new Map<string, Map<number, PointDraft>>();
  let undrawn = 0;
  const xColumn = columns[chosen.x];
  const placeOf = (value: CellValue): number | undefined => {
    if (scale === 'time') return timeOf(value);
    if (scale === 'number') return numberOf(value);
    const name = xColumn ? displayText(value, xColumn.type, zone) : cellText(value);
    return categories.get(name) ?? categories.set(name, categories.size).size - 1;
  };
  for (const rowIndex of order) {
    const row = rows[rowIndex] ?? [];
    const x = placeOf(row[chosen.x] ?? null);
    const parts = chosen.series.map((column) => cellText(row[column] ?? null));
    for (const column of chosen.y) {
      const y = numberOf(row[column] ?? null);
      if (x === undefined || y === undefined) {
        undrawn += 1;
        continue;
      }
      const name = [...parts, ...(chosen.y.length > 1 || parts.length === 0 ? [columns[column]?.name ?? ''] : [])].join(': ');
      const points = series.get(name) ?? series.set(name, new Map()).get(name);
      const point = points?.get(x);
      if (point) {
        point.y += y;
        point.rows.push(rowIndex);
      } else {
        points?.set(x, { x, y, rows: [rowIndex] });
      }
    }
  }
  const made = [...series].map(([name, points]): ChartSeries => ({ name, points: [...points.values()].sort((left, right) => left.x - right.x) }));
  return { scale, categories: [...categories.keys()], series: made, undrawn };
}

function numberOf(value: CellValue): number | undefined {
  if (value === null || value === '' || typeof value === 'object' || typeof value === 'boolean') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function sizeOf({ points }: ChartSeries): number {
  return points.reduce((sum, { y }) => sum + Math.abs(y), 0);
}

/** Keeps the largest series and the first categories, and says what is not drawn. */
function cutDown({ series, categories }: Gathered, kind: ChartKind, notes: string[]): { readonly series: readonly ChartSeries[]; readonly categories: readonly string[] } {
  let kept = series;
  if (series.length > mostSeries) {
    const largest = new Set([...series].sort((left, right) => sizeOf(right) - sizeOf(left)).slice(0, mostSeries));
    kept = series.filter((one) => largest.has(one));
    notes.push(`The ${mostSeries} largest of ${formatCount(series.length)} series are drawn.`);
  }
  if (kind === 'card' || categories.length <= mostCategories) return { series: kept, categories };
  notes.push(`The first ${mostCategories} of ${formatCount(categories.length)} values of the axis are drawn. Sort or filter the table to choose others.`);
  return { series: kept.map(({ name, points }) => ({ name, points: points.filter(({ x }) => x < mostCategories) })), categories: categories.slice(0, mostCategories) };
}

/** A pie has one series: the largest slices, and the others as one. */
function foldSlices({ series, categories }: Gathered): { readonly series: readonly ChartSeries[]; readonly categories: readonly string[] } {
  const points = [...(series[0]?.points ?? [])].sort((left, right) => right.y - left.y);
  const name = (point: ChartPoint): string => categories[point.x] ?? '';
  const large = points.length > mostSlices ? points.slice(0, mostSlices - 1) : points;
  const small = points.slice(large.length);
  const slices = small.length === 0 ? large : [...large, { x: 0, y: small.reduce((sum, { y }) => sum + y, 0), rows: small.flatMap(({ rows }) => rows) }];
  const names = [...large.map(name), ...(small.length === 0 ? [] : [`${formatCount(small.length)} others`])];
  return { categories: names, series: [{ name: series[0]?.name ?? '', points: slices.map((slice, index) => ({ ...slice, x: index })) }] };
}

/** The name of a series or category as it is written on the page. */
export function shownText(name: string): string {
  return name === '' ? '(empty)' : visibleTextUpTo(name, shownName);
}

/** What a screen reader hears instead of the picture. */
export function chartSummary(chart: Chart): string {
  const points = chart.series.flatMap((series) => series.points).filter(({ rows }) => rows.length > 0);
  const most = points.reduce<ChartPoint | undefined>((best, point) => (best === undefined || point.y > best.y ? point : best), undefined);
  const kinds: Readonly<Record<ChartKind, string>> = { line: 'Line chart', area: 'Area chart', scatter: 'Scatter chart', column: 'Column chart', bar: 'Bar chart', pie: 'Pie chart', card: 'Card' };
  const series = chart.series.length === 1 ? shownText(chart.series[0]?.name ?? '') : `${chart.series.length} series`;
  return `${kinds[chart.kind]}${chart.title === '' ? '' : ` ${shownText(chart.title)}`}: ${series}, ${counted(points.length, 'point')}${most ? `, the largest ${formatNumber(most.y)}` : ''}. Arrow keys walk, Enter selects the rows; the table holds all values.`;
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

export function formatNumber(value: number): string {
  return numbers.format(value);
}
