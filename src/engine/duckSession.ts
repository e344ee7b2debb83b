import type { DuckDBConnection, DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api';
import type { Column, Row } from '../base/index.ts';
import type { Session, SqlValue } from '../sources/index.ts';
import { cellDecoder } from './decodeCell.ts';

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
    const result = await this.#connection.stream(sql);
    const decoders = columns.map((column) => cellDecoder(column.type));
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield decodeChunk(chunk, decoders);
    }
  }

  interrupt(): void {
    this.#connection.interrupt();
  }

  close(): void {
    this.#connection.closeSync();
  }
}

function decodeChunk(chunk: DuckDBDataChunk, decoders: readonly ReturnType<typeof cellDecoder>[]): readonly Row[] {
  const columns = decoders.map((decode, index) => chunk.getColumnValues(index).map(decode));
  return Array.from({ length: chunk.rowCount }, (_, row) => columns.map((column) => column[row] ?? null));
}

function plainValue(value: DuckDBValue): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return value;
  if (typeof value === 'object' && 'items' in value && Array.isArray(value.items)) return value.items.map((item: DuckDBValue) => plainValue(item));
  return String(value);
}
