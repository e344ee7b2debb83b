import { numericTypes, visibleTextUpTo, type Column, type KqlType } from '../../../base/index.ts';
import { shownColumns } from '../../model/columnLayout.ts';
import type { ResultState } from '../../model/resultState.ts';
import type { PageStore } from '../store.ts';
import { drawCell } from './gridCells.ts';
import { columnId, type GridColumn, type GridItem } from './gridItems.ts';

const rightAligned = new Set<KqlType>([...numericTypes, 'timespan']);
const fixedWidth = new Set(['datetime', 'guid', 'timespan']);
export const defaultWidth = 140;
/** Up to this many columns all cells of a row are in the page, also those out of sight: better for screen readers and for find. */
const alwaysDrawn = 40;

/** The grid's columns for the layout as it stands. Cells read the state anew each time they are drawn. */
export function gridColumns(store: PageStore): GridColumn[] {
  const { state } = store;
  const shown = shownColumns(state.layout);
  return shown.flatMap((index, position) => {
    const column = state.columns[index];
    return column ? [gridColumn(store, state, index, column, { position, drawn: shown.length <= alwaysDrawn })] : [];
  });
}

function gridColumn(store: PageStore, state: ResultState, index: number, column: Column, at: { readonly position: number; readonly drawn: boolean }): GridColumn {
  const align = rightAligned.has(column.type) ? 'right' : '';
  return {
    id: columnId(index),
    field: columnId(index),
    name: visibleTextUpTo(column.name, 120),
    params: { index, column },
    width: state.layout.widths.get(index) ?? defaultWidth,
    minWidth: 48,
    cssClass: [align, fixedWidth.has(column.type) ? 'tabular' : ''].filter(Boolean).join(' '),
    headerCssClass: align,
    alwaysRenderColumn: at.drawn,
    cellAttrs: { 'aria-colindex': String(at.position + 1) },
    headerCellAttrs: { 'aria-colindex': String(at.position + 1) },
    formatter: (_line, _cell, _value, _column, item) => drawCell(item as GridItem, index, column, store.state.preferences.zone),
  };
}
