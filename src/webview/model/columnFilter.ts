import { cellText, numericTypes, type CellValue, type Column, type KqlType } from '../../base/index.ts';
import { compareSortKeys, sortKey, type SortKey } from './cellOrder.ts';
import { displayText, type TimeZoneChoice } from './formatCell.ts';

export const filterOperators = ['contains', 'notContains', 'equals', 'notEquals', 'greater', 'less', 'empty', 'notEmpty'] as const;
export type FilterOperator = (typeof filterOperators)[number];

export interface ColumnFilter {
  readonly operator: FilterOperator;
  /** As typed; `empty` and `notEmpty` ignore it. */
  readonly text: string;
}

/** The sign on the operator's button and the words of its menu and its accessible name. */
export const operatorWords: Readonly<Record<FilterOperator, { readonly sign: string; readonly words: string }>> = {
  contains: { sign: '⊃', words: 'contains' },
  notContains: { sign: '⊅', words: 'does not contain' },
  equals: { sign: '=', words: 'equals' },
  notEquals: { sign: '≠', words: 'does not equal' },
  greater: { sign: '>', words: 'is greater than' },
  less: { sign: '<', words: 'is less than' },
  empty: { sign: '∅', words: 'is empty' },
  notEmpty: { sign: '∃', words: 'is not empty' },
};

const ordered: ReadonlySet<KqlType> = new Set([...numericTypes, 'datetime', 'timespan']);

/** Operators that make sense for a type, in the order of the menu. Text is compared too: names have an order. */
export function operatorsFor(type: KqlType): readonly FilterOperator[] {
  const comparable = ordered.has(type) || type === 'string';
  return filterOperators.filter((operator) => comparable || (operator !== 'greater' && operator !== 'less'));
}

/** Whether the filter does anything as it stands. */
export function isActive(filter: ColumnFilter | undefined): filter is ColumnFilter {
  return filter !== undefined && (filter.text !== '' || filter.operator === 'empty' || filter.operator === 'notEmpty');
}

export type CellTest = (value: CellValue) => boolean;
export type CompiledFilter = { readonly ok: true; readonly test: CellTest } | { readonly ok: false; readonly fault: string };

const isEmpty: CellTest = (value) => value === null || value === '';

/** Turns a filter into a test of one cell, or says why its text cannot be compared with the column's type. */
export function compileColumnFilter(column: Column, filter: ColumnFilter, zone: TimeZoneChoice): CompiledFilter {
  const negated = (compiled: CompiledFilter): CompiledFilter => (compiled.ok ? { ok: true, test: (value) => !compiled.test(value) } : compiled);
  const contained = filter.text.toLowerCase();
  const builders: Readonly<Record<FilterOperator, () => CompiledFilter>> = {
    contains: () => ({ ok: true, test: (value) => displayText(value, column.type, zone).toLowerCase().includes(contained) }),
    notContains: () => negated(builders.contains()),
    equals: () => compileEquals(column, filter.text, zone),
    notEquals: () => negated(compileEquals(column, filter.text, zone)),
    greater: () => compileComparison(column, filter.text, zone, (order) => order > 0),
    less: () => compileComparison(column, filter.text, zone, (order) => order < 0),
    empty: () => ({ ok: true, test: isEmpty }),
    notEmpty: () => ({ ok: true, test: (value) => !isEmpty(value) }),
  };
  return builders[filter.operator]();
}

/** A day, an hour or a minute equals every time within it; numbers equal by value, texts without regard to case. */
function compileEquals(column: Column, text: string, zone: TimeZoneChoice): CompiledFilter {
  if (column.type === 'datetime') {
    const start = timeText(text);
    return { ok: true, test: (value) => value !== null && displayText(value, 'datetime', zone).startsWith(start) };
  }
  if (numericTypes.has(column.type) || column.type === 'timespan') return compileComparison(column, text, zone, (order) => order === 0);
  const wanted = text.toLowerCase();
  return { ok: true, test: (value) => cellText(value).toLowerCase() === wanted };
}

function compileComparison(column: Column, text: string, zone: TimeZoneChoice, holds: (order: number) => boolean): CompiledFilter {
  if (column.type === 'datetime') {
    const bound = timeText(text);
    if (!/^\d{4}/.test(bound)) return { ok: false, fault: 'Write a date, such as 2026-03-02 or 2026-03-02 10:30' };
    return { ok: true, test: (value) => value !== null && holds(compareTexts(displayText(value, 'datetime', zone), bound)) };
  }
  const bound = boundOf(column.type, text);
  if (bound === undefined) return { ok: false, fault: column.type === 'timespan' ? 'Write a time span, such as 01:30:00' : 'Write a number' };
  const folded = (key: SortKey | undefined): SortKey | undefined => (typeof key === 'string' ? key.toLowerCase() : key);
  return { ok: true, test: (value) => value !== null && holds(compareSortKeys(folded(sortKey(value, column.type)), folded(bound), column.type)) };
}

function boundOf(type: KqlType, text: string): SortKey | undefined {
  const trimmed = text.trim();
  if (numericTypes.has(type)) return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed) ? sortKey(trimmed.replace(/^\+/, ''), type) : undefined;
  return type === 'timespan' && !/:/.test(trimmed) ? undefined : sortKey(trimmed, type);
}

/** What a person types for a time, in the form the grid shows: a blank for the `T`, no `Z`. */
function timeText(text: string): string {
  return text.trim().replace(/[tT]/, ' ').replace(/[zZ]$/, '');
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
