import { counted, visibleTextUpTo } from '../../../base/index.ts';
import type { ExportFormat } from '../../../protocol/index.ts';
import { hideColumn, initialLayout, showAllColumns, showColumn, shownColumns } from '../../model/columnLayout.ts';
import { pickTable, tableText } from '../../model/exportText.ts';
import { missingRows } from '../../model/status.ts';
import { computeView, isGroup } from '../../model/viewRows.ts';
import { viewSpecOf } from '../../model/resultState.ts';
import type { PageContext } from '../context.ts';
import { copyDatatable, copySelection, textOrNotice } from '../grid/copySelection.ts';
import type { MenuItem } from './menu.ts';

const formats: readonly { readonly format: ExportFormat; readonly label: string }[] = [
  { format: 'csv', label: 'CSV' },
  { format: 'tsv', label: 'TSV' },
  { format: 'json', label: 'JSON' },
  { format: 'markdown', label: 'Markdown' },
];

function columnName(context: PageContext, index: number): string {
  return visibleTextUpTo(context.store.state.columns[index]?.name ?? '', 60);
}

/** Which columns are shown. */
export function columnsMenu(context: PageContext): readonly MenuItem[] {
  const { store } = context;
  const { layout, columns } = store.state;
  return [
    { kind: 'action', label: 'Show all', icon: 'eye', disabled: layout.hidden.size === 0, run: () => store.dispatch({ type: 'layout', layout: showAllColumns(layout) }) },
    { kind: 'action', label: 'Back to the original order', icon: 'discard', run: () => store.dispatch({ type: 'layout', layout: { ...initialLayout(columns), widths: layout.widths } }) },
    { kind: 'separator' },
    ...layout.order.map((index): MenuItem => ({
      kind: 'check',
      label: columnName(context, index),
      checked: !layout.hidden.has(index),
      run: () => store.dispatch({ type: 'layout', layout: layout.hidden.has(index) ? showColumn(layout, index) : hideColumn(layout, index) }),
    })),
  ];
}

/** Which columns group the rows, and folding of all groups. */
export function groupMenu(context: PageContext): readonly MenuItem[] {
  const { store } = context;
  const { view, layout } = store.state;
  const none = view.groupBy.length === 0;
  const groupKeys = (): readonly string[] => computeView(store.state.rows, store.state.columns, { ...viewSpecOf(store.state), folded: new Set() }).items.flatMap((item) => (isGroup(item) ? item.key : []));
  return [
    { kind: 'action', label: 'Do not group', icon: 'close', disabled: none, run: () => store.dispatch({ type: 'groupBy', columns: [] }) },
    { kind: 'action', label: 'Fold all groups', icon: 'collapse-all', disabled: none, run: () => store.dispatch({ type: 'foldGroups', keys: groupKeys() }) },
    { kind: 'action', label: 'Unfold all groups', icon: 'expand-all', disabled: none, run: () => store.dispatch({ type: 'foldGroups', keys: [] }) },
    { kind: 'heading', label: 'Group by' },
    ...shownColumns(layout).map((index): MenuItem => ({
      kind: 'check',
      label: columnName(context, index),
      checked: view.groupBy.includes(index),
      run: () => store.dispatch({ type: 'groupBy', columns: view.groupBy.includes(index) ? view.groupBy.filter((other) => other !== index) : [...view.groupBy, index] }),
    })),
  ];
}

/** The selected cells in every form. */
export function copyMenu(context: PageContext): readonly MenuItem[] {
  const disabled = context.selection.state.columns.length === 0;
  return [
    { kind: 'action', label: 'Copy', icon: 'copy', keys: 'Ctrl+C', disabled, run: () => copySelection(context, { format: 'tsv', header: 'withoutHeader' }) },
    { kind: 'action', label: 'Copy with headers', keys: 'Ctrl+Shift+C', disabled, run: () => copySelection(context, { format: 'tsv', header: 'withHeader' }) },
    { kind: 'heading', label: 'Selection as, with headers' },
    ...formats.map(({ format, label }): MenuItem => ({ kind: 'action', label, disabled, run: () => copySelection(context, { format, header: 'withHeader' }) })),
    { kind: 'action', label: 'KQL datatable', disabled, run: () => copyDatatable(context) },
    { kind: 'heading', label: 'Selection as, without headers' },
    { kind: 'action', label: 'CSV, without headers', disabled, run: () => copySelection(context, { format: 'csv', header: 'withoutHeader' }) },
  ];
}

/** The view as a file: filtered rows in their order, shown columns in theirs. */
export function exportMenu(context: PageContext): readonly MenuItem[] {
  const { store } = context;
  const rows = store.view.order.length;
  const columns = shownColumns(store.state.layout);
  const missing = missingRows(store.state);
  return [
    ...(missing === undefined ? [] : [{ kind: 'heading', label: `Incomplete: ${missing}` } as const]),
    { kind: 'heading', label: `${counted(rows, 'row')}, ${counted(columns.length, 'column')} as` },
    ...formats.map(({ format, label }): MenuItem => ({ kind: 'action', label, icon: format === 'json' ? 'json' : format === 'markdown' ? 'markdown' : 'table', run: () => exportView(context, format) })),
  ];
}

function exportView(context: PageContext, format: ExportFormat): void {
  const { state, view } = context.store;
  const columns = shownColumns(state.layout);
  const rowIndexes = exportOrder(context);
  const text = textOrNotice(context, () => tableText(pickTable(state.columns, state.rows, columns, rowIndexes), format, 'withHeader'));
  const incomplete = missingRows(state);
  if (text !== undefined) context.host.send({ type: 'export', format, text, rows: view.order.length, columns: columns.length, ...(incomplete !== undefined && { incomplete }) });
}

/** Grouped rows are exported group by group, folded ones too. */
function exportOrder(context: PageContext): readonly number[] {
  const { state, view } = context.store;
  if (state.view.groupBy.length === 0) return view.order;
  const unfolded = computeView(state.rows, state.columns, { ...viewSpecOf(state), folded: new Set() });
  return unfolded.items.filter((item) => typeof item === 'number');
}
