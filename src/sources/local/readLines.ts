import { fileBytes } from './fileBytes.ts';
import type { FoundFile } from './findFiles.ts';

export interface TextLine {
  /** 1-based. */
  readonly number: number;
  /** 0-based place among the lines that are not blank, which is how DuckDB counts them. */
  readonly ordinal: bigint;
  readonly bytes: Buffer;
  /** Offset of the line's end in the unpacked file. */
  readonly end: bigint;
}

/** The lines of a file that are not blank. Slow beside DuckDB: only for files in which DuckDB found something wrong. */
export async function* readLines(file: FoundFile, gzipped: boolean): AsyncIterable<TextLine> {
  let parts: Buffer[] = [];
  let number = 0;
  let ordinal = 0n;
  let offset = 0n;
  const line = (bytes: Buffer): TextLine | undefined => {
    number += 1;
    const end = offset + BigInt(bytes.length);
    offset = end + 1n;
    return isBlank(bytes) ? undefined : { number, ordinal: ordinal++, bytes, end };
  };
  for await (const chunk of fileBytes(file, gzipped)) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      const found = line(Buffer.concat([...parts, chunk.subarray(start, end)]));
      parts = [];
      start = end + 1;
      if (found) yield found;
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  }
  const last = parts.length > 0 ? line(Buffer.concat(parts)) : undefined;
  if (last) yield last;
}

/** Nothing but what C calls space: DuckDB passes over such lines. */
function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13));
}
