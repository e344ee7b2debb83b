import { cellText, type CellValue, type KqlType, type Row } from '../../base/index.ts';
import { parseTimespanTicks } from './timespan.ts';

/** What two values of a column are compared by. Numbers and bigints compare with each other exactly in JavaScript. */
export type SortKey = number | bigint | string;

const decimalPlaces = 34;

function decimalKey(text: string): SortKey {
  const match = /^(-)?(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return Number(text);
  const [, sign, whole = '0', fraction = ''] = match;
  const scaled = BigInt(whole + fraction.padEnd(decimalPlaces, '0').slice(0, decimalPlaces));
  return sign ? -scaled : scaled;
}

function longKey(value: CellValue): SortKey {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? BigInt(value) : Number(value);
}

const keyOf: Readonly<Record<KqlType, (value: CellValue) => SortKey>> = {
  bool: Number,
  int: Number,
  long: longKey,
  real: Number,
  decimal: (value) => decimalKey(cellText(value)),
  string: cellText,
  // The wire form has a fixed width, so its text sorts as its time does.
  datetime: cellText,
  timespan: (value) => parseTimespanTicks(cellText(value)) ?? 0n,
  guid: cellText,
  dynamic: cellText,
};

const collator = new Intl.Collator('en', { numeric: true });
const textTypes: ReadonlySet<KqlType> = new Set(['string', 'dynamic']);

function compareKeys(left: SortKey, right: SortKey): number {
  if (left < right) return -1;
  if (left > right) return 1;
  if (left === right) return 0;
  // One of them is NaN, which comes before every number.
  return Number(!Number.isNaN(left)) - Number(!Number.isNaN(right));
}

/** The key a value sorts and compares by; undefined for null. */
export function sortKey(value: CellValue, type: KqlType): SortKey | undefined {
  return value === null ? undefined : keyOf[type](value);
}

/** Compares keys of one type. Strings by words and numbers in them, so that 10.1.0.9 comes before 10.1.0.10. */
export function compareSortKeys(left: SortKey | undefined, right: SortKey | undefined, type: KqlType): number {
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  return textTypes.has(type) && typeof left === 'string' && typeof right === 'string' ? collator.compare(left, right) : compareKeys(left, right);
}

/**
 * The rank of each row's value among the column's distinct values: sorting 100,000 rows then compares small integers,
 * and only the distinct values pay for the comparison of texts. Null ranks first, as Kusto sorts it.
 */
export function rankColumn(rows: readonly Row[], columnIndex: number, type: KqlType): Int32Array {
  const keys = rows.map((row) => sortKey(row[columnIndex] ?? null, type));
  // Without null: an array's sort would put it last, whatever the comparison says.
  const distinct = [...new Set(keys)].filter((key) => key !== undefined).sort((left, right) => compareSortKeys(left, right, type));
  const ranks = new Map(distinct.map((key, place) => [key, place + 1]));
  return Int32Array.from(keys, (key) => (key === undefined ? 0 : ranks.get(key) ?? 0));
}
