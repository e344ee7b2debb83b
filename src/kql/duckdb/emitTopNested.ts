import type { TopNested, TopNestedLevel } from '../plan/index.ts';
import { quoteIdentifier } from '../sql/index.ts';
import { emptyValue, withCarried, type Emitter } from './emitter.ts';

const numbered = (word: string, index: number) => quoteIdentifier(`${word} ${String(index)}`);

/** The rank of what is not among the top values of its level. */
const rest = '9223372036854775807';

/**
 * Every row gets, level by level, the value it has there and that value's rank below the ranks above it. A value that is not among
 * the top ones drops its rows, or, from the first level `with others` on, passes them down as the rest. Each level is
 * aggregated over the rows it kept, and the levels are put side by side.
 */
export function emitTopNested({ id, input, levels }: TopNested, emitter: Emitter): string {
  const carried = emitter.carried(input);
  const own = carried.map(quoteIdentifier);
  let rows = emitter.from(input);
  const sums = levels.map((level, index) => {
    rows = rankRows(rows, { id, levels, index }, own, emitter);
    return `(${aggregateLevel(rows, level, index, own, emitter)}) s${String(index)}`;
  });
  const last = levels.length - 1;
  const joins = sums.slice(0, last).map((sum, index) => ` JOIN ${sum} ON ${[...own, ...pathOf(index + 1)].map((name) => `s${String(index)}.${name} IS NOT DISTINCT FROM s${String(last)}.${name}`).join(' AND ')}`);
  const outputs = levels.flatMap(({ key, aggregate }, index) => [
    `s${String(index)}.${numbered('value', index)} AS ${quoteIdentifier(key.name)}`,
    `s${String(index)}.${numbered('aggregate', index)} AS ${quoteIdentifier(aggregate.name)}`,
  ]);
  const list = [...outputs, ...own.map((name) => `s${String(last)}.${name} AS ${name}`)];
  return `SELECT ${withCarried(list, [])} FROM ${sums[last] ?? ''}${joins.join('')} ORDER BY ${pathOf(levels.length).map((name) => `s${String(last)}.${name}`).join(', ')}`;
}

function pathOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => numbered('rank', index));
}

function rankRows(rows: string, { id, levels, index }: Pick<TopNested, 'id' | 'levels'> & { readonly index: number }, own: readonly string[], emitter: Emitter): string {
  const { count, key, aggregate, descending, others } = levels[index] as TopNestedLevel;
  const above = [...own, ...pathOf(index)];
  const [value, rank] = [numbered('value', index), numbered('rank', index)];
  const valued = emitter.define(`valued ${String(id)} ${String(index)}`, `SELECT *, ${emitter.expression(key.expression)} AS ${value} FROM ${rows}`, false);
  const inRest = pathOf(index).map((name) => `${name} = ${rest}`).join(' OR ') || 'false';
  const order = `row_number() OVER (${above.length === 0 ? '' : `PARTITION BY ${above.join(', ')} `}ORDER BY ${emitter.expression(aggregate.expression)} ${descending ? 'DESC' : 'ASC'} NULLS LAST, ${value})`;
  const top = `SELECT ${[...above, value].join(', ')}, ${order} AS ${rank} FROM ${valued} WHERE NOT (${inRest}) GROUP BY ${[...above, value].join(', ')}${count ? ` QUALIFY ${order} <= ${emitter.expression(count)}` : ''}`;
  const same = [...above, value].map((name) => `t.${name} IS NOT DISTINCT FROM v.${name}`).join(' AND ');
  const other = others ? emitter.expression(others) : emptyValue(key.expression.type);
  const isKept = others ? '' : levels.slice(0, index).some((before) => before.others) ? ` WHERE t.${rank} IS NOT NULL OR ${pathOf(index).map((name) => `v.${name} = ${rest}`).join(' OR ')}` : ` WHERE t.${rank} IS NOT NULL`;
  const sql = `SELECT v.* REPLACE (CASE WHEN t.${rank} IS NULL THEN ${other} ELSE v.${value} END AS ${value}), coalesce(t.${rank}, ${rest}) AS ${rank} FROM ${valued} v LEFT JOIN (${top}) t ON ${same}${isKept}`;
  return emitter.define(`nested ${String(id)} ${String(index)}`, sql, true);
}

function aggregateLevel(ranked: string, { aggregate, others }: TopNestedLevel, index: number, own: readonly string[], emitter: Emitter): string {
  const path = [...own, ...pathOf(index + 1)];
  const value = emitter.expression(aggregate.expression);
  const shown = others ? value : `CASE WHEN ${numbered('rank', index)} = ${rest} THEN ${emptyValue(aggregate.expression.type)} ELSE ${value} END`;
  return `SELECT ${path.join(', ')}, any_value(${numbered('value', index)}) AS ${numbered('value', index)}, ${shown} AS ${numbered('aggregate', index)} FROM ${ranked} GROUP BY ${path.join(', ')}`;
}
