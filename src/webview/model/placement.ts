import { shownColumns, type ColumnLayout } from './columnLayout.ts';

/** Where timeline and details stand. `auto`: beside the grid where its columns leave room for them. */
export type PlacementChoice = 'auto' | 'beside' | 'below';

/** Below this width nothing can stand beside the grid. */
export const besideFrom = 1000;
/** Share of the width that a side pane takes at first. */
const sideShare = 0.36;
const unknownWidth = 140;

/** Whether the side pane stands beside the grid, in a page of this width. */
export function standsBeside(choice: PlacementChoice, layout: ColumnLayout, pageWidth: number): boolean {
  if (pageWidth < besideFrom || choice === 'below') return false;
  const needed = shownColumns(layout).reduce((sum, column) => sum + (layout.widths.get(column) ?? unknownWidth), 0);
  return choice === 'beside' || needed <= pageWidth * (1 - sideShare);
}
