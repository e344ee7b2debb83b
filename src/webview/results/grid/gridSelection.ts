import type { SlickGrid, SlickCellSelectionModel, SlickRange } from 'slickgrid';
import { SlickRange as Range } from 'slickgrid';
import type { PageContext } from '../context.ts';
import type { GridColumn } from './gridItems.ts';

/** Keeps the grid's ranges and the page's selection in step, both ways. */
export class GridSelection {
  readonly #context: PageContext;
  readonly #grid: SlickGrid;
  readonly #model: SlickCellSelectionModel;
  #taking = false;

  constructor(context: PageContext, grid: SlickGrid, model: SlickCellSelectionModel) {
    this.#context = context;
    this.#grid = grid;
    this.#model = model;
    grid.onSelectedRowsChanged.subscribe(() => this.#publish());
    model.onSelectedRangesChanged.subscribe(() => this.#publish());
    context.selection.subscribe((selection, origin) => {
      if (origin === 'timeline' || origin === 'chart') this.#show(selection.rows);
    });
  }

  clear(): void {
    this.#grid.resetActiveCell();
    this.#model.setSelectedRanges([]);
    this.#context.selection.clear();
  }

  /** Shrinks the selection to the active cell. */
  collapse(): void {
    const active = this.#grid.getActiveCell();
    if (active) this.#model.setSelectedRanges([new Range(active.row, active.cell)]);
  }

  #publish(): void {
    if (this.#taking) return;
    const { view } = this.#context.store;
    const columns = this.#grid.getColumns() as GridColumn[];
    const ranges: readonly SlickRange[] = this.#model.getSelectedRanges();
    const rows = new Set<number>();
    const cells = new Set<number>();
    for (const range of ranges) {
      for (let line = range.fromRow; line <= range.toRow; line += 1) {
        const item = view.items[line];
        if (typeof item === 'number') rows.add(item);
      }
      for (let cell = range.fromCell; cell <= range.toCell; cell += 1) cells.add(cell);
    }
    const active = this.#grid.getActiveCell();
    const item = active ? view.items[active.row] : undefined;
    const column = active ? columns[active.cell]?.params.index : undefined;
    this.#context.selection.set(
      {
        active: typeof item === 'number' && column !== undefined ? { row: item, column } : undefined,
        rows: [...rows],
        columns: [...cells].sort((left, right) => left - right).flatMap((cell) => columns[cell]?.params.index ?? []),
      },
      'grid',
    );
  }

  /** Selects whole rows chosen on the timeline and scrolls the first of them into sight. */
  #show(rows: readonly number[]): void {
    const { items } = this.#context.store.view;
    const wanted = new Set(rows);
    const lines: number[] = [];
    for (let line = 0; line < items.length && lines.length < wanted.size; line += 1) {
      const item = items[line];
      if (typeof item === 'number' && wanted.has(item)) lines.push(line);
    }
    const first = lines[0];
    if (first === undefined) return;
    const lastCell = this.#grid.getColumns().length - 1;
    this.#taking = true;
    this.#grid.setActiveCell(first, 0);
    this.#model.setSelectedRanges(lines.map((line) => new Range(line, 0, line, lastCell)));
    this.#taking = false;
    this.#grid.scrollRowIntoView(first, false);
  }
}
