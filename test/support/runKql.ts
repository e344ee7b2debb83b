import { DuckDBInstance } from '@duckdb/node-api';
import type { Column, TableSchema } from '../../src/base/index.ts';
import { cellDecoder } from '../../src/engine/decodeCell.ts';
import { registerNativeFunctions } from '../../src/engine/nativeFunctions.ts';
import { createTranslator, type Discovered, type SqlStatement } from '../../src/kql/index.ts';

export interface KqlAnswer {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly unknown[])[];
}

const translator = createTranslator();
const asOf = 639_028_224_000_000_000n;

function firstStatement(query: string, tables: readonly TableSchema[], discovered: readonly Discovered[]): SqlStatement {
  const translated = translator.translate(query, { tables, asOf, discovered });
  if (!translated.ok) throw new Error(translated.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const [statement] = translated.value;
  if (!statement) throw new Error('no statement');
  return statement;
}

/** The statement that a query of one statement becomes, as of 2026-01-01T00:00:00Z; throws the refusals as text. */
export function sqlOf(query: string, tables: readonly TableSchema[] = []): string {
  return firstStatement(query, tables, []).sql;
}

/** Translates and runs a query on an empty database, as-of 2026-01-01T00:00:00Z; throws the refusals as text. */
export async function runKql(query: string, tables: readonly TableSchema[] = []): Promise<KqlAnswer> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    await registerNativeFunctions(connection);
    const discovered: Discovered[] = [];
    let statement = firstStatement(query, tables, discovered);
    while (statement.discovery) {
      const probe = await connection.runAndReadAll(statement.sql);
      discovered.push({ discovery: statement.discovery, rows: probe.getRows().map((row) => row.map(String)) });
      statement = firstStatement(query, tables, discovered);
    }
    const { columns } = statement;
    const reader = await connection.runAndReadAll(statement.sql);
    const rows = reader.getRows().map((row) => columns.map((column, index) => cellDecoder(column.type)(row[index] ?? null)));
    return { columns, rows };
  } finally {
    connection.closeSync();
  }
}
