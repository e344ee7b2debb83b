import { describe, expect, test } from 'vitest';
import type { Column } from '../../../src/base/index.ts';
import type { ResultFooter, RunDescription } from '../../../src/protocol/index.ts';
import { hideColumn } from '../../../src/webview/model/columnLayout.ts';
import { reduce, type HostAction, type ReaderAction } from '../../../src/webview/model/reduce.ts';
import { initialState, isRunning, type ResultState } from '../../../src/webview/model/resultState.ts';

const columns: readonly Column[] = [{ name: 'A', type: 'string' }, { name: 'B', type: 'long' }];
const footer: ResultFooter = { statistics: { engine: 'duckdb', rows: 2, elapsedMs: 5 }, warnings: [], asOf: '2026-01-01T00:00:00.0000000Z' };
const run = (runId: number): RunDescription => ({ runId, title: `Run ${runId}`, sourceTitle: 'Sample', query: 'T', parameters: [] });

function after(...actions: readonly (ReaderAction | HostAction)[]): ResultState {
  return actions.reduce(reduce, initialState());
}

const begun: readonly HostAction[] = [{ type: 'running', run: run(1) }, { type: 'begin', run: run(1), columns }];

describe('a run', () => {
  test('goes from running over receiving to done', () => {
    expect(after().phase).toBe('idle');
    expect(after(begun[0]!).phase).toBe('running');
    expect(isRunning(after(...begun))).toBe(true);
    const done = after(...begun, { type: 'rows', runId: 1, rows: [['a', 1]] }, { type: 'rows', runId: 1, rows: [['b', 2]] }, { type: 'done', runId: 1, footer });
    expect(done.phase).toBe('done');
    expect(done.rows).toEqual([['a', 1], ['b', 2]]);
    expect(done.footer).toBe(footer);
  });

  test.each<HostAction>([
    { type: 'rows', runId: 9, rows: [['late', 0]] },
    { type: 'progress', runId: 9, message: 'x' },
    { type: 'done', runId: 9, footer },
    { type: 'failed', runId: 9, problems: [], cancelled: false },
  ])('a late message of another run changes nothing: $type', (late) => {
    const state = after(...begun);
    expect(reduce(state, late)).toBe(state);
  });

  test('what the source waits for is known while it runs, and no longer', () => {
    const waiting = after(...begun, { type: 'progress', runId: 1, message: 'Waiting: 2 queries go first' });
    expect(waiting.progress).toBe('Waiting: 2 queries go first');
    expect(reduce(waiting, { type: 'done', runId: 1, footer }).progress).toBeUndefined();
    expect(reduce(waiting, { type: 'failed', runId: 1, problems: [], cancelled: true }).progress).toBeUndefined();
    expect(reduce(waiting, { type: 'running', run: run(2) }).progress).toBeUndefined();
  });

  test('rows that came before a failure stay, and the failure is told', () => {
    const problems = [{ code: 'ENG001', severity: 'error' as const, message: 'Out of memory' }];
    const failed = after(...begun, { type: 'rows', runId: 1, rows: [['a', 1]] }, { type: 'failed', runId: 1, problems, cancelled: false });
    expect([failed.phase, failed.rows.length, failed.problems]).toEqual(['failed', 1, problems]);
    expect(after(...begun, { type: 'failed', runId: 1, problems, cancelled: true }).phase).toBe('cancelled');
  });

  test('a new one forgets the rows, problems and footer of the one before', () => {
    const state = after(...begun, { type: 'rows', runId: 1, rows: [['a', 1]] }, { type: 'done', runId: 1, footer }, { type: 'running', run: run(2) });
    expect([state.rows, state.footer, state.problems, state.run?.runId]).toEqual([[], undefined, [], 2]);
  });

  test('with the same columns keeps sort, filters and layout; with others it does not', () => {
    const touched: readonly ReaderAction[] = [
      { type: 'sortBy', column: 1, additional: false },
      { type: 'filter', column: 0, filter: { operator: 'contains', text: 'a' } },
      { type: 'layout', layout: hideColumn(after(...begun).layout, 0) },
    ];
    const again = after(...begun, ...touched, { type: 'running', run: run(2) }, { type: 'begin', run: run(2), columns: [...columns] });
    expect(again.view.sort).toEqual([{ column: 1, descending: false }]);
    expect(again.view.filters.size).toBe(1);
    expect(again.layout.hidden).toEqual(new Set([0]));
    const other = after(...begun, ...touched, { type: 'begin', run: run(2), columns: [{ name: 'A', type: 'guid' }, columns[1]!] });
    expect([other.view.sort, other.view.filters.size, other.layout.hidden.size]).toEqual([[], 0, 0]);
  });
});

test('of a correlation, time, identity and evidence stand first', () => {
  const wide: readonly Column[] = ['Id', 'Evidence', 'Who', 'When'].map((name) => ({ name, type: 'string' }));
  const correlated = { ...run(1), timeline: { time: 'When', label: 'Id', lane: 'Who', evidence: 'Evidence' } };
  expect(after({ type: 'begin', run: correlated, columns: wide }).layout.order).toEqual([3, 2, 1, 0]);
  expect(after({ type: 'begin', run: run(1), columns: wide }).layout.order).toEqual([0, 1, 2, 3]);
});

describe('sorting by clicks', () => {
  const sort = (...clicks: readonly (readonly [column: number, additional: boolean])[]) => after(...begun, ...clicks.map(([column, additional]): ReaderAction => ({ type: 'sortBy', column, additional }))).view.sort;
  test('ascending, descending, not at all', () => {
    expect(sort([0, false])).toEqual([{ column: 0, descending: false }]);
    expect(sort([0, false], [0, false])).toEqual([{ column: 0, descending: true }]);
    expect(sort([0, false], [0, false], [0, false])).toEqual([]);
  });
  test('another column replaces the first, unless it is additional', () => {
    expect(sort([0, false], [1, false])).toEqual([{ column: 1, descending: false }]);
    expect(sort([0, false], [1, true])).toEqual([{ column: 0, descending: false }, { column: 1, descending: false }]);
    expect(sort([0, false], [1, true], [0, true])).toEqual([{ column: 0, descending: true }, { column: 1, descending: false }]);
  });
});

test('filters are set, replaced, taken away, and cleared with the search', () => {
  const filter = { operator: 'equals', text: 'x' } as const;
  const set = after(...begun, { type: 'filter', column: 0, filter }, { type: 'search', text: 'word' });
  expect(set.view.filters.get(0)).toBe(filter);
  expect(reduce(set, { type: 'filter', column: 0, filter: undefined }).view.filters.size).toBe(0);
  const cleared = reduce(set, { type: 'clearFilters' }).view;
  expect([cleared.filters.size, cleared.search]).toEqual([0, '']);
});

test('groups fold and unfold, and a new grouping starts unfolded', () => {
  const folded = after(...begun, { type: 'groupBy', columns: [0] }, { type: 'toggleGroup', key: '["a"]' });
  expect([...folded.view.folded]).toEqual(['["a"]']);
  expect(reduce(folded, { type: 'toggleGroup', key: '["a"]' }).view.folded.size).toBe(0);
  expect([...reduce(folded, { type: 'foldGroups', keys: ['x', 'y'] }).view.folded]).toEqual(['x', 'y']);
  expect(reduce(folded, { type: 'groupBy', columns: [1] }).view.folded.size).toBe(0);
});

test('preferences outlive results', () => {
  const state = after({ type: 'prefer', preferences: { zone: 'local' } }, ...begun);
  expect(state.preferences).toMatchObject({ zone: 'local', timeline: true });
});
