import { computeView, type View } from '../model/viewRows.ts';
import { reduce, type HostAction, type ReaderAction } from '../model/reduce.ts';
import { viewSpecOf, type ResultState } from '../model/resultState.ts';

export type StateListener = (state: ResultState, before: ResultState) => void;

/** Holds the page's state, tells the parts of the page about changes, and computes the view only when it changed. */
export class PageStore {
  #state: ResultState;
  #view: View | undefined;
  readonly #listeners: StateListener[] = [];
  readonly #queue: (ReaderAction | HostAction)[] = [];
  #draining = false;

  constructor(state: ResultState) {
    this.#state = state;
  }

  get state(): ResultState {
    return this.#state;
  }

  get view(): View {
    this.#view ??= computeView(this.#state.rows, this.#state.columns, viewSpecOf(this.#state));
    return this.#view;
  }

  /** An action that a listener dispatches takes effect once every listener has heard of the present one. */
  dispatch(action: ReaderAction | HostAction): void {
    this.#queue.push(action);
    if (this.#draining) return;
    this.#draining = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#apply(next);
    } finally {
      this.#draining = false;
    }
  }

  #apply(action: ReaderAction | HostAction): void {
    const before = this.#state;
    const state = reduce(before, action);
    if (state === before) return;
    this.#state = state;
    const viewChanged = state.rows !== before.rows || state.columns !== before.columns || state.view !== before.view || state.preferences.zone !== before.preferences.zone;
    if (viewChanged) this.#view = undefined;
    for (const listener of this.#listeners) listener(state, before);
  }

  subscribe(listener: StateListener): void {
    this.#listeners.push(listener);
  }
}
