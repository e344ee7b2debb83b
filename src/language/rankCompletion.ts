import { findTable, tables } from '../reference/index.ts';
import type { Completion } from './complete.ts';

/** Columns that questions about workload identities are asked by, the most asked first. */
const asked = [
  'TimeGenerated', 'ResultType', 'ServicePrincipalId', 'ServicePrincipalName', 'AppId', 'AppDisplayName', 'IPAddress', 'ResourceDisplayName', 'ResourceIdentity',
  'UniqueTokenIdentifier', 'SignInActivityId', 'OperationName', 'InitiatedBy', 'TargetResources', 'UserPrincipalName', 'UserId', 'CorrelationId', 'ResultDescription',
  'ServicePrincipalCredentialKeyId', 'ServicePrincipalCredentialThumbprint', 'FederatedCredentialId', 'LocationDetails', 'Location', 'ConditionalAccessStatus',
  'RequestUri', 'RequestMethod', 'ResponseStatusCode', 'CallerIpAddress', 'Caller', 'OperationNameValue', 'ActivityStatusValue', 'Claims', 'Category', 'Result', 'UserAgent',
];
const columnRanks = new Map(asked.map((name, index) => [name, index]));
const tableRanks = new Map(tables.map(({ name }, index) => [name, index]));

/** Steps of a query and comparisons, the most written first. */
const steps = ['where', 'summarize', 'extend', 'project', 'join', 'sort', 'take', 'count', 'distinct', 'union', 'mv-expand', 'parse', 'top', 'lookup', 'project-away', 'render', 'make-series', 'evaluate'];
const comparisons = ['==', '!=', 'in', 'in~', '!in', '=~', '!~', 'has', 'has_any', '!has', 'contains', 'startswith', 'endswith', 'matches regex', '>', '>=', '<', '<=', 'between', 'has_all', '!contains', '!startswith', '!endswith', '!in~'];
const stepRanks = new Map(steps.map((name, index) => [name, index]));
const comparisonRanks = new Map(comparisons.map((name, index) => [name, index]));

/** Columns by how often they are asked for, tables in the reference's order with their purpose; other items as Microsoft orders them. */
export function rankCompletion(item: Completion, afterPipe: boolean): Completion {
  if (item.kind === 'column') return { ...item, order: columnOrder(item) };
  const rank = (afterPipe ? stepRanks : comparisonRanks).get(item.label);
  if (rank !== undefined && (item.kind === 'keyword' || item.kind === 'operator')) return { ...item, order: `002_${number(rank)}` };
  const table = item.kind === 'table' ? findTable(item.label) : undefined;
  if (!table) return item;
  const purpose = firstClause(table.purpose);
  return { ...item, detail: purpose, filter: `${item.filter} ${purpose}`, order: `042_${number(tableRanks.get(table.name) ?? 999)}` };
}

function columnOrder({ label, order }: Completion): string {
  const rank = columnRanks.get(label);
  if (rank !== undefined) return `032_${number(rank)}`;
  return label.startsWith('_') ? `034_${label}` : order;
}

function number(value: number): string {
  return String(value).padStart(3, '0');
}

/** What stands beside a name must be short: the text up to its first stop or colon. */
function firstClause(text: string): string {
  return /^[^.:;(]*/.exec(text)?.[0].trim().slice(0, 80) ?? '';
}
