import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '../../base/index.ts';

export interface FoundFile {
  readonly path: string;
  /** Path below the opened folder with forward slashes, or the file's own name: what people are told. */
  readonly name: string;
  readonly size: number;
  readonly modifiedMs: number;
}

/** The alias of a watchlist that lies beside the logs, by the file's name; undefined for any other file. */
export function watchlistAlias(name: string): string | undefined {
  return /(?:^|\/)watchlists\/([^/]+?)(?:\.[a-z]+)?(?:\.gz)?$/i.exec(name)?.[1];
}

/** The file, or every file below the folder in a stable order; hidden ones and `node_modules` are left out. Throws SRC010 where there is nothing. */
export async function findFiles(root: string, signal: AbortSignal): Promise<{ readonly files: readonly FoundFile[]; readonly isFolder: boolean }> {
  const info = await stat(root).catch(() => undefined);
  if (!info) throw new ProblemError({ code: 'SRC010', message: `There is no file or folder at ${root}. Check the path.` });
  if (info.isFile()) return { files: [found(root, path.basename(root), info)], isFolder: false };
  const files: FoundFile[] = [];
  await walk(root, '', { files, signal, parents: new Set([await realpath(root)]) });
  if (files.length === 0) throw new ProblemError({ code: 'SRC009', message: `The folder ${root} holds no files. Export logs into it, then open it again.` });
  return { files, isFolder: true };
}

interface Walk {
  readonly files: FoundFile[];
  readonly signal: AbortSignal;
  /** Real paths of the folders we are in, so that a link back to one of them ends there. */
  readonly parents: ReadonlySet<string>;
}

/** Links are followed as if what they lead to stood there. */
async function walk(root: string, below: string, { files, signal, parents }: Walk): Promise<void> {
  signal.throwIfAborted();
  const entries = await readdir(path.join(root, below));
  for (const entry of entries.sort()) {
    const name = below === '' ? entry : `${below}/${entry}`;
    if (entry.startsWith('.') || entry === 'node_modules') continue;
    const full = path.join(root, name);
    const info = await stat(full).catch(() => undefined);
    if (info?.isFile()) files.push(found(full, name, info));
    if (!info?.isDirectory()) continue;
    const real = await realpath(full);
    if (!parents.has(real)) await walk(root, name, { files, signal, parents: new Set([...parents, real]) });
  }
}

function found(file: string, name: string, info: { readonly size: number; readonly mtimeMs: number }): FoundFile {
  return { path: file, name, size: info.size, modifiedMs: Math.floor(info.mtimeMs) };
}
