import { counted, cellText } from '../../../base/index.ts';
import type { ExportFormat } from '../../../protocol/index.ts';
import { pickTable, tableText, type HeaderChoice, type TextTable } from '../../model/exportText.ts';
import { datatableText, whereText } from '../../model/kqlText.ts';
import { formatCount } from '../../model/status.ts';
import type { PageContext } from '../context.ts';

export interface CopyChoice {
  readonly format: ExportFormat;
  readonly header: HeaderChoice;
}

/** The text, or a notice where it is longer than a string can be (some 500 million characters). */
export function textOrNotice(context: PageContext, make: () => string): string | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.store.dispatch({ type: 'notice', text: 'This is too much for one text. Filter the rows, hide columns, or use the command line: identity-trail query --out FILE.' });
    return undefined;
  }
}

/** The selected rows and columns, or the one cell that the keyboard is on. */
function selectedPlaces(context: PageContext): { readonly rows: readonly number[]; readonly columns: readonly number[] } | undefined {
  const { rows, columns, active } = context.selection.state;
  const places = { rows: rows.length > 0 ? rows : active ? [active.row] : [], columns: columns.length > 0 ? columns : active ? [active.column] : [] };
  if (places.rows.length > 0 && places.columns.length > 0) return places;
  context.announce('Nothing is selected to copy');
  return undefined;
}

/** Copies the selected cells as a `datatable`, to go on with them in a query or a test. */
export function copyDatatable(context: PageContext): void {
  const places = selectedPlaces(context);
  if (places) send(context, () => datatableText(tableOf(context, places)), places);
}

/** Copies a `where` that finds the rows with the selected values of one column. */
export function copyFilter(context: PageContext, column: number): void {
  const { state } = context.store;
  const known = state.columns[column];
  const places = selectedPlaces(context);
  if (!known || !places) return;
  send(context, () => whereText(known, places.rows.map((row) => state.rows[row]?.[column] ?? null)), { rows: places.rows, columns: [column] });
}

function tableOf({ store: { state } }: PageContext, { rows, columns }: { readonly rows: readonly number[]; readonly columns: readonly number[] }): TextTable {
  return pickTable(state.columns, state.rows, columns, rows);
}

function send(context: PageContext, make: () => string, { rows, columns }: { readonly rows: readonly number[]; readonly columns: readonly number[] }): void {
  const text = textOrNotice(context, make);
  if (text === undefined) return;
  const cells = rows.length * columns.length;
  const what = cells === 1 ? '1 cell' : `${formatCount(cells)} cells in ${counted(rows.length, 'row')}`;
  context.host.send({ type: 'copy', text, what });
  context.announce(`Copied ${what}`);
}

/**
 * Copies the selected cells through the host. One cell copied alone is its bare value, to be pasted into a query;
 * anything larger is a table that no spreadsheet runs.
 */
export function copySelection(context: PageContext, choice: CopyChoice): void {
  const places = selectedPlaces(context);
  if (!places) return;
  const table = tableOf(context, places);
  const single = places.rows.length * places.columns.length === 1 && choice.format === 'tsv' && choice.header === 'withoutHeader';
  send(context, () => (single ? cellText(table.rows[0]?.[0] ?? null) : tableText(table, choice.format, choice.header)), places);
}
