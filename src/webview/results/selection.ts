/** A cell of the result, by indexes into its rows and columns. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface SelectionState {
  readonly active: CellPlace | undefined;
  /** Result rows of the selected ranges, in view order. */
  readonly rows: readonly number[];
  /** Result columns of the selected ranges, left to right. */
  readonly columns: readonly number[];
}

export type SelectionOrigin = 'grid' | 'timeline' | 'chart' | 'page';
export type SelectionListener = (selection: SelectionState, origin: SelectionOrigin) => void;

const nothing: SelectionState = { active: undefined, rows: [], columns: [] };

/** What is selected, shared by grid, timeline and details. */
export class Selection {
  #state = nothing;
  readonly #listeners: SelectionListener[] = [];

  get state(): SelectionState {
    return this.#state;
  }

  set(state: SelectionState, origin: SelectionOrigin): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state, origin);
  }

  clear(): void {
    this.set(nothing, 'page');
  }

  subscribe(listener: SelectionListener): void {
    this.#listeners.push(listener);
  }
}
