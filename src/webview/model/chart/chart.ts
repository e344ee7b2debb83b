/** What a chart draws, as data; how it looks is the page's business. */
export type ChartKind = 'line' | 'area' | 'scatter' | 'column' | 'bar' | 'pie' | 'card';
export type XScale = 'time' | 'number' | 'category';
export type Stacking = 'none' | 'stacked' | 'full';

export interface ChartPoint {
  /** Milliseconds, a number, or the place in `categories`. */
  readonly x: number;
  readonly y: number;
  /** Result rows it stands for. */
  readonly rows: readonly number[];
}

export interface ChartSeries {
  readonly name: string;
  /** In the order of x. */
  readonly points: readonly ChartPoint[];
}

export interface Chart {
  readonly kind: ChartKind;
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly xScale: XScale;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly stacking: Stacking;
  readonly legend: boolean;
  readonly yBounds: { readonly least?: number; readonly most?: number };
  /** What the chart leaves out or does to the rows: never silently. */
  readonly notes: readonly string[];
}

export type ChartResult = { readonly ok: true; readonly chart: Chart } | { readonly ok: false; readonly reason: string };
