import { kqlTypes, type Column, type KqlType } from '../../base/index.ts';
import { quoteIdentifier, quoteString } from '../../kql/sql/index.ts';
import { cellColumnValue, timeValues, type ColumnValue, type TimeValues } from './columnValue.ts';
import { dateOrderOf, type DateOrder } from './displayDates.ts';
import { watchlistAlias } from './findFiles.ts';
import type { ImportContext } from './importContext.ts';
import { insertRows } from './insertRows.ts';
import { namesOwnTable, routeColumns, tableNameFrom } from './routeRecord.ts';
import { plainSchema, referenceSchemas } from './tableKnowledge.ts';

/** A column of a file that is a table already; its cells are text. */
export interface CellColumn {
  readonly name: string;
  /** SQL of the cell as text, valid in the relation's rows. */
  readonly sql: string;
  /** What the file says of its type, if anything. */
  readonly type: KqlType | undefined;
}

export interface CellTable {
  readonly file: string;
  readonly columns: readonly CellColumn[];
  /** A relation with file, pos, item and what the columns' SQL needs. */
  readonly relation: string;
  /** Names the table where nothing else does. */
  readonly hint: string;
  /** Dates may be written as people are shown them. */
  readonly showsDates?: boolean;
}

/** Puts rows of cells into the table they are from, or several where a `Type` column says so. */
export async function importCells(context: ImportContext, cells: CellTable): Promise<void> {
  if (watchlistAlias(cells.hint) !== undefined) return insertWatchlist(context, cells);
  const typeColumn = cells.columns.find(({ name }) => name === 'Type');
  const types = typeColumn ? await distinctTypes(context, cells, typeColumn) : [undefined];
  const names = cells.columns.map(({ name }) => name);
  const tableOf = (type: string) => context.knowledge.tableNamed(type) ?? (namesOwnTable(type, names) ? type : undefined);
  const known = types.filter((type) => type !== undefined && tableOf(type) !== undefined);
  for (const type of known) {
    const table = tableOf(type ?? '');
    if (table !== undefined && typeColumn) await insertCells(context, { ...cells, relation: `(SELECT * FROM ${cells.relation} WHERE ${typeColumn.sql} = ${quoteString(type ?? '')})` }, table);
  }
  if (known.length === types.length) return;
  const route = routeColumns(names, { type: undefined, category: undefined }, context.knowledge, cells.hint);
  const table = route?.kind === 'rows' ? route.table : tableNameFrom(cells.hint);
  const rest = typeColumn && known.length > 0 ? `(SELECT * FROM ${cells.relation} WHERE ${typeColumn.sql} IS NULL OR ${typeColumn.sql} NOT IN (${known.map((type) => quoteString(type ?? '')).join(', ')}))` : cells.relation;
  await insertCells(context, { ...cells, relation: rest }, table);
}

async function distinctTypes({ session }: ImportContext, { relation }: CellTable, { sql }: CellColumn): Promise<readonly (string | undefined)[]> {
  const rows = await session.rows(`SELECT DISTINCT ${sql} FROM ${relation} LIMIT 200`);
  return rows.map(([type]) => (type === null || type === undefined ? undefined : String(type)));
}

async function insertCells(context: ImportContext, cells: CellTable, table: string): Promise<void> {
  const { store, session } = context;
  const schema = referenceSchemas().find(({ name }) => name === table);
  const timeColumn = cells.columns.find(({ name }) => name.toLowerCase() === 'timegenerated');
  store.ensureTable(schema ?? ownSchema(table, timeColumn !== undefined));
  const known = new Map(store.columns(table).map((column) => [column.name.toLowerCase(), column]));
  const added: Column[] = [];
  const pairs: { readonly column: Column; readonly sql: string }[] = [];
  for (const cell of cells.columns) {
    if (cell === timeColumn) continue;
    let column = known.get(cell.name.toLowerCase());
    if (!column) {
      column = { name: cell.name, type: cell.type ?? 'string' };
      known.set(cell.name.toLowerCase(), column);
      added.push(column);
    }
    pairs.push({ column, sql: cell.sql });
  }
  const times = [...pairs.filter(({ column }) => column.type === 'datetime'), ...(timeColumn ? [timeColumn] : [])].map(({ sql }) => sql);
  const order = cells.showsDates === true ? await dateOrderOf(session, cells.relation, times) : '';
  const values: ColumnValue[] = pairs.map(({ column, sql }) => cellColumnValue(column, sql, order));
  store.addColumns(table, added);
  const record = recordOf(cells.columns);
  const has = (name: string) => cells.columns.some((cell) => cell.name === name);
  if (known.has('_billedsize') && !has('_BilledSize')) {
    values.push({ column: { name: '_BilledSize', type: 'real' }, sql: `strlen(${record})::DOUBLE` });
  }
  await insertRows(context, { table, values, time: known.has('timegenerated') ? cellTime(timeColumn, cells.columns, order) : undefined, relation: cells.relation, record });
}

/** A watchlist is a table of its own whatever its columns are called, and all of them are text, as Sentinel gives them, but the time of its last change. */
async function insertWatchlist(context: ImportContext, { columns: cells, hint, relation }: CellTable): Promise<void> {
  const { store } = context;
  const table = tableNameFrom(hint);
  store.ensureTable({ name: table, columns: [] });
  const columns = cells.map(({ name }): Column => ({ name, type: name === 'LastUpdatedTimeUTC' ? 'datetime' : 'string' }));
  const known = new Set(store.columns(table).map(({ name }) => name.toLowerCase()));
  store.addColumns(table, columns.filter(({ name }) => !known.has(name.toLowerCase())));
  const values = columns.map((column, index) => cellColumnValue(column, cells[index]?.sql ?? "''", ''));
  await insertRows(context, { table, values, time: undefined, relation, record: recordOf(cells) });
}

function recordOf(cells: readonly CellColumn[]): string {
  return `concat_ws(chr(31), ${cells.map(({ sql }) => `coalesce(${sql}, '')`).join(', ')})`;
}

/** A table of results keeps just its columns; one with times is a log like any other. */
function ownSchema(table: string, hasTime: boolean): { readonly name: string; readonly columns: readonly Column[] } {
  return hasTime ? plainSchema(table) : { name: table, columns: [] };
}

function cellTime(own: CellColumn | undefined, columns: readonly CellColumn[], order: DateOrder): TimeValues {
  const others = columns.filter(({ name }) => /^(?:time|timestamp|createdDateTime|activityDateTime|startTime)$/i.test(name));
  return timeValues(own ? [own.sql] : [], others.map(({ sql }) => sql), order);
}

/** The KQL type of this name, if it is one (`boolean`, `double` and `date` are other spellings). */
export function kqlTypeNamed(name: string): KqlType | undefined {
  const spellings: Readonly<Record<string, KqlType>> = { boolean: 'bool', double: 'real', date: 'datetime', time: 'timespan', uuid: 'guid', int32: 'int', int64: 'long' };
  return kqlTypes.find((type) => type === name) ?? spellings[name];
}

/** The SQL name of a CSV file's cell. */
export function cell(index: number): string {
  return quoteIdentifier(`c${index}`);
}
