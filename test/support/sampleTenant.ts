import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CellValue } from '../../src/base/index.ts';
import { openSource } from '../../src/engine/openSource.ts';
import type { QueryResult, ResultHeader, SourceSpec } from '../../src/protocol/index.ts';
import type { LogSource } from '../../src/sources/index.ts';

export type NamedRow = Readonly<Record<string, CellValue>>;

/** A source opened in this process by the engine's own code, with a folder that goes when it is closed. */
export interface OpenTenant {
  readonly source: LogSource;
  query(query: string): Promise<QueryResult>;
  /** The rows with their columns' names. */
  named(query: string): Promise<readonly NamedRow[]>;
  close(): Promise<void>;
}

export async function openTenant(spec: SourceSpec = { kind: 'sample' }): Promise<OpenTenant> {
  const storage = await mkdtemp(path.join(tmpdir(), 'identity-trail-test-'));
  const signal = new AbortController().signal;
  const open = openSource({ storage, memoryMegabytes: 512 });
  const source = await open({ spec, storage, signal, progress: () => undefined, refresh: false, requestToken: () => Promise.reject(new Error('no tokens here')), deviceCode: () => undefined, log: () => undefined });
  const query = async (text: string): Promise<QueryResult> => {
    let header: ResultHeader = { columns: [] };
    const rows: (readonly CellValue[])[] = [];
    const footer = await source.run({ query: text }, { header: (value) => { header = value; }, rows: (slice) => { rows.push(...slice); } }, signal);
    return { ...header, ...footer, rows };
  };
  return {
    source,
    query,
    named: async (text) => {
      const { columns, rows } = await query(text);
      return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
    },
    close: async () => {
      await source.dispose();
      await rm(storage, { recursive: true, force: true });
    },
  };
}
