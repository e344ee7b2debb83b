import { isArray, type Dynamic } from './dynamicValue.ts';
import { native, nativeWith, remembering, type NativeFunction } from './nativeFunction.ts';

const surrogate = /[\ud800-\udfff]/;

/** Kusto counts characters by code point, JavaScript by UTF-16 unit. */
export function codePointLength(text: string): number {
  return surrogate.test(text) ? Array.from(text).length : text.length;
}

/** The UTF-16 offset of a code point; the length of the text for one beyond its end. */
export function offsetOf(text: string, codePoint: number): number {
  return surrogate.test(text) ? Array.from(text).slice(0, codePoint).join('').length : Math.min(codePoint, text.length);
}

export interface SearchWindow {
  readonly from: number;
  readonly to: number;
}

/** Where `indexof` looks, as UTF-16 offsets; -1 means any length. */
export function searchWindow(text: string, start: number, length: bigint | null): SearchWindow {
  const from = offsetOf(text, start);
  return { from, to: length === null || length < 0n ? text.length : from + offsetOf(text.slice(from), Number(length)) };
}

function indexOf(text: string, wanted: string, start: bigint | null, length: bigint | null, occurrence: bigint | null): bigint | null {
  if ((length !== null && length < -1n) || (occurrence !== null && occurrence < 0n)) return null;
  const given = Number(start ?? 0n);
  let start16 = offsetOf(text, given < 0 ? Math.max(0, codePointLength(text) + given) : given);
  let at = -1;
  // Each further occurrence is looked for in as many characters after the one before.
  for (let left = Number(occurrence ?? 1n); left > 0; left -= 1) {
    const to = length === null || length < 0n ? text.length : start16 + offsetOf(text.slice(start16), Number(length));
    at = text.indexOf(wanted, start16);
    if (at < 0 || at + wanted.length > to) return -1n;
    start16 = at + 1;
  }
  return BigInt(codePointLength(text.slice(0, at)));
}

/** Matches of a plain text may overlap. */
export function countPlain(text: string, wanted: string): bigint {
  if (wanted === '') return 0n;
  let count = 0n;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) count += 1n;
  return count;
}

/** Each character of the first list by the one at its place in the second, whose last stands for all beyond; an empty second list removes them. */
function translation(from: string, to: string): ReadonlyMap<string, string> {
  const replacements = Array.from(to);
  const map = new Map<string, string>();
  Array.from(from).forEach((character, index) => {
    if (!map.has(character)) map.set(character, replacements[index] ?? replacements.at(-1) ?? '');
  });
  return map;
}

/** One lookup after the other, each only in what those before it left; a replacement that is no text leaves what it found. */
function replacer(lookups: Dynamic, replacements: Dynamic): (text: string) => string {
  if (!isArray(lookups) || !isArray(replacements)) return (text) => text;
  const pairs = lookups.flatMap((lookup, index) => {
    const replacement = replacements[index] ?? null;
    return typeof lookup === 'string' && lookup !== '' ? [{ lookup, replacement: typeof replacement === 'string' ? replacement : lookup }] : [];
  });
  return (text) => {
    // Texts at even places are still open to replacement, those at odd ones are done.
    let pieces: readonly string[] = [text];
    for (const { lookup, replacement } of pairs) pieces = pieces.flatMap((piece, index) => (index % 2 === 1 ? [piece] : piece.split(lookup).flatMap((part, at) => (at === 0 ? [part] : [replacement, part]))));
    return pieces.join('');
  };
}

function codePointsOf(values: readonly Dynamic[]): readonly number[] {
  return values.flatMap((value) => (isArray(value) ? codePointsOf(value) : typeof value === 'bigint' && value >= 0n && value <= 0x10ffffn ? [Number(value)] : []));
}

/** Arguments as a Windows program gets them: blanks part, quotes keep together, a backslash before a quote keeps the quote. */
function windowsArguments(command: string): readonly string[] {
  const found: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (let at = 0; at < command.length; at += 1) {
    const run = /^(\\*)(")?/.exec(command.slice(at));
    const slashes = run?.[1]?.length ?? 0;
    if (run?.[2] !== undefined) {
      word = (word ?? '') + '\\'.repeat(Math.floor(slashes / 2));
      if (slashes % 2 === 1) word += '"';
      else quoted = !quoted;
      at += slashes;
    } else if (slashes > 0) {
      word = (word ?? '') + '\\'.repeat(slashes);
      at += slashes - 1;
    } else if (!quoted && /[ \t]/.test(command[at] ?? '')) {
      if (word !== undefined) found.push(word);
      word = undefined;
    } else word = (word ?? '') + (command[at] ?? '');
  }
  return word === undefined ? found : [...found, word];
}

export const stringFunctions: readonly NativeFunction[] = [
  native({ name: 'indexof', parameters: ['string', 'string'], optional: ['long', 'long', 'long'], result: 'long' }, indexOf),
  native({ name: 'countof_plain', parameters: ['string', 'string'], result: 'long' }, countPlain),
  nativeWith({ name: 'translate', parameters: ['string', 'string', 'string'], result: 'string' }, () => {
    let last: { readonly from: string; readonly to: string; readonly map: ReadonlyMap<string, string> } | undefined;
    return (from, to, source) => {
      if (last?.from !== from || last.to !== to) last = { from, to, map: translation(from, to) };
      const { map } = last;
      return Array.from(source).map((character) => map.get(character) ?? character).join('');
    };
  }),
  nativeWith({ name: 'replace_strings', parameters: ['string', 'dynamic', 'dynamic'], result: 'string' }, () => {
    const byLookups = remembering((lookups: Dynamic) => remembering((replacements: Dynamic) => replacer(lookups, replacements)));
    return (text, lookups, replacements) => byLookups(lookups)(replacements)(text);
  }),
  native({ name: 'unicode_codepoints_from_string', parameters: ['string'], result: 'dynamic' }, (text) => Array.from(text).map((character) => BigInt(character.codePointAt(0) ?? 0))),
  native({ name: 'to_utf8', parameters: ['string'], result: 'dynamic' }, (text) => Array.from(text).map((character) => BigInt(character.codePointAt(0) ?? 0))),
  ...['unicode_codepoints_to_string', 'make_string'].map((name) => native({ name, parameters: [], rest: 'dynamic', result: 'string' }, (...values) => String.fromCodePoint(...codePointsOf(values)))),
  native({ name: 'reverse', parameters: ['string'], result: 'string' }, (text) => Array.from(text).reverse().join('')),
  native({ name: 'regex_quote', parameters: ['string'], result: 'string' }, (text) => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')),
  native({ name: 'parse_command_line', parameters: ['string', 'string'], result: 'dynamic' }, (command, parser) => (parser.toLowerCase() === 'windows' && command.trim() !== '' ? windowsArguments(command) : null)),
];
