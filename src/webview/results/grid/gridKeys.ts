import type { SlickEventData, SlickGrid } from 'slickgrid';
import type { PageContext } from '../context.ts';
import { copySelection } from './copySelection.ts';

export interface GridKeyActions {
  readonly grid: SlickGrid;
  readonly context: PageContext;
  readonly openMenu: () => void;
  readonly openDetail: () => void;
  /** Folds or unfolds the group of a line; false if the line is no group. */
  readonly toggleGroup: (line: number) => boolean;
  readonly collapse: () => void;
  /** Up from the first row. */
  readonly leaveUp: (cell: number) => void;
}

/**
 * Tab leaves the grid, as it leaves every other widget; the grid itself would walk cell by cell. Has to come before
 * the grid's own listeners.
 */
export function letTabLeave(container: HTMLElement): void {
  container.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Tab') event.stopPropagation();
    },
    { capture: true },
  );
}

/** Keys in the rows that the grid does not know, or would use otherwise. Arrow keys and ranges are the grid's own. */
export function handleGridKey(slickEvent: SlickEventData, actions: GridKeyActions): void {
  const event = slickEvent.getNativeEvent<KeyboardEvent>();
  const active = actions.grid.getActiveCell();
  if (!active || !act(event, active.row, active.cell, actions)) return;
  event.preventDefault();
  slickEvent.stopImmediatePropagation();
}

function act(event: KeyboardEvent, line: number, cell: number, actions: GridKeyActions): boolean {
  const copying = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'c';
  if (copying) copySelection(actions.context, { format: 'tsv', header: event.shiftKey ? 'withHeader' : 'withoutHeader' });
  else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) actions.openMenu();
  else if (event.key === 'Enter' && !actions.toggleGroup(line)) actions.openDetail();
  else if (event.key === ' ') return actions.toggleGroup(line);
  else if (event.key === 'Escape') actions.collapse();
  else if (event.key === 'ArrowUp' && line === 0 && !event.shiftKey) actions.leaveUp(cell);
  else return event.key === 'Enter';
  return true;
}
