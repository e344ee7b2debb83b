import { expect, test } from 'vitest';
import { backTestView, historyOf } from '../../../src/extension/model/index.ts';
import type { BackTestResult, SourceSummary } from '../../../src/protocol/index.ts';

const result: BackTestResult = {
  name: 'Failures', runs: 48, suppressedRuns: 3, alerts: 4, alertsPerDay: 2, repeated: 1,
  days: [{ day: '2026-03-01', alerts: 4, rows: 9 }, { day: '2026-03-02', alerts: 0, rows: 0 }],
  topEntities: [{ entity: 'Account a', alerts: 3 }, { entity: 'Account b', alerts: 1 }],
};

test('a back-test is a row for each day, drawn as columns, with its totals in words', () => {
  const view = backTestView(result, undefined);
  expect(view.columns.map(({ name }) => name)).toEqual(['Day', 'Alerts', 'RowsOfAlerts']);
  expect(view.rows).toEqual([['2026-03-01', 4, 9], ['2026-03-02', 0, 0]]);
  expect(view.render).toEqual({ visualization: 'columnchart', properties: { xcolumn: 'Day', ycolumns: 'Alerts' } });
  expect(view.notes.map(({ message }) => message)).toEqual([
    '4 alerts in 48 runs, 3 of them resting after an alert, on 1 of 2 days, 2.0 a day. Estimated noise: 25 % (1 alert only about entities that had one before).',
    'Most alerts are about Account a (3), Account b (1).',
  ]);
});

test('beside an earlier one each day has both, and both totals are told', () => {
  const quiet: BackTestResult = { ...result, suppressedRuns: 0, alerts: 0, alertsPerDay: 0, repeated: 0, topEntities: [], days: [{ day: '2026-03-02', alerts: 0, rows: 0 }] };
  const view = backTestView(quiet, { result, what: 'the saved file' });
  expect(view.rows).toEqual([['2026-03-02', 0, 0, 0]]);
  expect(view.render.properties['ycolumns']).toBe('Alerts,Before');
  expect(view.notes.map(({ message }) => message)).toEqual(['0 alerts in 48 runs, on 0 of 1 day, 0.0 a day.', expect.stringContaining('Compared with the saved file: 4 alerts in 48 runs')]);
});

test('the history of a source goes from its first to its last record', () => {
  const table = (name: string, firstRecord?: string, lastRecord?: string) => ({ name, columns: [], ...(firstRecord !== undefined && { firstRecord }), ...(lastRecord !== undefined && { lastRecord }) });
  const summary = (tables: SourceSummary['tables']): SourceSummary => ({ spec: { kind: 'sample' }, title: '', tables, files: [], issues: [], skipped: 0 });
  expect(historyOf(summary([table('A', '2026-03-02', '2026-03-03'), table('B', '2026-03-01', '2026-03-02'), table('C')]))).toEqual({ from: '2026-03-01', to: '2026-03-03' });
  expect(historyOf(summary([table('C')]))).toBeUndefined();
});
