import { quoteString } from '../../kql/sql/index.ts';
import type { Session } from '../index.ts';
import type { FoundFile } from './findFiles.ts';
import { linesAtOffsets } from './csvLines.ts';
import { cell, importCells } from './importCells.ts';
import { inTransaction, type ImportContext } from './importContext.ts';
import type { LineBook } from './lineBook.ts';
import { pathList } from './readArguments.ts';

export interface CsvLayout {
  readonly header: readonly string[];
  readonly delimiter: string;
  readonly gzipped: boolean;
  /** Lines before the first row. */
  readonly skip: number;
}

/** In bytes; a longer row is reported as one that does not fit. Buffers are twice as large, and there are several. */
const longestRow = 8 * 1024 * 1024;

/** Most rows whose lines are named one by one. */
const namedRows = 20;

/**
 * Loads a CSV file with a header, the portal's export among them (`TimeGenerated [UTC]`, dates as the portal shows them).
 * `encoding`: nothing was loaded, because the text is no UTF-8.
 */
export async function importCsv(context: ImportContext, file: FoundFile, { header, delimiter, gzipped, skip }: CsvLayout, lineBook: LineBook): Promise<'loaded' | 'encoding'> {
  const { session, report } = context;
  const columns = header.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  await session.execute(`CREATE OR REPLACE TEMP TABLE it_csv AS SELECT * FROM read_csv(${pathList([file])}, columns = {${columns}},
    header = false, skip = ${skip}, delim = ${quoteString(delimiter)}, quote = '"', escape = '"', nullstr = '', auto_detect = false, hive_partitioning = false,
    compression = '${gzipped ? 'gzip' : 'none'}', store_rejects = true, rejects_table = 'it_rejects', rejects_scan = 'it_rejects_scan', max_line_size = ${longestRow}, buffer_size = ${2 * longestRow})`);
  const rejects = await takeRejects(session, file, gzipped);
  if (rejects.some(({ kind }) => kind === 'invalid encoding')) return 'encoding';
  const [first] = await session.rows('SELECT min(rowid) FROM it_csv');
  lineBook.add({ file, gzipped, firstPosition: BigInt(String(first?.[0] ?? 0)), csv: { skip, rejected: new Set(rejects.map(({ line }) => line)) } });
  const zones = header.map(zoneOf);
  await inTransaction(session, () => importCells(context, {
    file: file.path,
    columns: header.map((name, index) => ({ name: plainName(name, index, header), sql: withZone(cell(index), zones[index]), type: undefined })),
    relation: `(SELECT ${quoteString(file.path)} AS file, rowid AS pos, 0 AS item, * FROM it_csv)`,
    hint: file.name,
    showsDates: true,
  }));
  const unknown = zones.find((zone) => zone?.offset === undefined && zone !== undefined);
  if (unknown) report.note(file.path, 'SRC016', `The file shows times in "${unknown.name}", which does not say how far from UTC. They were taken for UTC: export again with times in UTC.`, { severity: 'warning', records: 0 });
  reportRejects(context, file, rejects);
  return 'loaded';
}

interface Zone {
  readonly name: string;
  /** Such as `+02:00`; undefined where the name tells none. */
  readonly offset: string | undefined;
}

/** The time zone a header names, if it names one other than UTC: `TimeGenerated [UTC+02:00]`, `TimeGenerated [Local Time]`. */
function zoneOf(name: string): Zone | undefined {
  const zone = /\[([^\]]*)\]$/.exec(name)?.[1]?.trim();
  if (zone === undefined || /^(?:UTC|GMT|Z)(?:[+-]0?0:?00)?$/i.test(zone)) return undefined;
  const offset = /^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(zone);
  if (offset) return { name: zone, offset: `${offset[1] ?? '+'}${(offset[2] ?? '').padStart(2, '0')}:${offset[3] ?? '00'}` };
  return /time|zone|UTC|GMT/i.test(zone) ? { name: zone, offset: undefined } : undefined;
}

function withZone(sql: string, zone: Zone | undefined): string {
  return zone?.offset === undefined ? sql : `(${sql} || ' ${zone.offset}')`;
}

/** `TimeGenerated [UTC]` is the column TimeGenerated, shown in UTC; a name that repeats gets a number. */
function plainName(name: string, index: number, header: readonly string[]): string {
  const plain = name.replace(/\s*\[[^\]]*\]$/, '').trim() || `Column${index + 1}`;
  const earlier = header.slice(0, index).filter((other) => other.replace(/\s*\[[^\]]*\]$/, '').trim().toLowerCase() === plain.toLowerCase()).length;
  return earlier === 0 ? plain : `${plain}_${earlier + 1}`;
}

interface Reject {
  readonly line: number;
  readonly kind: string;
}

async function takeRejects(session: Session, file: FoundFile, gzipped: boolean): Promise<readonly Reject[]> {
  const rows = await session.rows('SELECT line_byte_position, lower(any_value(error_type::VARCHAR)) FROM it_rejects GROUP BY line_byte_position ORDER BY line_byte_position');
  await session.execute('DROP TABLE IF EXISTS it_rejects');
  await session.execute('DROP TABLE IF EXISTS it_rejects_scan');
  if (rows.length === 0) return [];
  const found = rows.map(([offset, kind]) => ({ offset: BigInt(String(offset)), kind: String(kind) }));
  const lines = await linesAtOffsets(file, gzipped, found.map(({ offset }) => offset));
  return found.map(({ offset, kind }) => ({ line: lines.get(offset) ?? 1, kind }));
}

function reportRejects({ report }: ImportContext, file: FoundFile, rejects: readonly Reject[]): void {
  for (const { line, kind } of rejects.slice(0, namedRows)) {
    report.skip(file.path, 'SRC002', `This row does not fit the header (${kind}) and was left out.`, { line });
  }
  const more = rejects.length - namedRows;
  if (more > 0) report.skip(file.path, 'SRC002', `${more} more rows do not fit the header and were left out.`, { records: more });
}
