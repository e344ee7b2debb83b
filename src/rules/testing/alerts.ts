import { cellText, type CellValue } from '../../base/index.ts';
import { namedRow, type QueryRows } from './ruleDatabase.ts';
import type { EntityMapping, RuleDefinition } from './ruleDefinition.ts';

export type NamedRow = Readonly<Record<string, CellValue>>;

/** One thing an alert is about, with the identifiers that were mapped and not empty. */
export interface AlertEntity {
  readonly type: string;
  readonly identifiers: Readonly<Record<string, string>>;
}

export interface Alert {
  /** Wire datetime of the run. */
  readonly at: string;
  readonly name: string;
  readonly description: string;
  readonly severity: string;
  readonly tactics: readonly string[];
  readonly entities: readonly AlertEntity[];
  readonly customDetails: Readonly<Record<string, readonly string[]>>;
  readonly rows: readonly NamedRow[];
}

// A run makes no more alerts than this; the last of them stands for all rows.
const mostAlerts = { Scheduled: 150, NRT: 30, Hunting: 1 } as const;

/** The alerts that the service makes of one run's rows. */
export function alertsOf(rule: RuleDefinition, result: QueryRows, at: string): readonly Alert[] {
  if (!triggers(rule, result.rows.length)) return [];
  const rows = result.rows.map((row) => namedRow(result, row));
  const most = mostAlerts[rule.kind];
  if (!rule.alertPerRow || rows.length === 0) return [alertOf(rule, rows, at)];
  if (rows.length <= most) return rows.map((row) => alertOf(rule, [row], at));
  return [...rows.slice(0, most - 1).map((row) => alertOf(rule, [row], at)), alertOf(rule, rows, at)];
}

function triggers({ operator, threshold }: RuleDefinition, count: number): boolean {
  switch (operator) {
    case 'gt':
      return count > threshold;
    case 'lt':
      return count < threshold;
    case 'eq':
      return count === threshold;
    case 'ne':
      return count !== threshold;
  }
}

const severities = ['Informational', 'Low', 'Medium', 'High'];

function alertOf(rule: RuleDefinition, rows: readonly NamedRow[], at: string): Alert {
  const [first] = rows;
  const severity = rule.severityColumn === undefined ? '' : cellText(first?.[rule.severityColumn] ?? null);
  const tactics = rule.tacticsColumn === undefined ? '' : cellText(first?.[rule.tacticsColumn] ?? null);
  return {
    at,
    name: fill(rule.nameFormat, first) ?? rule.name,
    description: fill(rule.descriptionFormat, first) ?? '',
    severity: severities.find((known) => known.toLowerCase() === severity.toLowerCase()) ?? rule.severity,
    tactics: tactics === '' ? rule.tactics : tactics.replace(/[[\]"\s]/g, '').split(','),
    entities: distinct(rows.flatMap((row) => rule.entities.flatMap((mapping) => entityOf(mapping, row)))),
    customDetails: Object.fromEntries(Object.entries(rule.customDetails).map(([key, column]) => [key, [...new Set(rows.map((row) => cellText(row[column] ?? null)))]])),
    rows,
  };
}

/** `{{Column}}` becomes the first row's value. */
function fill(format: string | undefined, row: NamedRow | undefined): string | undefined {
  return format?.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => cellText(row?.[name.trim()] ?? null));
}

function entityOf({ type, fields }: EntityMapping, row: NamedRow): readonly AlertEntity[] {
  const identifiers: Record<string, string> = {};
  for (const { identifier, column } of fields) {
    const value = cellText(row[column] ?? null);
    if (value !== '') identifiers[identifier] = value;
  }
  return Object.keys(identifiers).length > 0 ? [{ type, identifiers }] : [];
}

function distinct(entities: readonly AlertEntity[]): readonly AlertEntity[] {
  const seen = new Set<string>();
  return entities.filter((entity) => {
    const key = JSON.stringify(entity);
    return !seen.has(key) && seen.add(key);
  });
}
