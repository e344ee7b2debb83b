import { cellText, formatDelimitedHeader, formatDelimitedRow, numericTypes, visibleText, type CellValue, type Column, type Row } from '../../base/index.ts';
import type { ExportFormat } from '../../protocol/index.ts';

/** A rectangle of a result: the columns in view order and rows that hold only these columns' values. */
export interface TextTable {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Picks columns and rows by index, in the order given. */
export function pickTable(columns: readonly Column[], rows: readonly Row[], columnIndexes: readonly number[], rowIndexes: readonly number[]): TextTable {
  return {
    columns: columnIndexes.flatMap((index) => columns[index] ?? []),
    rows: rowIndexes.map((index) => columnIndexes.map((column) => rows[index]?.[column] ?? null)),
  };
}

export type HeaderChoice = 'withHeader' | 'withoutHeader';

/** The text of a table. CSV and TSV never hold a formula; JSON and CSV keep each value as the result has it. */
export function tableText(table: TextTable, format: ExportFormat, header: HeaderChoice): string {
  const writers: Readonly<Record<ExportFormat, () => string>> = {
    csv: () => delimited(table, ',', header, '\r\n'),
    tsv: () => delimited(table, '\t', header, '\n'),
    json: () => jsonText(table),
    markdown: () => markdownText(table),
  };
  return writers[format]();
}

function delimited(table: TextTable, separator: ',' | '\t', header: HeaderChoice, lineEnd: string): string {
  const lines = table.rows.map((row) => formatDelimitedRow(row, table.columns, separator));
  const all = header === 'withHeader' ? [formatDelimitedHeader(table.columns, separator), ...lines] : lines;
  return all.map((line) => line + lineEnd).join('');
}

/** Written by hand so that a column named `__proto__` is a key like any other, and long numbers keep their form. */
function jsonText(table: TextTable): string {
  const objects = table.rows.map((row) => {
    const fields = table.columns.map((column, index) => `${JSON.stringify(column.name)}: ${JSON.stringify(row[index] ?? null)}`);
    return `  { ${fields.join(', ')} }`;
  });
  return objects.length === 0 ? '[]\n' : `[\n${objects.join(',\n')}\n]\n`;
}

// Everything that Markdown or HTML inside it could read as markup, and what makes GitHub see a link in plain text.
const markup = /[\\`*_{}[\]()#+!|<>&~$@]|(?<=:)\/(?=\/)|(?<=www)\./gi;

function markdownCell(value: CellValue): string {
  return visibleText(cellText(value)).replace(markup, (character) => (character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`));
}

function markdownText(table: TextTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [
    line(table.columns.map((column) => markdownCell(column.name))),
    line(table.columns.map((column) => (numericTypes.has(column.type) ? '---:' : '---'))),
    ...table.rows.map((row) => line(row.map(markdownCell))),
  ].join('');
}
