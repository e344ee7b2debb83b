import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError, type TableSchema } from '../../base/index.ts';
import type { SavedFunction, Translator } from '../../kql/index.ts';
import type { SourceSpec, SourceSummary } from '../../protocol/index.ts';
import type { Databases, LogSource, OpenContext } from '../index.ts';
import { findFiles, watchlistAlias, type FoundFile } from './findFiles.ts';
import { importDatabase } from './importDatabase.ts';
import { loadedSourceFile, readLoadedSource, removeOlder } from './loadedSource.ts';
import { LocalSource } from './localSource.ts';

export interface LocalTools extends OpenContext {
  readonly databases: Databases;
  readonly translator: () => Promise<Translator>;
  readonly now: () => Date;
  /** What the source is called instead of its path. */
  readonly title?: string;
}

export type LocalSpec = Extract<SourceSpec, { kind: 'local' | 'sample' }>;

/**
 * Opens a file or folder of exported logs: from the database kept of it when nothing changed since, else by importing
 * it anew. Throws SRC… problems for what is no source at all; what is wrong inside is in the summary's issues.
 */
export async function openLocalSource(spec: LocalSpec, root: string, tools: LocalTools): Promise<LogSource> {
  const resolved = path.resolve(root);
  const { files: found, isFolder } = await findFiles(resolved, tools.signal);
  const beside: Beside = { functions: await savedFunctions(found), watchlists: found.flatMap(({ name }) => watchlistAlias(name) ?? []).sort() };
  const files = found.filter(({ name }) => !savedFunction.test(name));
  const folder = path.join(tools.storage, 'sources');
  await mkdir(folder, { recursive: true });
  const target = loadedSourceFile(folder, resolved, files);
  const kept = await readLoadedSource(tools.databases, target);
  if (kept) return localSource(spec, kept, beside, tools);
  const partial = `${target}.${process.pid}-${Date.now()}.partial`;
  const workFolder = `${partial}.files`;
  try {
    await importInto(partial, files, { ...tools, root: resolved, isFolder, workFolder });
    await putInPlace(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    await rm(`${partial}.wal`, { force: true });
    throw error;
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
  await removeOlder(folder, target);
  const loaded = await readLoadedSource(tools.databases, target);
  if (!loaded) throw new ProblemError({ code: 'SRC014', message: `What was loaded from ${resolved} could not be kept in ${folder}. Check that the disk has room, then open it again.` });
  return localSource(spec, loaded, beside, tools);
}

/** Another window may have loaded the same files meanwhile and hold that database open; it is as good as ours. */
async function putInPlace(partial: string, target: string): Promise<void> {
  try {
    await rename(partial, target);
  } catch (error) {
    if (!(await stat(target).catch(() => undefined))) throw error;
    await rm(partial, { force: true });
  }
}

async function importInto(file: string, files: readonly FoundFile[], tools: LocalTools & { readonly root: string; readonly isFolder: boolean; readonly workFolder: string }): Promise<void> {
  const database = await tools.databases.create(file);
  try {
    const session = await database.connect();
    const interrupt = () => session.interrupt();
    tools.signal.addEventListener('abort', interrupt, { once: true });
    try {
      await importDatabase(session, files, tools);
    } catch (error) {
      tools.signal.throwIfAborted();
      throw error;
    } finally {
      tools.signal.removeEventListener('abort', interrupt);
      session.close();
    }
  } finally {
    await database.close();
  }
}

type Loaded = NonNullable<Awaited<ReturnType<typeof readLoadedSource>>>;

/** What lies beside the logs and is named in queries. */
interface Beside {
  readonly functions: readonly SavedFunction[];
  /** Aliases. */
  readonly watchlists: readonly string[];
}

const savedFunction = /^functions\/([A-Za-z_]\w*)\.kql$/;

/** Saved functions of a workspace, kept beside the logs. Read at each opening: they are no part of what was loaded. */
async function savedFunctions(files: readonly FoundFile[]): Promise<readonly SavedFunction[]> {
  const named = files.flatMap((file) => {
    const name = savedFunction.exec(file.name)?.[1];
    return name === undefined ? [] : [{ name, path: file.path }];
  });
  return Promise.all(named.map(async ({ name, path: from }) => ({ name, text: await readFile(from, 'utf8') })));
}

function localSource(spec: LocalSpec, { database, content }: Loaded, { functions, watchlists }: Beside, { translator, now, title }: LocalTools): LogSource {
  const summary: SourceSummary = {
    ...content.summary,
    spec,
    ...(title === undefined ? {} : { title }),
    ...(functions.length > 0 && { functions: functions.map(({ name, text }) => ({ name, body: text })) }),
    ...(watchlists.length > 0 && { watchlists }),
  };
  const tables: readonly TableSchema[] = content.tables;
  return new LocalSource({ summary, tables, functions, database, translator, now });
}
