import type { Column, TableSchema } from '../../base/index.ts';
import { physicalType, quoteIdentifier } from '../../kql/sql/index.ts';
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

/** The tables of a database under construction. */
export class TableStore {
  readonly #session: Session;
  readonly #tables = new Map<string, Column[]>();

  constructor(session: Session) {
    this.#session = session;
  }

  get schemas(): readonly TableSchema[] {
    return [...this.#tables].map(([name, columns]) => ({ name, columns }));
  }

  columns(table: string): readonly Column[] {
    return this.#tables.get(table) ?? [];
  }

  async ensureTable(schema: TableSchema): Promise<void> {
    if (this.#tables.has(schema.name)) return;
    const columns = [
      ...schema.columns.map(definition),
      `${bookkeeping.file} VARCHAR`, `${bookkeeping.position} BIGINT`, `${bookkeeping.item} BIGINT`, `${bookkeeping.time} UTINYINT`, `${bookkeeping.unfit} JSON`, `${bookkeeping.record} UBIGINT`,
    ];
    await this.#session.execute(`CREATE TABLE ${quoteIdentifier(schema.name)} (${columns.join(', ')})`);
    this.#tables.set(schema.name, [...schema.columns]);
  }

  async addColumns(table: string, added: readonly Column[]): Promise<void> {
    for (const column of added) {
      await this.#session.execute(`ALTER TABLE ${quoteIdentifier(table)} ADD COLUMN ${definition(column)}`);
      this.#tables.get(table)?.push(column);
    }
  }

  /** Drops the bookkeeping, keeping what did not fit where there is any. */
  async dropBookkeeping(): Promise<void> {
    for (const [table, columns] of this.#tables) {
      const name = quoteIdentifier(table);
      const [row] = await this.#session.rows(`SELECT count(${bookkeeping.unfit}) FROM ${name}`);
      const { unfit, ...dropped } = bookkeeping;
      if (Number(row?.[0] ?? 0) > 0) {
        await this.#session.execute(`ALTER TABLE ${name} RENAME COLUMN ${unfit} TO ${quoteIdentifier(unfitColumn.name)}`);
        columns.push(unfitColumn);
      } else {
        await this.#session.execute(`ALTER TABLE ${name} DROP COLUMN ${unfit}`);
      }
      for (const column of Object.values(dropped)) await this.#session.execute(`ALTER TABLE ${name} DROP COLUMN ${column}`);
    }
  }

  /** Adds, without rows, those of these tables that are not there. */
  async addEmptyTables(others: readonly TableSchema[]): Promise<void> {
    const missing = others.filter(({ name }) => !this.#tables.has(name));
    const statements = missing.map(({ name, columns }) => `CREATE TABLE ${quoteIdentifier(name)} (${columns.map(definition).join(', ')});`);
    if (statements.length > 0) await this.#session.execute(statements.join('\n'));
    for (const { name, columns } of missing) this.#tables.set(name, [...columns]);
  }
}

/** A KQL string is never null, so a missing one is empty. */
function definition(column: Column): string {
  return `${quoteIdentifier(column.name)} ${physicalType(column.type)}${column.type === 'string' ? " DEFAULT ''" : ''}`;
}
