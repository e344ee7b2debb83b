import { kqlLiteral, kqlName, type CellValue, type Column } from '../../base/index.ts';
import type { TextTable } from './exportText.ts';

/** A table as a `datatable` of its own: rows that go into another query, a test or a report as they are. */
export function datatableText({ columns, rows }: TextTable): string {
  const head = columns.map(({ name, type }) => `${kqlName(name)}: ${type}`).join(', ');
  const lines = rows.map((row) => `    ${columns.map(({ type }, index) => kqlLiteral(row[index] ?? null, type)).join(', ')},\n`);
  return `datatable(${head})\n[\n${lines.join('')}]\n`;
}

/** A `where` that keeps exactly the rows with one of these values in the column. */
export function whereText({ name, type }: Column, values: readonly CellValue[]): string {
  const column = kqlName(name);
  const missing = values.some((value) => value === null);
  const isNaN = values.some((value) => type === 'real' && value === 'NaN');
  const compared = type === 'dynamic' ? `tostring(${column})` : column;
  const literal = (value: CellValue): string => (type === 'dynamic' ? `tostring(${kqlLiteral(value, type)})` : kqlLiteral(value, type));
  const literals = [...new Set(values.filter((value) => value !== null && !(type === 'real' && value === 'NaN')).map(literal))];
  const tests = [
    ...(missing ? [`${type === 'string' ? 'isempty' : 'isnull'}(${column})`] : []),
    ...(isNaN ? [`isnan(${column})`] : []),
    ...(literals.length === 1 ? [`${compared} == ${literals[0] ?? ''}`] : literals.length > 1 ? [`${compared} in (${literals.join(', ')})`] : []),
  ];
  return `| where ${tests.join(' or ')}\n`;
}
