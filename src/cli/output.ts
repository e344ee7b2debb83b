import { formatDelimitedHeader, formatDelimitedRow, type CellValue, type Column, type Row } from '../base/index.ts';
import type { QueryResult, ResultFooter, ResultHeader } from '../protocol/index.ts';
import { formatTable } from './table.ts';

export const outputFormats = ['table', 'json', 'ndjson', 'csv'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** The format that the name of an output file asks for: `.csv`, `.json` or `.ndjson`; a table otherwise. */
export function formatOfFile(file: string | undefined): OutputFormat {
  const ending = /\.([a-z]+)$/i.exec(file ?? '')?.[1]?.toLowerCase();
  return outputFormats.find((format) => format === ending) ?? 'table';
}

/** Where text goes: a terminal's size when there is one to fit. */
export interface OutputShape {
  readonly width?: number;
  readonly height?: number;
}

/** Writes a result piece by piece, so that its size does not matter. JSON forms carry wire values; CSV is safe to open in a spreadsheet. */
export interface ResultWriter {
  header(header: ResultHeader): string;
  rows(slice: readonly Row[]): string;
  footer(footer: ResultFooter): string;
}

export function createResultWriter(format: OutputFormat, shape: OutputShape = {}): ResultWriter {
  switch (format) {
    case 'json':
      return jsonWriter();
    case 'ndjson':
      return lineWriter(() => '', (row, columns) => `${JSON.stringify(namedRow(row, columns))}\n`);
    case 'csv':
      return lineWriter((columns) => `${formatDelimitedHeader(columns, ',')}\r\n`, (row, columns) => `${formatDelimitedRow(row, columns, ',')}\r\n`);
    case 'table':
      return tableWriter(shape);
  }
}

/** A whole result as text that ends in a line feed. */
export function formatResult(result: Pick<QueryResult, 'columns' | 'rows'> & Partial<ResultFooter>, format: OutputFormat, shape: OutputShape = {}): string {
  const writer = createResultWriter(format, shape);
  const { columns, rows, ...footer } = result;
  return writer.header({ columns }) + writer.rows(rows) + writer.footer(footer as ResultFooter);
}

function lineWriter(head: (columns: readonly Column[]) => string, line: (row: Row, columns: readonly Column[]) => string): ResultWriter {
  let columns: readonly Column[] = [];
  return {
    header: (header) => {
      ({ columns } = header);
      return head(columns);
    },
    rows: (slice) => slice.map((row) => line(row, columns)).join(''),
    footer: () => '',
  };
}

/** One object: columns, rows with a line each, and what is known at the end. */
function jsonWriter(): ResultWriter {
  let written = 0;
  return {
    header: ({ columns, render }) => `{\n  "columns": ${JSON.stringify(columns)},\n${render ? `  "render": ${JSON.stringify(render)},\n` : ''}  "rows": [`,
    rows: (slice) => slice.map((row) => `${(written += 1) > 1 ? ',' : ''}\n    ${JSON.stringify(row)}`).join(''),
    footer: (footer) => `${written > 0 ? '\n  ' : ''}]${Object.entries(footer).map(([name, value]) => `,\n  ${JSON.stringify(name)}: ${JSON.stringify(value)}`).join('')}\n}\n`,
  };
}

/** The widths depend on every row, so a table is written at the end. */
function tableWriter(shape: OutputShape): ResultWriter {
  let columns: readonly Column[] = [];
  const rows: Row[] = [];
  return {
    header: (header) => {
      ({ columns } = header);
      return '';
    },
    rows: (slice) => {
      for (const row of slice) rows.push(row);
      return '';
    },
    footer: () => formatTable(columns, rows, shape),
  };
}

function namedRow(row: Row, columns: readonly Column[]): Record<string, CellValue> {
  return Object.fromEntries(columns.map((column, index) => [column.name, row[index] ?? null]));
}
