import { quoteKqlString } from '../../base/index.ts';
import type { Column } from '../../base/index.ts';
import type { TableInfo } from '../../protocol/index.ts';
import { tableExpression } from './kqlText.ts';

/** What a reader wants to know of a record of any table: the output column, and the columns it is taken from, best first. */
const facts: readonly (readonly [name: string, from: readonly string[]])[] = [
  ['Identity', ['ServicePrincipalName', 'UserPrincipalName', 'Identity', 'Caller', 'AppDisplayName', 'UserId', 'CallerIdentity']],
  ['What', ['OperationNameValue', 'OperationName', 'RequestUri', 'ResourceDisplayName', 'ActivityDisplayName', 'ThreatType']],
  ['Target', ['ResourceDisplayName', '_ResourceId', 'ResourceId', 'Resource']],
  ['Address', ['IPAddress', 'CallerIpAddress', 'CallerIPAddress', 'ClientIP']],
  ['Outcome', ['ResultType', 'ActivityStatusValue', 'ResultSignature', 'Result', 'ResponseStatusCode']],
];

/**
 * A query for every record of these tables that holds a value in a column: whole in a text, or anywhere inside a dynamic
 * one. Undefined when no table has such a column.
 */
export function findValueQuery(tables: readonly TableInfo[], value: string): string | undefined {
  const parts = tables.filter(({ rows }) => rows !== 0).flatMap((table) => searchOf(table) ?? []);
  if (parts.length === 0) return undefined;
  return [`let value = ${quoteKqlString(value)};`, 'union', parts.join(',\n'), '| sort by TimeGenerated asc', ''].join('\n');
}

function searchOf({ name, columns }: TableInfo): string | undefined {
  const places = columns.flatMap((column) => {
    const test = testOf(column);
    return test === undefined ? [] : [{ column: column.name, test }];
  });
  if (places.length === 0 || !columns.some((column) => column.name === 'TimeGenerated')) return undefined;
  const foundIn = `case(${places.map(({ column, test }) => `${test}, ${quoteKqlString(column)}`).join(', ')}, "")`;
  const known = facts.map(([fact, from]) => `${fact} = ${factOf(from, columns)}`);
  return `    (${tableExpression(name)}\n    | where ${places.map(({ test }) => test).join(' or ')}\n    | project TimeGenerated, Table = ${quoteKqlString(name)}, FoundIn = ${foundIn}, ${known.join(', ')})`;
}

function testOf({ name, type }: Column): string | undefined {
  const column = tableExpression(name);
  if (type === 'string') return `${column} =~ value`;
  if (type === 'guid') return `tostring(${column}) =~ value`;
  return type === 'dynamic' ? `tostring(${column}) contains value` : undefined;
}

function factOf(from: readonly string[], columns: readonly Column[]): string {
  const found = from.flatMap((name) => columns.find((column) => column.name === name) ?? []);
  const texts = found.map(({ name, type }) => (type === 'string' ? name : `tostring(${name})`));
  return texts.length === 0 ? '""' : texts.length === 1 ? (texts[0] ?? '""') : `coalesce(${texts.join(', ')})`;
}
