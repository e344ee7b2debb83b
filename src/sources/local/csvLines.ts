import type { FoundFile } from './findFiles.ts';
import { readLines } from './readLines.ts';

/** A row of a CSV file; it may go over several lines. */
interface CsvRow {
  /** 1-based line it begins in. */
  readonly line: number;
}

/** The rows after the header in their order. Slow beside DuckDB: only for files in which something is to be told. */
export async function* csvRows(file: FoundFile, gzipped: boolean, skip: number): AsyncIterable<CsvRow> {
  let inQuotes = false;
  for await (const { number, bytes } of readLines(file, gzipped)) {
    if (number <= skip) continue;
    if (!inQuotes) yield { line: number };
    for (const byte of bytes) if (byte === 34) inQuotes = !inQuotes;
  }
}

/** The lines in which the rows at these byte offsets begin; an offset may stand on the line ends before its row. */
export async function linesAtOffsets(file: FoundFile, gzipped: boolean, offsets: readonly bigint[]): Promise<ReadonlyMap<bigint, number>> {
  const lines = new Map<bigint, number>();
  const waiting = [...offsets].sort((a, b) => (a < b ? -1 : 1));
  for await (const { number, end } of readLines(file, gzipped)) {
    for (let next = waiting[0]; next !== undefined && next < end; next = waiting[0]) {
      lines.set(next, number);
      waiting.shift();
    }
    if (waiting.length === 0) break;
  }
  return lines;
}
