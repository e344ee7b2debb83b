import type { Distinct, Filter, Project, Sort, SortKey, Take } from '../plan/index.ts';
import { quoteIdentifier } from '../sql/index.ts';
import { emptyValue, names, withCarried, type Emitter } from './emitter.ts';
import { stageWindows } from './emitWindows.ts';

export function emitFilter({ input, predicate, columns }: Filter, emitter: Emitter): string {
  const staged = stageWindows(input, [predicate], emitter);
  const list = staged.hoisted ? withCarried(columns.map(({ name }) => quoteIdentifier(name)), emitter.carried(input)) : '*';
  return `SELECT ${list} FROM ${staged.from} WHERE ${staged.expressions.map(emitter.expression).join(' AND ')}${inOrder(staged.hoisted)}`;
}

export function emitProject({ input, items }: Project, emitter: Emitter): string {
  const staged = stageWindows(input, items.map(({ expression }) => expression), emitter);
  const list = items.map((item, index) => {
    const expression = staged.expressions[index];
    return `${expression ? emitter.expression(expression) : emptyValue(item.expression.type)} AS ${quoteIdentifier(item.name)}`;
  });
  return `SELECT ${withCarried(list, emitter.carried(input))} FROM ${staged.from}${inOrder(staged.hoisted)}`;
}

/** A window may leave its rows in the order of its parts. */
function inOrder(hoisted: boolean): string {
  return hoisted ? ' ORDER BY "row order"' : '';
}

export function emitDistinct({ input }: Distinct, emitter: Emitter): string {
  return `SELECT DISTINCT * FROM ${emitter.from(input)}`;
}

export function orderBy(keys: readonly SortKey[], emitter: Emitter): string {
  return keys.map(({ expression, descending, nullsFirst }) => {
    const [sql, order] = [emitter.expression(expression), `${descending ? 'DESC' : 'ASC'} NULLS ${nullsFirst ? 'FIRST' : 'LAST'}`];
    // NaN stands beside the nulls, inside of them; to DuckDB it is the greatest number.
    if (expression.type !== 'real' || descending === nullsFirst) return `${sql} ${order}`;
    return `nullif(${sql}, 'nan'::DOUBLE) ${order}, ${sql} IS ${nullsFirst ? 'NOT NULL' : 'NULL'}`;
  }).join(', ');
}

export function emitSort({ input, keys }: Sort, emitter: Emitter): string {
  return `SELECT * FROM ${emitter.from(input)} ORDER BY ${orderBy(keys, emitter)}`;
}

export function emitTake({ input, count, columns }: Take, emitter: Emitter): string {
  const carried = emitter.carried(input);
  const limit = emitter.expression(count);
  if (carried.length === 0) return `${input.kind === 'sort' ? emitSort(input, emitter) : `SELECT * FROM ${emitter.from(input)}`} LIMIT ${limit}`;
  const parts = names(carried.map((name) => ({ name })));
  if (input.kind === 'sort') {
    const order = orderBy(input.keys, emitter);
    return `SELECT * FROM ${emitter.from(input.input)} QUALIFY row_number() OVER (PARTITION BY ${parts} ORDER BY ${order}) <= ${limit} ORDER BY ${parts}, ${order}`;
  }
  const rows = `(SELECT *, row_number() OVER () AS "row order" FROM ${emitter.from(input)})`;
  return `SELECT ${withCarried(columns.map(({ name }) => quoteIdentifier(name)), carried)} FROM ${rows} QUALIFY row_number() OVER (PARTITION BY ${parts} ORDER BY "row order") <= ${limit}`;
}
