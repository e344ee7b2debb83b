import { dynamicText, isArray, isBag, type Dynamic, type DynamicArray } from './dynamicValue.ts';
import { native, type NativeFunction } from './nativeFunction.ts';

/** Equal for values that Kusto takes for the same element of a set: 1 and 1.0 are one number, '1' is a text. */
export function identityOf(value: Dynamic): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (isArray(value)) return `[${value.map(identityOf).join(',')}]`;
  if (isBag(value)) return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}:${identityOf(item)}`).sort().join(',')}}`;
  return dynamicText(value);
}

function distinct(items: DynamicArray): ReadonlyMap<string, Dynamic> {
  const found = new Map<string, Dynamic>();
  for (const item of items) {
    const identity = identityOf(item);
    if (!found.has(identity)) found.set(identity, item);
  }
  return found;
}

/** Each value once, where it first stands. */
export function distinctValues(items: DynamicArray): Dynamic[] {
  return [...distinct(items).values()];
}

/** Null when one of the sets is no array, as Kusto gives it. */
function ofSets(sets: readonly Dynamic[], combine: (sets: readonly ReadonlyMap<string, Dynamic>[]) => Iterable<Dynamic>): Dynamic {
  return sets.every(isArray) ? [...combine(sets.map(distinct))] : null;
}

const union = (sets: readonly Dynamic[]) => ofSets(sets, (all) => distinct(all.flatMap((set) => [...set.values()])).values());

const intersection = (sets: readonly Dynamic[]) =>
  ofSets(sets, ([first = new Map<string, Dynamic>(), ...rest]) => [...first].filter(([identity]) => rest.every((set) => set.has(identity))).map(([, item]) => item));

const difference = (sets: readonly Dynamic[]) =>
  ofSets(sets, ([first = new Map<string, Dynamic>(), ...rest]) => [...first].filter(([identity]) => !rest.some((set) => set.has(identity))).map(([, item]) => item));

function size(value: Dynamic): number {
  return isArray(value) ? value.length : 0;
}

export const setFunctions: readonly NativeFunction[] = [
  native({ name: 'set_union', parameters: [], rest: 'dynamic', result: 'dynamic' }, (...sets) => union(sets)),
  native({ name: 'set_intersect', parameters: [], rest: 'dynamic', result: 'dynamic' }, (...sets) => intersection(sets)),
  native({ name: 'set_difference', parameters: [], rest: 'dynamic', result: 'dynamic' }, (...sets) => difference(sets)),
  native({ name: 'set_equals', parameters: ['dynamic', 'dynamic'], result: 'bool' }, (a, b) => (isArray(a) && isArray(b) ? size(difference([a, b])) + size(difference([b, a])) === 0 : null)),
  native({ name: 'jaccard_index', parameters: ['dynamic', 'dynamic'], result: 'real' }, (a, b) => (isArray(a) && isArray(b) ? (size(union([a, b])) === 0 ? Number.NaN : size(intersection([a, b])) / size(union([a, b]))) : null)),
];
