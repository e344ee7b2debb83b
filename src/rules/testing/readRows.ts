import { parseExactJson, ProblemError, type JsonValue } from '../../base/index.ts';
import type { RowData } from './testTables.ts';

/** Rows of a file by the end of its name: NDJSON, a JSON list, or CSV with a header. Throws IT167 for what is none of them. */
export function readRows(path: string, text: string): readonly RowData[] {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  try {
    if (extension === 'csv') return readCsv(text);
    if (extension === 'json' && text.trim().startsWith('[')) return (parseExactJson(text) as readonly JsonValue[]).map(asRow);
    if (['json', 'ndjson', 'jsonl'].includes(extension)) return text.split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => asRow(parseExactJson(line)));
  } catch (error) {
    throw new ProblemError({ code: 'IT167', message: `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}` });
  }
  throw new ProblemError({ code: 'IT167', message: `${path} is no file of rows. A test reads NDJSON (.ndjson, .jsonl, .json), a JSON list (.json) and CSV (.csv).` });
}

function asRow(value: JsonValue): RowData {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('a row is a JSON object');
  return value as RowData;
}

/** RFC 4180: quoted fields may hold commas, quotes and line ends. */
function readCsv(text: string): readonly RowData[] {
  const records: string[][] = [[]];
  for (const match of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (match[0] === '' && records.at(-1)?.length === 0) continue;
    records.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') records.push([]);
  }
  const [header = [], ...rows] = records.filter((record) => record.length > 1 || (record[0] ?? '') !== '');
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name.trim(), row[index] ?? ''])));
}
