import { formatDatetime, ProblemError } from '../../base/index.ts';
import { alertsOf, type Alert } from '../testing/alerts.ts';
import type { OpenDatabase } from '../testing/ruleDatabase.ts';
import type { RuleDefinition } from '../testing/ruleDefinition.ts';

const hour = 36_000_000_000n;
const day = 24n * hour;
const mostRuns = 10_000n;
const mostEntities = 10;

export interface BackTestRequest {
  readonly rule: RuleDefinition;
  readonly database: Pick<OpenDatabase, 'run'>;
  /** First and last record of the source; ticks. */
  readonly from: bigint;
  readonly to: bigint;
  readonly progress?: (done: number, all: number) => void;
}

export interface BackTestDay {
  /** `2026-03-01`, UTC. */
  readonly day: string;
  readonly alerts: number;
  readonly rows: number;
}

export interface BackTest {
  readonly name: string;
  readonly runs: number;
  readonly suppressedRuns: number;
  readonly alerts: number;
  readonly alertsPerDay: number;
  /** Alerts about nothing but entities that an earlier alert was about: what a team would call noise. */
  readonly repeated: number;
  readonly days: readonly BackTestDay[];
  readonly topEntities: readonly { readonly entity: string; readonly alerts: number }[];
}

/**
 * Runs a rule over the history of a source at its own frequency. Exports do not say when a record arrived, so every record
 * counts as there in time, and a near-real-time rule runs by the hour. Throws IT170 for more runs than anybody would wait for.
 */
export async function backTest({ rule, database, from, to, progress }: BackTestRequest): Promise<BackTest> {
  const step = rule.kind === 'NRT' ? hour : rule.frequency;
  const period = rule.kind === 'NRT' ? hour : rule.period;
  const first = (from / step + 1n) * step;
  const runs = (to - first) / step + 2n;
  if (runs > mostRuns) throw new ProblemError({ code: 'IT170', message: `The rule would run ${runs.toLocaleString('en')} times over this source; ${mostRuns.toLocaleString('en')} are the most. Choose a shorter time with --from and --to.` });
  const days = new Map<string, { alerts: number; rows: number }>();
  for (let at = from / day; at <= (to + step) / day; at += 1n) days.set(dayOf(at * day), { alerts: 0, rows: 0 });
  const seen = new EntityCount();
  let restUntil = 0n;
  let suppressedRuns = 0;
  let total = 0;
  for (let index = 0n; index < runs; index += 1n) {
    const at = first + index * step;
    progress?.(Number(index), Number(runs));
    if (at < restUntil) {
      suppressedRuns += 1;
      continue;
    }
    const result = await database.run({ query: rule.query, asOf: formatDatetime(at), timeRange: { from: formatDatetime(at - period), to: formatDatetime(at) } });
    const alerts = alertsOf(rule, result, formatDatetime(at));
    if (alerts.length > 0 && rule.suppression > 0n) restUntil = at + rule.suppression;
    // A run for midnight is about the day that ends.
    const ofDay = days.get(dayOf(at - 1n));
    if (ofDay) {
      ofDay.alerts += alerts.length;
      ofDay.rows += alerts.length > 0 ? result.rows.length : 0;
    }
    total += alerts.length;
    for (const alert of alerts) seen.add(alert);
  }
  const list = [...days].map(([name, counts]) => ({ day: name, ...counts }));
  return { name: rule.name, runs: Number(runs), suppressedRuns, alerts: total, alertsPerDay: list.length === 0 ? 0 : total / list.length, repeated: seen.repeated, days: list, topEntities: seen.top(mostEntities) };
}

function dayOf(ticks: bigint): string {
  return formatDatetime(ticks).slice(0, 10);
}

/** How often each entity was alerted about, and how many alerts were about known ones only. */
class EntityCount {
  readonly #alerts = new Map<string, number>();
  repeated = 0;

  add({ entities }: Alert): void {
    const names = [...new Set(entities.map(({ type, identifiers }) => `${type} ${Object.values(identifiers).join(' ')}`))];
    if (names.length > 0 && names.every((name) => this.#alerts.has(name))) this.repeated += 1;
    for (const name of names) this.#alerts.set(name, (this.#alerts.get(name) ?? 0) + 1);
  }

  top(most: number): BackTest['topEntities'] {
    return [...this.#alerts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, most).map(([entity, alerts]) => ({ entity, alerts }));
  }
}
