import type { Chart } from './chart.ts';

/** A point with the stretch of the y axis that it covers. */
export interface StackedPoint {
  readonly series: number;
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly rows: readonly number[];
}

/** Puts series on top of each other where the chart asks for it; negative values go down from zero. */
export function stackPoints({ series, stacking }: Chart): readonly StackedPoint[] {
  const totals = new Map<number, number>();
  if (stacking === 'full') for (const { points } of series) for (const { x, y } of points) totals.set(x, (totals.get(x) ?? 0) + Math.abs(y));
  const up = new Map<number, number>();
  const down = new Map<number, number>();
  return series.flatMap(({ points }, index) =>
    points.map(({ x, y, rows }): StackedPoint => {
      if (stacking === 'none') return { series: index, x, y, from: 0, to: y, rows };
      const total = totals.get(x) ?? 0;
      const share = stacking === 'full' ? (total === 0 ? 0 : (y / total) * 100) : y;
      const side = share < 0 ? down : up;
      const from = side.get(x) ?? 0;
      side.set(x, from + share);
      return { series: index, x, y, from, to: from + share, rows };
    }),
  );
}

/** Least and most of the y axis: always with zero where lengths are compared. */
export function yDomain({ kind, yBounds }: Chart, stacked: readonly StackedPoint[]): readonly [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const { from, to } of stacked) {
    const fromZero = kind !== 'line' && kind !== 'scatter';
    least = Math.min(least, to, fromZero ? from : to);
    most = Math.max(most, to, fromZero ? from : to);
  }
  if (least > most) [least, most] = [0, 1];
  // A line of counts that never leaves its floor is easier to judge with zero in sight.
  if (least > 0) least = 0;
  if (least === most) most = least + 1;
  return [yBounds.least ?? least, yBounds.most ?? most];
}
