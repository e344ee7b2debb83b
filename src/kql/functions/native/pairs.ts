import { nativeWith, remembering, type NativeFunction } from './nativeFunction.ts';

interface PairOptions {
  readonly keys: readonly string[];
  readonly pairDelimiter: string;
  readonly kvDelimiter: string;
  readonly quotes: readonly string[];
  readonly escapes: readonly string[];
  readonly greedy: boolean;
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

/** A text in quotes at an offset, its escapes resolved; undefined where none begins or ends. */
function quoted(text: string, at: number, { quotes, escapes }: PairOptions): Piece | undefined {
  const quote = quotes.find((candidate) => text[at] === candidate[0]);
  if (quote === undefined) return undefined;
  const closing = quote[1] ?? quote[0];
  let value = '';
  for (let index = at + 1; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (escapes.includes(character) && index + 1 < text.length) {
      index += 1;
      value += text[index] ?? '';
    } else if (character === closing) {
      return { text: value, end: index + 1 };
    } else {
      value += character;
    }
  }
  return undefined;
}

function skipSpace(text: string, at: number, delimiter: string): number {
  let index = at;
  while (index < text.length && /\s/.test(text[index] ?? '') && !(delimiter !== '' && text.startsWith(delimiter, index))) index += 1;
  return index;
}

function indexOrEnd(text: string, part: string, from: number): number {
  const found = text.indexOf(part, from);
  return found < 0 ? text.length : found;
}

/** Where a value without quotes ends: at the next pair; greedy at the last pair delimiter before the next key. */
function valueEnd(text: string, at: number, { pairDelimiter, kvDelimiter, greedy }: PairOptions): number {
  const next = indexOrEnd(text, pairDelimiter, at);
  if (!greedy) return next;
  const nextKey = text.indexOf(kvDelimiter, at);
  if (nextKey < 0) return text.length;
  const found = text.lastIndexOf(pairDelimiter, nextKey - 1);
  return found < at ? next : found;
}

function* delimitedPairs(text: string, options: PairOptions): Generator<readonly [string, string]> {
  const { pairDelimiter, kvDelimiter } = options;
  let at = 0;
  while (at < text.length) {
    const start = skipSpace(text, at, pairDelimiter);
    const name = quoted(text, start, options);
    const from = name?.end ?? start;
    const separator = text.indexOf(kvDelimiter, from);
    const pairEnd = indexOrEnd(text, pairDelimiter, from);
    if (separator < 0) return;
    if (pairEnd < separator) {
      at = pairEnd + pairDelimiter.length;
      continue;
    }
    const valueStart = skipSpace(text, separator + kvDelimiter.length, pairDelimiter);
    const value = quoted(text, valueStart, options);
    const end = value ? indexOrEnd(text, pairDelimiter, value.end) : valueEnd(text, valueStart, options);
    yield [name?.text ?? text.slice(start, separator).trim(), value?.text ?? text.slice(valueStart, end).trim()];
    at = end + pairDelimiter.length;
  }
}

/** Whatever is neither letter nor digit separates; the piece after a key is its value. */
function* loosePairs(text: string, options: PairOptions): Generator<readonly [string, string]> {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const inQuotes = quoted(text, at, options);
    const word = inQuotes ? undefined : /^[\p{L}\p{N}]+/u.exec(text.slice(at, at + 4096))?.[0];
    if (inQuotes) pieces.push(inQuotes.text);
    if (word !== undefined) pieces.push(word);
    at = inQuotes?.end ?? at + (word?.length ?? 1);
  }
  const keys = new Set(options.keys);
  for (let index = 0; index + 1 < pieces.length; index += 1) {
    const key = pieces[index] ?? '';
    if (!keys.has(key)) continue;
    yield [key, pieces[index + 1] ?? ''];
    index += 1;
  }
}

/** The first value of each key that is asked for. */
function parsePairs(text: string, options: PairOptions): ReadonlyMap<string, string> {
  const wanted = new Set(options.keys);
  const found = new Map<string, string>();
  const pairs = options.pairDelimiter === '' || options.kvDelimiter === '' ? loosePairs(text, options) : delimitedPairs(text, options);
  for (const [key, value] of pairs) if (wanted.has(key) && !found.has(key)) found.set(key, value);
  return found;
}

/** `parse-kv` with delimiters or without; its options arrive as JSON. */
export const pairFunctions: readonly NativeFunction[] = [
  nativeWith({ name: 'parse_pairs', parameters: ['string', 'string'], result: 'dynamic' }, () => {
    const read = remembering((options: string) => JSON.parse(options) as PairOptions);
    return (text, options) => parsePairs(text, read(options));
  }),
];
