import { ProblemError, type JsonValue } from '../../base/index.ts';
import { parseDuration } from '../model/duration.ts';
import type { RuleKind, RuleView } from '../model/ruleView.ts';
import { triggerOperators } from '../validate/schedule.ts';

export type TriggerOperator = 'gt' | 'lt' | 'eq' | 'ne';

export interface EntityMapping {
  readonly type: string;
  readonly fields: readonly { readonly identifier: string; readonly column: string }[];
}

/** A rule as the scheduler needs it; durations in ticks. */
export interface RuleDefinition {
  readonly name: string;
  readonly kind: RuleKind;
  readonly query: string;
  readonly severity: string;
  readonly tactics: readonly string[];
  readonly frequency: bigint;
  readonly period: bigint;
  readonly operator: TriggerOperator;
  readonly threshold: number;
  readonly alertPerRow: boolean;
  /** How long the rule rests after an alert; zero when it does not. */
  readonly suppression: bigint;
  readonly entities: readonly EntityMapping[];
  readonly customDetails: Readonly<Record<string, string>>;
  readonly nameFormat?: string;
  readonly descriptionFormat?: string;
  readonly severityColumn?: string;
  readonly tacticsColumn?: string;
}

type Data = Readonly<Record<string, JsonValue | undefined>>;

const minute = 600_000_000n;
const day = 1440n * minute;

/** Throws ProblemError IT165 for a rule that could not run: without a query, or with a schedule that is none. */
export function ruleDefinition(rule: RuleView): RuleDefinition {
  const data = rule.map.toJSON() as Data;
  const query = rule.query;
  if (query === undefined || query.trim() === '') throw new ProblemError({ code: 'IT165', message: 'The rule has no query, so there is nothing to test.', span: rule.span });
  const details = (data['alertDetailsOverride'] ?? {}) as Data;
  const grouping = ((data['eventGroupingSettings'] ?? {}) as Data)['aggregationKind'];
  return {
    name: rule.text('name') ?? '',
    kind: rule.kind,
    query,
    severity: rule.text('severity') ?? 'Medium',
    tactics: ((data['tactics'] ?? []) as readonly JsonValue[]).map((tactic) => text(tactic)),
    ...schedule(rule),
    alertPerRow: typeof grouping === 'string' && grouping.toLowerCase() === 'alertperresult',
    suppression: /^true$/i.test(rule.text('suppressionEnabled') ?? '') ? ticks(rule, 'suppressionDuration', 0n) : 0n,
    entities: ((data['entityMappings'] ?? []) as readonly Data[]).map(entityMapping),
    customDetails: Object.fromEntries(Object.entries((data['customDetails'] ?? {}) as Data).map(([key, column]) => [key, text(column)])),
    ...optional('nameFormat', details['alertDisplayNameFormat']),
    ...optional('descriptionFormat', details['alertDescriptionFormat']),
    ...optional('severityColumn', details['alertSeverityColumnName']),
    ...optional('tacticsColumn', details['alertTacticsColumnName']),
  };
}

function schedule(rule: RuleView): Pick<RuleDefinition, 'frequency' | 'period' | 'operator' | 'threshold'> {
  if (rule.kind !== 'Scheduled') return { frequency: rule.kind === 'NRT' ? minute : day, period: rule.kind === 'NRT' ? minute : 14n * day, operator: 'gt', threshold: 0 };
  const operator = triggerOperators[(rule.text('triggerOperator') ?? 'gt').toLowerCase()] ?? 'gt';
  return { frequency: ticks(rule, 'queryFrequency', day), period: ticks(rule, 'queryPeriod', day), operator, threshold: Number(rule.text('triggerThreshold') ?? '0') };
}

function ticks(rule: RuleView, name: string, fallback: bigint): bigint {
  const value = rule.text(name);
  const parsed = value === undefined ? fallback : parseDuration(value);
  if (parsed === undefined || (parsed <= 0n && name !== 'suppressionDuration')) {
    throw new ProblemError({ code: 'IT165', message: `The rule's ${name} is no duration, so nobody knows when it runs.`, span: rule.field(name)?.span ?? rule.span });
  }
  return parsed;
}

function entityMapping(mapping: Data): EntityMapping {
  const fields = ((mapping['fieldMappings'] ?? []) as readonly Data[]).map(({ identifier, columnName }) => ({ identifier: text(identifier), column: text(columnName) }));
  return { type: text(mapping['entityType']), fields };
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

function optional<K extends string>(key: K, value: JsonValue | undefined): Partial<Record<K, string>> {
  return typeof value === 'string' ? ({ [key]: value } as Record<K, string>) : {};
}
