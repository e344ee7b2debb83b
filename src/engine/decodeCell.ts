import type { DuckDBValue } from '@duckdb/node-api';
import { formatDatetime, formatTimespan, maxDatetimeTicks, ProblemError, parseExactJson, type CellValue, type KqlType } from '../base/index.ts';

/** Turns a value of the physical storage of a KQL type into its wire form (see `CellValue`). */
export type CellDecoder = (value: DuckDBValue) => CellValue;

export function cellDecoder(type: KqlType): CellDecoder {
  return decoders[type];
}

function wholeNumber(value: DuckDBValue): CellValue {
  if (typeof value !== 'bigint') return value === null ? null : plain(value);
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function realNumber(value: DuckDBValue): CellValue {
  if (value === null) return null;
  const number = typeof value === 'number' ? value : Number(String(value));
  return Number.isFinite(number) ? number : String(number);
}

/** DuckDB pads a DECIMAL to its scale; KQL shows no trailing zeros. */
function decimalNumber(value: DuckDBValue): CellValue {
  if (value === null) return null;
  const text = String(value);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function datetimeText(ticks: bigint): string {
  if (ticks < 0n || ticks > maxDatetimeTicks) throw new ProblemError({ code: 'KQL062', message: 'A datetime of the result lies outside the years 1 to 9999, which is all that a datetime can hold. Narrow the values first, or look for what is added to or taken from one.' });
  return formatDatetime(ticks);
}

function ticks(format: (ticks: bigint) => string): CellDecoder {
  return (value) => (value === null ? null : typeof value === 'bigint' ? format(value) : plain(value));
}

function plain(value: Exclude<DuckDBValue, null>): CellValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

const decoders: Readonly<Record<KqlType, CellDecoder>> = {
  bool: (value) => (value === null ? null : plain(value)),
  int: wholeNumber,
  long: wholeNumber,
  real: realNumber,
  decimal: decimalNumber,
  string: (value) => (value === null ? '' : String(value)),
  datetime: ticks(datetimeText),
  timespan: ticks(formatTimespan),
  guid: (value) => (value === null ? null : String(value).toLowerCase()),
  dynamic: (value) => (value === null ? null : parseDynamic(String(value))),
};

/** JSON text as a value; what is no JSON stays text rather than failing the whole result. */
function parseDynamic(text: string): CellValue {
  try {
    return parseExactJson(text);
  } catch {
    return text;
  }
}
