import { formatDatetime } from '../../base/index.ts';
import { alertsOf, type Alert } from './alerts.ts';
import type { OpenDatabase, QueryRows, RuleDatabase, TableRows } from './ruleDatabase.ts';
import type { RuleDefinition } from './ruleDefinition.ts';
import type { TestTable } from './testTables.ts';

const minute = 600_000_000n;

/** A scheduled rule runs five minutes after its time, so that records which arrive a little late are seen. */
const scheduledDelay = 5n * minute;

export interface RuleSchedule {
  /** The first and the last time the rule runs for; ticks. */
  readonly from: bigint;
  readonly to: bigint;
  /** The rule's own frequency when absent. */
  readonly every?: bigint;
}

export interface RuleRun {
  readonly at: bigint;
  /** What the run looked at, or that it rested after an alert. */
  readonly window: { readonly from: bigint; readonly to: bigint };
  readonly suppressed: boolean;
  readonly result: QueryRows;
  readonly alerts: readonly Alert[];
}

const nothing: QueryRows = { columns: [], rows: [] };

/** The times a rule runs for. */
export function runTimes(rule: RuleDefinition, { from, to, every }: RuleSchedule): readonly bigint[] {
  const step = every ?? rule.frequency;
  const times: bigint[] = [];
  for (let at = from; at <= to; at += step) times.push(at);
  return times;
}

/** Asks a further query of what a run saw. */
export type AskRun = (query: string) => Promise<QueryRows>;

export interface RuleWork {
  readonly rule: RuleDefinition;
  readonly query: string;
  readonly tables: readonly TestTable[];
  readonly schedule: RuleSchedule;
  readonly database: RuleDatabase;
  /** Told of each run that looked at anything, while what it saw is still there. */
  readonly inspect?: (run: RuleRun, ask: AskRun) => Promise<void>;
}

/**
 * Runs a rule over a schedule as the service does. A scheduled run for a time sees what was generated in the period
 * before it and had arrived five minutes after it; a near-real-time run sees what arrived in the minute before it.
 */
export async function runRule({ rule, query, tables, schedule, database, inspect }: RuleWork): Promise<readonly RuleRun[]> {
  const visible = new VisibleTables(tables, database);
  try {
    const runs: RuleRun[] = [];
    let restUntil = 0n;
    for (const at of runTimes(rule, schedule)) {
      const window = { from: at - rule.period, to: at };
      if (at < restUntil) {
        runs.push({ at, window, suppressed: true, result: nothing, alerts: [] });
        continue;
      }
      const ask = rule.kind === 'NRT' ? await visible.arrived(window, at) : await visible.generated(window, at);
      const result = ask ? await ask(query) : nothing;
      const alerts = alertsOf(rule, result, formatDatetime(at));
      if (alerts.length > 0 && rule.suppression > 0n) restUntil = at + rule.suppression;
      const run = { at, window, suppressed: false, result, alerts };
      runs.push(run);
      if (ask) await inspect?.(run, ask);
    }
    return runs;
  } finally {
    await visible.close();
  }
}

/** The tables as a run may see them; opened again only when what had arrived differs. */
class VisibleTables {
  readonly #tables: readonly TestTable[];
  readonly #database: RuleDatabase;
  #open: { readonly key: string; readonly database: OpenDatabase } | undefined;

  constructor(tables: readonly TestTable[], database: RuleDatabase) {
    this.#tables = tables;
    this.#database = database;
  }

  async generated(window: RuleRun['window'], at: bigint): Promise<AskRun> {
    const seen = this.#only(({ time, arrives }) => time >= at || arrives <= at + scheduledDelay);
    const open = await this.#opened(seen);
    return (query) => open.run({ query, asOf: formatDatetime(at), timeRange: { from: formatDatetime(window.from), to: formatDatetime(window.to) } });
  }

  /** Undefined where nothing arrived: then nothing is asked. */
  async arrived(window: RuleRun['window'], at: bigint): Promise<AskRun | undefined> {
    const seen = this.#only(({ arrives }) => arrives >= window.from && arrives < window.to);
    if (seen.every(({ rows }) => rows.length === 0)) return undefined;
    const open = await this.#opened(seen);
    return (query) => open.run({ query, asOf: formatDatetime(at) });
  }

  async close(): Promise<void> {
    await this.#open?.database.close();
    this.#open = undefined;
  }

  #only(test: (row: TestTable['rows'][number]) => boolean): readonly TestTable[] {
    return this.#tables.map((table) => ({ ...table, rows: table.timeless ? table.rows : table.rows.filter(test) }));
  }

  async #opened(seen: readonly TestTable[]): Promise<OpenDatabase> {
    const key = seen.map(({ rows }) => rows.map(({ number }) => number).join(' ')).join('|');
    if (this.#open?.key === key) return this.#open.database;
    await this.close();
    const database = await this.#database.open(seen.map(({ name, columns, rows }): TableRows => ({ name, columns, rows: rows.map(({ values }) => values), ingested: rows.map(({ arrives }) => formatDatetime(arrives)) })));
    this.#open = { key, database };
    return database;
  }
}
