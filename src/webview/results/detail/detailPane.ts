import { cellText, visibleText, visibleTextUpTo, type CellValue, type Column } from '../../../base/index.ts';
import { badgeMeaning, badgeOf } from '../../model/badge.ts';
import { formatCell, zoneName, displayText } from '../../model/formatCell.ts';
import { treeValue } from '../../model/jsonNodes.ts';
import { formatCount } from '../../model/status.ts';
import type { PageContext } from '../context.ts';
import { element, iconButton } from '../dom.ts';
import type { CellPlace } from '../selection.ts';
import { makeJsonTree } from './jsonTree.ts';

/** A text longer than this is cut even here; copying gives all of it. */
const longestText = 100_000;

/** Shows the active cell in full, what it means, and all fields of its row, hidden columns included. */
export class DetailPane {
  readonly root = element('section', { class: 'detail-pane', 'aria-label': 'Details' });
  readonly #context: PageContext;
  readonly #close: () => void;
  #shown: CellPlace | undefined;

  constructor(context: PageContext, close: () => void) {
    this.#context = context;
    this.#close = close;
    const { store, selection } = context;
    selection.subscribe(() => this.#update());
    store.subscribe((state, before) => {
      if (state.preferences !== before.preferences || state.rows !== before.rows) this.#update();
    });
    this.root.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      this.#close();
    });
    this.#update();
  }

  /** Moves the keyboard into the pane: to the tree if there is one, else to its first control. */
  focus(): void {
    (this.root.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]') ?? this.root.querySelector<HTMLElement>('.detail-value') ?? this.root.querySelector('button'))?.focus();
  }

  #update(): void {
    const { state } = this.#context.store;
    const place = this.#context.selection.state.active;
    this.#shown = place;
    if (!state.preferences.detail) return;
    const column = place ? state.columns[place.column] : undefined;
    const row = place ? state.rows[place.row] : undefined;
    if (!place || !column || !row) {
      this.root.replaceChildren(this.#bar('Details'), element('p', { class: 'pane-empty' }, 'Select a cell to see it in full.'));
      return;
    }
    const value = row[place.column] ?? null;
    const meaning = element('div', { class: 'detail-meaning' });
    this.root.replaceChildren(
      this.#bar(visibleTextUpTo(column.name, 120), column.type, () => this.#copy(cellText(value), 'the value')),
      element('div', { class: 'detail-parts' }, element('div', { class: 'detail-cell' }, ...this.#cell(column, value), meaning), this.#fields(place)),
    );
    void this.#explain(meaning, place, column, value);
  }

  #bar(title: string, type = '', copy?: () => void): HTMLElement {
    const close = iconButton({ icon: 'close', label: 'Close details' }, this.#close);
    return element('div', { class: 'pane-bar' }, element('h2', { title }, title), element('span', { class: 'type' }, type), element('span', { class: 'pane-space' }), ...(copy ? [iconButton({ icon: 'copy', label: 'Copy value' }, copy)] : []), close);
  }

  #copy(text: string, what: string): void {
    this.#context.host.send({ type: 'copy', text, what });
    this.#context.announce(`Copied ${what}`);
  }

  #cell(column: Column, value: CellValue): readonly HTMLElement[] {
    const tree = treeValue(value);
    if (tree !== undefined) return [makeJsonTree(tree, `${visibleTextUpTo(column.name, 80)} as a tree`, (text) => this.#copy(text, 'the value'))];
    if (value === null) return [element('p', { class: 'detail-value detail-null', tabindex: 0 }, 'null')];
    if (value === '') return [element('p', { class: 'detail-value detail-null', tabindex: 0 }, 'empty text')];
    const text = cellText(value);
    const lines = text.slice(0, longestText).split(/\r\n|\n/).map(visibleText).join('\n');
    const facts = text.length > 120 ? [element('p', { class: 'detail-facts' }, `${formatCount(text.length)} characters${text.length > longestText ? `, the first ${formatCount(longestText)} shown; copy for all` : ''}`)] : [];
    return [element('pre', { class: 'detail-value', tabindex: 0, 'aria-label': 'Value' }, lines), ...facts, ...this.#times(column, text)];
  }

  /** A time in the other zone than the grid's, too. */
  #times(column: Column, text: string): readonly HTMLElement[] {
    if (column.type !== 'datetime') return [];
    const at = new Date(text);
    return (['utc', 'local'] as const).map((zone) => element('p', { class: 'detail-facts' }, `${zone === 'utc' ? 'UTC' : `Local (${zoneName('local', at)})`}: ${displayText(text, 'datetime', zone)}`));
  }

  async #explain(target: HTMLElement, place: CellPlace, column: Column, value: CellValue): Promise<void> {
    const badge = badgeOf(column, value);
    const own = badge ? [element('p', {}, badgeMeaning[badge])] : [];
    target.replaceChildren(...own);
    const { explainer } = this.#context;
    const text = typeof value === 'object' ? '' : cellText(value);
    const [about, columnAbout] = await Promise.all([explainer.explain(column.name, text), explainer.explain(column.name)]);
    if (this.#shown !== place) return;
    const parts = [about, columnAbout].flatMap((explanation) => (explanation ? [element('h3', {}, visibleTextUpTo(explanation.title, 200)), ...explanation.paragraphs.map((paragraph) => element('p', {}, visibleTextUpTo(paragraph, 2000)))] : []));
    // That a code is a failure goes without saying once the code itself is explained.
    target.replaceChildren(...(badge === 'failure' && about ? [] : own), ...parts);
  }

  #fields(place: CellPlace): HTMLElement {
    const { columns, rows, preferences } = this.#context.store.state;
    const row = rows[place.row] ?? [];
    const list = columns.flatMap((column, index) => {
      const text = formatCell(row[index] ?? null, column.type, preferences.zone);
      const current = index === place.column ? 'current' : undefined;
      return [element('dt', { class: current }, visibleTextUpTo(column.name, 120)), element('dd', { class: current }, text === '' ? '—' : text)];
    });
    return element('details', { class: 'detail-fields', open: true }, element('summary', {}, `All fields of row ${formatCount(place.row + 1)}`), element('dl', { class: 'fields' }, ...list));
  }
}
