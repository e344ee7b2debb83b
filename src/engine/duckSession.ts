import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { ProblemError, type Column, type Row } from '../base/index.ts';
import type { Session, SqlValue } from '../sources/index.ts';
import { readRows } from './readRows.ts';

/** A DuckDB connection as the sources know it. */
export class DuckSession implements Session {
  readonly #connection: DuckDBConnection;
  #interrupted = false;

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
      if (!chunk || chunk.rowCount === 0) break;
      const rows = reading.rows(chunk);
      if (rows.length > 0) yield rows;
      if (reading.isEnd(chunk)) return;
    }
    throw await this.#whyBroken(reading.sql);
  }

  /** What ended a stream before its end is not told by the client: running the statement once more, without its rows, tells it. */
  async #whyBroken(sql: string): Promise<Error> {
    if (!this.#interrupted) {
      try {
        await this.#connection.run(`EXPLAIN ANALYZE ${sql}`);
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
    }
    return new ProblemError({ code: 'ENG018', message: 'The answer broke off before its last row, so rows are missing. Run the query again; with less memory or disk in use beside it if it stays so.' });
  }

  interrupt(): void {
    this.#interrupted = true;
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
