import { formatDatetime, parseIsoTicks, ProblemError, type CellValue, type Column, type JsonValue, type KqlType, type Row, type TableSchema } from '../../base/index.ts';
import { parseDuration } from '../model/duration.ts';

/** A row with what the scheduler asks of it; ticks. */
export interface TestRow {
  readonly values: Row;
  readonly time: bigint;
  readonly arrives: bigint;
  /** Tells rows apart. */
  readonly number: number;
}

export interface TestTable extends TableSchema {
  readonly rows: readonly TestRow[];
  /** A watchlist or another table that no time belongs to: every run sees all of it. */
  readonly timeless: boolean;
}

export type RowData = Readonly<Record<string, JsonValue>>;

export interface TableRequest {
  readonly name: string;
  readonly rows: readonly RowData[];
  /** The bundled schema, where there is one. */
  readonly schema: TableSchema | undefined;
  /** What relative times count from, in ticks. */
  readonly base: bigint;
  readonly timeless?: boolean;
}

const minute = 600_000_000n;

/**
 * Rows as a test writes them, only with the columns that matter: `$repeat` makes several, `$every` sets them apart in time,
 * `$arrives` says how long after its time a record is there, `{n}` in a text is the number of the repetition. A column the
 * schema does not have is added with the type its values show. Throws IT164 for a value that is none of its column's type.
 */
export function testTable({ name, rows, schema, base, timeless = false }: TableRequest): TestTable {
  const expanded = rows.flatMap((row) => repeat(row, name));
  const columns = columnsOf(expanded.map(({ row }) => row), schema);
  const columnNames = new Set(columns.map((column) => column.name));
  for (const { row } of expanded) refuseUnknown(row, columnNames, name);
  return {
    name,
    columns,
    timeless: timeless || !columnNames.has('TimeGenerated'),
    rows: expanded.map(({ row, offset, delay }, number): TestRow => {
      const time = timeOf(row['TimeGenerated'], base, name) + offset;
      const values = columns.map((column): CellValue => (column.name === 'TimeGenerated' ? formatDatetime(time) : valueOf(row[column.name], column, { base, table: name })));
      return { values, time, arrives: time + delay, number };
    }),
  };
}

interface Expanded {
  readonly row: RowData;
  readonly offset: bigint;
  readonly delay: bigint;
}

function repeat(row: RowData, table: string): readonly Expanded[] {
  const times = row['$repeat'] ?? 1;
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 1 || times > 100_000) throw invalid(`$repeat in ${table} takes a whole number from 1 to 100,000.`);
  const every = durationOf(row['$every'] ?? '1s', '$every', table);
  const delay = durationOf(row['$arrives'] ?? '0s', '$arrives', table);
  return Array.from({ length: times }, (_, index) => ({ row: times > 1 ? numbered(row, index + 1) : row, offset: every * BigInt(index), delay }));
}

function durationOf(value: JsonValue, key: string, table: string): bigint {
  const ticks = typeof value === 'string' ? offsetTicks(value) : undefined;
  if (ticks === undefined) throw invalid(`${key} in ${table} takes a duration such as 90s, 10m, 2h or 1d.`);
  return ticks;
}

function numbered(row: RowData, number: number): RowData {
  const fill = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return value.replaceAll('{n}', String(number));
    if (Array.isArray(value)) return (value as readonly JsonValue[]).map(fill);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value as RowData).map(([key, item]) => [key, fill(item)])) : value;
  };
  return fill(row) as RowData;
}

function columnsOf(rows: readonly RowData[], schema: TableSchema | undefined): readonly Column[] {
  if (schema) return schema.columns.map((column) => ({ name: column.name, type: column.type }));
  const columns = new Map<string, KqlType>([['TimeGenerated', 'datetime'], ['Type', 'string']]);
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) {
      if (!key.startsWith('$') && value !== null && (!columns.has(key) || columns.get(key) === 'long')) columns.set(key, typeShown(value));
    }
  }
  return [...columns].map(([column, type]) => ({ name: column, type }));
}

function typeShown(value: JsonValue): KqlType {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'long' : 'real';
  if (typeof value === 'object') return 'dynamic';
  return parseIsoTicks(value) === undefined ? 'string' : 'datetime';
}

function refuseUnknown(row: RowData, known: ReadonlySet<string>, table: string): void {
  const unknown = Object.keys(row).find((key) => !known.has(key) && !['$repeat', '$every', '$arrives'].includes(key));
  if (unknown !== undefined) throw invalid(`${table} has no column "${unknown}". A test with a column that is never filled would prove nothing.`);
}

function timeOf(value: JsonValue | undefined, base: bigint, table: string): bigint {
  if (value === undefined || value === null) return base - minute;
  const ticks = typeof value === 'string' ? instant(value, base) : undefined;
  if (ticks === undefined) throw invalid(`TimeGenerated in ${table} takes a time such as 2026-03-01T12:00:00Z, or one that counts from the run: -10m, +1h30m.`);
  return ticks;
}

/** An ISO time, or an offset from the base such as `-10m`. */
export function instant(text: string, base: bigint): bigint | undefined {
  const absolute = parseIsoTicks(text);
  if (absolute !== undefined) return absolute;
  const match = /^([+-])(.+)$/.exec(text.trim());
  const offset = match ? offsetTicks(match[2] ?? '') : undefined;
  return offset === undefined ? undefined : match?.[1] === '-' ? base - offset : base + offset;
}

/** `90s`, `1h30m`, `1d2h`, or ISO 8601. */
export function offsetTicks(text: string): bigint | undefined {
  const trimmed = text.trim().replace(/^\+/, '');
  const whole = parseDuration(trimmed);
  if (whole !== undefined) return whole;
  if (!/^(?:\d+[dhms])+$/.test(trimmed)) return undefined;
  return [...trimmed.matchAll(/\d+[dhms]/g)].reduce((sum, [part]) => sum + (parseDuration(part) ?? 0n), 0n);
}

function valueOf(value: JsonValue | undefined, { name, type }: Column, { base, table }: { readonly base: bigint; readonly table: string }): CellValue {
  if (value === undefined || value === null) return name === 'Type' ? table : type === 'string' ? '' : null;
  switch (type) {
    case 'string':
      return typeof value === 'string' ? value : JSON.stringify(value);
    case 'datetime': {
      const ticks = typeof value === 'string' ? instant(value, base) : undefined;
      if (ticks === undefined) throw wrongType(table, name, type, value);
      return formatDatetime(ticks);
    }
    case 'bool':
      if (typeof value !== 'boolean') throw wrongType(table, name, type, value);
      return value;
    case 'int':
    case 'long':
    case 'real':
      if (typeof value !== 'number') throw wrongType(table, name, type, value);
      return value;
    default:
      return value;
  }
}

function wrongType(table: string, column: string, type: string, value: JsonValue): ProblemError {
  return invalid(`${table}.${column} is of the type ${type}; ${JSON.stringify(value).slice(0, 60)} is no value of it.`);
}

function invalid(message: string): ProblemError {
  return new ProblemError({ code: 'IT164', message });
}
