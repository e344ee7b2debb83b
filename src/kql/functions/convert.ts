import { ticksPerDay, unixEpochTicks, type KqlType } from '../../base/index.ts';
import { physicalType } from '../sql/index.ts';
import { refuse, type SqlArgument } from './row.ts';

const epoch = unixEpochTicks.toString();

/** DuckDB's TIMESTAMP of ticks, at microseconds: for calendar functions only. */
export function timestampOf(sql: string): string {
  return `make_timestamp((${sql} - ${epoch}) // 10)`;
}

export function ticksOf(timestamp: string): string {
  return `(epoch_us(${timestamp}) * 10 + ${epoch})`;
}

function datetimeText(sql: string): string {
  return `(strftime(${timestampOf(sql)}, '%Y-%m-%dT%H:%M:%S.%f') || (${sql} % 10)::VARCHAR || 'Z')`;
}

function timespanText(sql: string): string {
  const a = `abs(${sql})`;
  const two = (part: string) => `lpad((${part})::VARCHAR, 2, '0')`;
  return `((CASE WHEN ${sql} < 0 THEN '-' ELSE '' END) || (CASE WHEN ${a} >= ${String(ticksPerDay)} THEN (${a} // ${String(ticksPerDay)})::VARCHAR || '.' ELSE '' END) || ${two(`(${a} // 36000000000) % 24`)} || ':' || ${two(`(${a} // 600000000) % 60`)} || ':' || ${two(`(${a} // 10000000) % 60`)} || (CASE WHEN ${a} % 10000000 > 0 THEN '.' || lpad((${a} % 10000000)::VARCHAR, 7, '0') ELSE '' END))`;
}

/** DuckDB pads a DECIMAL to its scale; KQL shows no trailing zeros. */
function decimalText(sql: string): string {
  return `regexp_replace((${sql})::VARCHAR, '\\.?0+$', '')`;
}

/** A scalar's text as `tostring` gives it; null becomes empty. */
export function textOf({ sql, type, text }: SqlArgument): string {
  switch (type) {
    case 'string': return sql;
    case 'bool': return `(CASE WHEN ${sql} IS NULL THEN '' WHEN ${sql} THEN 'True' ELSE 'False' END)`;
    case 'datetime': return `coalesce(${datetimeText(sql)}, '')`;
    case 'timespan': return `coalesce(${timespanText(sql)}, '')`;
    case 'dynamic': return text ?? `coalesce(json_extract_string(${sql}, '$'), '')`;
    case 'real': return `kql_real_text(${sql})`;
    case 'decimal': return `coalesce(${decimalText(sql)}, '')`;
    default: return `coalesce((${sql})::VARCHAR, '')`;
  }
}

/** A scalar as JSON, the form of a dynamic. */
export function jsonOf({ sql, type }: SqlArgument): string {
  switch (type) {
    case 'dynamic': return sql;
    case 'datetime': return `to_json(${datetimeText(sql)})`;
    case 'timespan': return `to_json(${timespanText(sql)})`;
    case 'guid': return `to_json((${sql})::VARCHAR)`;
    case 'decimal': return `to_json(${decimalText(sql)})`;
    case 'real': return `(CASE WHEN isfinite(${sql}) THEN to_json(${sql}) ELSE to_json(nullif(kql_real_text(${sql}), '')) END)`;
    default: return `to_json(${sql})`;
  }
}

/** JSON null and SQL NULL are the one null of a dynamic. */
export function withoutJsonNull(sql: string): string {
  return `nullif(${sql}, 'null'::JSON)`;
}

/** A scalar in another type, as Kusto's `to…` functions convert: what cannot be converted is null. */
export function as(arg: SqlArgument, type: KqlType): string {
  if (arg.type === type) return arg.sql;
  switch (type) {
    case 'string': return textOf(arg);
    case 'dynamic': return jsonOf(arg);
    case 'bool': return toBool(arg);
    case 'datetime': return toDatetime(arg);
    case 'timespan': return toTimespan(arg);
    case 'guid': return `TRY_CAST(${textOf(arg)} AS UUID)`;
    default: return toNumber(arg, type);
  }
}

/** A regular expression of texts with more digits than the ten after the point that a decimal is stored with. */
export const tooFineDecimal = String.raw`\.\d{10}\d*[1-9]|[eE]-[1-9]\d`;

/** A value with more digits than are kept is refused rather than cut. */
function toDecimal(text: string): string {
  const tooFine = `regexp_matches(${text}, '${tooFineDecimal}')`;
  return `(CASE WHEN ${tooFine} THEN error('KQL060: todecimal(): the value has more digits after the point than the ten that the local engine keeps')::${physicalType('decimal')} ELSE TRY_CAST(trim(${text}) AS ${physicalType('decimal')}) END)`;
}

function toNumber(arg: SqlArgument, target: 'int' | 'long' | 'real' | 'decimal'): string {
  const type = physicalType(target);
  const whole = target === 'int' || target === 'long';
  switch (arg.type) {
    case 'string': if (target === 'decimal') return toDecimal(arg.sql);
      return whole ? wholeNumber(arg.sql, type) : `TRY_CAST(trim(${arg.sql}) AS ${type})`;
    case 'dynamic': {
      const text = `json_extract_string(${arg.sql}, '$')`;
      const truth = `WHEN json_type(${arg.sql}) = 'BOOLEAN' THEN (${text} = 'true')::INTEGER::${type}`;
      if (target === 'decimal') return `(CASE ${truth} ELSE ${toDecimal(text)} END)`;
      if (!whole) return `(CASE ${truth} ELSE TRY_CAST(trim(${text}) AS ${type}) END)`;
      return `(CASE WHEN json_type(${arg.sql}) = 'DOUBLE' THEN TRY_CAST(trunc(TRY_CAST(${text} AS DOUBLE)) AS ${type}) ${truth} ELSE ${wholeNumber(text, type)} END)`;
    }
    case 'bool': return `(${arg.sql})::INTEGER::${type}`;
    case 'real': if (target === 'decimal') return toDecimal(`(${arg.sql})::VARCHAR`);
      return `TRY_CAST(${whole ? `trunc(${arg.sql})` : arg.sql} AS ${type})`;
    case 'decimal': return `TRY_CAST(${whole ? `trunc(${arg.sql})` : arg.sql} AS ${type})`;
    default: return `TRY_CAST((${arg.sql}) AS ${type})`;
  }
}

/** Decimal digits or a hexadecimal number. */
function wholeNumber(text: string, type: string): string {
  const trimmed = `trim(${text})`;
  return `(CASE WHEN regexp_full_match(${trimmed}, '[+-]?[0-9]+') THEN TRY_CAST(${trimmed} AS ${type}) WHEN regexp_full_match(${trimmed}, '0[xX][0-9a-fA-F]{1,16}') THEN TRY_CAST(lower(${trimmed}) AS ${type}) END)`;
}

/** ISO texts, which logs have, in SQL; every other form Kusto documents in JavaScript. */
function toDatetime(arg: SqlArgument): string {
  if (arg.type !== 'string' && arg.type !== 'dynamic') return refuse('The local engine makes a datetime from text only.');
  const text = textOf(arg);
  const iso = `regexp_full_match(${text}, '[1-9]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?Z')`;
  const seconds = `TRY_CAST(left(${text}, 19) AS TIMESTAMP)`;
  const fraction = `rpad(regexp_extract(${text}, '\\.(\\d{1,7})', 1), 7, '0')::BIGINT`;
  return `(CASE WHEN ${iso} THEN ${ticksOf(seconds)} + ${fraction} ELSE kql_datetime_text(${text}) END)`;
}

function toTimespan(arg: SqlArgument): string {
  if (arg.type === 'string' || arg.type === 'dynamic') return `kql_timespan_text(${textOf(arg)})`;
  return refuse('The local engine makes a timespan from text only.');
}

function toBool(arg: SqlArgument): string {
  if (arg.type === 'guid') return 'NULL::BOOLEAN';
  if (arg.type !== 'string' && arg.type !== 'dynamic') return `((${arg.sql}) <> 0)`;
  const text = `lower(${textOf(arg)})`;
  return `(CASE WHEN ${text} = 'true' THEN true WHEN ${text} = 'false' THEN false ELSE TRY_CAST(${text} AS BIGINT) <> 0 END)`;
}
