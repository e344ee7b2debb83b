import type { Column, TableSchema } from '../../base/index.ts';
import { physicalType, quoteIdentifier, quoteString } from '../../kql/sql/index.ts';
import type { Session } from '../index.ts';

/** Columns that exist only while importing: where a row came from and what was wrong with it. */
export const bookkeeping = {
  file: '_it_file',
  position: '_it_position',
  item: '_it_item',
  /** See `TimeValues.origin`. */
  time: '_it_time',
  unfit: '_it_unfit',
  /** Hash of the record as it stood in the file. */
  record: '_it_record',
} as const;

/** Where values that do not fit their column's type stay, by column name. */
export const unfitColumn: Column = { name: '_UnfitValues', type: 'dynamic' };

interface StoredTable {
  /** Every column, in order: the documented ones and those that records added. */
  readonly columns: Column[];
  /** Names of those that the database holds, without regard to case; undefined before the first rows. */
  stored: Set<string> | undefined;
}

/** The schema with what was read; the tables that queries name are views of these, with every column. */
const storedSchema = 'loaded';

/** SQL of the table that holds the rows of this one. */
export function storedTable(table: string): string {
  return `${storedSchema}.${quoteIdentifier(table)}`;
}

/**
 * The tables of a database under construction. A documented table has up to a hundred columns and an export fills a few of
 * them. Only those are stored, because writing the others takes longer than reading the file; a view adds them as constants.
 */
export class TableStore {
  readonly #session: Session;
  readonly #tables = new Map<string, StoredTable>();

  constructor(session: Session) {
    this.#session = session;
  }

  get schemas(): readonly TableSchema[] {
    return [...this.#tables].map(([name, { columns }]) => ({ name, columns }));
  }

  columns(table: string): readonly Column[] {
    return this.#tables.get(table)?.columns ?? [];
  }

  ensureTable(schema: TableSchema): void {
    if (!this.#tables.has(schema.name)) this.#tables.set(schema.name, { columns: [...schema.columns], stored: undefined });
  }

  addColumns(table: string, added: readonly Column[]): void {
    this.#tables.get(table)?.columns.push(...added);
  }

  /** Makes room for rows that give these of the table's columns. */
  async storeColumns(table: string, names: readonly string[]): Promise<void> {
    const entry = this.#tables.get(table);
    if (!entry) throw new Error(`No table ${table} was announced.`);
    const given = new Set(names.map((name) => name.toLowerCase()));
    const { stored } = entry;
    const fresh = entry.columns.filter(({ name }) => given.has(name.toLowerCase()) && stored?.has(name.toLowerCase()) !== true);
    if (!stored) await this.#create(table, fresh);
    else for (const column of fresh) await this.#session.execute(`ALTER TABLE ${storedTable(table)} ADD COLUMN ${definition(table, column)}`);
    entry.stored = new Set([...(stored ?? []), ...fresh.map(({ name }) => name.toLowerCase())]);
  }

  async #create(table: string, columns: readonly Column[]): Promise<void> {
    const { file, position, item, time, unfit, record } = bookkeeping;
    const list = [...columns.map((column) => definition(table, column)), `${file} VARCHAR`, `${position} BIGINT`, `${item} BIGINT`, `${time} UTINYINT`, `${unfit} JSON`, `${record} UBIGINT`];
    await this.#session.execute(`CREATE SCHEMA IF NOT EXISTS ${storedSchema}`);
    await this.#session.execute(`CREATE TABLE ${storedTable(table)} (${list.join(', ')})`);
  }

  /** Drops the bookkeeping, keeping what did not fit where there is any, and shows every table with all of its columns. */
  async finish(): Promise<void> {
    for (const [table, entry] of this.#tables) {
      await this.#dropBookkeeping(table, entry);
      const columns = entry.columns.map((column) => (entry.stored?.has(column.name.toLowerCase()) ? quoteIdentifier(column.name) : `${missingValue(table, column)} AS ${quoteIdentifier(column.name)}`));
      await this.#session.execute(`CREATE VIEW ${quoteIdentifier(table)} AS SELECT ${columns.join(', ')} FROM ${storedTable(table)}`);
    }
  }

  async #dropBookkeeping(table: string, { columns, stored }: StoredTable): Promise<void> {
    const name = storedTable(table);
    const [row] = await this.#session.rows(`SELECT count(${bookkeeping.unfit}) FROM ${name}`);
    const { unfit, ...dropped } = bookkeeping;
    if (Number(row?.[0] ?? 0) > 0) {
      await this.#session.execute(`ALTER TABLE ${name} RENAME COLUMN ${unfit} TO ${quoteIdentifier(unfitColumn.name)}`);
      columns.push(unfitColumn);
      stored?.add(unfitColumn.name.toLowerCase());
    } else {
      await this.#session.execute(`ALTER TABLE ${name} DROP COLUMN ${unfit}`);
    }
    for (const column of Object.values(dropped)) await this.#session.execute(`ALTER TABLE ${name} DROP COLUMN ${column}`);
  }

  /** Adds, without rows, those of these tables that are not there. */
  async addEmptyTables(others: readonly TableSchema[]): Promise<void> {
    const missing = others.filter(({ name }) => !this.#tables.has(name));
    const statements = missing.map(({ name, columns }) => `CREATE TABLE ${quoteIdentifier(name)} (${columns.map((column) => definition(name, column)).join(', ')});`);
    if (statements.length > 0) await this.#session.execute(statements.join('\n'));
    for (const { name, columns } of missing) this.#tables.set(name, { columns: [...columns], stored: undefined });
  }
}

function definition(table: string, column: Column): string {
  return `${quoteIdentifier(column.name)} ${physicalType(column.type)} DEFAULT ${missingValue(table, column)}`;
}

/** A KQL string is never null, so a missing one is empty; what a row is of is known without its saying so. */
function missingValue(table: string, { name, type }: Column): string {
  return type === 'string' ? quoteString(name === 'Type' ? table : '') : `NULL::${physicalType(type)}`;
}
