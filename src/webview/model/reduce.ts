import { assertNever, type Column, type Row } from '../../base/index.ts';
import type { RunDescription, ToResultsPage } from '../../protocol/index.ts';
import type { ColumnFilter } from './columnFilter.ts';
import { initialLayout, type ColumnLayout } from './columnLayout.ts';
import { emptyView, type Preferences, type ResultState } from './resultState.ts';
import { rowLimit } from './takeRows.ts';
import type { SortKeySpec } from './viewRows.ts';

/** What a reader does to the page. */
export type ReaderAction =
  /** Sorts by a column: ascending, descending, not at all. `additional` keeps the other sort keys. */
  | { readonly type: 'sortBy'; readonly column: number; readonly additional: boolean }
  | { readonly type: 'setSort'; readonly sort: readonly SortKeySpec[] }
  | { readonly type: 'filter'; readonly column: number; readonly filter: ColumnFilter | undefined }
  | { readonly type: 'search'; readonly text: string }
  | { readonly type: 'clearFilters' }
  | { readonly type: 'groupBy'; readonly columns: readonly number[] }
  | { readonly type: 'toggleGroup'; readonly key: string }
  | { readonly type: 'foldGroups'; readonly keys: readonly string[] }
  | { readonly type: 'layout'; readonly layout: ColumnLayout }
  | { readonly type: 'toggleQuery' }
  | { readonly type: 'notice'; readonly text: string | undefined }
  | { readonly type: 'prefer'; readonly preferences: Partial<Preferences> };

export type HostAction = Exclude<ToResultsPage, { readonly type: 'explanation' }>;

/** The state after an action. Messages of another run than the current one change nothing. */
export function reduce(state: ResultState, action: ReaderAction | HostAction): ResultState {
  switch (action.type) {
    case 'running':
    case 'begin':
    case 'rows':
    case 'progress':
    case 'done':
    case 'failed':
      return reduceHost(state, action);
    default:
      return reduceReader(state, action);
  }
}

function reduceHost(state: ResultState, action: HostAction): ResultState {
  switch (action.type) {
    case 'running':
      return { ...state, phase: 'running', run: action.run, rows: [], dropped: 0, footer: undefined, progress: undefined, problems: [], notice: undefined };
    case 'begin':
      return begin(state, action);
    case 'rows':
      return action.runId === state.run?.runId ? withRows(state, action.rows) : state;
    case 'progress':
      return action.runId === state.run?.runId ? { ...state, progress: action.message } : state;
    case 'done':
      return action.runId === state.run?.runId ? { ...state, phase: 'done', progress: undefined, footer: action.footer } : state;
    case 'failed':
      return action.runId === state.run?.runId ? { ...state, phase: action.cancelled ? 'cancelled' : 'failed', progress: undefined, problems: action.problems } : state;
    default:
      return assertNever(action);
  }
}

function withRows(state: ResultState, slice: readonly Row[]): ResultState {
  const room = rowLimit(state.columns.length) - state.rows.length;
  const kept = slice.length > room ? slice.slice(0, room) : slice;
  return { ...state, rows: state.rows.length === 0 ? kept : state.rows.concat(kept), dropped: state.dropped + slice.length - kept.length };
}

/** A result of the same columns keeps filters, sort and layout, so that a re-run stays comparable. */
function begin(state: ResultState, action: Extract<HostAction, { readonly type: 'begin' }>): ResultState {
  const same = sameColumns(state.columns, action.columns);
  return {
    ...state,
    phase: 'receiving',
    run: action.run,
    columns: action.columns,
    render: action.render,
    rows: [],
    dropped: 0,
    footer: undefined,
    problems: [],
    notice: undefined,
    view: same ? { ...state.view, folded: new Set() } : emptyView,
    layout: same ? state.layout : initialLayout(action.columns, leadingColumns(action.run)),
  };
}

/** Of a correlation: when, who and how sure, before everything else. */
function leadingColumns({ timeline }: RunDescription): readonly string[] {
  return timeline?.evidence === undefined ? [] : [timeline.time, ...(timeline.lane === undefined ? [] : [timeline.lane]), timeline.evidence];
}

function sameColumns(left: readonly Column[], right: readonly Column[]): boolean {
  return left.length === right.length && left.every((column, index) => column.name === right[index]?.name && column.type === right[index]?.type);
}

function reduceReader(state: ResultState, action: ReaderAction): ResultState {
  const { view } = state;
  switch (action.type) {
    case 'sortBy':
      return { ...state, view: { ...view, sort: nextSort(view.sort, action.column, action.additional) } };
    case 'setSort':
      return { ...state, view: { ...view, sort: action.sort } };
    case 'filter':
      return { ...state, view: { ...view, filters: withFilter(view.filters, action.column, action.filter) } };
    case 'search':
      return { ...state, view: { ...view, search: action.text } };
    case 'clearFilters':
      return { ...state, view: { ...view, filters: new Map(), search: '' } };
    case 'groupBy':
      return { ...state, view: { ...view, groupBy: action.columns, folded: new Set() } };
    case 'toggleGroup':
      return { ...state, view: { ...view, folded: toggled(view.folded, action.key) } };
    case 'foldGroups':
      return { ...state, view: { ...view, folded: new Set(action.keys) } };
    case 'layout':
      return { ...state, layout: action.layout };
    case 'toggleQuery':
      return { ...state, queryShown: !state.queryShown };
    case 'notice':
      return { ...state, notice: action.text };
    case 'prefer':
      return { ...state, preferences: { ...state.preferences, ...action.preferences } };
    default:
      return assertNever(action);
  }
}

function nextSort(sort: readonly SortKeySpec[], column: number, additional: boolean): readonly SortKeySpec[] {
  const current = sort.find((key) => key.column === column);
  if (!current) return [...(additional ? sort : []), { column, descending: false }];
  const others = additional ? sort : [current];
  return others.flatMap((key) => (key.column !== column ? key : current.descending ? [] : { column, descending: true }));
}

function withFilter(filters: ReadonlyMap<number, ColumnFilter>, column: number, filter: ColumnFilter | undefined): ReadonlyMap<number, ColumnFilter> {
  const next = new Map(filters);
  if (filter) next.set(column, filter);
  else next.delete(column);
  return next;
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
