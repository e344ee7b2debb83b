import { readFile } from 'node:fs/promises';
import { parseIsoTicks, ProblemError, visibleText } from '../base/index.ts';
import { backTest, readYamlRules, ruleDefinition, type BackTest, type RuleDefinition } from '../rules/index.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface BackTestOptions {
  readonly from?: string;
  readonly to?: string;
  /** The rule before an edit. */
  readonly compare?: string;
  readonly json?: boolean;
  readonly out?: string;
}

/** Runs a rule over the history of a source; beside an earlier version of it where one is given. */
export async function runBackTest(session: Session, terminal: Terminal, file: string, { from, to, compare, json, out }: BackTestOptions): Promise<number> {
  const rules = await Promise.all([file, ...(compare === undefined ? [] : [compare])].map(readRule));
  const range = rangeOf(session, from, to);
  const results: BackTest[] = [];
  for (const rule of rules) results.push(await backTest({ rule, database: { run: (query) => session.collect(query) }, ...range }));
  const [now, before] = results;
  if (!now) return 0;
  await terminal.write(json === true ? `${JSON.stringify(before ? { now, before } : now, undefined, 2)}\n` : formatBackTest(now, before), out);
  return 0;
}

async function readRule(file: string): Promise<RuleDefinition> {
  return ruleIn(await readFile(file, 'utf8'), file);
}

/** The first rule of a YAML text. Throws ProblemError where there is none. */
export function ruleIn(text: string, file = 'This file'): RuleDefinition {
  const { rules, problems } = readYamlRules(text);
  const [rule] = rules;
  if (!rule) throw new ProblemError(problems[0] ?? { code: 'IT165', message: `${file} is no Sentinel rule.` });
  return ruleDefinition(rule);
}

/** What was asked for, or from the first to the last record of any table. */
function rangeOf({ summary }: Session, from: string | undefined, to: string | undefined): { readonly from: bigint; readonly to: bigint } {
  const known = (texts: readonly (string | undefined)[]) => texts.flatMap((text) => (text === undefined ? [] : (parseIsoTicks(text) ?? []))).sort((a, b) => (a < b ? -1 : 1));
  const first = from === undefined ? known(summary.tables.map(({ firstRecord }) => firstRecord))[0] : parseIsoTicks(from);
  const last = to === undefined ? known(summary.tables.map(({ lastRecord }) => lastRecord)).at(-1) : parseIsoTicks(to);
  if (first === undefined || last === undefined || last < first) {
    throw new ProblemError({ code: 'CLI050', message: 'A back-test needs a time to run over. Give --from and --to, times such as 2026-03-01T00:00:00Z; a workspace does not say when its records begin.' });
  }
  return { from: first, to: last };
}

/** Totals, alerts per day as bars, and what the alerts were about. */
export function formatBackTest(now: BackTest, before?: BackTest): string {
  const lines = [`${visibleText(now.name)}: ${String(now.runs)} runs${now.suppressedRuns > 0 ? `, ${String(now.suppressedRuns)} of them resting after an alert` : ''}`, totals(now)];
  if (before) lines.push(`before the edit: ${totals(before)}`);
  const most = Math.max(1, ...now.days.map(({ alerts }) => alerts), ...(before?.days ?? []).map(({ alerts }) => alerts));
  const counts = new Map(before?.days.map(({ day, alerts }) => [day, alerts]));
  lines.push('', before ? 'day         before  now' : 'day         alerts');
  for (const { day, alerts } of now.days) {
    const earlier = before ? `${String(counts.get(day) ?? 0).padStart(6)}  ` : '';
    lines.push(`${day}  ${earlier}${String(alerts).padStart(before ? 3 : 6)}  ${'█'.repeat(Math.ceil((alerts / most) * 40))}`.trimEnd());
  }
  if (now.topEntities.length > 0) lines.push('', 'alerts  entity', ...now.topEntities.map(({ entity, alerts }) => `${String(alerts).padStart(6)}  ${visibleText(entity)}`));
  return `${lines.join('\n')}\n`;
}

function totals({ alerts, alertsPerDay, repeated, days }: BackTest): string {
  const loud = days.filter((day) => day.alerts > 0).length;
  return `${String(alerts)} alerts on ${String(loud)} of ${String(days.length)} days, ${alertsPerDay.toFixed(1)} a day; ${String(repeated)} only about entities that had an alert before`;
}
