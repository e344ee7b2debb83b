import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { CellValue } from '../../src/base/index.ts';
import { openSource } from '../../src/engine/openSource.ts';
import type { ImportIssue, SourceSummary } from '../../src/protocol/index.ts';
import type { LogSource, OpenProgress } from '../../src/sources/index.ts';

export type FileContents = Readonly<Record<string, string | Uint8Array>>;

/** Logs as they came out of the importer. */
export interface ImportedLogs {
  readonly folder: string;
  readonly summary: SourceSummary;
  /** Rows per table that has any. */
  readonly counts: Readonly<Record<string, number>>;
  /** Code, file and line of each issue. */
  readonly issues: readonly string[];
  rows(query: string): Promise<readonly (readonly CellValue[])[]>;
  /** The one row of a query, by column. */
  row(query: string): Promise<Readonly<Record<string, CellValue>>>;
}

/** A folder of its own with these files, gone when the test is over. */
export async function folderWith(files: FileContents): Promise<string> {
  const base = await mkdtemp(path.join(tmpdir(), 'identity-trail-logs-'));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  const folder = path.join(base, 'logs');
  await mkdir(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

export interface OpenHow {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: OpenProgress) => void;
  readonly storage?: string;
}

/** Opens a path by the engine's own code, with storage beside it unless given. */
export async function openPath(target: string, { signal = new AbortController().signal, progress = () => undefined, storage = path.join(path.dirname(target), 'storage') }: OpenHow = {}): Promise<LogSource> {
  const open = openSource({ storage, memoryMegabytes: 512 });
  return open({ spec: { kind: 'local', path: target }, storage, signal, progress, refresh: false, requestToken: () => Promise.reject(new Error('no tokens here')), deviceCode: () => undefined, log: () => undefined });
}

export async function importPath(target: string, how: OpenHow = {}): Promise<ImportedLogs> {
  const source = await openPath(target, how);
  onTestFinished(() => source.dispose());
  const { summary } = source;
  const run = async (query: string) => {
    let columns: readonly { readonly name: string }[] = [];
    const rows: (readonly CellValue[])[] = [];
    await source.run({ query }, { header: (header) => (columns = header.columns), rows: (slice) => void rows.push(...slice) }, new AbortController().signal);
    return { columns, rows };
  };
  return {
    folder: target,
    summary,
    counts: Object.fromEntries(summary.tables.map(({ name, rows }) => [name, rows ?? 0])),
    issues: summary.issues.map(issueText),
    rows: async (query) => (await run(query)).rows,
    row: async (query) => {
      const { columns, rows } = await run(query);
      if (rows.length !== 1) throw new Error(`${String(rows.length)} rows, not one`);
      return Object.fromEntries(columns.map(({ name }, index) => [name, rows[0]?.[index] ?? null]));
    },
  };
}

/** Opens a folder of these files. */
export async function importLogs(files: FileContents, how: OpenHow = {}): Promise<ImportedLogs> {
  return importPath(await folderWith(files), how);
}

function issueText({ code, file, line, records }: ImportIssue): string {
  return `${code} ${file}${line === undefined ? '' : `:${String(line)}`} ×${String(records)}`;
}

export const lines = (records: readonly unknown[], end = '\n'): string => records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record)) + end).join('');
