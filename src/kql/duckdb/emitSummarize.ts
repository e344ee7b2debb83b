import type { ArgExtreme, Expression, NamedExpression, Summarize } from '../plan/index.ts';
import { quoteIdentifier } from '../sql/index.ts';
import { orEmpty, withCarried, type Emitter } from './emitter.ts';
import { filtered } from './emitRowwise.ts';
import { isOneAnswerEach, latestOnly } from './latestMatch.ts';
import { groupedOnce } from './nestedSummaries.ts';

export function emitSummarize(written: Summarize, emitter: Emitter): string {
  const summarize = groupedOnce(written);
  const { keys, aggregates, extremes, columns } = summarize;
  const input = latestOnly(summarize);
  const isDistinct = isOneAnswerEach(summarize, input);
  const columnsOf = isDistinct ? foundColumns : extremeColumns;
  const items = new Map<string, string>();
  for (const { name, expression } of [...keys, ...aggregates]) items.set(name, emitter.expression(expression));
  for (const extreme of extremes) for (const [name, sql] of columnsOf(extreme, emitter)) items.set(name, sql);
  const list = columns.map((column) => `${items.get(column.name) ?? 'NULL'} AS ${quoteIdentifier(column.name)}`);
  const carried = emitter.carried(input);
  const selected = `${withCarried(list, carried)} FROM ${filtered(input, emitter)}`;
  if (isDistinct) return `SELECT DISTINCT ${selected}`;
  // Keys stand first in the result, carried columns last.
  const positions = [...keys.map((_, index) => index + 1), ...carried.map((_, index) => list.length + index + 1)];
  return `SELECT ${selected}${positions.length === 0 ? '' : ` GROUP BY ${positions.join(', ')}`}`;
}

/** Of a row that is its group's only answer. */
function foundColumns({ items }: ArgExtreme, emitter: Emitter): readonly (readonly [string, string])[] {
  return items.map(({ name, expression }) => [name, emitter.expression(expression)] as const);
}

/**
 * All columns of an extreme come from one row. Aggregates of one group see the same rows in the same order and prefer the same one
 * of two equals, so each column may have its own, in DuckDB's fast form for its type. What is computed first is computed once, in a struct.
 */
function extremeColumns(extreme: ArgExtreme, emitter: Emitter): readonly (readonly [string, string])[] {
  const { by, items } = extreme;
  const filter = extreme.filter ? ` FILTER (WHERE ${emitter.expression(extreme.filter)})` : '';
  const bySql = by && emitter.expression(by);
  const outermost = `${extreme.function === 'arg_max' ? 'max' : 'min'}(${bySql ?? ''})${filter}`;
  const value = ({ expression }: NamedExpression) => emitter.expression(expression);
  const others = items.filter(({ expression }) => expression !== by);
  const isPlain = others.every(({ expression }) => expression.kind === 'column' || expression.kind === 'literal');
  let pick: (item: NamedExpression) => string;
  const order = by && orderOf(extreme, by, emitter);
  if (by?.kind === 'column' && isPlain) pick = (item) => `${extreme.function}_null(${value(item)}, ${order ?? ''})${filter}`;
  else if (!by && others.length === 1) pick = (item) => `any_value(${value(item)})${filter}`;
  else {
    const fields = others.map((item, index) => `c${String(index)} := ${value(item)}`).join(', ');
    const picked = by ? `${extreme.function}(struct_pack(${fields}), ${order ?? ''})${filter}` : `any_value(struct_pack(${fields}))${filter}`;
    pick = (item) => `(${picked}).c${String(others.indexOf(item))}`;
  }
  return items.map((item) => [item.name, orEmpty(item.expression === by ? outermost : pick(item), item.expression.type)] as const);
}

/**
 * DuckDB leaves a row out whose `by` is null; Kusto takes such a row where a group has no other. So null gets a place of its own
 * behind all values: below the ticks of a datetime, in the next wider type of a whole number, behind a flag for the rest.
 */
function orderOf({ function: name, within }: ArgExtreme, by: Expression, emitter: Emitter): string {
  const isMax = name === 'arg_max';
  const sql = emitter.expression(by);
  if (within) return `(${sql})::HUGEINT * 9223372036854775808 + coalesce(${emitter.expression(within)}, -1)`;
  switch (by.type) {
    case 'string':
      return sql;
    case 'datetime':
      return `coalesce(${sql}, ${isMax ? '-1' : '9223372036854775807'})`;
    case 'bool':
      return `coalesce((${sql})::TINYINT, ${isMax ? '-1' : '2'})`;
    case 'int':
      return `coalesce((${sql})::BIGINT, ${isMax ? '-' : ''}1000000000000)`;
    case 'long':
    case 'timespan':
      return `coalesce((${sql})::HUGEINT, ${isMax ? '-' : ''}100000000000000000000)`;
    default:
      return `struct_pack(known := (${sql}) IS ${isMax ? 'NOT ' : ''}NULL, value := ${sql})`;
  }
}
