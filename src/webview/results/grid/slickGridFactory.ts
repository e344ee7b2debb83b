import { SlickCellRangeSelector, SlickCellSelectionModel, SlickGrid, type Column, type CustomDataView, type Formatter, type GridOption, type ItemMetadata } from 'slickgrid';
import { provideSortable } from './sortable.ts';
import type { GridItem } from './gridItems.ts';

export const rowHeight = 24;

/** The lines the grid shows and how a group's heading spans them. */
export interface GridSource {
  readonly length: () => number;
  readonly item: (line: number) => GridItem | undefined;
  readonly isGroup: (line: number) => boolean;
  readonly drawGroup: (item: GridItem) => HTMLElement;
  /** Columns that are pinned now, and how wide they are together. */
  readonly pinned: () => { readonly count: number; readonly width: number };
}

/** A heading spans its line. Pinned columns are a pane of their own, so there it is drawn twice, each pane showing its part. */
function groupMetadata(source: GridSource): ItemMetadata {
  const { count, width } = source.pinned();
  const heading: Formatter = (_line, _cell, _value, _column, item) => source.drawGroup(item as GridItem);
  const continued: Formatter = (_line, _cell, _value, _column, item) => {
    const copy = source.drawGroup(item as GridItem);
    copy.setAttribute('aria-hidden', 'true');
    copy.style.setProperty('margin-left', `${-width}px`);
    return copy;
  };
  return { cssClasses: 'slick-group', columns: count === 0 ? { 0: { colspan: '*', formatter: heading } } : { 0: { colspan: count, formatter: heading }, [count]: { colspan: '*', formatter: continued } } };
}

/**
 * Makes the grid with everything that could read text as HTML or ask for room by `alert` turned off. Its one
 * generated style sheet carries the page's nonce.
 */
export function makeSlickGrid(container: HTMLElement, source: GridSource, nonce: string, tooWide: (message: string) => void): { readonly grid: SlickGrid; readonly selection: SlickCellSelectionModel } {
  const data: CustomDataView = {
    getLength: source.length,
    getItem: source.item,
    getItemMetadata: (line) => (source.isGroup(line) ? groupMetadata(source) : null),
  };
  const options: GridOption = {
    nonce,
    enableHtmlRendering: false,
    rowHeight,
    headerRowHeight: 28,
    showHeaderRow: true,
    enableColumnReorder: true,
    enableTextSelectionOnCells: false,
    multiColumnSort: false,
    frozenColumn: -1,
    enableCellNavigation: true,
    editable: false,
    doPaging: false,
    emulatePagingWhenScrolling: false,
    dataItemColumnValueExtractor: () => null,
    invalidColumnFreezePickerCallback: tooWide,
    invalidColumnFreezeWidthCallback: tooWide,
  };
  provideSortable();
  const noColumns: Column[] = [];
  const grid = new SlickGrid(container, data, noColumns, options);
  const selection = new SlickCellSelectionModel({
    selectActiveCell: true,
    cellRangeSelector: new SlickCellRangeSelector({ selectionCss: { border: '1px solid var(--vscode-focusBorder)', zIndex: '20' } as CSSStyleDeclaration }),
  });
  grid.setSelectionModel(selection);
  return { grid, selection };
}
