import { isArray, isBag, isNumber, type Dynamic, type DynamicArray } from './dynamicValue.ts';
import { mergeBags } from './bags.ts';
import { native, type NativeFunction } from './nativeFunction.ts';
import { distinctValues, identityOf } from './sets.ts';

function lists(value: Dynamic): DynamicArray {
  return isArray(value) ? value.flatMap((item) => (isArray(item) ? item : [])) : [];
}

/** Arrays give their elements; sorted, so that the same rows give the same set in whatever order they come. */
function setOf(value: Dynamic, size: bigint | null): Dynamic {
  const items = isArray(value) ? value.flatMap((item) => (isArray(item) ? item : [item])) : [];
  const sorted = distinctValues(items.filter((item) => item !== null)).sort(order);
  return size === null || size < 0n ? sorted : sorted.slice(0, Number(size));
}

function order(a: Dynamic, b: Dynamic): number {
  if (isNumber(a) && isNumber(b)) return a < b ? -1 : a > b ? 1 : 0;
  const [x, y] = [identityOf(a), identityOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Nearest rank over values that count as often as their weight says. */
function weightedPercentiles(pairs: Dynamic, shares: Dynamic): Dynamic {
  const weighted = (isArray(pairs) ? pairs : []).flatMap((pair) => (isArray(pair) && pair[0] !== null && pair[0] !== undefined ? [{ value: pair[0], weight: Number(pair[1] ?? 0) }] : [])).filter(({ weight }) => weight > 0).sort((a, b) => order(a.value, b.value));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return (isArray(shares) ? shares : [shares]).map((share) => {
    const wanted = (Number(share) / 100) * total;
    let sum = 0;
    for (const { value, weight } of weighted) {
      sum += weight;
      if (sum >= wanted) return value;
    }
    return weighted.at(-1)?.value ?? null;
  });
}

function rank(digest: Dynamic, value: Dynamic, relative: boolean): number | null {
  if (!isArray(digest)) return null;
  const pairs = digest.filter(isArray);
  const weights = (some: readonly DynamicArray[]) => some.reduce((sum, [, weight]) => sum + Number(weight ?? 0), 0);
  const below = weights(pairs.filter(([item]) => order(item ?? null, value) <= 0));
  return relative ? (below / weights(pairs)) * 100 : below;
}

type Schema = { readonly scalars: Set<string>; readonly fields: Map<string, Schema>; items?: Schema };

function newSchema(): Schema {
  return { scalars: new Set(), fields: new Map() };
}

function scalarName(value: Dynamic): string {
  return typeof value === 'bigint' ? 'long' : typeof value === 'number' ? 'double' : typeof value === 'boolean' ? 'bool' : 'string';
}

function observe(schema: Schema, value: Dynamic): void {
  if (value === null) return;
  if (isArray(value)) {
    schema.items ??= newSchema();
    for (const item of value) observe(schema.items, item);
  } else if (isBag(value)) {
    for (const [key, item] of value) {
      const field = schema.fields.get(key) ?? newSchema();
      schema.fields.set(key, field);
      observe(field, item);
    }
  } else schema.scalars.add(scalarName(value));
}

/** One type alone, several as an array; the elements of arrays under the name `indexer`. */
function describe({ scalars, fields, items }: Schema): Dynamic {
  const kinds: Dynamic[] = [...scalars];
  const nested = new Map<string, Dynamic>([...fields].map(([key, field]) => [key, describe(field)]));
  if (items) nested.set('indexer', describe(items));
  if (nested.size > 0) kinds.push(nested);
  return kinds.length === 1 ? (kinds[0] ?? null) : kinds;
}

function schemaOf(values: Dynamic): Dynamic {
  if (!isArray(values) || values.length === 0) return null;
  const schema = newSchema();
  for (const value of values) observe(schema, value);
  return describe(schema);
}

const hllMerged = (lists: DynamicArray) => distinctValues(lists).sort(order);

export const aggregationFunctions: readonly NativeFunction[] = [
  native({ name: 'set_of_lists', parameters: ['dynamic'], optional: ['long'], result: 'dynamic' }, setOf),
  native({ name: 'merge_bags', parameters: ['dynamic'], result: 'dynamic' }, (bags) => mergeBags(isArray(bags) ? bags : []) ?? new Map()),
  native({ name: 'schema_of', parameters: ['dynamic'], result: 'dynamic' }, schemaOf),
  native({ name: 'weighted_percentiles', parameters: ['dynamic', 'dynamic'], result: 'dynamic' }, weightedPercentiles),
  native({ name: 'union_of_lists', parameters: ['dynamic'], result: 'dynamic' }, (value) => hllMerged(lists(value))),
  native({ name: 'concat_of_lists', parameters: ['dynamic'], result: 'dynamic' }, lists),
  native({ name: 'hll_merge', parameters: [], rest: 'dynamic', result: 'dynamic' }, (...sketches) => hllMerged(lists(sketches))),
  ...['tdigest_merge', 'merge_tdigest'].map((name) => native({ name, parameters: [], rest: 'dynamic', result: 'dynamic' }, (...digests) => lists(digests))),
  native({ name: 'dcount_hll', parameters: ['dynamic'], result: 'long' }, (sketch) => (isArray(sketch) ? BigInt(sketch.length) : null)),
  native({ name: 'percentile_tdigest', parameters: ['dynamic', 'real'], optional: ['string'], result: 'dynamic' }, (digest, share) => { const found = weightedPercentiles(digest, [share]); return isArray(found) ? (found[0] ?? null) : null; }),
  native({ name: 'percentiles_array_tdigest', parameters: ['dynamic'], rest: 'dynamic', result: 'dynamic' }, (digest, ...shares) => weightedPercentiles(digest, shares.flatMap((share) => (isArray(share) ? share : [share])))),
  native({ name: 'rank_tdigest', parameters: ['dynamic', 'dynamic'], result: 'real' }, (digest, value) => rank(digest, value, false)),
  native({ name: 'percentrank_tdigest', parameters: ['dynamic', 'dynamic'], result: 'real' }, (digest, value) => rank(digest, value, true)),
];
