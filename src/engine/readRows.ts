import type { DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api';
import type { Column, KqlType, Row } from '../base/index.ts';
import { cellDecoder, type CellDecoder } from './decodeCell.ts';

/**
 * Kinds of values that DuckDB's client hands over one call each, which costs more than the query itself when many rows are
 * read. They travel as one JSON text per row instead; the others lie in typed arrays already.
 */
const carriedAsText: ReadonlySet<KqlType> = new Set(['string', 'guid', 'decimal', 'dynamic']);

export interface RowReading {
  /** The statement to run instead. */
  readonly sql: string;
  readonly rows: (chunk: DuckDBDataChunk) => readonly Row[];
  /** Whether the answer ends with this chunk. DuckDB's client ends a stream that fails as it ends a whole one, so that only a last row of ours tells them apart. */
  readonly isEnd: (chunk: DuckDBDataChunk) => boolean;
}

/** How to read the rows of a statement whose columns are these: the same values as reading each cell, sooner. */
export function readRows(sql: string, columns: readonly Column[]): RowReading {
  const decoders = columns.map(({ type }) => cellDecoder(type));
  const texts = columns.flatMap(({ type }, index) => (carriedAsText.has(type) ? [index] : []));
  const name = (index: number) => `c${String(index)}`;
  const names = columns.map((_, index) => name(index));
  const others = names.filter((_, index) => !texts.includes(index));
  const packed = `to_json([${texts.map((index) => `${name(index)}::VARCHAR`).join(', ')}])::VARCHAR`;
  const taken = texts.length < 2 ? names : [packed, ...others];
  const isEnd = (chunk: DuckDBDataChunk) => chunk.getColumnVector(taken.length).getItem(chunk.rowCount - 1) === true;
  return {
    sql: `SELECT ${taken.join(', ')}, false FROM (${sql}\n) AS q(${names.join(', ')}) UNION ALL SELECT ${taken.map(() => 'NULL').join(', ')}, true`,
    isEnd,
    rows: (chunk) => {
      const count = chunk.rowCount - (isEnd(chunk) ? 1 : 0);
      return texts.length < 2 ? byCell(chunk, count, decoders) : byText(chunk, count, decoders, texts);
    },
  };
}

function byCell(chunk: DuckDBDataChunk, count: number, decoders: readonly CellDecoder[]): readonly Row[] {
  const columns = decoders.map((decode, index) => chunk.getColumnValues(index).slice(0, count).map(decode));
  return Array.from({ length: count }, (_, row) => columns.map((column) => column[row] ?? null));
}

function byText(chunk: DuckDBDataChunk, count: number, decoders: readonly CellDecoder[], texts: readonly number[]): readonly Row[] {
  const packed = chunk.getColumnValues(0).slice(0, count).map((text) => JSON.parse(String(text)) as readonly (string | null)[]);
  let [typed, taken] = [0, 0];
  const readers = decoders.map((decode, index): ((row: number) => Row[number]) => {
    if (texts.includes(index)) {
      const place = taken++;
      return (row) => decode(packed[row]?.[place] ?? null);
    }
    const values: readonly DuckDBValue[] = chunk.getColumnValues((typed += 1));
    return (row) => decode(values[row] ?? null);
  });
  return packed.map((_, row) => readers.map((read) => read(row)));
}
