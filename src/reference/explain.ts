import type { CellValue } from '../base/index.ts';
import { findApplication } from './applications.ts';
import { categories, findCategory } from './categories.ts';
import { knownTenants, knownValues } from './data/knownValues.ts';
import {
  describeApplication,
  describeBareColumn,
  describeCategory,
  describeColumn,
  describeErrorCode,
  describeOperation,
  describePaths,
  describeTable,
} from './describe.ts';
import { findDynamicPath } from './dynamicPaths.ts';
import { findErrorCode, parseErrorCode } from './errorCodes.ts';
import { findOperation } from './operations.ts';
import { findColumn, findTable, tables } from './tables.ts';
import type { Explanation } from './types.ts';

/**
 * Explains an error code (`7000215`, `"7000215"`, `AADSTS7000215: …`), a GUID, a table, a category, an operation of
 * AuditLogs, a column (`Table.Column` or bare) or a path in a dynamic column. Names are matched exactly first and then
 * whatever their case. Undefined for everything else, in constant time for long texts.
 */
export function explain(text: string): Explanation | undefined {
  const code = parseErrorCode(text);
  if (code !== undefined) return explainErrorCode(code);
  if (text.length > longestText) return undefined;
  const name = unquote(text.trim());
  return (
    explainGuid(name) ??
    explainName(name) ??
    explainMatch(findOperation(text.trim() === name ? text : name)) ??
    explainPath(name) ??
    explainName(properCase(name) ?? '')
  );
}

/** Explains the value of a result's cell by the column it is in; undefined where there is nothing to say. */
export function explainValue(column: string, value: CellValue): Explanation | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value);
  if (text.length > longestText) return undefined;
  if (codeColumns.has(column)) return /^\d{1,8}$/.test(text) ? explainErrorCode(Number(text)) : undefined;
  if (operationColumns.has(column)) return explainMatch(findOperation(text));
  if (column === 'Category') {
    const category = findCategory(text);
    return category && describeCategory(category);
  }
  if (tableColumns.has(column)) {
    const table = findTable(text);
    return table && describeTable(table);
  }
  return explainKnownValue(column, text) ?? explainGuid(text);
}

/** The fixed values that a column is known to hold, and what each means. */
export function valuesOfColumn(column: string): readonly { readonly value: string; readonly meaning: string }[] {
  return Object.entries(ownValue(knownValues, column) ?? {}).map(([value, meaning]) => ({ value, meaning }));
}

const longestText = 400;
const codeColumns: ReadonlySet<string> = new Set(['ResultType', 'ErrorCode', 'errorCode', 'Status_errorCode']);
const operationColumns: ReadonlySet<string> = new Set(['OperationName', 'ActivityDisplayName', 'Operation']);
const tableColumns: ReadonlySet<string> = new Set(['Type', 'DataType', 'NativeTableName', 'Table', 'TableName']);

function explainErrorCode(code: number): Explanation | undefined {
  const reference = findErrorCode(code);
  return reference && describeErrorCode(reference);
}

function explainGuid(text: string): Explanation | undefined {
  const tenant = ownValue(knownTenants, text.toLowerCase());
  if (tenant !== undefined) return { kind: 'tenant', title: `Tenant ${text.toLowerCase()}`, paragraphs: [tenant] };
  const application = findApplication(text);
  return application && describeApplication(application);
}

function explainKnownValue(column: string, value: string): Explanation | undefined {
  const meaning = ownValue(ownValue(knownValues, column) ?? {}, value);
  return meaning === undefined ? undefined : { kind: 'value', title: `${column}: ${value}`, paragraphs: [meaning] };
}

/** A table, a category or a column, spelt exactly. */
function explainName(name: string): Explanation | undefined {
  const table = findTable(name);
  if (table) return describeTable(table);
  const category = categories.find((candidate) => candidate.name === name);
  if (category) return describeCategory(category);
  const dot = name.indexOf('.');
  if (dot < 0) return describeBareColumn(name);
  const owner = findTable(name.slice(0, dot));
  const column = owner && findColumn(owner.name, name.slice(dot + 1));
  return owner && column && describeColumn(owner, column);
}

/** `Column.path`, `Column[0].path` or either with its table before it. */
function explainPath(text: string): Explanation | undefined {
  const match = /^(?:([A-Za-z]\w*)\.)?([A-Za-z]\w*)([.[].+)$/.exec(text);
  if (!match) return undefined;
  const [, table, column = '', path = ''] = match;
  const found = findDynamicPath(column, path).filter(({ tables: owners }) => table === undefined || owners.includes(table));
  if (found.length > 0) return describePaths(column, path, found);
  return table === undefined ? undefined : describeWithoutTable(table, `.${column}${path}`);
}

/** `InitiatedBy.app.servicePrincipalId` also reads as table, column and path: take its first word for the column. */
function describeWithoutTable(column: string, path: string): Explanation | undefined {
  const found = findDynamicPath(column, path);
  return found.length > 0 ? describePaths(column, path, found) : undefined;
}

function explainMatch(match: ReturnType<typeof findOperation>): Explanation | undefined {
  return match && describeOperation(match);
}

/** The same name as the reference spells it. */
function properCase(name: string): string | undefined {
  const wanted = name.toLowerCase();
  const same = (candidate: string) => candidate.toLowerCase() === wanted;
  const dot = name.indexOf('.');
  if (dot >= 0) {
    const table = tables.find((candidate) => candidate.name.toLowerCase() === wanted.slice(0, dot));
    const column = table?.columns.find((candidate) => candidate.name.toLowerCase() === wanted.slice(dot + 1));
    return table && column && `${table.name}.${column.name}`;
  }
  return (
    categories.find((candidate) => same(candidate.name))?.name ??
    tables.find((candidate) => same(candidate.name))?.name ??
    tables.flatMap(({ columns }) => columns).find((candidate) => same(candidate.name))?.name
  );
}

function unquote(text: string): string {
  return /^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}

function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
