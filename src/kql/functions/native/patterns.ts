import { RE2JS, RE2JSException } from 're2js';
import { isArray, type Dynamic } from './dynamicValue.ts';
import { NativeFailure, nativeWith, remembering, type NativeFunction } from './nativeFunction.ts';
import { codePointLength, searchWindow } from './strings.ts';

/** The expression, or what is wrong with it. */
function read(pattern: string): RE2JS | string {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (error instanceof RE2JSException) return error.message;
    throw error;
  }
}

function compile(pattern: string): RE2JS {
  const found = read(pattern);
  if (typeof found === 'string') throw new NativeFailure(`the regular expression ${JSON.stringify(pattern)} is not valid (${found})`);
  return found;
}

/** What is wrong with a regular expression, if anything. */
export function patternFault(pattern: string): string | undefined {
  const found = read(pattern);
  return typeof found === 'string' ? found : undefined;
}

type Group = number | string;

/** The asked groups, by number or name; all of them, or the whole match of a pattern without groups, when none are asked. */
function groupsOf(pattern: RE2JS, asked: Dynamic): readonly Group[] {
  if (isArray(asked)) return asked.map((group) => (typeof group === 'string' ? group : Number(group)));
  const count = pattern.groupCount();
  return count === 0 ? [0] : Array.from({ length: count }, (_, index) => index + 1);
}

function captured(matcher: ReturnType<RE2JS['matcher']>, group: Group): string | null {
  try {
    return matcher.group(group);
  } catch (error) {
    if (error instanceof RE2JSException) throw new NativeFailure(`the regular expression has no group ${JSON.stringify(group)}`);
    throw error;
  }
}

function matches(pattern: RE2JS, groups: readonly Group[], source: string): Dynamic {
  const matcher = pattern.matcher(source);
  const found: Dynamic[] = [];
  while (matcher.find()) {
    const values = groups.map((group) => captured(matcher, group) ?? '');
    found.push(values.length === 1 ? (values[0] ?? '') : values);
  }
  return found.length === 0 ? null : found;
}

function count(pattern: RE2JS, source: string): bigint {
  const matcher = pattern.matcher(source);
  let found = 0n;
  while (matcher.find()) found += 1n;
  return found;
}

function indexOf(pattern: RE2JS, text: string, start: bigint | null, length: bigint | null, occurrence: bigint | null): bigint | null {
  if ((start ?? 0n) < 0n || (length !== null && length < -1n) || (occurrence ?? 1n) < 0n) return null;
  const { from, to } = searchWindow(text, Number(start ?? 0n), length);
  const matcher = pattern.matcher(text.slice(from, to));
  for (let left = occurrence ?? 1n; left > 0n; left -= 1n) if (!matcher.find()) return -1n;
  return BigInt(codePointLength(text.slice(0, from + matcher.start())));
}

export const patternFunctions: readonly NativeFunction[] = [
  nativeWith({ name: 'extract_all_groups', parameters: ['string', 'string'], optional: ['dynamic'], result: 'dynamic' }, () => {
    const compiled = remembering(compile);
    return (pattern, source, groups) => matches(compiled(pattern), groupsOf(compiled(pattern), groups), source);
  }),
  nativeWith({ name: 'extract_group', parameters: ['string', 'long', 'string'], result: 'string' }, () => {
    const compiled = remembering(compile);
    return (pattern, group, source) => {
      if (group < 0n) throw new NativeFailure(`there is no capture group ${String(group)}`);
      const matcher = compiled(pattern).matcher(source);
      return group <= BigInt(compiled(pattern).groupCount()) && matcher.find() ? (captured(matcher, Number(group)) ?? '') : '';
    };
  }),
  nativeWith({ name: 'countof_regex', parameters: ['string', 'string'], result: 'long' }, () => {
    const compiled = remembering(compile);
    return (source, pattern) => count(compiled(pattern), source);
  }),
  nativeWith({ name: 'indexof_regex', parameters: ['string', 'string'], optional: ['long', 'long', 'long'], result: 'long' }, () => {
    const compiled = remembering(compile);
    return (source, pattern, start, length, occurrence) => indexOf(compiled(pattern), source, start, length, occurrence);
  }),
];
