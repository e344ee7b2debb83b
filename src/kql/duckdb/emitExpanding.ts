import { pointerStep } from '../../base/index.ts';
import type { Apply, BagUnpack, MvExpand, Narrow, Partition, Pivot } from '../plan/index.ts';
import { quoteIdentifier, quoteString } from '../sql/index.ts';
import { castDynamic, emptyValue, fromDynamic, names, partColumn, withCarried, type Emitter } from './emitter.ts';

/** The elements of a dynamic as a list of JSON: an array's own, a bag's properties, or the value itself. */
function elements(value: string, bagAsArray: boolean): string {
  const property = `json_extract(${value}, '/' || replace(replace(k, '~', '~0'), '/', '~1'))`;
  const bags = `list_transform(json_keys(${value}), lambda k: ${bagAsArray ? `json_array(k, ${property})` : `json_object(k, ${property})`})`;
  return `CASE json_type(${value}) WHEN 'ARRAY' THEN json_extract(${value}, '$[*]') WHEN 'OBJECT' THEN ${bags} ELSE [${value}] END`;
}

type Expansion = Pick<MvExpand, 'items' | 'indexColumn' | 'limit' | 'bagAsArray' | 'columns' | 'span'>;

export function emitMvExpand({ input, ...expansion }: MvExpand, emitter: Emitter): string {
  return expand(emitter.from(input), expansion, emitter.carried(input), emitter);
}

/** Lists unnested in one SELECT walk in step and keep the order of the rows. */
function expand(from: string, { items, columns, indexColumn, limit, bagAsArray, span }: Expansion, carried: readonly string[], emitter: Emitter): string {
  const list = (index: number) => quoteIdentifier(`list ${String(index)}`);
  const cut = limit ? `[1:${emitter.expression(limit)}]` : '';
  const lists = items.map((item, index) => `(${elements(emitter.expression(item.expression), bagAsArray)})${cut} AS ${list(index)}`);
  const walked = items.map((_, index) => `unnest(${list(index)}) AS ${quoteIdentifier(`value ${String(index)}`)}`);
  const longest = items.length === 1 ? `len(${list(0)})` : `greatest(${items.map((_, index) => `coalesce(len(${list(index)}), 0)`).join(', ')})`;
  const counted = indexColumn === undefined ? [] : [`unnest(range(${longest})) AS "value index"`];
  const output = columns.map((column) => {
    const at = items.findIndex((item) => item.name === column.name);
    const name = quoteIdentifier(column.name);
    if (at >= 0) return `${castDynamic(quoteIdentifier(`value ${String(at)}`), column.type, emitter, span)} AS ${name}`;
    return column.name === indexColumn ? `"value index" AS ${name}` : name;
  });
  return `SELECT ${withCarried(output, carried)} FROM (SELECT *, ${[...walked, ...counted].join(', ')} FROM (SELECT *, ${lists.join(', ')} FROM ${from}))`;
}

export function emitPartition({ id, input, by, body, columns }: Partition, emitter: Emitter): string {
  const part = partColumn(id);
  const carried = emitter.carried(input);
  emitter.definePart(id, carried, `SELECT *, ${emitter.expression(by)} AS ${quoteIdentifier(part)} FROM ${emitter.from(input)}`);
  return `SELECT ${withCarried(columns.map(({ name }) => quoteIdentifier(name)), carried)} FROM (${emitter.select(body)})`;
}

export function emitApply({ id, input, expand: expansion, body, outputs, columns, span }: Apply, emitter: Emitter): string {
  const part = partColumn(id);
  const carried = emitter.carried(input);
  const rows = emitter.define(`rows ${String(id)}`, `SELECT *, row_number() OVER () AS ${quoteIdentifier(part)} FROM ${emitter.from(input)}`, true);
  emitter.definePart(id, carried, expand(rows, { ...expansion, span }, [...carried, part], emitter));
  const inner = `(${emitter.select(body)})`;
  const types = new Map(columns.map((column) => [column.name, column.type]));
  if (outputs.every(({ from }) => from === 'body')) return `SELECT ${withCarried(outputs.map(({ name, source }) => `${quoteIdentifier(source)} AS ${quoteIdentifier(name)}`), carried)} FROM ${inner}`;
  const list = outputs.map(({ name, source, from }) => `${from === 'input' ? 'o' : 'b'}.${quoteIdentifier(source)}${types.has(name) ? ` AS ${quoteIdentifier(name)}` : ''}`);
  const outer = carried.map((name) => `o.${quoteIdentifier(name)}`);
  return `SELECT ${[...list, ...outer].join(', ')} FROM ${inner} b JOIN ${rows} o ON b.${quoteIdentifier(part)} = o.${quoteIdentifier(part)}`;
}

export function emitBagUnpack({ input, bag, outputs, span }: BagUnpack, emitter: Emitter): string {
  const value = emitter.expression(bag);
  const list = outputs.map(({ name, type, property, source }) => {
    const own = source === undefined ? undefined : quoteIdentifier(source);
    if (property === undefined) return `${own ?? emptyValue(type)} AS ${quoteIdentifier(name)}`;
    const found = `json_extract(${value}, ${quoteString(pointerStep(property))})`;
    return `${fromDynamic(found, type, emitter, span)} AS ${quoteIdentifier(name)}`;
  });
  return `SELECT ${withCarried(list, emitter.carried(input))} FROM ${emitter.from(input)}`;
}

/** Grouped twice: by keys and value first, so that any aggregate can be turned into columns. */
export function emitPivot({ input, value, aggregate, keys, pivoted }: Pivot, emitter: Emitter): string {
  const carried = emitter.carried(input);
  const own = [...keys, ...carried.map((name) => ({ name }))];
  const grouped = `SELECT ${[...own.map(({ name }) => quoteIdentifier(name)), `${emitter.call('tostring', [emitter.argument(value)], 'string', value.span)} AS "pivot value"`, `${emitter.expression(aggregate)} AS "pivot cell"`].join(', ')} FROM ${emitter.from(input)} GROUP BY ALL`;
  const cells = pivoted.map(({ name, value: text }) => {
    const cell = `any_value("pivot cell") FILTER (WHERE "pivot value" = ${quoteString(text)})`;
    return `${aggregate.type === 'long' || aggregate.type === 'int' ? `coalesce(${cell}, 0)` : aggregate.type === 'string' ? `coalesce(${cell}, '')` : cell} AS ${quoteIdentifier(name)}`;
  });
  const list = [...keys.map(({ name }) => quoteIdentifier(name)), ...cells];
  return `SELECT ${withCarried(list, carried)} FROM (${grouped})${own.length === 0 ? '' : ` GROUP BY ${names(own)}`}`;
}

export function emitNarrow({ input, columns, span }: Narrow, emitter: Emitter): string {
  const [row, column, value] = columns.map(({ name }) => quoteIdentifier(name)) as [string, string, string];
  const cells = input.columns.map(({ name, type }) => `{'name': ${quoteString(name)}, 'cell': ${emitter.call('tostring', [{ sql: quoteIdentifier(name), type }], 'string', span)}}`);
  return `SELECT "row order" AS ${row}, c.name AS ${column}, c.cell AS ${value} FROM (SELECT "row order", unnest([${cells.join(', ')}]) AS c FROM (SELECT *, row_number() OVER () - 1 AS "row order" FROM ${emitter.from(input)}))`;
}
