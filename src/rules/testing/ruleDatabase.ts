import type { CellValue, Column, Row, TableSchema } from '../../base/index.ts';

/** A table of a test, rows in wire form. */
export interface TableRows extends TableSchema {
  readonly rows: readonly Row[];
  /** Wire datetimes at which the rows arrived, in their order. */
  readonly ingested?: readonly string[];
}

export interface RuleQuery {
  readonly query: string;
  /** Wire datetime that `now()` means. */
  readonly asOf: string;
  /** Every table shows only what was generated from `from` on and before `to`. */
  readonly timeRange?: { readonly from: string; readonly to: string };
}

export interface QueryRows {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** What a database refuses is an error with `problems`, as the engine's client throws it. */
export interface OpenDatabase {
  run(query: RuleQuery): Promise<QueryRows>;
  close(): Promise<void>;
}

/** Where tests run: the command line and the editor implement it with the query process. */
export interface RuleDatabase {
  open(tables: readonly TableRows[]): Promise<OpenDatabase>;
  /** The sample tenant, kept open between tests. */
  sample(): Promise<OpenDatabase>;
}

export function namedRow({ columns }: Pick<QueryRows, 'columns'>, row: Row): Readonly<Record<string, CellValue>> {
  return Object.fromEntries(columns.map((column, index) => [column.name, row[index] ?? null]));
}
