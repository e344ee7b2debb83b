import { formatDatetime, formatTimespan } from '../../../base/index.ts';
import { isArray, isNumber, type Dynamic, type DynamicArray } from './dynamicValue.ts';
import { native, nativeWith, remembering, type NativeFunction } from './nativeFunction.ts';
import { identityOf } from './sets.ts';

/** An array, or null for any other value: what Kusto's array functions give for what is no array. */
function ofArray<R>(value: Dynamic, use: (items: DynamicArray) => R): R | null {
  return isArray(value) ? use(value) : null;
}

function rotated(items: DynamicArray, left: bigint): DynamicArray {
  if (items.length === 0) return items;
  const size = BigInt(items.length);
  const at = Number(((left % size) + size) % size);
  return [...items.slice(at), ...items.slice(0, at)];
}

function shifted(items: DynamicArray, left: bigint, fill: Dynamic): DynamicArray {
  const by = Number(left);
  return items.map((_, index) => items[index + by] ?? (index + by in items ? null : fill));
}

/** A position counted from the end when negative. */
function position(index: bigint, length: number): number {
  return index < 0n ? Math.max(0, length + Number(index)) : Math.min(Number(index), length);
}

function slice(items: DynamicArray, start: bigint, end: bigint): DynamicArray {
  const last = end < 0n ? items.length + Number(end) : Number(end);
  return items.slice(position(start, items.length), last + 1);
}

function splitAt(items: DynamicArray, indices: Dynamic): Dynamic {
  const list = isArray(indices) ? indices : [indices];
  if (!list.every((index) => typeof index === 'bigint')) return null;
  const cuts = list.map((index) => position(index, items.length)).sort((a, b) => a - b);
  return [...cuts, items.length].map((end, part) => items.slice(part === 0 ? 0 : cuts[part - 1], end));
}

function truth(condition: Dynamic): boolean | undefined {
  if (typeof condition === 'boolean') return condition;
  return isNumber(condition) ? Number(condition) !== 0 : undefined;
}

function choose(conditions: DynamicArray, whenTrue: Dynamic, whenFalse: Dynamic): DynamicArray {
  const pick = (source: Dynamic, index: number) => (isArray(source) ? (source[index] ?? null) : source);
  return conditions.map((condition, index) => {
    const chosen = truth(condition);
    return chosen === undefined ? null : pick(chosen ? whenTrue : whenFalse, index);
  });
}

/** Start and length limit where the search may find; the occurrence counts from one. */
function indexOf(items: DynamicArray, value: Dynamic, start: bigint | null, length: bigint | null, occurrence: bigint | null): bigint {
  const wanted = identityOf(value);
  const from = position(start ?? 0n, items.length);
  const to = length === null || length < 0n ? items.length : Math.min(items.length, from + Number(length));
  let left = occurrence ?? 1n;
  for (let index = from; index < to; index += 1) {
    if (identityOf(items[index] ?? null) !== wanted) continue;
    left -= 1n;
    if (left <= 0n) return BigInt(index);
  }
  return -1n;
}

/** Kusto's order of kinds within one array: numbers, texts, everything else. */
function rank(value: Dynamic): number {
  return isNumber(value) ? 0 : typeof value === 'string' ? 1 : 2;
}

function compare(a: Dynamic, b: Dynamic): number {
  const ranks = rank(a) - rank(b);
  if (ranks !== 0) return ranks;
  if (isNumber(a) && isNumber(b)) return a < b ? -1 : a > b ? 1 : 0;
  const [left, right] = typeof a === 'string' && typeof b === 'string' ? [a, b] : [identityOf(a), identityOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The places of the first array's elements in order; nulls last unless asked otherwise. */
function sortedPlaces(items: DynamicArray, descending: boolean, nullsLast: boolean): readonly number[] {
  const places = items.map((_, index) => index);
  const isNull = (place: number) => items[place] === null || items[place] === undefined;
  const full = places.filter((place) => !isNull(place)).sort((a, b) => (descending ? -1 : 1) * compare(items[a] ?? null, items[b] ?? null));
  const empty = places.filter(isNull);
  return nullsLast ? [...full, ...empty] : [...empty, ...full];
}

/** One sorted array alone; several as an array of arrays, which the plan takes apart into columns. */
function sort(descending: boolean) {
  return (first: Dynamic, ...rest: readonly Dynamic[]): Dynamic => {
    const last = rest.at(-1);
    const nullsLast = typeof last === 'boolean' ? last : true;
    const others = typeof last === 'boolean' ? rest.slice(0, -1) : rest;
    if (!isArray(first)) return others.length === 0 ? null : [first, ...others].map(() => null);
    const places = sortedPlaces(first, descending, nullsLast);
    const permuted = (items: Dynamic) => (isArray(items) && items.length === first.length ? places.map((place) => items[place] ?? null) : null);
    return others.length === 0 ? permuted(first) : [first, ...others].map(permuted);
  };
}

function zip(arrays: readonly Dynamic[]): DynamicArray {
  const lists = arrays.map((array) => (isArray(array) ? array : []));
  return Array.from({ length: Math.max(0, ...lists.map((list) => list.length)) }, (_, index) => lists.map((list) => list[index] ?? null));
}

const longestArray = 1_048_576;

function series<T extends bigint | number>(start: T, stop: T, step: T, add: (at: T) => T): DynamicArray {
  const items: T[] = [];
  if (Number(step) === 0) return items;
  for (let at = start; (step > 0 ? at <= stop : at >= stop) && items.length < longestArray; at = add(at)) items.push(at);
  return items;
}

export const arrayFunctions: readonly NativeFunction[] = [
  native({ name: 'array_concat', parameters: [], rest: 'dynamic', result: 'dynamic' }, (...arrays) => (arrays.some(isArray) ? arrays.flatMap((array) => (isArray(array) ? array : [])) : null)),
  ...['array_iff', 'array_iif'].map((name) => native({ name, parameters: ['dynamic'], optional: ['dynamic', 'dynamic'], result: 'dynamic' }, (conditions, a, b) => ofArray(conditions, (items) => choose(items, a, b)))),
  native({ name: 'array_index_of', parameters: ['dynamic'], optional: ['dynamic', 'long', 'long', 'long'], result: 'long' }, (array, value, start, length, occurrence) => ofArray(array, (items) => indexOf(items, value, start, length, occurrence))),
  native({ name: 'array_reverse', parameters: ['dynamic'], result: 'dynamic' }, (array) => ofArray(array, (items) => items.toReversed())),
  native({ name: 'array_rotate_left', parameters: ['dynamic', 'long'], result: 'dynamic' }, (array, by) => ofArray(array, (items) => rotated(items, by))),
  native({ name: 'array_rotate_right', parameters: ['dynamic', 'long'], result: 'dynamic' }, (array, by) => ofArray(array, (items) => rotated(items, -by))),
  native({ name: 'array_shift_left', parameters: ['dynamic', 'long'], optional: ['dynamic'], result: 'dynamic' }, (array, by, fill) => ofArray(array, (items) => shifted(items, by, fill))),
  native({ name: 'array_shift_right', parameters: ['dynamic', 'long'], optional: ['dynamic'], result: 'dynamic' }, (array, by, fill) => ofArray(array, (items) => shifted(items, -by, fill))),
  native({ name: 'array_slice', parameters: ['dynamic', 'long', 'long'], result: 'dynamic' }, (array, start, end) => ofArray(array, (items) => slice(items, start, end))),
  native({ name: 'array_split', parameters: ['dynamic', 'dynamic'], result: 'dynamic' }, (array, indices) => ofArray(array, (items) => splitAt(items, indices))),
  native({ name: 'array_sort_asc', parameters: [], rest: 'dynamic', result: 'dynamic' }, (first, ...rest) => sort(false)(first ?? null, ...rest)),
  native({ name: 'array_sort_desc', parameters: [], rest: 'dynamic', result: 'dynamic' }, (first, ...rest) => sort(true)(first ?? null, ...rest)),
  ...['array_sum', 'series_sum'].map((name) => native({ name, parameters: ['dynamic'], result: 'real' }, (array) => ofArray(array, (items) => (items.every((item) => isNumber(item) || item === null) ? items.reduce<number>((sum, item) => sum + Number(item), 0) : null)))),
  native({ name: 'repeat', parameters: [], optional: ['dynamic', 'long'], result: 'dynamic' }, (value, count) => (count === null ? null : Array.from({ length: Math.max(0, Math.min(longestArray, Number(count))) }, () => value))),
  native({ name: 'zip', parameters: [], rest: 'dynamic', result: 'dynamic' }, (...arrays) => zip(arrays)),
  native({ name: 'range_long', parameters: ['long', 'long', 'long'], result: 'dynamic' }, (start, stop, step) => series(start, stop, step, (at) => at + step)),
  native({ name: 'range_real', parameters: ['real', 'real', 'real'], result: 'dynamic' }, (start, stop, step) => series(start, stop, step, (at) => at + step)),
  native({ name: 'range_datetime', parameters: ['datetime', 'datetime', 'timespan'], result: 'dynamic' }, (start, stop, step) => series(start, stop, step, (at) => at + step).map((ticks) => formatDatetime(ticks as bigint))),
  native({ name: 'range_timespan', parameters: ['timespan', 'timespan', 'timespan'], result: 'dynamic' }, (start, stop, step) => series(start, stop, step, (at) => at + step).map((ticks) => formatTimespan(ticks as bigint))),
  nativeWith({ name: 'set_has_element', parameters: ['dynamic'], optional: ['dynamic'], result: 'bool' }, () => {
    const identities = remembering((set: Dynamic) => new Set((isArray(set) ? set : []).map(identityOf)));
    return (set, value) => ofArray(set, () => identities(set).has(identityOf(value)));
  }),
];
