import type { Column, TableSchema } from '../base/index.ts';
import { tables as bundled } from '../reference/index.ts';

/** The bundled tables and a source's: of a table in both, the source's types win and its further columns come last. */
export function mergeTables(sourceTables: readonly TableSchema[]): readonly TableSchema[] {
  const own = new Map(sourceTables.map((table) => [table.name, table]));
  const merged = bundled.map((table): TableSchema => ({ name: table.name, columns: mergeColumns(table.columns, own.get(table.name)?.columns ?? []) }));
  const known = new Set(bundled.map(({ name }) => name));
  return [...merged, ...sourceTables.filter(({ name }) => !known.has(name))];
}

function mergeColumns(reference: readonly Column[], source: readonly Column[]): readonly Column[] {
  const types = new Map(source.map(({ name, type }) => [name, type]));
  const names = new Set(reference.map(({ name }) => name));
  return [...reference.map(({ name, type }) => ({ name, type: types.get(name) ?? type })), ...source.filter(({ name }) => !names.has(name))];
}
