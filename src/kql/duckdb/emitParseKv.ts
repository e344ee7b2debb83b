import { pointerStep, type Column } from '../../base/index.ts';
import type { ParseKv } from '../plan/index.ts';
import { quoteIdentifier, quoteString } from '../sql/index.ts';
import { withCarried, type Emitter } from './emitter.ts';

/** The pairs of each text are read once; then each key becomes a column of its type. */
export function emitParseKv(parse: ParseKv, emitter: Emitter): string {
  const { input, columns, keys } = parse;
  const wanted = new Map(keys.map((key) => [key.name, key]));
  const read = parse.options.regex === '' ? delimited(parse, emitter) : byPattern(parse, emitter);
  const output = columns.map(({ name }) => {
    const key = wanted.get(name);
    return key ? `${typed(read.value(name), key, parse, emitter)} AS ${quoteIdentifier(name)}` : quoteIdentifier(name);
  });
  return `SELECT ${withCarried(output, emitter.carried(input))} FROM (SELECT *, ${read.columns} FROM ${emitter.from(input)})`;
}

interface Pairs {
  readonly columns: string;
  readonly value: (name: string) => string;
}

function delimited({ operand, keys, options }: ParseKv, emitter: Emitter): Pairs {
  const { pairDelimiter, kvDelimiter, quotes, escapes, greedy } = options;
  const json = JSON.stringify({ keys: keys.map(({ name }) => name), pairDelimiter, kvDelimiter, quotes, escapes, greedy });
  return {
    columns: `CAST(kql_parse_pairs(${text(operand, emitter)}, ${quoteString(json)}) AS JSON) AS "pairs"`,
    value: (name) => `json_extract_string("pairs", ${quoteString(pointerStep(name))})`,
  };
}

/** The first group of each match is a key, the second its value. */
function byPattern({ operand, options }: ParseKv, emitter: Emitter): Pairs {
  const group = (index: number) => `list_transform(regexp_extract_all(${text(operand, emitter)}, ${quoteString(options.regex)}, ${String(index)}), lambda found: trim(found, E' \\t\\r\\n'))`;
  return {
    columns: `${group(1)} AS "pair keys", ${group(2)} AS "pair values"`,
    value: (name) => `"pair values"[list_position("pair keys", ${quoteString(name)})]`,
  };
}

function text(operand: ParseKv['operand'], emitter: Emitter): string {
  return emitter.call('tostring', [emitter.argument(operand)], 'string', operand.span);
}

function typed(value: string, { type }: Column, { span }: ParseKv, emitter: Emitter): string {
  const found = `coalesce(${value}, '')`;
  if (type === 'string') return found;
  return emitter.call(`to${type}`, [{ sql: found, type: 'string' }], type, span);
}
