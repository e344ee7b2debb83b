import type { Parts } from '../parts.ts';
import { chooseSource } from './chooseSource.ts';

/** Whether there is a source to run on; a person is asked for one where there is none. */
export async function ensureSource(parts: Parts): Promise<boolean> {
  if (parts.sources.current) return true;
  return chooseSource(parts, 'No source is in use. The source to run this on');
}
