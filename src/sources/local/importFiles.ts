import type { OpenProgress } from '../index.ts';
import { mendBrokenDocument, mendBrokenLines } from './brokenRecords.ts';
import { watchlistAlias, type FoundFile } from './findFiles.ts';
import { inTransaction, type ImportContext } from './importContext.ts';
import { importCsv } from './importCsv.ts';
import { importStaged } from './importJson.ts';
import { importParquet, isWholeParquet } from './importParquet.ts';
import { collectRowNotes } from './rowNotes.ts';
import { sniffFile, type FileFormat, type Sniffed } from './sniff.ts';
import { stageJson, type JsonLayoutOnDisk, type Staged } from './stageJson.ts';
import { LineBook } from './lineBook.ts';
import { isWholeGzip } from './fileBytes.ts';
import { plainCopy, type TextEncoding } from './transcode.ts';

interface SniffedFile extends Sniffed {
  readonly file: FoundFile;
}

/** Files of one batch are staged together: enough to keep DuckDB busy, little enough to spill rarely. */
const batchBytes = 512 * 1024 * 1024;
const batchFiles = 500;

/** Loads every file, in batches where they are read alike. Rejects with the signal's reason when cancelled. */
export async function importFiles(context: ImportContext, files: readonly FoundFile[], progress: (progress: OpenProgress) => void): Promise<LineBook> {
  const lineBook = new LineBook();
  const total = files.reduce((sum, { size }) => sum + size, 0) || 1;
  let done = 0;
  for (const batch of batches(await sniffAll(context, files))) {
    context.signal.throwIfAborted();
    const [first] = batch;
    if (!first) continue;
    const what = batch.length === 1 ? first.file.name : `${first.file.name} and ${batch.length - 1} more files`;
    progress({ message: `Loading ${what}`, fraction: done / total });
    await importBatch(context, batch, lineBook);
    done += batch.reduce((sum, { file }) => sum + file.size, 0);
  }
  progress({ message: 'Checking the loaded records', fraction: 1 });
  await collectRowNotes(context);
  return lineBook;
}

async function sniffAll({ signal, report }: ImportContext, files: readonly FoundFile[]): Promise<readonly SniffedFile[]> {
  const sniffed: SniffedFile[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    try {
      sniffed.push({ file, ...(await sniffFile(file.path, watchlistAlias(file.name) === undefined ? 'logs' : 'watchlist')) });
    } catch (error) {
      report.notALog(file, `it cannot be read (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  return sniffed;
}

/** Files of lines next to each other in the list go together; every other file is a batch of its own. */
function* batches(files: readonly SniffedFile[]): Iterable<readonly SniffedFile[]> {
  let batch: SniffedFile[] = [];
  let size = 0;
  for (const file of files) {
    const previous = batch[0];
    const joins = previous && previous.format.kind === 'lines' && file.format.kind === 'lines' && previous.gzipped === file.gzipped && previous.encoding === 'utf-8' && file.encoding === 'utf-8';
    if (previous && (!joins || size + file.file.size > batchBytes || batch.length >= batchFiles)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(file);
    size += file.file.size * (file.gzipped ? 10 : 1);
  }
  if (batch.length > 0) yield batch;
}

async function importBatch(context: ImportContext, batch: readonly SniffedFile[], lineBook: LineBook): Promise<void> {
  const [first] = batch;
  if (!first) return;
  const named = refusal(first.format);
  if (named !== undefined) {
    context.report.notALog(first.file, named);
    return;
  }
  for (const one of batch) context.report.addFile(one.file, formatName(one));
  const whole = first.gzipped ? batch.map(({ file }) => ({ file, whole: isWholeGzip(file, context.signal) })) : [];
  // A file may be cancelled, or be gone, before its check is asked for.
  for (const check of whole) check.whole.catch(() => undefined);
  if (first.encoding === 'utf-8') await importAs(context, first.format, batch, lineBook);
  else await importCopy(context, first, first.encoding, lineBook);
  for (const { file, whole: check } of whole) if (!(await check)) reportBreak(context, file);
}

async function importAs(context: ImportContext, format: FileFormat, batch: readonly SniffedFile[], lineBook: LineBook): Promise<void> {
  const [first] = batch;
  if (!first) return;
  try {
    await importFormat(context, format, batch, lineBook);
  } catch (error) {
    context.signal.throwIfAborted();
    // Where DuckDB gives up on a damaged archive, what can be unpacked of it is still worth having.
    if (batch.length > 1 || !first.gzipped || !isUnpackingError(error)) throw error;
    await importCopy(context, first, 'utf-8', lineBook);
  }
}

async function importFormat(context: ImportContext, format: FileFormat, batch: readonly SniffedFile[], lineBook: LineBook): Promise<void> {
  const [first] = batch;
  if (!first) return;
  const { file, gzipped } = first;
  switch (format.kind) {
    case 'lines':
      return importLines(context, batch, lineBook);
    case 'documents':
    case 'array':
      return importDocuments(context, file, gzipped, format.kind);
    case 'csv':
      if ((await importCsv(context, file, { ...format, gzipped }, lineBook)) === 'loaded') return;
      context.report.note(file.path, 'SRC018', 'The text is no UTF-8; it was read as Windows-1252, the usual encoding of spreadsheets in Western Europe. Check names with accents.', { severity: 'warning', records: 0 });
      return importCopy(context, first, 'windows-1252', lineBook);
    case 'parquet':
      // DuckDB unpacks text only.
      if (gzipped) return importCopy(context, first, undefined, lineBook);
      return (await isWholeParquet(context, file)) ? inTransaction(context.session, () => importParquet(context, file)) : undefined;
    case 'packed':
    case 'empty':
    case 'unknown':
  }
}

/** Imports a copy of the file that is plain UTF-8, or unpacked only where no encoding is given. */
async function importCopy(context: ImportContext, { file, gzipped, format }: SniffedFile, encoding: TextEncoding | undefined, lineBook: LineBook): Promise<void> {
  const copy = await plainCopy(file, gzipped, encoding, context.workFolder, context.signal);
  context.report.addCopy(file, copy);
  await importFormat(context, format, [{ file: copy, gzipped: false, encoding: 'utf-8', format }], lineBook);
}

function reportBreak({ report }: ImportContext, file: FoundFile): void {
  report.note(file.path, 'SRC012', 'The gzip file breaks off or is damaged: what could be unpacked is loaded, and how much is missing cannot be told. Download it again.', { severity: 'error', records: 0 });
}

function isUnpackingError(error: unknown): boolean {
  return error instanceof Error && /gzip|compress|inflate|zlib/i.test(error.message);
}

async function importLines(context: ImportContext, batch: readonly SniffedFile[], lineBook: LineBook): Promise<void> {
  const gzipped = batch[0]?.gzipped ?? false;
  const files = batch.map(({ file }) => file);
  const staged = await stageJson(context, { files, gzipped }, 'lines');
  for (const file of files) lineBook.add({ file, gzipped, firstPosition: staged.firstPosition.get(file.path) ?? 0n });
  await inTransaction(context.session, () => importStaged(context, staged));
  const broken = await context.session.rows('SELECT DISTINCT file FROM it_docs WHERE json IS NULL');
  for (const [path] of broken) {
    const file = files.find((candidate) => candidate.path === path);
    if (file) await inTransaction(context.session, () => mendBrokenLines(context, file, gzipped, staged));
  }
}

async function importDocuments(context: ImportContext, file: FoundFile, gzipped: boolean, layout: JsonLayoutOnDisk): Promise<void> {
  let staged: Staged;
  try {
    staged = await stageJson(context, { files: [file], gzipped }, layout);
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof Error) || isUnpackingError(error) || !/JSON|Invalid Input/i.test(error.message)) throw error;
    return inTransaction(context.session, () => mendBrokenDocument(context, file, gzipped));
  }
  return inTransaction(context.session, () => importStaged(context, staged));
}

function refusal(format: FileFormat): string | undefined {
  switch (format.kind) {
    case 'empty':
      return 'it is empty';
    case 'packed':
      return `it is packed with ${format.by}; unpack it first (only gzip is unpacked here)`;
    case 'unknown':
      return 'it is neither JSON, nor CSV with a header, nor Parquet';
    default:
      return undefined;
  }
}

const formatNames: Readonly<Record<FileFormat['kind'], string>> = {
  lines: 'JSON, one record per line', documents: 'JSON document', array: 'JSON list', csv: 'CSV', parquet: 'Parquet', packed: 'packed', empty: 'empty', unknown: 'unknown',
};

function formatName({ format, gzipped, encoding }: SniffedFile): string {
  const remarks = [...(gzipped ? ['gzip'] : []), ...(encoding === 'utf-8' ? [] : ['UTF-16'])];
  return remarks.length > 0 ? `${formatNames[format.kind]} (${remarks.join(', ')})` : formatNames[format.kind];
}
