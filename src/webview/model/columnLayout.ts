import type { Column } from '../../base/index.ts';

/** Which columns are shown, in which order and how wide. All numbers are indexes into the result's columns. */
export interface ColumnLayout {
  /** Every column once. */
  readonly order: readonly number[];
  readonly hidden: ReadonlySet<number>;
  /** Stay in sight at the left, in this order. */
  readonly pinned: readonly number[];
  /** Pixels, where a person or the first fit has chosen. */
  readonly widths: ReadonlyMap<number, number>;
}

export const minimumWidth = 48;
export const maximumFitWidth = 360;

/** All columns in their order; those named `leading` come first, so that an answer stands in sight. */
export function initialLayout(columns: readonly Column[], leading: readonly string[] = []): ColumnLayout {
  const first = leading.flatMap((name) => columns.findIndex((column) => column.name === name)).filter((index) => index >= 0);
  return { order: [...first, ...columns.map((_, index) => index).filter((index) => !first.includes(index))], hidden: new Set(), pinned: [], widths: new Map() };
}

/** The columns to draw, left to right: pinned ones first. */
export function shownColumns(layout: ColumnLayout): readonly number[] {
  const pinned = layout.pinned.filter((column) => !layout.hidden.has(column));
  return [...pinned, ...layout.order.filter((column) => !layout.hidden.has(column) && !layout.pinned.includes(column))];
}

export function pinnedCount(layout: ColumnLayout): number {
  return layout.pinned.filter((column) => !layout.hidden.has(column)).length;
}

/** Hides a column, except the last one that is left: an empty grid has nothing to bring columns back from. */
export function hideColumn(layout: ColumnLayout, column: number): ColumnLayout {
  const left = shownColumns(layout).filter((shown) => shown !== column);
  return left.length === 0 ? layout : { ...layout, hidden: new Set([...layout.hidden, column]) };
}

export function showColumn(layout: ColumnLayout, column: number): ColumnLayout {
  return { ...layout, hidden: new Set([...layout.hidden].filter((hidden) => hidden !== column)) };
}

export function showAllColumns(layout: ColumnLayout): ColumnLayout {
  return { ...layout, hidden: new Set() };
}

export function pinColumn(layout: ColumnLayout, column: number): ColumnLayout {
  return layout.pinned.includes(column) ? layout : { ...layout, pinned: [...layout.pinned, column] };
}

export function unpinColumn(layout: ColumnLayout, column: number): ColumnLayout {
  return { ...layout, pinned: layout.pinned.filter((pinned) => pinned !== column) };
}

/** Moves a shown column by one place among its neighbours (pinned among pinned). */
export function moveColumn(layout: ColumnLayout, column: number, by: 1 | -1): ColumnLayout {
  const shown = [...shownColumns(layout)];
  const from = shown.indexOf(column);
  const neighbour = shown[from + by];
  if (from < 0 || neighbour === undefined || layout.pinned.includes(neighbour) !== layout.pinned.includes(column)) return layout;
  shown[from] = neighbour;
  shown[from + by] = column;
  return orderShown(layout, shown);
}

/** Takes over an order of the shown columns, as a drag leaves it; hidden columns keep their places behind them. */
export function orderShown(layout: ColumnLayout, shown: readonly number[]): ColumnLayout {
  const pinned = shown.filter((column) => layout.pinned.includes(column));
  const rest = layout.order.filter((column) => !shown.includes(column));
  return { ...layout, order: [...shown, ...rest], pinned: [...pinned, ...layout.pinned.filter((column) => !pinned.includes(column))] };
}

export function resizeColumn(layout: ColumnLayout, column: number, width: number): ColumnLayout {
  return { ...layout, widths: new Map([...layout.widths, [column, Math.max(minimumWidth, Math.round(width))]]) };
}
