import { cellText, visibleTextUpTo } from '../../../base/index.ts';
import { displayText } from '../../model/formatCell.ts';
import type { PageContext } from '../context.ts';
import type { MenuItem } from '../parts/menu.ts';
import type { CellPlace } from '../selection.ts';
import { copyDatatable, copyFilter, type CopyChoice } from './copySelection.ts';

export interface CellMenuActions {
  readonly copy: (choice: CopyChoice) => void;
  readonly openDetail: () => void;
}

// Columns whose values scenarios take as parameters.
const followable = /(identity|principal|appid|application|clientid|ipaddress|callerip|(signin|activity)ip$|correlationid|objectid|uniquetokenidentifier)/i;

/** What can be done with a cell and the selection around it. */
export function cellMenu(context: PageContext, place: CellPlace, actions: CellMenuActions): readonly MenuItem[] {
  const { store, host } = context;
  const column = store.state.columns[place.column];
  if (!column) return [];
  const value = store.state.rows[place.row]?.[place.column] ?? null;
  const text = cellText(value);
  const shown = visibleTextUpTo(text === '' ? '(empty)' : text, 32);
  const filterBy = (negated: boolean) => () => {
    const empty = text === '';
    const operator = empty ? (negated ? 'notEmpty' : 'empty') : negated ? 'notEquals' : 'equals';
    store.dispatch({ type: 'filter', column: place.column, filter: { operator, text: empty ? '' : displayText(value, column.type, store.state.preferences.zone) } });
  };
  return [
    { kind: 'action', label: 'Copy', icon: 'copy', keys: 'Ctrl+C', run: () => actions.copy({ format: 'tsv', header: 'withoutHeader' }) },
    { kind: 'action', label: 'Copy with headers', keys: 'Ctrl+Shift+C', run: () => actions.copy({ format: 'tsv', header: 'withHeader' }) },
    { kind: 'action', label: 'Copy as CSV', run: () => actions.copy({ format: 'csv', header: 'withHeader' }) },
    { kind: 'action', label: 'Copy as JSON', run: () => actions.copy({ format: 'json', header: 'withHeader' }) },
    { kind: 'action', label: 'Copy as Markdown', run: () => actions.copy({ format: 'markdown', header: 'withHeader' }) },
    { kind: 'action', label: 'Copy as KQL datatable', icon: 'code', run: () => copyDatatable(context) },
    { kind: 'action', label: `Copy as KQL filter on ${visibleTextUpTo(column.name, 24)}`, run: () => copyFilter(context, place.column) },
    { kind: 'separator' },
    { kind: 'action', label: `Keep only ${shown}`, icon: 'filter', run: filterBy(false) },
    { kind: 'action', label: `Leave out ${shown}`, run: filterBy(true) },
    ...(followable.test(column.name) && text !== ''
      ? ([{ kind: 'action', label: `Investigate ${shown}…`, icon: 'search', run: () => host.send({ type: 'investigate', column: column.name, value: text }) }] as const)
      : []),
    { kind: 'separator' },
    { kind: 'action', label: 'Show details', icon: 'inspect', keys: 'Enter', run: actions.openDetail },
  ];
}
