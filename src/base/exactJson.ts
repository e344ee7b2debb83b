import type { JsonValue } from './types.ts';

const bigInteger = /-?\d{16,}/;
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * JSON.parse, except that integers beyond 2^53 become strings instead of losing digits (the wire form of a long).
 * Throws SyntaxError as JSON.parse does.
 */
export function parseExactJson(text: string): JsonValue {
  if (!bigInteger.test(text)) return JSON.parse(text) as JsonValue;
  const exact = text.replace(stringOrNumber, (token) => (/^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token));
  return JSON.parse(exact) as JsonValue;
}
