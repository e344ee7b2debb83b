import { cellText } from '../../../base/index.ts';
import type { KqlType } from '../../../base/index.ts';
import type { PageContext } from '../context.ts';
import type { CellPlace } from '../selection.ts';

// Times, flags and measures are no codes or IDs; nobody explains them.
const explainable: ReadonlySet<KqlType> = new Set(['string', 'guid', 'int', 'long']);

/** Explains cells under the pointer, and the cell that has the keyboard focus. */
export function watchCells(container: HTMLElement, context: PageContext, placeOf: (line: number, cell: number) => CellPlace | undefined): void {
  const { tip } = context;
  const subject = (target: EventTarget | null) => {
    const anchor = target instanceof Element ? target.closest<HTMLElement>('.slick-cell') : null;
    if (!anchor) return undefined;
    const line = Number(anchor.closest<HTMLElement>('.slick-row')?.dataset['row']);
    const cell = Number(/\bl(\d+)\b/.exec(anchor.className)?.[1]);
    const place = placeOf(line, cell);
    return place ? tipSubject(anchor, place, context) : undefined;
  };
  container.addEventListener('mouseover', (event) => {
    const found = subject(event.target);
    if (found) tip.hover(found);
    else tip.hide();
  });
  container.addEventListener('mouseleave', () => tip.hide());
  container.addEventListener('focusin', (event) => {
    const found = subject(event.target);
    if (found) tip.focus(found);
  });
  container.addEventListener('focusout', () => tip.hide());
}

function tipSubject(anchor: HTMLElement, place: CellPlace, context: PageContext): Parameters<PageContext['tip']['hover']>[0] | undefined {
  const { state } = context.store;
  const column = state.columns[place.column];
  if (!column) return undefined;
  const text = cellText(state.rows[place.row]?.[place.column] ?? null);
  const cut = anchor.scrollWidth > anchor.clientWidth;
  const value = explainable.has(column.type) && text !== '' ? text : undefined;
  if (value === undefined && !cut) return undefined;
  // An empty value is never explained; without one the column would be.
  return { anchor, column: column.name, value: value ?? '', ...(cut ? { text } : {}) };
}
