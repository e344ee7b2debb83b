import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isRunning } from '../sources/index.ts';

/** This process's folder for what DuckDB cannot hold in memory; what processes that are gone left behind is removed. */
export async function spillFolder(storage: string): Promise<string> {
  const parent = path.join(storage, 'spill');
  const left = (await readdir(parent).catch(() => [])).filter((name) => /^\d+$/.test(name) && !isRunning(Number(name)));
  for (const name of left) await rm(path.join(parent, name), { recursive: true, force: true });
  return path.join(parent, String(process.pid));
}
