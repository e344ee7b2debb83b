import type { TableSchema } from '../../base/index.ts';
import { findCategory, tables } from '../../reference/index.ts';
import type { TableKnowledge } from './routeRecord.ts';

/** Categories of a subscription's activity log; all of them land in AzureActivity. */
const activityCategories = new Set(['administrative', 'security', 'servicehealth', 'alert', 'recommendation', 'policy', 'autoscale', 'resourcehealth']);

/** Categories that several services use: what the resource ID has to hold for each table. */
const sharedCategories: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  auditevent: [[/\/providers\/microsoft\.keyvault\//i, 'AZKVAuditLogs']],
  audit: [[/\/providers\/microsoft\.operationalinsights\//i, 'LAQueryLogs']],
  storageread: storageTables(),
  storagewrite: storageTables(),
  storagedelete: storageTables(),
};

function storageTables(): readonly (readonly [RegExp, string])[] {
  return ['Blob', 'Queue', 'Table', 'File'].map((service) => [new RegExp(`/${service}services(?:/|$)`, 'i'), `Storage${service}Logs`] as const);
}

function tableOfCategory(category: string, resourceId: string | undefined): string | undefined {
  const lower = category.toLowerCase();
  const shared = resourceId === undefined ? undefined : sharedCategories[lower];
  if (shared) return shared.find(([pattern]) => pattern.test(resourceId ?? ''))?.[1];
  return activityCategories.has(lower) ? 'AzureActivity' : findCategory(category)?.table;
}

/** Columns that say nothing about which table a record is from. */
const common = new Set(['timegenerated', 'type', 'tenantid', '_billedsize', '_isbillable', '_resourceid', '_subscriptionid', 'sourcesystem', 'category', 'correlationid', 'id', 'name', 'level', 'location']);

/** The bundled reference, as the routing of records wants it. */
export function referenceKnowledge(): TableKnowledge {
  const byName = new Map(tables.map((table) => [table.name.toLowerCase(), table]));
  const columnSets = tables.map((table) => ({ name: table.name, columns: new Set(table.columns.map((column) => column.name.toLowerCase())) }));
  return {
    tableOfCategory,
    tableNamed: (name) => byName.get(name.toLowerCase())?.name,
    bestFit: (columns, hint) => bestFit(columns.map((column) => column.toLowerCase()), hint.toLowerCase(), columnSets),
  };
}

/** All but a few of the telling columns have to be the table's; of several such tables the file's name decides, then the best match. */
function bestFit(columns: readonly string[], hint: string, tableColumns: readonly { readonly name: string; readonly columns: ReadonlySet<string> }[]): string | undefined {
  const telling = columns.filter((column) => !common.has(column));
  const candidates = tableColumns
    .map(({ name, columns: known }) => ({ name, matches: telling.filter((column) => known.has(column)).length, size: known.size, named: hint.includes(name.toLowerCase()) }))
    .filter(({ matches, named }) => matches >= (named ? 1 : 3) && matches >= telling.length * (named ? 0.3 : 0.7));
  candidates.sort((a, b) => Number(b.named) - Number(a.named) || b.matches - a.matches || a.size - b.size);
  return candidates[0]?.name;
}

/** The tables every local source has, with or without rows, so that each scenario finds what it names. */
export function referenceSchemas(): readonly TableSchema[] {
  const names = new Set<string>();
  return tables.map(({ name, columns }) => {
    names.clear();
    const unique = columns.filter((column) => !names.has(column.name.toLowerCase()) && names.add(column.name.toLowerCase()));
    return { name, columns: unique.map((column) => ({ name: column.name, type: column.type })) };
  });
}

/** What a table that no reference knows starts with. */
export function plainSchema(name: string): TableSchema {
  return {
    name,
    columns: [
      { name: 'TimeGenerated', type: 'datetime' },
      { name: 'Type', type: 'string' },
      { name: '_BilledSize', type: 'real' },
    ],
  };
}
