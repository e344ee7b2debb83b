import type { CellValue, Column, Row } from '../../base/index.ts';
import { rankColumn } from './cellOrder.ts';
import { compileColumnFilter, isActive, type CellTest, type ColumnFilter } from './columnFilter.ts';
import { displayText, type TimeZoneChoice } from './formatCell.ts';

export interface SortKeySpec {
  /** Index into the result's columns. */
  readonly column: number;
  readonly descending: boolean;
}

/** How the rows are to be seen. Columns are named by their index in the result. */
export interface ViewSpec {
  readonly sort: readonly SortKeySpec[];
  readonly filters: ReadonlyMap<number, ColumnFilter>;
  /** Words that must all occur somewhere in a row. */
  readonly search: string;
  readonly groupBy: readonly number[];
  /** Keys of groups that are folded. */
  readonly folded: ReadonlySet<string>;
  readonly zone: TimeZoneChoice;
}

export interface GroupRow {
  readonly key: string;
  readonly level: number;
  readonly column: number;
  readonly value: CellValue;
  /** Data rows below it, also when folded. */
  readonly rows: number;
  readonly folded: boolean;
}

/** A line of the grid: the index of a result row, or a group's heading. */
export type ViewItem = number | GroupRow;

export interface View {
  readonly items: readonly ViewItem[];
  /** Indexes of the result rows that pass the filters, in order; folded groups included. */
  readonly order: readonly number[];
  /** Columns whose filter text cannot be read, with what to write instead. Such a filter lets every row pass. */
  readonly faults: ReadonlyMap<number, string>;
}

export function isGroup(item: ViewItem | undefined): item is GroupRow {
  return typeof item === 'object';
}

/** Filters, sorts and groups. Stable: rows that sort alike keep the order in which they came. */
export function computeView(rows: readonly Row[], columns: readonly Column[], spec: ViewSpec): View {
  const faults = new Map<number, string>();
  const passing = filterRows(rows, columns, spec, faults);
  const order = sortRows(passing, rows, columns, spec);
  return { items: spec.groupBy.length > 0 ? groupRows(order, rows, columns, spec) : order, order, faults };
}

function filterRows(rows: readonly Row[], columns: readonly Column[], spec: ViewSpec, faults: Map<number, string>): readonly number[] {
  const tests: { readonly column: number; readonly test: CellTest }[] = [];
  for (const [index, filter] of spec.filters) {
    const column = columns[index];
    if (!column || !isActive(filter)) continue;
    const compiled = compileColumnFilter(column, filter, spec.zone);
    if (compiled.ok) tests.push({ column: index, test: compiled.test });
    else faults.set(index, compiled.fault);
  }
  const words = spec.search.toLowerCase().split(/\s+/).filter(Boolean);
  const passing: number[] = [];
  rows.forEach((row, index) => {
    if (tests.every(({ column, test }) => test(row[column] ?? null)) && hasWords(row, columns, words, spec.zone)) passing.push(index);
  });
  return passing;
}

function hasWords(row: Row, columns: readonly Column[], words: readonly string[], zone: TimeZoneChoice): boolean {
  if (words.length === 0) return true;
  const texts = columns.map((column, index) => displayText(row[index] ?? null, column.type, zone).toLowerCase());
  return words.every((word) => texts.some((text) => text.includes(word)));
}

function sortRows(passing: readonly number[], rows: readonly Row[], columns: readonly Column[], spec: ViewSpec): readonly number[] {
  const keys = spec.sort.flatMap(({ column, descending }) => {
    const type = columns[column]?.type;
    return type ? [{ ranks: rankColumn(rows, column, type), sign: descending ? -1 : 1 }] : [];
  });
  if (keys.length === 0) return passing;
  return [...passing].sort((left, right) => {
    for (const { ranks, sign } of keys) {
      const difference = (ranks[left] ?? 0) - (ranks[right] ?? 0);
      if (difference !== 0) return difference * sign;
    }
    return left - right;
  });
}

/** Groups stand in the order in which their first row stands. */
function groupRows(order: readonly number[], rows: readonly Row[], columns: readonly Column[], spec: ViewSpec): readonly ViewItem[] {
  const items: ViewItem[] = [];
  const visit = (members: readonly number[], level: number, path: readonly string[]): void => {
    const column = spec.groupBy[level];
    if (column === undefined) {
      for (const member of members) items.push(member);
      return;
    }
    const type = columns[column]?.type ?? 'string';
    const groups = new Map<string, number[]>();
    for (const member of members) {
      const text = displayText(rows[member]?.[column] ?? null, type, spec.zone);
      const group = groups.get(text);
      if (group) group.push(member);
      else groups.set(text, [member]);
    }
    for (const [text, group] of groups) {
      const key = JSON.stringify([...path, text]);
      const folded = spec.folded.has(key);
      items.push({ key, level, column, value: rows[group[0] ?? 0]?.[column] ?? null, rows: group.length, folded });
      if (!folded) visit(group, level + 1, [...path, text]);
    }
  };
  visit(order, 0, []);
  return items;
}
