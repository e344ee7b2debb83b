import { visibleTextUpTo } from '../../../base/index.ts';
import { operatorsFor, operatorWords, type ColumnFilter, type FilterOperator } from '../../model/columnFilter.ts';
import type { PageContext } from '../context.ts';
import { element, icon, setAttributes } from '../dom.ts';
import { openMenu } from '../parts/menu.ts';
import type { GridColumn } from './gridItems.ts';

const typingPause = 180;

interface FilterCell {
  readonly input: HTMLInputElement;
  readonly operator: HTMLButtonElement;
  readonly name: string;
}

/** The row of filters below the headers: an operator and a text for each column. */
export class GridFilters {
  readonly #context: PageContext;
  readonly #goToRows: (column: number) => void;
  readonly #cells = new Map<number, FilterCell>();
  /** Operators chosen before anything was typed. */
  readonly #operators = new Map<number, FilterOperator>();
  #tabStop: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: PageContext, goToRows: (column: number) => void) {
    this.#context = context;
    this.#goToRows = goToRows;
  }

  decorate(node: HTMLElement, column: GridColumn): void {
    const { index } = column.params;
    const name = visibleTextUpTo(column.params.column.name, 120);
    const input = element('input', { type: 'text', class: 'filter-input', spellcheck: 'false', autocomplete: 'off', 'aria-label': `Filter ${name}`, tabindex: index === this.#tabStop ? 0 : -1 });
    const operator = element('button', { type: 'button', class: 'filter-operator', 'aria-haspopup': 'menu', tabindex: -1 });
    this.#cells.set(index, { input, operator, name });
    operator.addEventListener('click', () => this.#openOperators(index, column));
    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#apply(index), typingPause);
    });
    input.addEventListener('keydown', (event) => this.#handleKey(event, index, column));
    node.replaceChildren(element('div', { class: 'filter-cell' }, operator, input));
    this.#refresh(index);
  }

  /** One filter is a tab stop: forty columns would be forty. The headers lead to the others. */
  setTabStop(column: number): void {
    this.#tabStop = column;
    for (const [index, { input }] of this.#cells) input.tabIndex = index === column ? 0 : -1;
  }

  reset(): void {
    this.#cells.clear();
  }

  /** Another result: operators chosen for the columns of the last one mean nothing here. */
  forget(): void {
    this.#operators.clear();
  }

  focus(column: number): void {
    this.#cells.get(column)?.input.focus();
  }

  refreshAll(): void {
    for (const index of this.#cells.keys()) this.#refresh(index);
  }

  #filterOf(index: number): ColumnFilter {
    const filter = this.#context.store.state.view.filters.get(index);
    return filter ?? { operator: this.#operators.get(index) ?? 'contains', text: '' };
  }

  #apply(index: number): void {
    const cell = this.#cells.get(index);
    if (!cell) return;
    this.#set(index, { operator: this.#filterOf(index).operator, text: cell.input.value });
  }

  #set(index: number, filter: ColumnFilter): void {
    this.#operators.set(index, filter.operator);
    const needsText = filter.operator !== 'empty' && filter.operator !== 'notEmpty';
    this.#context.store.dispatch({ type: 'filter', column: index, filter: needsText && filter.text === '' ? undefined : filter });
  }

  #refresh(index: number): void {
    const cell = this.#cells.get(index);
    if (!cell) return;
    const { operator, text } = this.#filterOf(index);
    const fault = this.#context.store.view.faults.get(index);
    const { sign, words } = operatorWords[operator];
    if (document.activeElement !== cell.input) cell.input.value = text;
    cell.operator.replaceChildren(operator === 'contains' ? icon('filter') : sign);
    setAttributes(cell.operator, { 'aria-label': `Condition on ${cell.name}: ${words}`, title: words });
    setAttributes(cell.input, { 'aria-invalid': fault ? 'true' : undefined, title: fault ?? `${words} (Alt+Down for other conditions)`, disabled: operator === 'empty' || operator === 'notEmpty' });
    cell.input.closest('.filter-cell')?.classList.toggle('active', this.#context.store.state.view.filters.has(index));
  }

  #openOperators(index: number, column: GridColumn): void {
    const cell = this.#cells.get(index);
    if (!cell) return;
    const current = this.#filterOf(index);
    const choose = (operator: FilterOperator) => () => {
      this.#set(index, { operator, text: cell.input.value });
      this.#refresh(index);
      cell.input.focus();
    };
    openMenu(
      `Condition on ${cell.name}`,
      () => operatorsFor(column.params.column.type).map((operator) => ({ kind: 'radio', label: `${operatorWords[operator].sign}  ${operatorWords[operator].words}`, checked: operator === current.operator, run: choose(operator) })),
      cell.operator,
    );
  }

  #handleKey(event: KeyboardEvent, index: number, column: GridColumn): void {
    event.stopPropagation();
    if (event.key === 'ArrowDown' && event.altKey) this.#openOperators(index, column);
    else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      clearTimeout(this.#timer);
      this.#apply(index);
      this.#goToRows(index);
    } else if (event.key === 'Escape') {
      this.#set(index, { operator: 'contains', text: '' });
      const cell = this.#cells.get(index);
      if (cell) cell.input.value = '';
    } else return;
    event.preventDefault();
  }
}
