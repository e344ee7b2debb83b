import { ProblemError, type TableSchema } from '../../base/index.ts';

/** Strings and comments, which are passed over, or a name that only a workspace knows. */
const names = /\/\/[^\n]*|```[^]*?```|~~~[^]*?~~~|@"(?:[^"]|"")*"|@'(?:[^']|'')*'|_GetWatchlist\s*\(\s*(["'])([^"']+)\1\s*(?:,[^)]*)?\)|\bworkspace\s*\(\s*(["'])[^"']*\3\s*\)\s*\.|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/**
 * The query with names of a workspace as names of this source, every offset kept: `_GetWatchlist("vip")` is the table of
 * `watchlists/vip.csv`, and whatever `workspace("x")` stands for is this source, the only one there is.
 */
export function withLocalNames(query: string, tables: readonly TableSchema[]): string {
  if (!/_GetWatchlist|workspace/.test(query)) return query;
  return query.replace(names, (text: string, _quote: string | undefined, alias: string | undefined, _other: string | undefined, start: number) => {
    if (alias !== undefined) return watchlistTable(alias, tables, { start, length: text.length }).padEnd(text.length);
    return text.startsWith('workspace') ? ' '.repeat(text.length) : text;
  });
}

function watchlistTable(alias: string, tables: readonly TableSchema[], span: { readonly start: number; readonly length: number }): string {
  const wanted = new Set([alias, alias.replace(/\W/g, '_')].map((name) => name.toLowerCase()));
  const found = tables.find(({ name }) => wanted.has(name.toLowerCase()));
  if (!found) throw new ProblemError({ code: 'KQL042', message: `There is no watchlist "${alias}" here. Put it beside the logs as watchlists/${alias}.csv, then open the source again.`, span });
  return /^\w+$/.test(found.name) ? found.name : `['${found.name}']`;
}
