import { isObject, type JsonObject } from './jsonObject.ts';

/** How a record is laid out, which decides where its fields are looked for. */
export type Layout =
  /** `category` and, mostly, `properties`: what diagnostic settings write. */
  | 'diagnostic'
  /** A Microsoft Graph object: fields in camel case, no envelope. */
  | 'graph'
  /** Field names are column names already. */
  | 'flat';

export type Route =
  | { readonly kind: 'rows'; readonly table: string; readonly layout: Layout; /** The record named a category that no table is known for. */ readonly unknownCategory?: string }
  /** Holds further records in this field; undefined means that the value is itself a list. */
  | { readonly kind: 'unwrap'; readonly field: string | undefined }
  /** `properties` is a string that holds JSON. */
  | { readonly kind: 'parseProperties' }
  | { readonly kind: 'queryResult' }
  | { readonly kind: 'reject'; readonly reason: string };

/** What is known of the tables, handed in so that the routing stays a pure function. */
export interface TableKnowledge {
  /** The table of a diagnostic-settings category, compared without regard to case; some depend on the kind of resource. */
  tableOfCategory(category: string, resourceId?: string): string | undefined;
  /** The table of this name, compared without regard to case. */
  tableNamed(name: string): string | undefined;
  /** The known table that these column names are most likely from. */
  bestFit(columns: readonly string[], hint: string): string | undefined;
}

/**
 * Decides which table a record belongs to, from one record that stands for all of the same shape. `hint` is the file's
 * name; it only breaks ties and names tables that nothing else names.
 */
export function routeRecord(record: unknown, knowledge: TableKnowledge, hint: string): Route {
  if (Array.isArray(record)) return { kind: 'unwrap', field: undefined };
  if (!isObject(record)) return { kind: 'reject', reason: 'it is no JSON object' };
  return routeEnvelope(record) ?? routeDiagnostic(record, knowledge) ?? routeGraph(record) ?? routeFlat(record, knowledge, hint);
}

function routeEnvelope(record: JsonObject): Route | undefined {
  if (Array.isArray(record['records'])) return { kind: 'unwrap', field: 'records' };
  if (Array.isArray(record['tables'])) return { kind: 'queryResult' };
  if (Array.isArray(record['value']) && (typeof record['@odata.context'] === 'string' || Object.keys(record).length <= 3)) return { kind: 'unwrap', field: 'value' };
  if (isObject(record['error']) && typeof record['error']['code'] === 'string') {
    return { kind: 'reject', reason: `it is the answer to a failed request (${clip(record['error']['code'])}), not a log` };
  }
  return undefined;
}

function routeDiagnostic(record: JsonObject, knowledge: TableKnowledge): Route | undefined {
  const category = text(record['category']);
  // Graph's directoryAudits have a category too, but it is the kind of activity.
  if (category === undefined || looksLikeAudit(record)) return undefined;
  const hasOuter = 'resourceId' in record || 'operationName' in record || 'properties' in record || 'time' in record;
  const table = knowledge.tableOfCategory(category, text(record['resourceId']));
  if (table === undefined && !hasOuter) return undefined;
  if (typeof record['properties'] === 'string') return { kind: 'parseProperties' };
  if (table !== undefined) return { kind: 'rows', table, layout: 'diagnostic' };
  const activity = isObject(record['identity']) && 'authorization' in record['identity'];
  return activity ? { kind: 'rows', table: 'AzureActivity', layout: 'diagnostic' } : { kind: 'rows', table: 'AzureDiagnostics', layout: 'diagnostic', unknownCategory: category };
}

function looksLikeAudit(record: JsonObject): boolean {
  return 'activityDateTime' in record && ('targetResources' in record || 'initiatedBy' in record);
}

const tableOfEvent: Readonly<Record<string, string>> = {
  servicePrincipal: 'AADServicePrincipalSignInLogs',
  managedIdentity: 'AADManagedIdentitySignInLogs',
  nonInteractiveUser: 'AADNonInteractiveUserSignInLogs',
  interactiveUser: 'SigninLogs',
};

function routeGraph(record: JsonObject): Route | undefined {
  if (looksLikeAudit(record)) return { kind: 'rows', table: 'AuditLogs', layout: 'graph' };
  if (!('createdDateTime' in record) || !('appId' in record || 'servicePrincipalId' in record)) return undefined;
  const events = Array.isArray(record['signInEventTypes']) ? record['signInEventTypes'] : [];
  const named = events.map((event) => (typeof event === 'string' ? tableOfEvent[event] : undefined)).find((table) => table !== undefined);
  return { kind: 'rows', table: named ?? tableOfUntypedSignIn(record), layout: 'graph' };
}

function tableOfUntypedSignIn(record: JsonObject): string {
  if (text(record['servicePrincipalId']) !== undefined && text(record['userPrincipalName']) === undefined) return 'AADServicePrincipalSignInLogs';
  return record['isInteractive'] === false ? 'AADNonInteractiveUserSignInLogs' : 'SigninLogs';
}

function routeFlat(record: JsonObject, knowledge: TableKnowledge, hint: string): Route {
  return routeColumns(Object.keys(record), { type: text(record['Type']), category: text(record['Category']) }, knowledge, hint)
    ?? { kind: 'reject', reason: 'it has neither a category, nor the columns of a known table, nor a time' };
}

/** Routes what already has columns: flat records, CSV, Parquet, query results. */
export function routeColumns(
  columns: readonly string[],
  values: { readonly type: string | undefined; readonly category: string | undefined },
  knowledge: TableKnowledge,
  hint: string,
): Route | undefined {
  const rows = (table: string): Route => ({ kind: 'rows', table, layout: 'flat' });
  const named = values.type === undefined ? undefined : knowledge.tableNamed(values.type);
  if (named !== undefined) return rows(named);
  if (values.type !== undefined && namesOwnTable(values.type, columns)) return rows(values.type);
  const categorised = values.category === undefined ? undefined : knowledge.tableOfCategory(values.category);
  if (categorised !== undefined) return rows(categorised);
  const fitting = knowledge.bestFit(columns, hint);
  if (fitting !== undefined) return rows(fitting);
  return columns.some((column) => timeColumn.test(column)) ? rows(tableNameFrom(hint)) : undefined;
}

/** Whether `Type` names a table that only the workspace knows, such as a custom one, rather than a kind of record. */
export function namesOwnTable(type: string, columns: readonly string[]): boolean {
  if (!/^[A-Za-z]\w{2,60}$/.test(type)) return false;
  return type.endsWith('_CL') || (columns.includes('TimeGenerated') && columns.some((column) => ['TenantId', '_ResourceId', '_BilledSize', '_ItemId', 'MG'].includes(column)));
}

const timeColumn = /^(?:TimeGenerated|time|timestamp|@timestamp|eventTime\w*|createdDateTime|activityDateTime)$/i;

/** A table name that needs no quoting in KQL, from a file's name. */
export function tableNameFrom(hint: string): string {
  const base = hint.replace(/^.*[\\/]/, '').replace(/(?:\.(?:gz|json|ndjson|jsonl|csv|tsv|log|txt|parquet|docs))+$/i, '');
  const name = base.replace(/\W+/g, '_').replace(/^_+|_+$/g, '');
  return /^[A-Za-z_]/.test(name) ? name : `Table_${name}`;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function clip(value: string): string {
  return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}
