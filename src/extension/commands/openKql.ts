import * as vscode from 'vscode';

/** Opens an unsaved KQL document beside the results, with the cursor at its end. */
export async function openKql(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'kusto', content });
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  const end = document.positionAt(content.trimEnd().length);
  editor.selection = new vscode.Selection(end, end);
  return editor;
}
