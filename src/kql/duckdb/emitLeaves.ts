import type { Column } from '../../base/index.ts';
import type { Expression, PartRows, Range, Shared, Table, Values } from '../plan/index.ts';
import { physicalType, quoteIdentifier, quoteString } from '../sql/index.ts';
import { emptyValue, partColumn, type Emitter } from './emitter.ts';
import { isCheap } from './planFacts.ts';

export function emitTable({ name, columns, stored }: Table): string {
  return `SELECT ${columns.map((column) => (stored.has(column.name) ? quoteIdentifier(column.name) : `${standardValue(name, column)} AS ${quoteIdentifier(column.name)}`)).join(', ')} FROM ${quoteIdentifier(name)}`;
}

/** The columns every Log Analytics table has: what is known of them in a local table. */
function standardValue(table: string, column: Column): string {
  return column.name === 'Type' ? quoteString(table) : emptyValue(column.type);
}

export function emitValues({ rows, columns }: Values, emitter: Emitter): string {
  const typed = (sql: string, column: Column) => `CAST(${sql} AS ${physicalType(column.type)})`;
  if (columns.length === 0) return 'SELECT NULL WHERE false';
  if (rows.length === 0) return `SELECT ${columns.map((column) => `${typed('NULL', column)} AS ${quoteIdentifier(column.name)}`).join(', ')} WHERE false`;
  const cells = rows.map((row) => columns.map((column, index) => typed(emitter.expression(row[index] as Expression), column)));
  const [only] = cells;
  if (only && cells.length === 1) return `SELECT ${columns.map((column, index) => `${only[index] ?? 'NULL'} AS ${quoteIdentifier(column.name)}`).join(', ')}`;
  return `SELECT * FROM (VALUES ${cells.map((row) => `(${row.join(', ')})`).join(', ')}) AS v(${columns.map((column) => quoteIdentifier(column.name)).join(', ')})`;
}

export function emitRange({ from, to, step, columns: [column] }: Range, emitter: Emitter): string {
  const name = quoteIdentifier(column?.name ?? '');
  const type = column?.type ?? 'long';
  const [first, last, size] = [from, to, step].map((part) => `CAST(${emitter.expression(part)} AS ${physicalType(type)})`) as [string, string, string];
  if (type !== 'real' && type !== 'decimal') return `SELECT CAST(unnest(generate_series(${first}, ${last}, ${size})) AS ${physicalType(type)}) AS ${name}`;
  // Half a billionth of a step, so that a last value that rounding missed is not lost.
  return `SELECT ${first} + i * ${size} AS ${name} FROM (SELECT unnest(generate_series(0, CAST(floor((${last} - ${first}) / ${size} + 5e-10) AS BIGINT))) AS i)`;
}

/** A shared relation stands before the statement when it is used more than once; the emitter has put it there. */
export function emitShared(shared: Shared, uses: number, emitter: Emitter): { readonly sql: string; readonly named: boolean } {
  if (uses < 2 && !shared.materialized) return { sql: emitter.select(shared.relation), named: false };
  const sql = emitter.select(shared.relation);
  return { sql: emitter.define(`let ${String(shared.id)} ${shared.name}`, sql, shared.materialized || !isCheap(shared.relation)), named: true };
}

export function emitPartRows({ id }: PartRows): string {
  return `SELECT * FROM ${quoteIdentifier(partColumn(id))}`;
}
