import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { Column, Row } from '../base/index.ts';
import type { Session, SqlValue } from '../sources/index.ts';
import { readRows } from './readRows.ts';

/** A DuckDB connection as the sources know it. */
export class DuckSession implements Session {
  readonly #connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  async execute(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  async rows(sql: string): Promise<readonly (readonly SqlValue[])[]> {
    const reader = await this.#connection.runAndReadAll(sql);
    return reader.getRows().map((row) => row.map(plainValue));
  }

  async *stream(sql: string, columns: readonly Column[]): AsyncIterable<readonly Row[]> {
    const reading = readRows(sql, columns);
    const result = await this.#connection.stream(reading.sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield reading.rows(chunk);
    }
  }

  interrupt(): void {
    this.#connection.interrupt();
  }

  close(): void {
    this.#connection.closeSync();
  }
}

function plainValue(value: DuckDBValue): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return value;
  if (typeof value === 'object' && 'items' in value && Array.isArray(value.items)) return value.items.map((item: DuckDBValue) => plainValue(item));
  return String(value);
}
