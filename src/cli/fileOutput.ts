import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '../base/index.ts';
import type { Output } from './terminal.ts';

/** Writes beside the file and puts it in place at the end: whoever opens it sees the old content or all of the new. */
export async function openFileOutput(file: string): Promise<Output> {
  // A pipe or a device (`/dev/stdout`) cannot be replaced; it is written to.
  const existing = await stat(file).catch(() => undefined);
  const replace = existing === undefined || existing.isFile();
  const target = replace ? path.join(path.dirname(file), `.${path.basename(file)}.${String(process.pid)}.partial`) : file;
  const handle = await open(target, 'w').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new ProblemError({ code: 'CLI032', message: `"${file}" cannot be written: there is no folder "${path.dirname(file)}". Make it first, or choose another.` });
    }
    // What is told is the file that was asked for.
    if (error instanceof Error) Object.assign(error, { path: file });
    throw error;
  });
  return {
    write: async (text) => { await handle.writeFile(text); },
    finish: async () => {
      await handle.close();
      if (replace) await rename(target, file);
    },
    abandon: async () => {
      await handle.close();
      if (replace) await rm(target, { force: true });
    },
  };
}
