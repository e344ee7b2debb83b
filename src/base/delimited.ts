import { cellText } from './cellText.ts';
import type { CellValue, Column, KqlType, Row } from './types.ts';

// What a spreadsheet takes for the start of a formula (OWASP, "CSV Injection"), full-width forms included.
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Types whose text may begin with an attacker's character; the others are printed by us. */
const freeText: ReadonlySet<KqlType> = new Set(['string', 'dynamic']);

/** Text that a spreadsheet shows instead of running: formulas from logs get a leading apostrophe. */
export function neutraliseFormula(text: string, type: KqlType): string {
  return freeText.has(type) && formulaStart.test(text) ? `'${text}` : text;
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function formatDelimitedLine(values: readonly { readonly text: string; readonly type: KqlType }[], separator: string): string {
  return values.map(({ text, type }) => quoted(neutraliseFormula(text, type), separator)).join(separator);
}

/** The header of a CSV (`,`) or TSV (tab) text; column names can come from logs too. Without line end. */
export function formatDelimitedHeader(columns: readonly Column[], separator: ',' | '\t'): string {
  return formatDelimitedLine(columns.map((column) => ({ text: column.name, type: 'string' as const })), separator);
}

/** One row of a CSV (RFC 4180) or TSV text, safe to open in a spreadsheet. Without line end. */
export function formatDelimitedRow(row: Row, columns: readonly Column[], separator: ',' | '\t'): string {
  return formatDelimitedLine(columns.map((column, index) => ({ text: cellText(row[index] ?? (null as CellValue)), type: column.type })), separator);
}
