import type { Column, Problem, Row } from '../../base/index.ts';
import type { RenderSpec, ResultFooter, RunDescription } from '../../protocol/index.ts';
import { asksForChart } from './chart/index.ts';
import { initialLayout, type ColumnLayout } from './columnLayout.ts';
import type { TimeZoneChoice } from './formatCell.ts';
import type { PlacementChoice } from './placement.ts';
import type { ViewSpec } from './viewRows.ts';

/** `idle`: nothing has run yet. `running`: no header yet. `receiving`: rows come in. */
export type RunPhase = 'idle' | 'running' | 'receiving' | 'done' | 'failed' | 'cancelled';

/** What a reader chose for the page, whatever is shown on it; kept between results and sessions. */
export interface Preferences {
  readonly zone: TimeZoneChoice;
  readonly timeline: boolean;
  /** The chart of a query that ends in `render`. */
  readonly chart: boolean;
  readonly detail: boolean;
  readonly filterRow: boolean;
  readonly placement: PlacementChoice;
}

/** The whole state of the page as data. `reduce` is the only way from one to the next. */
export interface ResultState {
  readonly phase: RunPhase;
  readonly run: RunDescription | undefined;
  readonly columns: readonly Column[];
  readonly render: RenderSpec | undefined;
  readonly rows: readonly Row[];
  /** Rows that came after the page was full (`rowLimit`). */
  readonly dropped: number;
  readonly footer: ResultFooter | undefined;
  /** What the source is waiting for or how far it is, while it runs. */
  readonly progress: string | undefined;
  readonly problems: readonly Problem[];
  readonly view: Omit<ViewSpec, 'zone'>;
  readonly layout: ColumnLayout;
  readonly queryShown: boolean;
  /** Something that did not work and that the reader must know; gone with the next run. */
  readonly notice: string | undefined;
  readonly preferences: Preferences;
}

export const defaultPreferences: Preferences = { zone: 'utc', timeline: true, chart: true, detail: false, filterRow: true, placement: 'auto' };

export const emptyView: ResultState['view'] = { sort: [], filters: new Map(), search: '', groupBy: [], folded: new Set() };

export function initialState(preferences: Preferences = defaultPreferences): ResultState {
  return {
    phase: 'idle',
    run: undefined,
    columns: [],
    render: undefined,
    rows: [],
    dropped: 0,
    footer: undefined,
    progress: undefined,
    problems: [],
    view: emptyView,
    layout: initialLayout([]),
    queryShown: false,
    notice: undefined,
    preferences,
  };
}

export function viewSpecOf(state: ResultState): ViewSpec {
  return { ...state.view, zone: state.preferences.zone };
}

/** Whether the run of the page has not come to its end. */
export function isRunning(state: ResultState): boolean {
  return state.phase === 'running' || state.phase === 'receiving';
}

/** A query that asks for a chart has its time there; a scenario names its timeline and keeps it. */
export function hasTimeline({ run, render }: ResultState): boolean {
  return run?.timeline !== undefined || !asksForChart(render);
}
