import { quoteString } from '../../kql/sql/index.ts';
import type { FoundFile } from './findFiles.ts';

/** The files as a DuckDB list, each exactly the file of that name: the signs of a glob pattern in it stand for themselves. */
export function pathList(files: readonly FoundFile[]): string {
  return `[${files.map(({ path }) => quoteString(path.replace(/[[*?]/g, '[$&]'))).join(', ')}]`;
}
