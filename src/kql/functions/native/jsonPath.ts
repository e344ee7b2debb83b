import { isArray, isBag, type Dynamic } from './dynamicValue.ts';

/** The steps of `$.a['b c'][0]`; undefined for a path that is none. A plain name, for the functions that take one, is one step. */
export function parsePath(path: string): readonly (string | number)[] | undefined {
  if (!path.startsWith('$')) return undefined;
  const steps: (string | number)[] = [];
  const step = /\.([^.[\]]+)|\[(-?\d+)\]|\[(['"])(.*?)\3\]/y;
  step.lastIndex = 1;
  while (step.lastIndex < path.length) {
    const found = step.exec(path);
    if (!found) return undefined;
    steps.push(found[1] ?? (found[2] === undefined ? (found[4] ?? '') : Number(found[2])));
  }
  return steps;
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: Dynamic, steps: readonly (string | number)[]): Dynamic | undefined {
  let at: Dynamic | undefined = value;
  for (const step of steps) {
    if (typeof step === 'number') at = at !== undefined && isArray(at) ? at.at(step) : undefined;
    else at = at !== undefined && isBag(at) ? at.get(step) : undefined;
  }
  return at;
}
