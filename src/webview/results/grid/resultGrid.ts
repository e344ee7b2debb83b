import type { SlickCellSelectionModel, SlickGrid } from 'slickgrid';
import { orderShown, pinnedCount, resizeColumn, shownColumns } from '../../model/columnLayout.ts';
import type { ResultState } from '../../model/resultState.ts';
import { isGroup } from '../../model/viewRows.ts';
import type { PageContext } from '../context.ts';
import { openMenu, type MenuAnchor } from '../parts/menu.ts';
import type { CellPlace } from '../selection.ts';
import { cellMenu } from './cellMenu.ts';
import { copySelection } from './copySelection.ts';
import { firstFit, fitColumns, needsFirstFit } from './firstFit.ts';
import { drawGroup } from './gridCells.ts';
import { defaultWidth, gridColumns } from './gridColumns.ts';
import { GridFilters } from './gridFilters.ts';
import { GridFocus } from './gridFocus.ts';
import { GridHeader } from './gridHeader.ts';
import { gridItem, type GridColumn } from './gridItems.ts';
import { handleGridKey, letTabLeave } from './gridKeys.ts';
import { GridSelection } from './gridSelection.ts';
import { watchCells } from './gridTips.ts';
import { makeSlickGrid } from './slickGridFactory.ts';

/** The virtualised grid: brings the page's state onto it and what a reader does there back into the state. */
export class ResultGrid {
  readonly #context: PageContext;
  readonly #container: HTMLElement;
  readonly #grid: SlickGrid;
  readonly #header: GridHeader;
  readonly #filters: GridFilters;
  readonly #focus: GridFocus;
  readonly #selection: GridSelection;
  readonly #openDetail: (focus: 'take' | 'leave') => void;

  constructor(container: HTMLElement, context: PageContext, nonce: string, openDetail: (focus: 'take' | 'leave') => void) {
    this.#context = context;
    this.#container = container;
    this.#openDetail = openDetail;
    const { store } = context;
    const made = makeSlickGrid(
      container,
      {
        length: () => store.view.items.length,
        item: (line) => gridItem(store.view, store.state.rows, line),
        isGroup: (line) => isGroup(store.view.items[line]),
        pinned: () => {
          const { layout } = store.state;
          const count = pinnedCount(layout);
          return { count, width: shownColumns(layout).slice(0, count).reduce((sum, column) => sum + (layout.widths.get(column) ?? defaultWidth), 0) };
        },
        drawGroup: (item) => drawGroup(item, store.state.columns, store.state.preferences.zone),
      },
      nonce,
      () => context.announce('The page is too narrow to pin that many columns'),
    );
    this.#grid = made.grid;
    container.setAttribute('aria-label', 'Results');
    container.setAttribute('aria-multiselectable', 'true');
    this.#focus = new GridFocus(this.#grid, container);
    this.#selection = new GridSelection(context, this.#grid, made.selection);
    this.#filters = new GridFilters(context, (column) => this.#enterRows(column));
    this.#header = new GridHeader(context, {
      fit: (columns) => fitColumns(context, container, columns),
      focusFilter: (column) => this.#focusFilter(column),
      tabStop: (column) => this.#filters.setTabStop(column),
      goDown: (column) => (store.state.preferences.filterRow ? this.#filters.focus(column) : this.#enterRows(column)),
    });
    this.#listen(made.selection);
    store.subscribe((state, before) => this.#update(state, before));
    new ResizeObserver(() => this.#grid.resizeCanvas()).observe(container);
  }

  /** Moves the keyboard into the rows. */
  focus(): void {
    this.#focus.focusCell();
  }

  #listen(model: SlickCellSelectionModel): void {
    const grid = this.#grid;
    const { store, tip } = this.#context;
    grid.onHeaderCellRendered.subscribe((_event, { node, column }) => this.#header.decorate(node, column as GridColumn));
    grid.onHeaderRowCellRendered.subscribe((_event, { node, column }) => this.#filters.decorate(node, column as GridColumn));
    grid.onHeaderClick.subscribe((event, { column }) => {
      const { index } = (column as GridColumn).params;
      store.dispatch({ type: 'sortBy', column: index, additional: Boolean(event.shiftKey || event.ctrlKey || event.metaKey) });
    });
    grid.onColumnsReordered.subscribe(() => {
      store.dispatch({ type: 'layout', layout: orderShown(store.state.layout, this.#shown()) });
    });
    grid.onColumnsResized.subscribe(() => {
      const { layout } = store.state;
      const changed = (grid.getColumns() as GridColumn[]).filter(({ params, width }) => width !== undefined && width !== layout.widths.get(params.index));
      // The first click of a double click resizes nothing; new headers would take the second one away from its handle.
      if (changed.length === 0) return;
      store.dispatch({ type: 'layout', layout: changed.reduce((next, { params, width }) => resizeColumn(next, params.index, width ?? 0), layout) });
    });
    grid.onColumnsResizeDblClick.subscribe((_event, { triggeredByColumn }) => {
      const column = (grid.getColumns() as GridColumn[]).find(({ id }) => id === triggeredByColumn);
      if (column) fitColumns(this.#context, this.#container, [column.params.index]);
    });
    grid.onActiveCellChanged.subscribe(() => {
      if (this.#focus.isInRows) this.#focus.follow();
      else this.#focus.mark();
    });
    grid.onRendered.subscribe(() => this.#number());
    grid.onClick.subscribe((_event, { row }) => this.#toggleGroup(row));
    grid.onDblClick.subscribe(() => this.#openDetail('leave'));
    grid.onContextMenu.subscribe((event) => {
      const cell = grid.getCellFromEvent(event);
      const native = event.getNativeEvent<MouseEvent>();
      native.preventDefault();
      if (!cell) return;
      if (!model.getSelectedRanges().some((range) => range.contains(cell.row, cell.cell))) grid.setActiveCell(cell.row, cell.cell);
      this.#openCellMenu({ x: native.clientX, y: native.clientY }, cell);
    });
    grid.onKeyDown.subscribe((event) => {
      handleGridKey(event, {
        grid,
        context: this.#context,
        openMenu: () => this.#openCellMenu(grid.getActiveCellNode() ?? this.#container),
        openDetail: () => this.#openDetail('take'),
        toggleGroup: (line) => this.#toggleGroup(line),
        collapse: () => this.#selection.collapse(),
        leaveUp: (cell) => this.#header.focus(this.#shown()[cell] ?? 0),
      });
    });
    letTabLeave(this.#container);
    grid.onScroll.subscribe(() => tip.hide());
    watchCells(this.#container, this.#context, (line, cell) => this.#placeOf(line, cell));
  }

  #update(state: ResultState, before: ResultState): void {
    const grid = this.#grid;
    if (needsFirstFit(state, before)) firstFit(this.#context, this.#container);
    const columnsChanged = state.columns !== before.columns;
    if (columnsChanged) this.#filters.forget();
    if (columnsChanged || state.layout !== before.layout) this.#setColumns();
    if (state.preferences.filterRow !== before.preferences.filterRow) {
      grid.setHeaderRowVisibility(state.preferences.filterRow, false);
      grid.resizeCanvas();
    }
    const rearranged = state.view !== before.view || columnsChanged;
    const redraw = rearranged || state.preferences.zone !== before.preferences.zone || state.rows.length < before.rows.length;
    if (!redraw && state.rows === before.rows) return;
    const foldedOnly = state.view.folded !== before.view.folded && state.view.groupBy === before.view.groupBy;
    if ((rearranged && !foldedOnly) || state.rows.length === 0) this.#selection.clear();
    const onlyAppended = !redraw && state.view.sort.length === 0 && state.view.groupBy.length === 0;
    if (!onlyAppended) grid.invalidateAllRows();
    grid.updateRowCount();
    grid.render();
    if (foldedOnly && this.#focus.isInRows) this.#focus.follow();
    this.#header.refreshAll();
    this.#filters.refreshAll();
    this.#container.setAttribute('aria-rowcount', String(this.#context.store.view.items.length + 1));
    this.#container.setAttribute('aria-colcount', String(grid.getColumns().length));
  }

  #setColumns(): void {
    const { state } = this.#context.store;
    const active = this.#grid.getActiveCell();
    const header = this.#header.focused;
    const frozenColumn = pinnedCount(state.layout) - 1;
    this.#header.reset();
    this.#filters.reset();
    if (frozenColumn !== this.#grid.getOptions().frozenColumn) this.#grid.setOptions({ frozenColumn: -1 }, true);
    this.#header.reset();
    this.#filters.reset();
    this.#grid.setColumns(gridColumns(this.#context.store));
    if (frozenColumn >= 0) this.#grid.setOptions({ frozenColumn }, true);
    this.#grid.render();
    if (active) this.#grid.setActiveCell(active.row, Math.min(active.cell, this.#grid.getColumns().length - 1));
    // All headers are new elements: the keyboard stays with the column, or with the first one when that was hidden.
    if (header !== undefined) this.#header.focus(this.#shown().includes(header) ? header : this.#shown()[0] ?? 0);
  }

  #shown(): readonly number[] {
    return (this.#grid.getColumns() as GridColumn[]).map((column) => column.params.index);
  }

  /** Tells screen readers which of all rows the few drawn ones are; the header is row 1. */
  #number(): void {
    for (const row of this.#container.querySelectorAll<HTMLElement>('.slick-row:not([aria-rowindex])')) {
      row.setAttribute('aria-rowindex', String(Number(row.dataset['row']) + 2));
    }
  }

  #placeOf(line: number, cell: number): CellPlace | undefined {
    const item = this.#context.store.view.items[line];
    const column = this.#shown()[cell];
    return typeof item === 'number' && column !== undefined ? { row: item, column } : undefined;
  }

  #toggleGroup(line: number): boolean {
    const item = this.#context.store.view.items[line];
    if (!isGroup(item)) return false;
    this.#context.store.dispatch({ type: 'toggleGroup', key: item.key });
    return true;
  }

  #enterRows(column: number): void {
    if (this.#grid.getDataLength() === 0) return;
    const line = this.#grid.getActiveCell()?.row ?? this.#grid.getViewport().top;
    this.#grid.setActiveCell(line, Math.max(0, this.#shown().indexOf(column)));
    this.#focus.focusCell();
  }

  #focusFilter(column: number): void {
    this.#context.store.dispatch({ type: 'prefer', preferences: { filterRow: true } });
    this.#filters.focus(column);
  }

  /** The menu of a cell: the one pointed at, which may be another than the active one of a larger selection. */
  #openCellMenu(anchor: MenuAnchor, cell: { readonly row: number; readonly cell: number } | null = this.#grid.getActiveCell()): void {
    const place = cell ? this.#placeOf(cell.row, cell.cell) : undefined;
    if (!place) return;
    this.#context.tip.hide();
    const { selection } = this.#context;
    const openDetail = (): void => {
      selection.set({ ...selection.state, active: place }, 'page');
      this.#openDetail('take');
    };
    openMenu('Cell', () => cellMenu(this.#context, place, { copy: (choice) => copySelection(this.#context, choice), openDetail }), anchor);
  }
}

