import { resizeColumn } from '../../model/columnLayout.ts';
import type { ResultState } from '../../model/resultState.ts';
import type { PageContext } from '../context.ts';
import { WidthFitter } from './fitWidths.ts';

/** The widest a column becomes when a reader asks for its fit. */
const widestFit = 720;
const scrollbarRoom = 16;
const crowdedWidth = 168;
const idWidth = 112;

/** Whether this is the moment to choose widths: the first rows of a result, or its end without any. */
export function needsFirstFit(state: ResultState, before: ResultState): boolean {
  const known = state.rows.length > 0 || (state.phase === 'done' && before.phase !== 'done');
  return known && state.columns.length > 0 && state.layout.widths.size === 0 && (before.rows.length === 0 || state.phase === 'done');
}

/** Gives columns the widths their contents need. */
export function fitColumns(context: PageContext, page: HTMLElement, columns: readonly number[]): void {
  const { state } = context.store;
  const fitter = new WidthFitter(page);
  const layout = columns.reduce((next, index) => {
    const column = state.columns[index];
    const widest = columns.length === 1 ? widestFit : undefined;
    return column ? resizeColumn(next, index, fitter.fit(column, index, state.rows, state.preferences.zone, widest)) : next;
  }, state.layout);
  context.store.dispatch({ type: 'layout', layout });
}

/** The first widths of a result: as needed where all fit into the page, else moderate, so that many columns are in sight. */
export function firstFit(context: PageContext, page: HTMLElement): void {
  const { state } = context.store;
  const fitter = new WidthFitter(page);
  const needed = state.columns.map((column, index) => fitter.fit(column, index, state.rows, state.preferences.zone));
  // Where the pane beside the grid would make it crowded, the pane goes below (`standsBeside`).
  const room = document.documentElement.clientWidth - scrollbarRoom;
  const crowded = needed.reduce((sum, width) => sum + width, 0) > room;
  const layout = state.columns.reduce((next, column, index) => {
    const need = needed[index] ?? 0;
    const keep = column.type === 'datetime' || !crowded;
    return resizeColumn(next, index, keep ? need : Math.min(need, looksLikeId(state, index) ? idWidth : crowdedWidth));
  }, state.layout);
  context.store.dispatch({ type: 'layout', layout });
}

/** GUIDs are told apart by their beginnings; the rest is a hover away. */
function looksLikeId(state: ResultState, index: number): boolean {
  const value = state.rows.find((row) => row[index] !== null && row[index] !== '')?.[index];
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value);
}
