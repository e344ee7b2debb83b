import type { ArgExtreme, Summarize } from '../plan/index.ts';
import { quoteIdentifier } from '../sql/index.ts';
import { orEmpty, withCarried, type Emitter } from './emitter.ts';
import { latestOnly } from './latestMatch.ts';

export function emitSummarize(summarize: Summarize, emitter: Emitter): string {
  const { keys, aggregates, extremes, columns } = summarize;
  const input = latestOnly(summarize);
  const items = new Map<string, string>();
  for (const { name, expression } of [...keys, ...aggregates]) items.set(name, emitter.expression(expression));
  for (const extreme of extremes) for (const [name, sql] of extremeColumns(extreme, emitter)) items.set(name, sql);
  const list = columns.map((column) => `${items.get(column.name) ?? 'NULL'} AS ${quoteIdentifier(column.name)}`);
  const carried = emitter.carried(input);
  // Keys stand first in the result, carried columns last.
  const positions = [...keys.map((_, index) => index + 1), ...carried.map((_, index) => list.length + index + 1)];
  return `SELECT ${withCarried(list, carried)} FROM ${emitter.from(input)}${positions.length === 0 ? '' : ` GROUP BY ${positions.join(', ')}`}`;
}

/** One struct per extreme, so that all its columns come from the same row. */
function extremeColumns(extreme: ArgExtreme, emitter: Emitter): readonly (readonly [string, string])[] {
  const filter = extreme.filter ? ` FILTER (WHERE ${emitter.expression(extreme.filter)})` : '';
  const only = extreme.items.length === 1 ? extreme.items[0] : undefined;
  if (only && extreme.by && only.expression === extreme.by) {
    const extremeSql = `${extreme.function === 'arg_max' ? 'max' : 'min'}(${emitter.expression(extreme.by)})${filter}`;
    return [[only.name, orEmpty(extremeSql, only.expression.type)]];
  }
  if (only && !extreme.by) return [[only.name, orEmpty(`any_value(${emitter.expression(only.expression)})${filter}`, only.expression.type)]];
  const fields = extreme.items.map((item, index) => `c${String(index)} := ${emitter.expression(item.expression)}`).join(', ');
  const picked = extreme.by ? `${extreme.function}(struct_pack(${fields}), ${emitter.expression(extreme.by)})${filter}` : `any_value(struct_pack(${fields}))${filter}`;
  return extreme.items.map((item, index) => [item.name, orEmpty(`(${picked}).c${String(index)}`, item.expression.type)] as const);
}
