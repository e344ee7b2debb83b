import { dynamicText, isArray, isBag, type Dynamic, type DynamicBag } from './dynamicValue.ts';
import { parsePath, valueAt } from './jsonPath.ts';
import { native, nativeWith, remembering, type NativeFunction } from './nativeFunction.ts';

type Steps = readonly (string | number)[];

/** A key as written: a JSON path when it begins with `$`, else the key itself. */
function stepsOf(key: string): Steps {
  return parsePath(key) ?? [key];
}

function without(value: Dynamic, [first, ...rest]: Steps): Dynamic {
  if (typeof first !== 'string' || !isBag(value) || !value.has(first)) return value;
  const copy = new Map(value);
  if (rest.length === 0) copy.delete(first);
  else copy.set(first, without(value.get(first) ?? null, rest));
  return copy;
}

function withValue(bag: DynamicBag, [first, ...rest]: Steps, value: Dynamic): Dynamic {
  if (typeof first !== 'string') return null;
  const copy = new Map<string, Dynamic>(bag);
  const inner = bag.get(first);
  copy.set(first, rest.length === 0 ? value : withValue(isBag(inner ?? null) ? (inner as DynamicBag) : new Map(), rest, value));
  return copy;
}

/** The first bag that has a key gives its value; what is no bag is passed over. */
export function mergeBags(values: readonly Dynamic[]): Dynamic {
  const bags = values.filter(isBag);
  if (bags.length === 0) return null;
  const merged = new Map<string, Dynamic>();
  for (const bag of bags) for (const [key, value] of bag) if (!merged.has(key)) merged.set(key, value);
  return merged;
}

function zip(keys: Dynamic, values: Dynamic): Dynamic {
  if (!isArray(keys) || !isArray(values)) return null;
  const bag = new Map<string, Dynamic>();
  keys.forEach((key, index) => {
    if (typeof key === 'string') bag.set(key, values[index] ?? null);
  });
  return bag;
}

/** Every path to a value below the root, each container before its content. */
function treePaths(value: Dynamic, prefix: string): string[] {
  const children: (readonly [string, Dynamic])[] = isArray(value) ? value.slice(0, 1).map((item) => [`${prefix}[0]`, item] as const) : isBag(value) ? [...value].map(([key, item]) => [`${prefix}['${key}']`, item] as const) : [];
  return children.flatMap(([path, item]) => [path, ...treePaths(item, path)]);
}

/** The same text for equal values: keys in order at every level. */
function canonical(value: Dynamic): Dynamic {
  if (isArray(value)) return value.map(canonical);
  return isBag(value) ? new Map([...value].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonical(item)])) : value;
}

const bagRemoveKeys = nativeWith({ name: 'bag_remove_keys', parameters: ['dynamic', 'dynamic'], result: 'dynamic' }, () => {
  const paths = remembering((keys: Dynamic) => (isArray(keys) ? keys : []).filter((key) => typeof key === 'string').map(stepsOf));
  return (bag, keys) => (isBag(bag) ? paths(keys).reduce<Dynamic>((left, steps) => without(left, steps), bag) : null);
});

export const bagFunctions: readonly NativeFunction[] = [
  native({ name: 'bag_without_empty', parameters: ['dynamic'], result: 'dynamic' }, (bag) => (isBag(bag) ? new Map([...bag].filter(([, value]) => value !== null && value !== '')) : null)),
  native({ name: 'bag_merge', parameters: [], rest: 'dynamic', result: 'dynamic' }, (...bags) => mergeBags(bags)),
  bagRemoveKeys,
  native({ name: 'bag_has_key', parameters: ['dynamic', 'string'], result: 'bool' }, (bag, key) => (isBag(bag) ? valueAt(bag, stepsOf(key)) !== undefined : null)),
  native({ name: 'bag_set_key', parameters: ['dynamic', 'string'], optional: ['dynamic'], result: 'dynamic' }, (bag, key, value) => (isBag(bag) ? withValue(bag, stepsOf(key), value) : null)),
  native({ name: 'bag_zip', parameters: ['dynamic', 'dynamic'], result: 'dynamic' }, zip),
  native({ name: 'treepath', parameters: ['dynamic'], result: 'dynamic' }, (value) => (isBag(value) || isArray(value) ? treePaths(value, '') : null)),
  native({ name: 'dynamic_to_json', parameters: [], optional: ['dynamic'], result: 'string' }, (value) => dynamicText(canonical(value))),
];
