import type { SqlValue } from '../index.ts';
import { quoteString } from '../../kql/sql/index.ts';
import { importCells, kqlTypeNamed } from './importCells.ts';
import type { ImportContext } from './importContext.ts';
import { isObject } from './jsonObject.ts';

interface ResultTable {
  readonly file: string;
  readonly position: bigint;
  readonly item: number;
  readonly index: number;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Loads answers of the Log Analytics API: `{"tables": [{"name", "columns": [{"name", "type"}], "rows": [[…]]}]}`. */
export async function importQueryResults(context: ImportContext, from: string): Promise<void> {
  const documents = await context.session.rows(`SELECT file, pos, item, json_extract_string(json, '$.tables[*].name'), json_extract(json, '$.tables[*].columns') FROM ${from}`);
  for (const document of documents) {
    for (const table of resultTables(document)) {
      context.signal.throwIfAborted();
      await importTable(context, from, table);
    }
  }
}

function resultTables([file, position, item, names, columns]: readonly SqlValue[]): readonly ResultTable[] {
  if (!Array.isArray(names) || !Array.isArray(columns)) return [];
  return columns.flatMap((text, index) => {
    const name = String(names[index] ?? 'PrimaryResult');
    // Tables such as @ExtendedProperties describe the answer and hold no log.
    return name.startsWith('@') ? [] : [{ file: String(file), position: BigInt(String(position)), item: Number(item), index, name, columns: parseColumns(String(text)) }];
  });
}

function parseColumns(text: string): ResultTable['columns'] {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((column) => ({ name: stringOf(column['name'] ?? column['ColumnName']) ?? '', type: stringOf(column['type'] ?? column['ColumnType']) ?? 'string' }));
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

async function importTable(context: ImportContext, from: string, table: ResultTable): Promise<void> {
  const where = `file = ${quoteString(table.file)} AND pos = ${table.position} AND item = ${table.item}`;
  await context.session.execute(`CREATE OR REPLACE TEMP TABLE it_rows AS
    SELECT file, pos, unnest(range(1, len(list) + 1)) AS item, json_transform(unnest(list), '["VARCHAR"]') AS c
    FROM (SELECT file, pos, json_extract(json, '$.tables[${table.index}].rows[*]') AS list FROM ${from} WHERE ${where})`);
  await importCells(context, {
    file: table.file,
    columns: table.columns.map(({ name, type }, index) => ({ name, sql: `c[${index + 1}]`, type: kqlTypeNamed(type.toLowerCase()) })),
    relation: 'it_rows',
    hint: table.file,
  });
}
