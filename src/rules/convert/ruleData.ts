import type { JsonValue } from '../../base/index.ts';
import { formatIsoDuration, formatShortDuration, parseDuration } from '../model/duration.ts';

export type RuleData = Readonly<Record<string, JsonValue>>;

/** Keys of rule files in the order that the content hub's own files have. */
const fileOrder = [
  'id', 'name', 'version', 'kind', 'description', 'severity', 'enabled', 'status', 'requiredDataConnectors', 'queryFrequency', 'queryPeriod', 'triggerOperator', 'triggerThreshold',
  'suppressionEnabled', 'suppressionDuration', 'tactics', 'relevantTechniques', 'tags', 'query', 'entityMappings', 'sentinelEntitiesMappings', 'customDetails', 'alertDetailsOverride',
  'eventGroupingSettings', 'incidentConfiguration',
];

export const durationKeys: ReadonlySet<string> = new Set(['queryFrequency', 'queryPeriod', 'suppressionDuration', 'lookbackDuration']);

const longOperators: Readonly<Record<string, string>> = { gt: 'GreaterThan', lt: 'LessThan', eq: 'Equal', ne: 'NotEqual' };

/** `GreaterThan` for `gt`; a name that is none is left as it is, for the service to tell. */
export function longOperator(name: string): string {
  return longOperators[name.toLowerCase()] ?? name;
}

export function shortOperator(name: string): string {
  return Object.keys(longOperators).find((short) => longOperators[short]?.toLowerCase() === name.toLowerCase()) ?? name;
}

/** Durations at any depth in the one form or the other; what is no duration stays. */
export function withDurations(value: JsonValue, form: 'iso' | 'short', key = ''): JsonValue {
  if (typeof value === 'string' && durationKeys.has(key)) {
    const ticks = parseDuration(value);
    return ticks === undefined ? value : form === 'iso' ? formatIsoDuration(ticks) : formatShortDuration(ticks);
  }
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => withDurations(item, form));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value as RuleData).map(([name, item]) => [name, withDurations(item, form, name)]));
}

/** Keys in the usual order; unknown ones keep theirs at the end. */
export function inFileOrder(data: RuleData): RuleData {
  const place = (key: string) => (fileOrder.includes(key) ? fileOrder.indexOf(key) : fileOrder.length);
  return Object.fromEntries(Object.entries(data).map(([key, value], index) => ({ key, value, index })).sort((a, b) => place(a.key) - place(b.key) || a.index - b.index).map(({ key, value }) => [key, value]));
}
