/** The scalar types of KQL, by their documented names. */
export const kqlTypes = ['bool', 'int', 'long', 'real', 'decimal', 'string', 'datetime', 'timespan', 'guid', 'dynamic'] as const;
export type KqlType = (typeof kqlTypes)[number];

export const numericTypes: ReadonlySet<KqlType> = new Set(['int', 'long', 'real', 'decimal']);

export interface Column {
  readonly name: string;
  readonly type: KqlType;
}

export interface TableSchema {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Its rows say when they arrived, for `ingestion_time()`. */
  readonly ingestionTimes?: true;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * A value in the wire form of every boundary (engine, command line, webview): bool, string, int and long as
 * themselves (a long beyond 2^53 as a string), real as a number or "NaN" / "Infinity" / "-Infinity", decimal as a
 * string, datetime as `2026-01-01T00:00:00.0000000Z`, timespan as `[-][d.]hh:mm:ss[.fffffff]`, guid in lower case,
 * dynamic as JSON, null as null. A string is never null.
 */
export type CellValue = JsonValue;
export type Row = readonly CellValue[];
