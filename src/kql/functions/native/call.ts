import { physicalType } from '../../sql/index.ts';
import { jsonOf, textOf } from '../convert.ts';
import { argument, refuse, type FunctionRow, type Lowering, type SqlArgument } from '../row.ts';
import type { NativeFunction } from './nativeFunction.ts';
import type { KqlType } from '../../../base/index.ts';

/** The row of a native function in the table of functions: its arguments brought to the declared types, its result to the binder's. */
export function nativeRow(definition: NativeFunction): FunctionRow {
  return { name: definition.name, lower: nativeCall(definition) };
}

export function nativeCall(definition: NativeFunction): Lowering {
  const { name, parameters, optional, rest, result } = definition;
  const types = [...parameters, ...optional];
  return (args, { resultType }) => {
    if (args.length < parameters.length) argument(args, args.length);
    if (args.length > types.length && rest === undefined) return refuse(`The local engine runs ${name}() with at most ${String(types.length)} arguments.`);
    const given = Array.from({ length: Math.max(types.length, args.length) }, (_, index) => {
      const type = types[index] ?? rest ?? 'dynamic';
      const arg = args[index];
      return arg ? passed(arg, type) : `NULL::${wireType(type)}`;
    });
    return received(`kql_${name}(${given.join(', ')})`, result, resultType);
  };
}

function wireType(type: KqlType): string {
  switch (type) {
    case 'bool': return 'BOOLEAN';
    case 'real': return 'DOUBLE';
    case 'int': case 'long': case 'datetime': case 'timespan': return 'BIGINT';
    default: return 'VARCHAR';
  }
}

/** SQL of an argument as a native function's parameter. */
export function passed(arg: SqlArgument, type: KqlType): string {
  switch (type) {
    case 'string': return textOf(arg);
    case 'dynamic': return `CAST(${jsonOf(arg)} AS VARCHAR)`;
    case 'bool': return arg.type === 'dynamic' ? `TRY_CAST(json_extract_string(${arg.sql}, '$') AS BOOLEAN)` : `CAST(${arg.sql} AS BOOLEAN)`;
    case 'guid': case 'decimal': return arg.type === 'dynamic' ? textOf(arg) : `CAST(${arg.sql} AS VARCHAR)`;
    default: return number(arg, type === 'real' ? 'DOUBLE' : 'BIGINT');
  }
}

function number({ sql, type }: SqlArgument, physical: 'DOUBLE' | 'BIGINT'): string {
  if (type === 'dynamic' || type === 'string') return `TRY_CAST(json_extract_string(${type === 'string' ? `to_json(${sql})` : sql}, '$') AS ${physical})`;
  const exact = physicalType(type) === physical;
  if (exact) return sql;
  // DuckDB rounds when it casts a fraction to a whole number; Kusto cuts.
  return physical === 'BIGINT' && (type === 'real' || type === 'decimal') ? `CAST(trunc(${sql}) AS BIGINT)` : `CAST(${sql} AS ${physical})`;
}

/** SQL of a native function's result as a value of the binder's type. */
function received(sql: string, native: KqlType, bound: KqlType): string {
  const target = physicalType(bound);
  if (native === bound) return wireType(native) === target ? sql : `CAST(${sql} AS ${target})`;
  if (native === 'dynamic' || bound === 'dynamic') return native === 'dynamic' ? `TRY_CAST(json_extract_string(${sql}, '$') AS ${target})` : jsonOf({ sql, type: native });
  return `CAST(${sql} AS ${target})`;
}
