import { formatDatetime } from '../../../src/base/index.ts';

/** The types the model knows. A string is never null; everything else may be. */
export type ModelType = 'bool' | 'long' | 'real' | 'string' | 'datetime';

/** long and datetime (ticks) are bigint, so that nothing of JavaScript's number leaks into the expectation. */
export type Value = boolean | bigint | number | string | null;

export interface ModelColumn {
  readonly name: string;
  readonly type: ModelType;
}

export type ModelRow = readonly Value[];

/** A value as a KQL literal. */
export function literalOf(value: Value, type: ModelType): string {
  if (value === null) return `${type}(null)`;
  switch (type) {
    case 'string':
      return JSON.stringify(value);
    case 'datetime':
      return `datetime(${formatDatetime(value as bigint)})`;
    case 'real':
      return `real(${String(value)})`;
    default:
      return `${type}(${String(value)})`;
  }
}

/** The form the engine hands out, so that both sides compare as plain data. */
export function wireOf(value: Value, type: ModelType): unknown {
  if (value === null) return null;
  if (type === 'datetime') return formatDatetime(value as bigint);
  return type === 'long' ? Number(value) : value;
}

/** -1, 0 or 1 for two values that are not null; text by code unit, as the model's texts are ASCII. */
export function order(a: NonNullable<Value>, b: NonNullable<Value>): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `sort by`: null before everything in ascending order, after everything in descending order. */
export function sortOrder(a: Value, b: Value, descending: boolean): number {
  if (a === null || b === null) return (a === b ? 0 : a === null ? -1 : 1) * (descending ? -1 : 1);
  return order(a, b) * (descending ? -1 : 1);
}

/** One text for each distinct row, null apart from every value. */
export function keyOf(values: readonly Value[]): string {
  return JSON.stringify(values.map((value) => (value === null ? null : [typeof value, String(value)])));
}

/** What a column holds where an input does not have it. */
export function absent({ type }: ModelColumn): Value {
  return type === 'string' ? '' : null;
}
