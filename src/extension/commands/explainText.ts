import * as vscode from 'vscode';
import { labelText } from '../model/index.ts';
import { loadReference } from '../reference.ts';

/** Says what an error code, column, table, category, operation or GUID is, in a dialog: plain text, read to its end. */
export async function explainText(text: string): Promise<void> {
  const { explain } = await loadReference();
  const explanation = explain(text);
  if (explanation) {
    await vscode.window.showInformationMessage(explanation.title, { modal: true, detail: explanation.paragraphs.join('\n\n') });
    return;
  }
  void vscode.window.setStatusBarMessage(`$(info) Nothing is known of "${labelText(text).slice(0, 60).replaceAll('$(', '$ (')}".`, 4_000);
}
