import { nearest, type TableSchema } from '../../base/index.ts';
import { supportedFunctions } from '../functions/index.ts';

/** Kusto's codes for a name that is not known: of a column or value, of a table, of a function. */
const unknownName = /^KS(142|204|211)$/;

/** A hint for a name that is spelt nearly like one that the query could have meant; nothing for other errors. */
export function nearNameHint(code: string, name: string, query: string, tables: readonly TableSchema[]): string {
  if (!unknownName.test(code) || !/^\w+$/.test(name)) return '';
  const near = nearest(name, candidates(code, name, query, tables));
  return near === undefined ? '' : ` Did you mean ${near}?`;
}

function candidates(code: string, name: string, query: string, tables: readonly TableSchema[]): readonly string[] {
  if (code === 'KS211') return supportedFunctions.map((row) => row.name);
  const written = new Set(query.match(/[A-Za-z_]\w*/g) ?? []);
  written.delete(name);
  const named = tables.filter((table) => written.has(table.name));
  return [...tables.map((table) => table.name), ...named.flatMap(({ columns }) => columns.map((column) => column.name)), ...(code === 'KS142' ? written : [])];
}
