import { counted, type Row, type Column } from '../../base/index.ts';
import type { BackTestResult, RenderSpec, ResultWarning, SourceSummary } from '../../protocol/index.ts';

/** A back-test as the results page shows it: a row for each day, drawn as columns, and what it comes to. */
export interface BackTestView {
  readonly columns: readonly Column[];
  readonly render: RenderSpec;
  readonly rows: readonly Row[];
  readonly notes: readonly ResultWarning[];
}

/** What a back-test is compared with, by the words for it. */
export interface EarlierBackTest {
  readonly result: BackTestResult;
  /** `the saved file`, `the run before`. */
  readonly what: string;
}

export function backTestView(now: BackTestResult, before: EarlierBackTest | undefined): BackTestView {
  const earlier = new Map(before?.result.days.map(({ day, alerts }) => [day, alerts]));
  const names = ['Alerts', ...(before ? ['Before'] : [])];
  return {
    columns: [{ name: 'Day', type: 'string' }, ...names.map((name): Column => ({ name, type: 'long' })), { name: 'RowsOfAlerts', type: 'long' }],
    render: { visualization: 'columnchart', properties: { xcolumn: 'Day', ycolumns: names.join(',') } },
    rows: now.days.map(({ day, alerts, rows }): Row => [day, alerts, ...(before ? [earlier.get(day) ?? 0] : []), rows]),
    notes: [
      note('IT171', totals(now)),
      ...(before ? [note('IT172', `Compared with ${before.what}: ${totals(before.result)}`)] : []),
      ...(now.topEntities.length === 0 ? [] : [note('IT173', `Most alerts are about ${now.topEntities.slice(0, 5).map(({ entity, alerts }) => `${entity} (${String(alerts)})`).join(', ')}.`)]),
    ],
  };
}

function totals({ runs, suppressedRuns, alerts, alertsPerDay, repeated, days }: BackTestResult): string {
  const loud = days.filter((day) => day.alerts > 0).length;
  const rested = suppressedRuns === 0 ? '' : `, ${String(suppressedRuns)} of them resting after an alert`;
  const noise = alerts === 0 ? '' : ` Estimated noise: ${String(Math.round((repeated / alerts) * 100))} % (${counted(repeated, 'alert')} only about entities that had one before).`;
  return `${counted(alerts, 'alert')} in ${counted(runs, 'run')}${rested}, on ${String(loud)} of ${counted(days.length, 'day')}, ${alertsPerDay.toFixed(1)} a day.${noise}`;
}

function note(code: string, message: string): ResultWarning {
  return { kind: 'note', code, severity: 'information', message };
}

/** From the first to the last record of any table; undefined where the source does not say. */
export function historyOf({ tables }: SourceSummary): { readonly from: string; readonly to: string } | undefined {
  const firsts = tables.flatMap(({ firstRecord }) => firstRecord ?? []).sort();
  const lasts = tables.flatMap(({ lastRecord }) => lastRecord ?? []).sort();
  const [from, to] = [firsts[0], lasts.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}
