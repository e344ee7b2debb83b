import type { KqlType } from '../base/index.ts';
import { columnTextLookup } from './columnTexts.ts';
import { tableSchemas, type TableName } from './data/tableSchemas.ts';
import { tableTexts } from './data/tableTexts.ts';
import type { ColumnReference, TableReference } from './types.ts';

/** The bundled tables, in the order of the data file: sign-in and audit tables first. */
export const tables: readonly TableReference[] = buildTables();

const tableIndex: ReadonlyMap<string, TableReference> = new Map(tables.map((table) => [table.name, table]));

/** The table of exactly this name; KQL table names are case-sensitive. */
export function findTable(name: string): TableReference | undefined {
  return tableIndex.get(name);
}

/** The column of exactly this name. */
export function findColumn(table: string, column: string): ColumnReference | undefined {
  return findTable(table)?.columns.find(({ name }) => name === column);
}

/** Every bundled table that has a column of exactly this name. */
export function tablesWithColumn(column: string): readonly TableReference[] {
  return tables.filter(({ columns }) => columns.some(({ name }) => name === column));
}

function buildTables(): readonly TableReference[] {
  const textOf = columnTextLookup();
  return (Object.keys(tableSchemas) as TableName[]).map((name) => ({
    name,
    ...tableTexts[name],
    columns: tableSchemas[name].trim().split(/\s+/).map((entry): ColumnReference => {
      const [column, type] = entry.split(':') as [string, KqlType];
      return { name: column, type, ...(textOf(name, column) ?? { meaning: '' }) };
    }),
  }));
}
