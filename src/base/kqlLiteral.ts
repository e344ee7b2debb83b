import { assertNever } from './assertNever.ts';
import { cellText } from './cellText.ts';
import type { CellValue, KqlType } from './types.ts';

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * A KQL string literal for any text. Everything that could end the literal, the line or the reader's sense of direction
 * is escaped, so the literal stays on one line and its value is exactly the text.
 */
export function quoteKqlString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(unseen, (character) => escapes[character] ?? unicodeEscapes(character))}"`;
}

function unicodeEscapes(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}

/** A column's name as KQL refers to it, quoted where it is no plain word. */
export function kqlName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `[${quoteKqlString(name)}]`;
}

/** The KQL literal of a wire value. */
export function kqlLiteral(value: CellValue, type: KqlType): string {
  if (value === null) return type === 'string' ? '""' : `${type}(null)`;
  switch (type) {
    case 'string':
      return quoteKqlString(cellText(value));
    case 'bool':
      return cellText(value);
    case 'real':
      return `real(${value === 'NaN' ? 'nan' : value === 'Infinity' ? '+inf' : value === '-Infinity' ? '-inf' : cellText(value)})`;
    case 'timespan':
      return `time(${cellText(value)})`;
    case 'int':
    case 'long':
    case 'decimal':
    case 'datetime':
    case 'guid':
      return `${type}(${cellText(value)})`;
    case 'dynamic':
      return `dynamic(${JSON.stringify(value).replace(unseen, unicodeEscapes)})`;
    default:
      return assertNever(type);
  }
}
