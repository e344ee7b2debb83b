import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { FoundFile } from './findFiles.ts';

/** The bytes of a file, unpacked; of a gzip file that breaks off, those before the break. Whoever loads the file reports the break. */
export async function* fileBytes({ path }: Pick<FoundFile, 'path'>, gzipped: boolean): AsyncIterable<Buffer> {
  const raw = createReadStream(path);
  if (!gzipped) {
    yield* raw as AsyncIterable<Buffer>;
    return;
  }
  try {
    yield* raw.pipe(createGunzip()) as AsyncIterable<Buffer>;
  } catch (error) {
    if (!isGzipError(error)) throw error;
  }
}

/** Whether a gzip file is whole: its end is there and its check sum holds. Reads all of it. */
export async function isWholeGzip({ path }: FoundFile, signal: AbortSignal): Promise<boolean> {
  const stream = createReadStream(path, { highWaterMark: 1 << 20 }).pipe(createGunzip({ chunkSize: 1 << 18 }));
  try {
    for await (const _ of stream) signal.throwIfAborted();
    return true;
  } catch (error) {
    if (!isGzipError(error)) throw error;
    return false;
  }
}

function isGzipError(error: unknown): boolean {
  return error instanceof Error && /^Z_/.test((error as NodeJS.ErrnoException).code ?? '');
}
