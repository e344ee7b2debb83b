import { element, icon, setAttributes } from '../dom.ts';
import type { PageContext } from '../context.ts';
import { openMenu } from '../parts/menu.ts';
import { columnMenu, type ColumnMenuActions } from './columnMenu.ts';
import type { GridColumn } from './gridItems.ts';

export interface HeaderActions extends ColumnMenuActions {
  /** Moves the focus below a header: to its filter, or to the first row. */
  readonly goDown: (column: number) => void;
  /** Tab now stops at this column. */
  readonly tabStop: (column: number) => void;
}

/** Sort signs, menus, hover and keyboard of the column headers. */
export class GridHeader {
  readonly #context: PageContext;
  readonly #actions: HeaderActions;
  readonly #nodes = new Map<number, HTMLElement>();
  #tabStop: number | undefined;

  constructor(context: PageContext, actions: HeaderActions) {
    this.#context = context;
    this.#actions = actions;
  }

  /** Called for each header that the grid has just made; `reset` comes first. */
  decorate(node: HTMLElement, column: GridColumn): void {
    const { index, column: { name } } = column.params;
    this.#nodes.set(index, node);
    const menuButton = element('span', { class: 'header-menu', 'aria-hidden': 'true', title: 'Column menu' }, icon('chevron-down'));
    menuButton.addEventListener('click', (event) => {
      event.stopPropagation();
      this.#openMenu(index, menuButton);
    });
    node.append(element('span', { class: 'header-sort codicon', 'aria-hidden': 'true' }), menuButton);
    setAttributes(node, { 'aria-haspopup': 'menu', tabindex: -1 });
    this.#tabStop ??= index;
    node.addEventListener('focus', () => {
      this.#setTabStop(index);
      this.#context.tip.focus({ anchor: node, column: name });
    });
    node.addEventListener('blur', () => this.#context.tip.hide());
    node.addEventListener('mouseenter', () => this.#context.tip.hover({ anchor: node, column: name }));
    node.addEventListener('mouseleave', () => this.#context.tip.hide());
    node.addEventListener('keydown', (event) => this.#handleKey(event, index, node));
    node.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      this.#openMenu(index, node);
    });
    this.#refresh(node, index);
    this.#setTabStop(this.#tabStop);
  }

  /** The grid is about to make all headers anew. */
  reset(): void {
    this.#nodes.clear();
    this.#tabStop = undefined;
  }

  refreshAll(): void {
    for (const [index, node] of this.#nodes) this.#refresh(node, index);
  }

  focus(column: number): void {
    this.#nodes.get(column)?.focus();
  }

  /** The column whose header has the keyboard focus. */
  get focused(): number | undefined {
    return [...this.#nodes].find(([, node]) => node === document.activeElement)?.[0];
  }

  #refresh(node: HTMLElement, index: number): void {
    const { sort, groupBy, filters } = this.#context.store.state.view;
    const place = sort.findIndex((key) => key.column === index);
    const descending = sort[place]?.descending ?? false;
    const sign = node.querySelector<HTMLElement>('.header-sort');
    sign?.classList.toggle('codicon-arrow-up', place >= 0 && !descending);
    sign?.classList.toggle('codicon-arrow-down', place >= 0 && descending);
    setAttributes(sign ?? node, { 'data-place': place >= 0 && sort.length > 1 ? place + 1 : undefined });
    setAttributes(node, { 'aria-sort': place < 0 ? undefined : descending ? 'descending' : 'ascending' });
    node.classList.toggle('grouped', groupBy.includes(index));
    node.classList.toggle('filtered', filters.has(index));
  }

  #setTabStop(index: number): void {
    this.#tabStop = index;
    for (const [other, node] of this.#nodes) node.tabIndex = other === index ? 0 : -1;
    this.#actions.tabStop(index);
  }

  #openMenu(index: number, anchor: HTMLElement): void {
    this.#context.tip.hide();
    this.#nodes.get(index)?.focus();
    openMenu('Column', () => columnMenu(this.#context, index, this.#actions), anchor);
  }

  #handleKey(event: KeyboardEvent, index: number, node: HTMLElement): void {
    if (event.target !== node) return;
    const order = [...this.#nodes.keys()];
    const at = order.indexOf(index);
    const targets: Readonly<Record<string, number | undefined>> = { ArrowLeft: order[at - 1], ArrowRight: order[at + 1], Home: order[0], End: order.at(-1) };
    const wantsMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) || (event.key === 'ArrowDown' && event.altKey);
    if (wantsMenu) this.#openMenu(index, node);
    else if (event.key === 'Enter' || event.key === ' ') this.#context.store.dispatch({ type: 'sortBy', column: index, additional: event.shiftKey });
    else if (event.key === 'ArrowDown') this.#actions.goDown(index);
    else if (event.key in targets) this.focus(targets[event.key] ?? index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
