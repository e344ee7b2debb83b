import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { SourceSpec } from '../protocol/index.ts';
import type { OpenContext } from '../sources/index.ts';

/** The folder with the sample tenant's files, written the first time it is asked for and then kept. */
export async function sampleFolder(spec: Extract<SourceSpec, { kind: 'sample' }>, { storage, progress }: OpenContext): Promise<string> {
  const { sampleVersion, writeSample } = await import('../sources/sample/index.ts');
  const folder = path.join(storage, 'sample', `v${sampleVersion}-${spec.rows ?? 'small'}-${spec.seed ?? 'default'}`);
  if (await stat(folder).catch(() => undefined)) return folder;
  progress({ message: 'Making the sample tenant' });
  const partial = `${folder}.${process.pid}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await writeSample(partial, { ...(spec.rows === undefined ? {} : { rows: spec.rows }), ...(spec.seed === undefined ? {} : { seed: spec.seed }) });
  try {
    await rename(partial, folder);
  } catch (error) {
    // Another process was faster; its files are the same.
    await rm(partial, { recursive: true, force: true });
    if (!(await stat(folder).catch(() => undefined))) throw error;
  }
  return folder;
}
