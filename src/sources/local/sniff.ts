import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import type { TextEncoding } from './transcode.ts';

/** What the first bytes of a file say about how to read it. */
export type FileFormat =
  /** One JSON value per line. */
  | { readonly kind: 'lines' }
  /** JSON values spread over lines: one pretty-printed document, or several. */
  | { readonly kind: 'documents' }
  /** One JSON array of records. */
  | { readonly kind: 'array' }
  | { readonly kind: 'csv'; readonly header: readonly string[]; readonly delimiter: string; /** Lines before the first row. */ readonly skip: number }
  | { readonly kind: 'parquet' }
  /** Packed in a way we do not unpack. */
  | { readonly kind: 'packed'; readonly by: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown' };

export interface Sniffed {
  readonly format: FileFormat;
  readonly gzipped: boolean;
  readonly encoding: TextEncoding;
}

/** A text of one column may be anything, unless it is known to be a list. */
export type Expected = 'logs' | 'watchlist';

const sniffBytes = 256 * 1024;

/** Reads no more than the beginning of the file. Rejects with the file system's error when it cannot be read. */
export async function sniffFile(file: string, expected: Expected = 'logs'): Promise<Sniffed> {
  const head = await readHead(file);
  const gzipped = head[0] === 0x1f && head[1] === 0x8b;
  const bytes = gzipped ? await gunzipHead(head) : head;
  const encoding = encodingOf(bytes);
  return { format: sniffBytesOf(bytes, encoding, { complete: bytes.length < sniffBytes, expected }), gzipped, encoding };
}

/** UTF-16 by its mark or, where it has none, by the zero bytes beside Latin letters. */
function encodingOf(bytes: Uint8Array): TextEncoding {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (second === 0 && fourth === 0 && first !== 0 && third !== 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && third === 0 && second !== 0 && fourth !== 0)) return 'utf-16be';
  return 'utf-8';
}

const packers: readonly (readonly [string, string])[] = [['PK\x03\x04', 'ZIP (or an Excel workbook)'], ['\x28\xb5\x2f\xfd', 'Zstandard'], ['7z\xbc\xaf', '7-Zip'], ['BZh', 'bzip2'], ['\xfd7zX', 'xz']];

function sniffBytesOf(bytes: Uint8Array, encoding: TextEncoding, { complete, expected }: { readonly complete: boolean; readonly expected: Expected }): FileFormat {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (magic === 'PAR1') return { kind: 'parquet' };
  const packer = packers.find(([start]) => magic.startsWith(start));
  if (packer) return { kind: 'packed', by: packer[1] };
  const text = new TextDecoder(encoding).decode(bytes);
  const start = text.search(/[^\s\uFEFF]/);
  if (start === -1) return { kind: complete ? 'empty' : 'unknown' };
  const first = text[start];
  if (first === '{' || first === '[') return sniffJson(text.slice(start), complete);
  return sniffCsv(text.slice(start), text.slice(0, start).split('\n').length, expected === 'watchlist' ? 1 : 2);
}

function sniffJson(text: string, complete: boolean): FileFormat {
  const end = text.indexOf('\n');
  const line = end === -1 ? text : text.slice(0, end);
  if (isJson(line)) return { kind: 'lines' };
  // A line longer than what was read: an object may be one of many lines, a list is one array.
  if (end === -1 && !complete) return { kind: text.startsWith('[') ? 'array' : 'lines' };
  if (text.startsWith('[')) return { kind: 'array' };
  // A first line that is broken, followed by sound ones, is still a file of lines.
  const later = text.slice(end + 1).split('\n').slice(0, 20);
  const objects = later.filter((candidate) => candidate.startsWith('{') && isJson(candidate));
  return { kind: end !== -1 && objects.length > 0 ? 'lines' : 'documents' };
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/** A header of at least as many names, and a first row, where there is one, of as many cells. */
function sniffCsv(text: string, skip: number, leastNames: number): FileFormat {
  const [line = '', second = ''] = text.split(/\r?\n/, 2);
  for (const delimiter of [',', '\t', ';']) {
    const header = splitHeader(line, delimiter);
    if (!header || header.length < leastNames || !header.every((cell) => columnName.test(cell))) continue;
    const row = splitHeader(second, delimiter);
    // No row: a cell of several lines, or half of what was read.
    if (row === undefined || (second !== '' && row.length === header.length) || header.every((cell) => plainColumnName.test(cell))) return { kind: 'csv', header, delimiter, skip };
  }
  return { kind: 'unknown' };
}

const plainColumnName = /^[A-Za-z_$][\w.$/-]*(?:\s?\[[^\]]*\])?$/;
/** Names as portals show them too: `TimeGenerated [UTC]`, `Date (UTC)`, `Token protection - sign-in session`. */
const columnName = /^[\p{L}_$][\p{L}\p{N}\w .$/()#:?'&+-]{0,120}(?:\s?\[[^\]]*\])?$/u;

function splitHeader(line: string, delimiter: string): readonly string[] | undefined {
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const match = rest.startsWith('"') ? /^"((?:[^"]|"")*)"/.exec(rest) : undefined;
    if (rest.startsWith('"') && !match) return undefined;
    const end = match ? match[0].length : rest.indexOf(delimiter);
    const raw = match ? (match[1] ?? '').replaceAll('""', '"') : end === -1 ? rest : rest.slice(0, end);
    cells.push(raw.trim());
    const next = match ? end : end === -1 ? rest.length : end;
    if (next >= rest.length) return cells;
    if (!rest.startsWith(delimiter, next)) return undefined;
    rest = rest.slice(next + delimiter.length);
  }
}

async function readHead(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const buffer = new Uint8Array(sniffBytes);
    const { bytesRead } = await handle.read(buffer, 0, sniffBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** What can be unpacked of the beginning of a gzip file; that it ends in the middle is expected. */
async function gunzipHead(head: Uint8Array): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of Readable.from([head]).pipe(createGunzip()) as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length >= sniffBytes) break;
    }
  } catch {
    // The head of a longer file stops short; what came out so far is enough to tell the format.
  }
  return Buffer.concat(parts).subarray(0, sniffBytes);
}
