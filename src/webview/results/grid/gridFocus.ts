import type { SlickGrid } from 'slickgrid';

/**
 * Gives the keyboard focus to the active cell itself, so that a screen reader reads it: the grid would rather focus a
 * hidden element of its own. Also leaves one tab stop where the grid makes a dozen.
 */
export class GridFocus {
  readonly #grid: SlickGrid;
  readonly #container: HTMLElement;
  readonly #sinks: readonly HTMLElement[];

  constructor(grid: SlickGrid, container: HTMLElement) {
    this.#grid = grid;
    this.#container = container;
    for (const pane of container.querySelectorAll<HTMLElement>('.slick-pane, .slick-viewport, .grid-canvas')) pane.tabIndex = -1;
    this.#sinks = [...container.children].filter((child): child is HTMLElement => child instanceof HTMLElement && child.className === '' && child.tabIndex === 0);
    for (const sink of this.#sinks) sink.addEventListener('focus', () => this.focusCell());
    // The one behind the rows stands in for them while no cell is active; the one before the headers would hide these.
    this.#sinks[0]?.setAttribute('tabindex', '-1');
  }

  /** Whether the keyboard is in the rows, as opposed to headers or filters. */
  get isInRows(): boolean {
    const focused = document.activeElement;
    return focused instanceof HTMLElement && this.#container.contains(focused) && (focused.closest('.slick-row') !== null || this.#sinks.includes(focused));
  }

  /** Focuses the active cell, or the first one of the rows in sight when none is active. */
  focusCell(): void {
    if (this.#grid.getDataLength() === 0) return;
    if (!this.#grid.getActiveCell()) this.#grid.setActiveCell(this.#grid.getViewport().top, 0);
    this.follow();
  }

  /** The active cell has changed or was drawn anew. */
  follow(): void {
    for (const cell of this.#container.querySelectorAll<HTMLElement>('.slick-cell[tabindex="0"]')) cell.tabIndex = -1;
    const cell = this.#grid.getActiveCellNode() as HTMLElement | null;
    this.#sinks[1]?.setAttribute('tabindex', cell ? '-1' : '0');
    if (!cell?.isConnected) return;
    cell.tabIndex = 0;
    cell.focus({ preventScroll: true });
  }

  /** Keeps the tab stop on the active cell without taking the focus. */
  mark(): void {
    const cell = this.#grid.getActiveCellNode() as HTMLElement | null;
    this.#sinks[1]?.setAttribute('tabindex', cell ? '-1' : '0');
    if (cell) cell.tabIndex = 0;
  }
}
