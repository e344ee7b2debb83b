import type { Column as SlickColumn } from 'slickgrid';
import type { Column, Row } from '../../../base/index.ts';
import type { GroupRow, View } from '../../model/viewRows.ts';

/** What the grid draws as a line: the result row itself, or a group's heading. */
export type GridItem = Row | GroupRow;

/** A column of the grid; `params` says which column of the result it draws. */
export interface GridColumn extends SlickColumn {
  readonly params: { readonly index: number; readonly column: Column };
}

export function isGroupItem(item: GridItem | undefined): item is GroupRow {
  return item !== undefined && !Array.isArray(item);
}

export function gridItem(view: View, rows: readonly Row[], line: number): GridItem | undefined {
  const item = view.items[line];
  return typeof item === 'number' ? rows[item] : item;
}

/** The id of a column in the grid. Names come from logs and are never used as ids or classes. */
export function columnId(index: number): string {
  return `c${index}`;
}
