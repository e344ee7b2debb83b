import type { Distinct, Filter, Project, Relation, Sort, SortKey, Take } from '../plan/index.ts';
import { quoteIdentifier } from '../sql/index.ts';
import { emptyValue, names, withCarried, type Emitter } from './emitter.ts';
import { stageWindows } from './emitWindows.ts';
import { containsKind } from './planFacts.ts';

export function emitFilter(filter: Filter, emitter: Emitter): string {
  const { input, predicate, columns } = filter;
  if (!containsKind(predicate, 'window')) return `SELECT * FROM ${filtered(filter, emitter)}`;
  const staged = stageWindows(input, [predicate], emitter);
  const list = withCarried(columns.map(({ name }) => quoteIdentifier(name)), emitter.carried(input));
  return `SELECT ${list} FROM ${staged.from} WHERE ${staged.expressions.map(emitter.expression).join(' AND ')}${inOrder(staged.hoisted)}`;
}

/** A relation as it stands after FROM, with the filters on top of it as one WHERE. */
export function filtered(relation: Relation, emitter: Emitter): string {
  const conditions: string[] = [];
  let source = relation;
  while (source.kind === 'filter' && !containsKind(source.predicate, 'window')) {
    conditions.unshift(emitter.expression(source.predicate));
    source = source.input;
  }
  const from = emitter.from(source);
  return conditions.length === 0 ? from : `${from} WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}`;
}

export function emitProject({ input, items }: Project, emitter: Emitter): string {
  const values = items.map(({ expression }) => expression);
  const hasWindow = values.some((value) => containsKind(value, 'window'));
  const { from, expressions } = hasWindow ? stageWindows(input, values, emitter) : { from: filtered(input, emitter), expressions: values };
  const list = items.map((item, index) => {
    const expression = expressions[index];
    return `${expression ? emitter.expression(expression) : emptyValue(item.expression.type)} AS ${quoteIdentifier(item.name)}`;
  });
  return `SELECT ${withCarried(list, emitter.carried(input))} FROM ${from}${inOrder(hasWindow)}`;
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
