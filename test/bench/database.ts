import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { registerNativeFunctions } from '../../src/engine/nativeFunctions.ts';
import type { Translator } from '../../src/kql/index.ts';
import { referenceSchemas } from '../../src/sources/local/tableKnowledge.ts';
import type { Case } from './cases.ts';
import { asOf, fill } from './data.ts';

export const schemas = referenceSchemas();

/** A database as the engine opens one, under its limit of 2 GiB. */
export async function withData<T>(folder: string, rows: number, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const file = path.join(folder, `${String(rows)}.duckdb`);
  const instance = await DuckDBInstance.create(file, { memory_limit: '2048MiB', temp_directory: path.join(folder, 'spill') });
  const connection = await instance.connect();
  try {
    await registerNativeFunctions(connection);
    await fill(connection, schemas, rows);
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(file, { force: true });
  }
}

function textOf({ kql }: Case): string {
  return typeof kql === 'string' ? kql : readFileSync(`src/scenarios/${kql.scenario}/query.kql`, 'utf8');
}

export function sqlOf(translator: Translator, one: Case): string {
  const translated = translator.translate(textOf(one), { tables: schemas, asOf });
  if (!translated.ok) throw new Error(`${one.name}: ${translated.problems.map(({ message }) => message).join(' ')}`);
  return translated.value[0]?.sql ?? '';
}

export async function timed(connection: DuckDBConnection, sql: string): Promise<{ readonly ms: number; readonly rows: number }> {
  const started = performance.now();
  const result = await connection.stream(sql);
  let rows = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return { ms: performance.now() - started, rows };
    rows += chunk.rowCount;
  }
}
