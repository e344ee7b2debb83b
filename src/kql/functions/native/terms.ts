import { isArray, type Dynamic, type DynamicArray } from './dynamicValue.ts';
import { native, type NativeFunction } from './nativeFunction.ts';

const alphanumericAtStart = /^[\p{L}\p{N}]/u;
const alphanumericAtEnd = /[\p{L}\p{N}]$/u;

export interface TermEdges {
  readonly before: boolean;
  readonly after: boolean;
}

/** Whether a text holds another where, at the asked edges, a term begins and ends: the meaning of `has` and its kin. */
export function holdsTerm(text: string, term: string, { before, after }: TermEdges): boolean {
  if (term === '') return true;
  const opens = before && alphanumericAtStart.test(term);
  const closes = after && alphanumericAtEnd.test(term);
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (opens && alphanumericAtEnd.test(text.slice(0, at))) continue;
    if (closes && alphanumericAtStart.test(text.slice(at + term.length))) continue;
    return true;
  }
  return false;
}

const whole = { before: true, after: true };

function has(source: string, value: Dynamic): boolean {
  return typeof value === 'string' && holdsTerm(source.toLowerCase(), value.toLowerCase(), whole);
}

/** Lists and single values after `has_any` and `has_all` are one list. */
function flat(values: readonly Dynamic[]): DynamicArray {
  return values.flatMap((value) => (isArray(value) ? value : [value]));
}

export const termFunctions: readonly NativeFunction[] = [
  native({ name: 'holds_term', parameters: ['string', 'string', 'bool', 'bool'], result: 'bool' }, (text, term, before, after) => holdsTerm(text, term, { before, after })),
  native({ name: 'holds_any', parameters: ['string'], rest: 'dynamic', result: 'bool' }, (source, ...values) => flat(values).some((value) => has(source, value))),
  native({ name: 'holds_all', parameters: ['string'], rest: 'dynamic', result: 'bool' }, (source, ...values) => flat(values).every((value) => has(source, value))),
  native({ name: 'has_any_index', parameters: ['string', 'dynamic'], result: 'long' }, (source, values) => (isArray(values) ? BigInt(values.findIndex((value) => has(source, value))) : -1n)),
];
