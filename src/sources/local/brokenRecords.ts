import { parseExactJson } from '../../base/index.ts';
import { quoteString } from '../../kql/sql/index.ts';
import type { FoundFile } from './findFiles.ts';
import type { ImportContext } from './importContext.ts';
import { importStaged } from './importJson.ts';
import { readLines } from './readLines.ts';
import { recordsIn, salvageRecords } from './salvage.ts';
import { withShapes, type Staged } from './stageJson.ts';

/** Most records whose lines are named one by one; the rest of a file is told as a number. */
const namedRecords = 20;
const insertSize = 500;

interface Rescued {
  readonly position: bigint;
  readonly item: number;
  readonly json: string;
}

/** Looks at the lines DuckDB could not parse: loads what only needs its text mended, reports the rest with their lines. */
export async function mendBrokenLines(context: ImportContext, file: FoundFile, gzipped: boolean, staged: Staged): Promise<void> {
  const rows = await context.session.rows(`SELECT rowid FROM it_docs WHERE json IS NULL AND file = ${quoteString(file.path)}`);
  const first = staged.firstPosition.get(file.path) ?? 0n;
  const broken = new Set(rows.map(([rowid]) => BigInt(String(rowid)) - first));
  const desk = new BrokenDesk(context, file);
  for await (const { number, ordinal, bytes } of readLines(file, gzipped)) {
    if (!broken.has(ordinal)) continue;
    context.signal.throwIfAborted();
    await desk.take(bytes.toString('utf8'), number, first + ordinal, 0);
  }
  await desk.finish();
}

/** For a document or list that DuckDB could not read to its end: takes it apart record by record. */
export async function mendBrokenDocument(context: ImportContext, file: FoundFile, gzipped: boolean): Promise<void> {
  const desk = new BrokenDesk(context, file);
  let records = 0;
  for await (const { text, line } of salvageRecords(file, gzipped)) {
    context.signal.throwIfAborted();
    records += 1;
    await desk.take(text, line, 0n, records);
  }
  if (records === 0) context.report.skip(file.path, 'SRC002', 'The file is no sound JSON and no record could be read from it. It may have been cut off while it was downloaded.', { line: 1 });
  await desk.finish();
}

class BrokenDesk {
  readonly #context: ImportContext;
  readonly #file: FoundFile;
  #rescued: Rescued[] = [];
  #mended = 0;
  #lost = 0;
  #firstMended: number | undefined;

  constructor(context: ImportContext, file: FoundFile) {
    this.#context = context;
    this.#file = file;
  }

  async take(text: string, line: number, position: bigint, item: number): Promise<void> {
    if (text.trim() === '') return;
    const json = mend(text);
    const parts = json === undefined ? recordsIn(text) : [];
    if (parts.length > 1) {
      for (const [index, part] of parts.entries()) await this.take(part, line, position, index + 1);
      return;
    }
    if (json === undefined) {
      this.#lost += 1;
      if (this.#lost <= namedRecords) this.#context.report.skip(this.#file.path, 'SRC002', 'This record is no sound JSON and was left out.', { line });
      return;
    }
    if (json.repaired) {
      this.#mended += 1;
      this.#firstMended ??= line;
    }
    this.#rescued.push({ position, item, json: json.text });
    if (this.#rescued.length >= insertSize) await this.#load();
  }

  async finish(): Promise<void> {
    await this.#load();
    const { report } = this.#context;
    const more = this.#lost - namedRecords;
    if (more > 0) report.skip(this.#file.path, 'SRC002', `${more} more records are no sound JSON and were left out.`, { records: more });
    if (this.#firstMended !== undefined) {
      report.note(this.#file.path, 'SRC011', 'Bytes that are no text were replaced by the sign for an unreadable character; the records are loaded.', { line: this.#firstMended, records: this.#mended, severity: 'warning' });
    }
  }

  async #load(): Promise<void> {
    if (this.#rescued.length === 0) return;
    const file = quoteString(this.#file.path);
    const values = this.#rescued.map(({ position, item, json }) => `(${file}, ${position}, ${item}, ${quoteString(json)}::JSON)`).join(',\n');
    this.#rescued = [];
    const { session } = this.#context;
    await session.execute(`CREATE OR REPLACE TEMP TABLE it_mended AS ${withShapes('file, pos::BIGINT AS pos, item::BIGINT AS item, json', `(VALUES ${values}) AS t(file, pos, item, json)`)}`);
    await importStaged(this.#context, { relation: '(SELECT * FROM it_mended)' });
  }
}

/** Sound JSON text for what JavaScript can still read, undefined for what it cannot. */
function mend(text: string): { readonly text: string; readonly repaired: boolean } | undefined {
  try {
    const value = parseExactJson(text.replace(/^\uFEFF/, ''));
    const mended = JSON.stringify(value, (_key, item: unknown) => (typeof item === 'string' ? wellFormed(item) : item));
    return { text: mended, repaired: text.includes('\uFFFD') || /\\ud[89a-f]/i.test(text) };
  } catch {
    return undefined;
  }
}

/** Half a surrogate pair is no character; String.prototype.toWellFormed needs a newer library than we compile for. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}
