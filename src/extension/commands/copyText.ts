import * as vscode from 'vscode';

/** Copies a text and says so where it does not get in the way. */
export async function copyText(text: string, what: string): Promise<void> {
  if (text === '') {
    void vscode.window.setStatusBarMessage(`$(info) These logs hold no ${what} to copy.`, 4_000);
    return;
  }
  await vscode.env.clipboard.writeText(text);
  void vscode.window.setStatusBarMessage(`$(check) Copied the ${what}.`, 3_000);
}
