import { cellText, numericTypes, visibleText, visibleTextUpTo, type CellValue, type Column, type Row } from '../base/index.ts';
import type { OutputShape } from './output.ts';

const separator = '  ';
const narrowest = 8;
/** A column is shrunk to this before another is left out. */
const comfortable = 14;
/** Lines of a terminal that the header, the notes and the prompt take. */
const otherLines = 8;
const fewestRows = 20;

interface TableColumn {
  readonly column: Column;
  readonly cells: readonly string[];
  readonly natural: number;
}

/**
 * A table as text that ends in a line feed. In a terminal it fits the width, and a long one stops after a screenful; what
 * is left out is said in the last lines.
 */
export function formatTable(columns: readonly Column[], rows: readonly Row[], { width, height }: OutputShape): string {
  const shown = height === undefined ? rows : rows.slice(0, Math.max(fewestRows, height - otherLines));
  const all = columns.map((column, index): TableColumn => {
    const cells = shown.map((row) => displayText(row[index] ?? null, column));
    return { column, cells, natural: cells.reduce((longest, cell) => Math.max(longest, cell.length), visibleText(column.name).length) };
  });
  const { fitted, widths } = fit(all, width);
  const line = (cells: readonly string[]) => fitted.map(({ column }, index) => padded(cells[index] ?? '', column, widths[index] ?? 0)).join(separator).trimEnd();
  const lines = [line(fitted.map(({ column }) => visibleText(column.name))), widths.map((cellWidth) => '─'.repeat(cellWidth)).join(separator)];
  for (const row of shown.keys()) lines.push(line(fitted.map(({ cells }) => cells[row] ?? '')));
  const hidden = all.filter((column) => !fitted.includes(column)).map(({ column }) => visibleText(column.name));
  if (shown.length < rows.length) lines.push(`… and ${(rows.length - shown.length).toLocaleString('en')} more rows: --all shows them here, --out FILE --format csv writes them.`);
  if (hidden.length > 0) lines.push(`Not shown for want of width: ${hidden.join(', ')}. Use a wider terminal, or --format csv, json or ndjson.`);
  return `${lines.join('\n')}\n`;
}

/** A wire datetime without the zeros nobody reads: `2026-03-01T10:00:00.059Z`. */
export function shortTime(datetime: string): string {
  return datetime.replace(/\.?0+Z$/, 'Z');
}

function displayText(value: CellValue, column: Column): string {
  const text = visibleText(cellText(value));
  return column.type === 'datetime' ? shortTime(text.replace('T', ' ')) : text;
}

function padded(text: string, { type }: Column, cellWidth: number): string {
  const cell = visibleTextUpTo(text, cellWidth);
  return numericTypes.has(type) ? cell.padStart(cellWidth) : cell.padEnd(cellWidth);
}

/** Leaves out the columns that tell a reader least until the others fit, then shrinks the widest. */
function fit(columns: readonly TableColumn[], width: number | undefined): { readonly fitted: readonly TableColumn[]; readonly widths: readonly number[] } {
  if (width === undefined) return { fitted: columns, widths: columns.map(({ natural }) => natural) };
  const needed = (some: readonly TableColumn[], least: number) => some.reduce((sum, { natural }) => sum + Math.min(natural, least), separator.length * (some.length - 1));
  let fitted = columns;
  for (const expendable of leastTelling(columns)) {
    if (needed(fitted, comfortable) <= width) break;
    fitted = fitted.filter((column) => column !== expendable);
  }
  while (fitted.length > 1 && needed(fitted, narrowest) > width) fitted = fitted.slice(0, -1);
  const widths = fitted.map(({ natural }) => natural);
  for (let total = needed(fitted, Number.POSITIVE_INFINITY); total > width; total -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    const current = widths[widest] ?? 0;
    if (current <= narrowest) break;
    widths[widest] = current - 1;
  }
  return { fitted, widths };
}

/** Empty columns first, then IDs that nobody reads, then what is the same in every row; the first column always stays. */
function leastTelling(columns: readonly TableColumn[]): readonly TableColumn[] {
  const rank = ({ cells }: TableColumn) => {
    if (cells.length === 0) return 0;
    if (cells.every((cell) => cell === '')) return 3;
    if (cells.every((cell) => cell === '' || /^[\w-]{36,}$/.test(cell))) return 2;
    return cells.length > 1 && cells.every((cell) => cell === cells[0]) ? 1 : 0;
  };
  return columns.slice(1).map((column) => ({ column, rank: rank(column) })).filter((ranked) => ranked.rank > 0).sort((a, b) => b.rank - a.rank).map(({ column }) => column);
}
