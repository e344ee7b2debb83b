import { formatDatetime, ingestionTimeColumn, parseIsoTicks, ProblemError, type CellValue, type Column, type KqlType, type TableSchema } from '../../base/index.ts';
import { physicalType } from '../../kql/index.ts';
import { quoteIdentifier, quoteString } from '../../kql/sql/index.ts';
import type { InlineTable, TableInfo, TablesSpec } from '../../protocol/index.ts';
import type { Databases, LogSource, Session } from '../index.ts';
import { LocalSource, type LocalSourceParts } from './localSource.ts';

const rowsInStatement = 200;

export interface InlineTableTools extends Pick<LocalSourceParts, 'translator' | 'now'> {
  readonly databases: Databases;
  /** Equal schemas as one object, by their JSON: Microsoft's binder is slow on one that it sees for the first time. */
  readonly schemas: Map<string, readonly TableSchema[]>;
}

/** More kinds of tables than one run of tests has side by side are not kept. */
const mostSchemas = 50;

/** A database in memory that holds just these tables. Throws SRC040 for a value that its column cannot hold. */
export async function openInlineTables(
  spec: TablesSpec,
  { databases, schemas, translator, now }: InlineTableTools,
): Promise<LogSource> {
  const database = await databases.openLocked(undefined);
  const session = await database.connect();
  try {
    for (const table of spec.tables) await fill(session, table);
  } catch (error) {
    session.close();
    await database.close();
    throw error;
  }
  session.close();
  const tables = knownSchema(spec.tables.map(({ name, columns, ingested }): TableSchema => ({ name, columns, ...(ingested && { ingestionTimes: true }) })), schemas);
  return new LocalSource({ summary: { spec: { kind: 'tables', tables: [] }, title: 'Tables of a test', tables: spec.tables.map(describe), files: [], issues: [], skipped: 0 }, tables, database, translator, now });
}

function knownSchema(tables: readonly TableSchema[], schemas: InlineTableTools['schemas']): readonly TableSchema[] {
  const key = JSON.stringify(tables);
  const known = schemas.get(key);
  if (known) return known;
  if (schemas.size >= mostSchemas) schemas.clear();
  schemas.set(key, tables);
  return tables;
}

async function fill(session: Session, { name, columns, rows, ingested }: InlineTable): Promise<void> {
  const arrival: Column = { name: ingestionTimeColumn, type: 'datetime' };
  const list = [...columns, ...(ingested ? [arrival] : [])].map((column) => `${quoteIdentifier(column.name)} ${physicalType(column.type)}`).join(', ');
  await session.execute(`CREATE TABLE ${quoteIdentifier(name)} (${list})`);
  for (let start = 0; start < rows.length; start += rowsInStatement) {
    const values = rows.slice(start, start + rowsInStatement).map((row, index) => {
      const cells = columns.map((column, at) => literal(row[at] ?? null, column, name));
      return `(${[...cells, ...(ingested ? [literal(ingested[start + index] ?? null, arrival, name)] : [])].join(', ')})`;
    });
    await session.execute(`INSERT INTO ${quoteIdentifier(name)} VALUES ${values.join(',\n')}`);
  }
}

type Literal = (value: Exclude<CellValue, null>) => string | undefined;

const number: Literal = (value) => (typeof value === 'number' || /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text(value)) ? text(value) : undefined);

/** A value in wire form as SQL of the column's physical type; undefined where it does not fit. */
const literals: Readonly<Record<KqlType, Literal>> = {
  bool: (value) => (/^(?:true|false)$/i.test(text(value)) ? text(value).toUpperCase() : undefined),
  int: number,
  long: number,
  decimal: number,
  real: (value) => (/^(?:NaN|-?Infinity)$/.test(text(value)) ? `${quoteString(text(value))}::DOUBLE` : number(value)),
  string: (value) => quoteString(typeof value === 'object' ? JSON.stringify(value) : text(value)),
  datetime: (value) => parseIsoTicks(text(value))?.toString(),
  timespan: (value) => timespanTicks(text(value))?.toString(),
  guid: (value) => (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text(value)) ? `${quoteString(text(value))}::UUID` : undefined),
  dynamic: (value) => `${quoteString(JSON.stringify(value))}::JSON`,
};

function literal(value: CellValue, column: Column, table: string): string {
  if (value === null) return column.type === 'string' ? "''" : 'NULL';
  const sql = literals[column.type](value);
  if (sql === undefined) throw new ProblemError({ code: 'SRC040', message: `${table}.${column.name} is of the type ${column.type}; "${text(value).slice(0, 80)}" is no value of it.` });
  return sql;
}

function text(value: Exclude<CellValue, null>): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function timespanTicks(value: string): bigint | undefined {
  const match = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,7}))?$/.exec(value);
  if (!match) return undefined;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const ticks = (((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds)) * 10_000_000n + BigInt(fraction.padEnd(7, '0'));
  return sign === undefined ? ticks : -ticks;
}

function describe({ name, columns, rows }: InlineTable): TableInfo {
  const at = columns.findIndex((column) => column.name === 'TimeGenerated');
  const times = at < 0 ? [] : rows.flatMap((row) => parseIsoTicks(typeof row[at] === 'string' ? row[at] : '') ?? []).sort((a, b) => (a < b ? -1 : 1));
  const [first, last] = [times[0], times.at(-1)];
  return { name, columns, rows: rows.length, ...(first === undefined || last === undefined ? {} : { firstRecord: formatDatetime(first), lastRecord: formatDatetime(last) }) };
}
