import { isArray, isNumber, type Dynamic } from './dynamicValue.ts';
import { native, type NativeFunction } from './nativeFunction.ts';

type Value = number | bigint | null;

const numberOf = (value: Dynamic | undefined): Value => (isNumber(value ?? null) ? (value as number | bigint) : null);

/** Whether a value lies at least `distance` after another; whole numbers stay exact. */
function reaches(value: Value, from: Value, distance: Value): boolean {
  if (value === null || from === null || distance === null) return false;
  return typeof value === 'bigint' && typeof from === 'bigint' && typeof distance === 'bigint' ? value >= from + distance : Number(value) >= Number(from) + Number(distance);
}

/** For each value the one that its session began with, as row_window_session() walks them. */
function sessionStarts(values: Dynamic, fromFirst: Dynamic, fromNeighbour: Dynamic, restarts: Dynamic): Dynamic {
  if (!isArray(values) || !isArray(restarts)) return null;
  let [start, before]: [Value, Value] = [null, null];
  return values.map((item, index) => {
    const value = numberOf(item);
    if (start === null || restarts[index] === true || reaches(value, start, numberOf(fromFirst)) || reaches(value, before, numberOf(fromNeighbour))) start = value;
    before = value;
    return start;
  });
}

export const sessionFunctions: readonly NativeFunction[] = [native({ name: 'session_starts', parameters: ['dynamic', 'dynamic', 'dynamic', 'dynamic'], result: 'dynamic' }, sessionStarts)];
