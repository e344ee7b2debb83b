import type { KqlAnalysis } from '../../kql/index.ts';
import type { Column } from '../../base/index.ts';
import { connectorOfTable } from '../model/connectors.ts';
import { resultColumns, tablesNamed } from '../validate/queryFacts.ts';
import { writeRule } from './armToYaml.ts';
import type { RuleData } from './ruleData.ts';

export interface NewRule {
  readonly query: string;
  readonly analysis: KqlAnalysis | undefined;
  /** A fresh GUID: the caller's, so that this stays a pure function. */
  readonly id: string;
  readonly name?: string;
}

interface Mapping {
  readonly entityType: string;
  readonly identifier: string;
  readonly column: RegExp;
}

/** Columns by whose names we know what they identify; the first that fits is mapped. */
const knownColumns: readonly Mapping[] = [
  { entityType: 'Account', identifier: 'AadUserId', column: /^(?:ServicePrincipalId|ManagedIdentityId|UserId)$/ },
  { entityType: 'CloudApplication', identifier: 'AppId', column: /^(?:AppId|ClientId)$/ },
  { entityType: 'IP', identifier: 'Address', column: /^(?:IPAddress|CallerIpAddress|ClientIP|IpAddress)$/ },
  { entityType: 'Account', identifier: 'FullName', column: /^UserPrincipalName$/ },
  { entityType: 'AzureResource', identifier: 'ResourceId', column: /^(?:_ResourceId|ResourceId)$/ },
];

/** A scheduled rule around a query: hourly, with the connectors of its tables and the entities its columns name. What only a person knows is left to fill in. */
export function newRule({ query, analysis, id, name = 'New rule' }: NewRule): string {
  const columns = (analysis && resultColumns(analysis)) ?? [];
  const mappings = knownColumns.flatMap((known) => mappingOf(known, columns));
  const data: RuleData = {
    id,
    name,
    version: '0.1.0',
    kind: 'Scheduled',
    description: 'Say what the rule finds, and what to do about it.\n',
    severity: 'Medium',
    requiredDataConnectors: connectorsOf(analysis),
    queryFrequency: '1h',
    queryPeriod: '1h',
    triggerOperator: 'gt',
    triggerThreshold: 0,
    tactics: [],
    relevantTechniques: [],
    query: `${query.trim()}\n`,
    ...(mappings.length > 0 ? { entityMappings: mappings } : {}),
  };
  return writeRule(data);
}

function mappingOf({ entityType, identifier, column }: Mapping, columns: readonly Column[]): readonly RuleData[] {
  const found = columns.find(({ name }) => column.test(name));
  return found ? [{ entityType, fieldMappings: [{ identifier, columnName: found.name }] }] : [];
}

function connectorsOf(analysis: KqlAnalysis | undefined): readonly RuleData[] {
  const byConnector = new Map<string, string[]>();
  for (const table of analysis ? tablesNamed(analysis) : []) {
    const connector = connectorOfTable(table);
    if (connector !== undefined) byConnector.set(connector, [...(byConnector.get(connector) ?? []), table]);
  }
  return [...byConnector].map(([connectorId, dataTypes]) => ({ connectorId, dataTypes }));
}
