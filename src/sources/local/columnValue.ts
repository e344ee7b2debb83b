import type { Column, KqlType } from '../../base/index.ts';
import { quoteString } from '../../kql/sql/index.ts';
import type { DateOrder } from './displayDates.ts';

/** The SQL of a column's value; with `convert` that of its text, and how the text becomes the value (NULL where it does not fit). */
export interface ColumnValue {
  readonly column: Column;
  readonly sql: string;
  readonly convert?: (text: string) => string;
}

const converters: Readonly<Record<Exclude<KqlType, 'string' | 'dynamic' | 'datetime'>, string>> = {
  bool: 'it_bool',
  int: 'it_int',
  long: 'it_long',
  real: 'it_real',
  decimal: 'it_decimal',
  timespan: 'it_timespan',
  guid: 'it_guid',
};

/** `expressions` are the column's sources in order of preference: JSON for a dynamic column, text for any other. */
export function columnValue(column: Column, expressions: readonly string[], constant?: string): ColumnValue {
  const { type } = column;
  if (type === 'string') {
    const plain = expressions.length === 1 && constant === undefined;
    return { column, sql: `coalesce(${[...expressions.map((text) => (plain ? text : `nullif(${text}, '')`)), quoteString(constant ?? '')].join(', ')})` };
  }
  if (type === 'dynamic') return { column, sql: oneOf(expressions.map((json) => `it_dynamic(${json})`)) };
  const text = oneOf(expressions.map((source) => (expressions.length === 1 ? source : `nullif(${source}, '')`)));
  return { column, sql: text, convert: type === 'datetime' ? datetime('') : (raw) => `${converters[type]}(${raw})` };
}

/** The same for a value that is text whatever the type: a cell of a CSV file or of a query result. */
export function cellColumnValue(column: Column, text: string, order: DateOrder = ''): ColumnValue {
  if (column.type === 'dynamic') return { column, sql: `it_dynamic_text(${text})` };
  return column.type === 'datetime' ? { column, sql: text, convert: datetime(order) } : columnValue(column, [text]);
}

function datetime(order: DateOrder): (text: string) => string {
  return (text) => (order === '' ? `it_datetime(${text})` : `it_datetime(${text}, '${order}')`);
}

/** Where TimeGenerated comes from: texts that say it themselves, then others it can be derived from; in order of preference. */
export interface TimeValues {
  readonly own: readonly string[];
  readonly derived: readonly string[];
  readonly convert: (text: string) => string;
}

export function timeValues(own: readonly string[], derived: readonly string[], order: DateOrder = ''): TimeValues {
  return { own, derived, convert: datetime(order) };
}

/** The first of these expressions that is not NULL. */
export function oneOf(expressions: readonly string[]): string {
  const [only] = expressions;
  if (only === undefined) return 'NULL';
  return expressions.length === 1 ? only : `coalesce(${expressions.join(', ')})`;
}
