import * as vscode from 'vscode';
import { counted } from '../../base/index.ts';
import type { FromResultsPage } from '../../protocol/index.ts';
import { exportFileName, exportFormats } from '../model/index.ts';

/** Asks where to save what the page exports, writes it, and offers to open it. */
export async function saveExport({ format, text, rows, columns, incomplete }: Extract<FromResultsPage, { type: 'export' }>, title: string): Promise<void> {
  const { extension, name } = exportFormats[format];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = exportFileName(title, format, incomplete === undefined);
  const target = await vscode.window.showSaveDialog({
    title: `Export ${counted(rows, 'Row')} as ${name}`,
    saveLabel: 'Export',
    filters: { [name]: [extension] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, file) }),
  });
  if (!target) return;
  // A byte order mark tells a spreadsheet that delimited text is UTF-8.
  const marked = format === 'csv' || format === 'tsv' ? `\uFEFF${text}` : text;
  await vscode.workspace.fs.writeFile(target, Buffer.from(marked, 'utf8'));
  const shown = vscode.workspace.asRelativePath(target).replaceAll('](', '] (');
  const done = `Exported ${counted(rows, 'row')} of ${counted(columns, 'column')} to ${shown}.`;
  const choice = incomplete === undefined ? await vscode.window.showInformationMessage(done, 'Open') : await vscode.window.showWarningMessage(`${done} Rows are missing: ${incomplete}.`, 'Open');
  if (choice === 'Open') await vscode.commands.executeCommand('vscode.open', target);
}
