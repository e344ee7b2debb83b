import { mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileBytes } from './fileBytes.ts';
import type { FoundFile } from './findFiles.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * A copy of the file in plain UTF-8, under a folder of ours and of the same name, so that everything after reads it like any
 * other; without an encoding it is the bytes as they are. What a gzip file holds before the place where it breaks off is in the copy.
 */
export async function plainCopy(file: FoundFile, gzipped: boolean, encoding: TextEncoding | undefined, workFolder: string, signal: AbortSignal): Promise<FoundFile> {
  await mkdir(workFolder, { recursive: true });
  const folder = path.join(workFolder, String((await readdir(workFolder)).length + 1).padStart(6, '0'));
  await mkdir(folder);
  const target = path.join(folder, path.basename(file.path).replace(/\.gz$/i, ''));
  const output = await open(target, 'w');
  const decoder = encoding === undefined ? undefined : new TextDecoder(encoding);
  try {
    for await (const chunk of fileBytes(file, gzipped)) {
      signal.throwIfAborted();
      await output.writeFile(decoder ? decoder.decode(chunk, { stream: true }) : chunk);
    }
    if (decoder) await output.writeFile(decoder.decode());
    return { ...file, path: target, size: (await output.stat()).size };
  } finally {
    await output.close();
  }
}
