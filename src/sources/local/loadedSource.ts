import { createHash } from 'node:crypto';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { TableSchema } from '../../base/index.ts';
import { quoteString } from '../../kql/sql/index.ts';
import type { SourceSummary } from '../../protocol/index.ts';
import { isRunning, type Database, type Databases, type Session } from '../index.ts';
import type { FoundFile } from './findFiles.ts';
import { referenceSchemas } from './tableKnowledge.ts';

/** Raised whenever the same files would be imported differently. */
const importerVersion = 4;

/** Databases kept at most, and how large they may be together beside the one in use; the ones used longest ago go first. */
const keptDatabases = 8;
const keptBytes = 16 * 1024 ** 3;

/** What a loaded database says about itself. */
export interface LoadedContent {
  readonly summary: Omit<SourceSummary, 'spec'>;
  readonly tables: readonly TableSchema[];
}

/** Where the database of these files is kept: the same path while no file's size or time changes. */
export function loadedSourceFile(folder: string, root: string, files: readonly FoundFile[]): string {
  const key = createHash('sha256').update(JSON.stringify([importerVersion, referenceSchemas(), files.map(({ name, size, modifiedMs }) => [name, size, modifiedMs])]));
  return path.join(folder, `${createHash('sha256').update(root).digest('hex').slice(0, 16)}-${key.digest('hex').slice(0, 24)}.duckdb`);
}

export async function writeContent(session: Session, content: LoadedContent): Promise<void> {
  await session.execute('CREATE SCHEMA identity_trail');
  await session.execute('CREATE TABLE identity_trail.content (json VARCHAR)');
  await session.execute(`INSERT INTO identity_trail.content VALUES (${quoteString(JSON.stringify(content))})`);
}

/** The database in this file with what it says about itself; undefined where there is none that can be used. */
export async function readLoadedSource(databases: Databases, file: string): Promise<{ readonly database: Database; readonly content: LoadedContent } | undefined> {
  if (!(await stat(file).catch(() => undefined))) return undefined;
  let database: Database | undefined;
  try {
    database = await databases.openLocked(file);
    const session = await database.connect();
    try {
      const [row] = await session.rows('SELECT json FROM identity_trail.content');
      const content = JSON.parse(String(row?.[0])) as LoadedContent;
      const now = new Date();
      await utimes(file, now, now);
      return { database, content };
    } finally {
      session.close();
    }
  } catch {
    // Written by another DuckDB version, or damaged: the files themselves are still there to be imported again.
    await database?.close();
    await rm(file, { force: true });
    return undefined;
  }
}

/** Removes what the same root left behind, the databases not used for the longest time, and what loading left that was broken off. */
export async function removeOlder(folder: string, current: string): Promise<void> {
  const names = await readdir(folder);
  const prefix = path.basename(current).slice(0, 17);
  const others = names.filter((name) => name.endsWith('.duckdb') && name !== path.basename(current));
  const dated = await Promise.all(others.map(async (name) => {
    const found = await stat(path.join(folder, name)).catch(() => undefined);
    return { name, used: found?.mtimeMs ?? 0, size: found?.size ?? 0 };
  }));
  dated.sort((a, b) => b.used - a.used);
  let total = 0;
  const superfluous = dated.filter(({ name, size }, index) => name.startsWith(prefix) || index >= keptDatabases - 1 || (total += size) > keptBytes);
  const broken = names.filter((name) => {
    const owner = /\.duckdb\.(\d+)-\d+\.partial/.exec(name)?.[1];
    return owner !== undefined && !isRunning(Number(owner));
  });
  // A database that another process has open cannot be removed everywhere; it goes the next time.
  for (const name of [...superfluous.map((one) => one.name), ...broken]) await rm(path.join(folder, name), { recursive: true, force: true }).catch(() => undefined);
}
