import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { once } from 'node:events';
import { formatDatetime, parseIsoTicks, ProblemError, ticksFromDate, type Column, type KqlType, type Row } from '../base/index.ts';
import type { CopyRequest, KeptFile, Provenance, QueryRequest, ResultFooter } from '../protocol/index.ts';
import { quoteIdentifier, quoteString } from '../kql/sql/index.ts';
import manifest from '../../package.json' with { type: 'json' };
import { extendable, type Databases, type LogSource, type Session } from '../sources/index.ts';
import type { CopyWork } from './engine.ts';

/** A range is copied in this many parts, so that a broken attempt goes on where it stopped. */
const parts = 16n;

/**
 * Keeps the answers of queries as Parquet files that the local source opens, each with a record of where it came from.
 * Parts that an earlier attempt finished are taken over; nothing has its final name before it is whole.
 */
export async function keepCopy({ source, copy, signal, progress }: CopyWork, databases: Databases): Promise<readonly KeptFile[]> {
  await mkdir(copy.folder, { recursive: true });
  const files: KeptFile[] = [];
  const scratch = path.join(copy.folder, '.identity-trail');
  await mkdir(scratch, { recursive: true });
  for (const [index, item] of copy.items.entries()) {
    const report = (message: string) => { progress({ message: `${item.name}: ${message}`, fraction: index / copy.items.length }); };
    files.push(await keepItem({ source, signal, databases, folder: copy.folder, scratch, report, ...(copy.range ? { range: copy.range } : {}) }, item));
  }
  return files;
}

interface ItemWork {
  readonly source: LogSource;
  readonly signal: AbortSignal;
  readonly databases: Databases;
  readonly folder: string;
  readonly scratch: string;
  readonly report: (message: string) => void;
  readonly range?: NonNullable<CopyRequest['range']>;
}

async function keepItem(work: ItemWork, { name, query }: CopyRequest['items'][number]): Promise<KeptFile> {
  if (!/^[\w][\w .-]{0,100}$/.test(name)) throw new ProblemError({ code: 'ENG031', message: `"${name}" will not do as a file name. Use letters, digits, spaces, dots and hyphens.` });
  const startedAt = formatDatetime(ticksFromDate(new Date()));
  const key = createHash('sha256').update(JSON.stringify([work.source.summary.spec, query, work.range])).digest('hex').slice(0, 16);
  const warnings = new Set<string>();
  const done: string[] = [];
  let whole = true;
  for (const [index, part] of partQueries(query, work.range).entries()) {
    const file = path.join(work.scratch, `${name}-${key}-${String(index)}.parquet`);
    done.push(file);
    if (work.range !== undefined && (await stat(file).catch(() => undefined))) continue;
    const footer = await keepPart(work, part, file);
    for (const warning of footer.warnings) if (warning.kind !== 'note') warnings.add(warning.message);
    whole &&= footer.warnings.every(({ kind }) => kind === 'note');
    // A part with rows missing is asked for again at the next attempt.
    if (!footer.warnings.every(({ kind }) => kind === 'note')) await rename(file, (done[index] = `${file}.incomplete`));
  }
  const target = path.join(work.folder, `${name}.parquet`);
  const rows = await merge(work, done, target);
  const provenance: Provenance = {
    source: work.source.summary.title,
    query,
    ...(work.range ? { range: work.range } : {}),
    rows,
    sha256: await hashOf(target),
    tool: `identity-trail ${manifest.version}`,
    startedAt,
    finishedAt: formatDatetime(ticksFromDate(new Date())),
    whole,
    warnings: [...warnings],
  };
  await writeFile(path.join(work.folder, `.${name}.provenance.json`), `${JSON.stringify(provenance, undefined, 2)}\n`);
  return { name, file: target, provenance };
}

/** The query for each part of the range, borders at 100 ns; the query itself where there is no range. */
function partQueries(query: string, range: CopyRequest['range']): readonly string[] {
  if (!range) return [query];
  const [from, to] = [parseIsoTicks(range.from), parseIsoTicks(range.to)];
  if (from === undefined || to === undefined || from >= to) throw new ProblemError({ code: 'ENG032', message: 'The time range of a copy needs a beginning and a later end, such as 2026-03-01T00:00:00Z and 2026-03-08T00:00:00Z.' });
  const base = extendable(query);
  const borders = Array.from({ length: Number(parts) + 1 }, (_, index) => from + ((to - from) * BigInt(index)) / parts);
  return borders.slice(1).flatMap((end, index) => {
    const start = borders[index] ?? from;
    return start === end ? [] : [`${base}\n| where TimeGenerated >= datetime(${formatDatetime(start)}) and TimeGenerated < datetime(${formatDatetime(end)})`];
  });
}

/** Streams one answer through a file of JSON lines into Parquet. */
async function keepPart({ source, signal, databases, report }: ItemWork, query: string, file: string): Promise<ResultFooter> {
  const lines = `${file}.${String(process.pid)}.ndjson`;
  const stream = createWriteStream(lines);
  let columns: readonly Column[] = [];
  let rows = 0;
  let longest = 0;
  try {
    const request: QueryRequest = { query, workspace: { fetchAll: true, confirmed: true, waitSeconds: 600 } };
    const footer = await source.run(
      request,
      {
        header: (header) => { columns = header.columns; },
        rows: async (slice) => {
          rows += slice.length;
          report(`${rows.toLocaleString('en')} rows`);
          const texts = slice.map(lineOf);
          longest = texts.reduce((most, text) => Math.max(most, Buffer.byteLength(text)), longest);
          if (!stream.write(texts.join(''))) await once(stream, 'drain');
        },
        progress: (message) => { report(message); },
      },
      signal,
    );
    stream.end();
    await once(stream, 'finish');
    await withSession(databases, signal, (session) => writeParquet(session, columns, rows === 0 ? undefined : { file: lines, longest }, `${file}.partial`));
    await rename(`${file}.partial`, file);
    return footer;
  } finally {
    stream.destroy();
    await rm(lines, { force: true });
    await rm(`${file}.partial`, { force: true });
  }
}

/** Every value as text, so that DuckDB reads all columns the same way; null stays null. */
function lineOf(row: Row): string {
  return `${JSON.stringify(row.map((value) => (value === null ? null : typeof value === 'object' ? JSON.stringify(value) : String(value))))}\n`;
}

/** DuckDB sets aside twice the longest line it may meet, whatever the file holds. */
const leastLineBytes = 1_048_576;

async function writeParquet(session: Session, columns: readonly Column[], lines: { readonly file: string; readonly longest: number } | undefined, file: string): Promise<void> {
  const relation = lines === undefined
    ? '(SELECT NULL::JSON AS json WHERE false)'
    : `read_json_objects(${quoteString(lines.file)}, format = 'newline_delimited', maximum_object_size = ${String(Math.max(leastLineBytes, lines.longest + 1))})`;
  const values = columns.map(({ name, type }, index) => `${valueSql(`(json->>'$[${String(index)}]')`, type)} AS ${quoteIdentifier(name)}`);
  const kinds = quoteString(JSON.stringify(columns));
  await session.execute(`COPY (SELECT ${values.join(', ')} FROM ${relation}) TO ${quoteString(file)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {identity_trail_columns: ${kinds}})`);
}

/** Parquet types where they hold every value; a datetime outside the years a TIMESTAMP_NS holds would not, so times stay text. */
function valueSql(text: string, type: KqlType): string {
  const types: Readonly<Record<KqlType, string>> = { bool: 'BOOLEAN', int: 'INTEGER', long: 'BIGINT', real: 'DOUBLE', decimal: 'VARCHAR', string: 'VARCHAR', datetime: 'VARCHAR', timespan: 'VARCHAR', guid: 'UUID', dynamic: 'JSON' };
  return type === 'string' ? `coalesce(${text}, '')` : `${text}::${types[type]}`;
}

async function merge({ databases, signal, scratch }: ItemWork, files: readonly string[], target: string): Promise<number> {
  const partial = path.join(scratch, `${path.basename(target)}.${String(process.pid)}.partial`);
  const rows = await withSession(databases, signal, async (session) => {
    const list = `[${files.map(quoteString).join(', ')}]`;
    const [kinds] = await session.rows(`SELECT decode(value) FROM parquet_kv_metadata(${quoteString(files[0] ?? '')}) WHERE decode(key) = 'identity_trail_columns'`);
    await session.execute(`COPY (SELECT * FROM read_parquet(${list})) TO ${quoteString(partial)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {identity_trail_columns: ${quoteString(String(kinds?.[0] ?? '[]'))}})`);
    const [count] = await session.rows(`SELECT count(*) FROM read_parquet(${quoteString(partial)})`);
    return Number(count?.[0] ?? 0);
  });
  await rename(partial, target);
  for (const file of files) await rm(file, { force: true });
  return rows;
}

async function withSession<T>(databases: Databases, signal: AbortSignal, work: (session: Session) => Promise<T>): Promise<T> {
  const database = await databases.create(':memory:');
  try {
    const session = await database.connect();
    const interrupt = () => { session.interrupt(); };
    signal.addEventListener('abort', interrupt, { once: true });
    try {
      return await work(session);
    } finally {
      signal.removeEventListener('abort', interrupt);
      session.close();
    }
  } finally {
    await database.close();
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
