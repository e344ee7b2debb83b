import type { KqlType } from '../../base/index.ts';
import { jsonOf } from '../functions/index.ts';
import type { MakeSeries } from '../plan/index.ts';
import { physicalType, quoteIdentifier } from '../sql/index.ts';
import { withCarried, type Emitter } from './emitter.ts';

/** Kusto's own limit on the elements of one series. */
const longest = 1_048_576;

const numbered = (word: string, index: number) => quoteIdentifier(`${word} ${String(index)}`);

/**
 * Four steps: aggregates per group and bin; first and last bin of each group; every bin between them; arrays in the order of the bins.
 * A bin is a whole number of steps from the start, or from zero where there is none.
 */
export function emitMakeSeries(series: MakeSeries, emitter: Emitter): string {
  const { id, keys, aggregates, axis } = series;
  const carried = emitter.carried(series.input);
  const bins = emitter.define(`bins ${String(id)}`, binsOf(series, carried, emitter), true);
  const own = [...keys.map((_, index) => numbered('key', index)), ...carried.map(quoteIdentifier)];
  const groups = groupsOf(series, bins, own, emitter);
  const places = `(SELECT *, unnest(range("first bin", "last bin" + 1)) AS "bin" FROM (${groups}))`;
  const same = ['g."bin" = p."bin"', ...own.map((name) => `g.${name} IS NOT DISTINCT FROM p.${name}`)].join(' AND ');
  const values = aggregates.map(({ expression, fallback }, index) => {
    const type = elementType(expression.type, fallback?.type);
    const value = (sql: string) => (type === expression.type && !fallback ? sql : `CAST(${sql} AS ${physicalType(type)})`);
    const missing = fallback ? emitter.expression(fallback) : '0';
    return `CASE WHEN g."bin" IS NULL THEN CAST(${missing} AS ${physicalType(type)}) ELSE ${value(`g.${numbered('value', index)}`)} END AS ${numbered('value', index)}`;
  });
  const walked = `SELECT p.*, ${values.join(', ')} FROM ${places} p LEFT JOIN ${bins} g ON ${same}`;
  const list = (json: string) => `to_json(list(coalesce(${json}, 'null'::JSON) ORDER BY "bin"))`;
  const outputs = [
    ...keys.map(({ name }, index) => `${numbered('key', index)} AS ${quoteIdentifier(name)}`),
    ...aggregates.map(({ name, expression, fallback }, index) => `${list(jsonOf({ sql: numbered('value', index), type: elementType(expression.type, fallback?.type) }))} AS ${quoteIdentifier(name)}`),
    `${list(jsonOf({ sql: axisValue(series, emitter), type: axis.expression.type }))} AS ${quoteIdentifier(axis.name)}`,
  ];
  return `SELECT ${withCarried(outputs, carried)} FROM (${walked}) GROUP BY ${['"group"', ...own].join(', ')} ORDER BY "group"`;
}

function elementType(aggregate: KqlType, fallback: KqlType | undefined): KqlType {
  return fallback === 'real' && aggregate !== 'decimal' ? 'real' : aggregate;
}

function binsOf({ input, keys, aggregates, axis, from, to, aligned, step }: MakeSeries, carried: readonly string[], emitter: Emitter): string {
  const bin = binOf(emitter.expression(axis.expression), { from: aligned ? undefined : from, step }, emitter);
  const at = emitter.expression(axis.expression);
  const conditions = [
    `${at} IS NOT NULL`,
    ...(from ? [aligned ? `${bin} >= ${binOf(emitter.expression(from), { step }, emitter)}` : `${at} >= ${emitter.expression(from)}`] : []),
    ...(to ? [aligned ? `${bin} <= ${binOf(emitter.expression(to), { step }, emitter)}` : `${at} < ${emitter.expression(to)}`] : []),
  ];
  const items = [
    ...keys.map(({ expression }, index) => `${emitter.expression(expression)} AS ${numbered('key', index)}`),
    `${bin} AS "bin"`,
    ...aggregates.map(({ expression }, index) => `${emitter.expression(expression)} AS ${numbered('value', index)}`),
  ];
  const positions = [...keys.map((_, index) => index + 1), keys.length + 1, ...carried.map((_, index) => items.length + index + 1)];
  return `SELECT ${withCarried(items, carried)} FROM ${emitter.from(input)} WHERE ${conditions.join(' AND ')} GROUP BY ${positions.join(', ')}`;
}

/** Whole steps between the start and a place, rounded down: DuckDB's own whole division rounds towards zero. */
function binOf(place: string, { from, step }: { readonly from?: MakeSeries['from']; readonly step: MakeSeries['step'] }, emitter: Emitter): string {
  const size = emitter.expression(step);
  const offset = from ? `(${place} - ${emitter.expression(from)})` : place;
  if (step.type === 'real' || step.type === 'decimal') return `CAST(floor(${offset} / ${size}) AS BIGINT)`;
  return `CAST((${offset} - ((${offset} % ${size}) + ${size}) % ${size}) // ${size} AS BIGINT)`;
}

function groupsOf({ keys, from, to, step, aligned, nonEmpty }: MakeSeries, bins: string, own: readonly string[], emitter: Emitter): string {
  const first = from ? (aligned ? binOf(emitter.expression(from), { step }, emitter) : '0') : 'min("bin")';
  // The end is left out, so the last bin is the one before it.
  const last = to
    ? aligned ? binOf(emitter.expression(to), { step }, emitter) : `-${binOf(`(${from ? emitter.expression(from) : '0'} - ${emitter.expression(to)})`, { step }, emitter)} - 1`
    : 'max("bin")';
  const guarded = `CASE WHEN ${last} - ${first} >= ${String(longest)} THEN error('KQL060: make-series: a series would have more than ${String(longest)} elements.') ELSE ${last} END`;
  const group = own.length === 0 ? (nonEmpty ? '' : ' HAVING count(*) > 0') : ` GROUP BY ${own.join(', ')}`;
  const order = own.length === 0 ? '' : ` ORDER BY ${keys.map((_, index) => numbered('key', index)).join(', ') || '1'}`;
  return `SELECT ${own.map((name) => `${name}, `).join('')}row_number() OVER (${order.trim()}) AS "group", ${first} AS "first bin", ${guarded} AS "last bin", count(*) AS "rows" FROM ${bins}${group}`;
}

function axisValue({ axis, from, step, aligned }: MakeSeries, emitter: Emitter): string {
  const type = physicalType(axis.expression.type);
  const offset = `"bin" * ${emitter.expression(step)}`;
  return `CAST(${from && !aligned ? `${emitter.expression(from)} + ` : ''}${offset} AS ${type})`;
}
