import type { Column, KqlType, Span } from '../../base/index.ts';
import type { SqlArgument } from '../functions/index.ts';
import type { Expression, Relation } from '../plan/index.ts';
import { physicalType, quoteIdentifier } from '../sql/index.ts';

/** What the emitting of one node needs of the statement around it. */
export interface Emitter {
  readonly asOf: bigint;
  /** A whole SELECT for a relation. */
  readonly select: (relation: Relation) => string;
  /** A relation as something that can stand after FROM. */
  readonly from: (relation: Relation) => string;
  readonly expression: (expression: Expression) => string;
  readonly argument: (expression: Expression) => SqlArgument;
  /** A KQL function by name over SQL that is there already. */
  readonly call: (name: string, args: readonly SqlArgument[], type: KqlType, span: Span) => string;
  /** Puts a named relation before the statement; gives its quoted name. `materialized` says whether it is computed once or wherever it stands. */
  readonly define: (name: string, sql: string, materialized: boolean) => string;
  /** Puts the rows of a Partition or Apply before the statement, with the columns its input carries and that of the part. */
  readonly definePart: (id: number, carried: readonly string[], sql: string) => void;
  /** Columns that a relation carries besides its own: which part of a Partition or Apply the row belongs to. */
  readonly carried: (relation: Relation) => readonly string[];
}

export function partColumn(id: number): string {
  return `part ${String(id)}`;
}

export function names(columns: readonly Pick<Column, 'name'>[]): string {
  return columns.map((column) => quoteIdentifier(column.name)).join(', ');
}

/** A select list of a relation's own columns, if any, and of those it carries. */
export function withCarried(list: readonly string[], carried: readonly string[]): string {
  const all = [...list, ...carried.map(quoteIdentifier)];
  return all.length === 0 ? 'NULL' : all.join(', ');
}

/** The null of a type: a string has none. */
export function emptyValue(type: KqlType): string {
  return type === 'string' ? "''" : `NULL::${physicalType(type)}`;
}

/** A value that outer joins, windows or lists may have left out. */
export function orEmpty(sql: string, type: KqlType): string {
  return type === 'string' ? `coalesce(${sql}, '')` : sql;
}

/** A dynamic as another type, as Kusto's to…() functions convert it. */
export function fromDynamic(sql: string, type: KqlType, emitter: Emitter, span: Span): string {
  if (type === 'dynamic') return `nullif(${sql}, 'null'::JSON)`;
  return emitter.call(`to${type}`, [{ sql: `(${sql})`, type: 'dynamic' }], type, span);
}

const jsonKinds: Readonly<Partial<Record<KqlType, string>>> = { bool: "'BOOLEAN'", int: "'BIGINT', 'UBIGINT'", long: "'BIGINT', 'UBIGINT'", real: "'BIGINT', 'UBIGINT', 'DOUBLE'", decimal: "'BIGINT', 'UBIGINT', 'DOUBLE'" };

/** A dynamic cast, not converted: a value of another kind gives null. Datetimes, timespans and guids are text in JSON, so they are read. */
export function castDynamic(sql: string, type: KqlType, emitter: Emitter, span: Span): string {
  const kinds = jsonKinds[type];
  const converted = fromDynamic(sql, type, emitter, span);
  return kinds === undefined ? converted : `CASE WHEN json_type(${sql}) IN (${kinds}) THEN ${converted} END`;
}
