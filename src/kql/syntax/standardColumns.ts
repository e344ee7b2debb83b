import type { Column, TableSchema } from '../../base/index.ts';

/** Columns that Log Analytics gives every table. A local table that lacks one gets it where a query names it. */
const standardColumns: readonly Column[] = [
  { name: 'Type', type: 'string' },
  { name: 'TenantId', type: 'string' },
  { name: '_ResourceId', type: 'string' },
  { name: '_SubscriptionId', type: 'string' },
  { name: '_ItemId', type: 'string' },
  { name: '_TimeReceived', type: 'datetime' },
  { name: '_BilledSize', type: 'real' },
  { name: '_IsBillable', type: 'string' },
];

/** The standard columns that a text names, in one text: queries that name the same ones see the same tables. */
export function standardNamesIn(query: string): string {
  return standardColumns.map(({ name }) => name).filter((name) => new RegExp(`(?<![\\w$])${name}(?!\\w)`).test(query)).join(' ');
}

/** The tables as a query sees them: with the standard columns that it names and a table lacks. */
export function withStandardColumns(tables: readonly TableSchema[], names: string): readonly TableSchema[] {
  if (names === '') return tables;
  const named = standardColumns.filter(({ name }) => names.split(' ').includes(name));
  const seen = tables.map((table) => {
    const missing = named.filter(({ name }) => !table.columns.some((column) => column.name === name));
    return missing.length === 0 ? table : { ...table, columns: [...table.columns, ...missing] };
  });
  return seen.every((table, index) => table === tables[index]) ? tables : seen;
}
