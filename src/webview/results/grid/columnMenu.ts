import { hideColumn, moveColumn, pinColumn, unpinColumn } from '../../model/columnLayout.ts';
import type { PageContext } from '../context.ts';
import type { MenuItem } from '../parts/menu.ts';

export interface ColumnMenuActions {
  readonly fit: (columns: readonly number[]) => void;
  readonly focusFilter: (column: number) => void;
}

/** What can be done with a column, for its header's menu. */
export function columnMenu(context: PageContext, column: number, actions: ColumnMenuActions): readonly MenuItem[] {
  const { store } = context;
  const { layout, view } = store.state;
  const sorted = view.sort.find((key) => key.column === column);
  const grouped = view.groupBy.includes(column);
  const pinned = layout.pinned.includes(column);
  const others = view.sort.filter((key) => key.column !== column);
  const sort = (descending: boolean, keep: boolean) => () => store.dispatch({ type: 'setSort', sort: [...(keep ? others : []), { column, descending }] });
  const change = (next: typeof layout) => () => store.dispatch({ type: 'layout', layout: next });
  return [
    { kind: 'action', label: 'Sort ascending', icon: 'arrow-up', run: sort(false, false) },
    { kind: 'action', label: 'Sort descending', icon: 'arrow-down', run: sort(true, false) },
    { kind: 'action', label: 'Then sort by this, ascending', keys: 'Shift+click', disabled: others.length === 0, run: sort(false, true) },
    { kind: 'action', label: 'Then sort by this, descending', disabled: others.length === 0, run: sort(true, true) },
    { kind: 'action', label: 'Do not sort by this', disabled: !sorted, run: () => store.dispatch({ type: 'setSort', sort: others }) },
    { kind: 'separator' },
    { kind: 'action', label: 'Filter…', icon: 'filter', run: () => actions.focusFilter(column) },
    {
      kind: 'action',
      label: grouped ? 'Do not group by this' : 'Group by this',
      icon: 'group-by-ref-type',
      run: () => store.dispatch({ type: 'groupBy', columns: grouped ? view.groupBy.filter((other) => other !== column) : [...view.groupBy, column] }),
    },
    { kind: 'separator' },
    { kind: 'action', label: pinned ? 'Unpin' : 'Pin to the left', icon: pinned ? 'pinned' : 'pin', run: change(pinned ? unpinColumn(layout, column) : pinColumn(layout, column)) },
    { kind: 'action', label: 'Move left', icon: 'arrow-left', run: change(moveColumn(layout, column, -1)) },
    { kind: 'action', label: 'Move right', icon: 'arrow-right', run: change(moveColumn(layout, column, 1)) },
    { kind: 'action', label: 'Fit width', icon: 'arrow-both', run: () => actions.fit([column]) },
    { kind: 'action', label: 'Fit all widths', run: () => actions.fit(store.state.columns.map((_, index) => index)) },
    { kind: 'separator' },
    { kind: 'action', label: 'Hide', icon: 'eye-closed', run: change(hideColumn(layout, column)) },
  ];
}
