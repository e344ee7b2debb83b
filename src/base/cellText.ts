import type { CellValue } from './types.ts';

/** The plain text of a wire value: empty for null, JSON for bags and arrays, the value's own text otherwise. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
