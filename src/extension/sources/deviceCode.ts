import * as vscode from 'vscode';
import type { DeviceCodePrompt } from '../../protocol/index.ts';
import { withoutLinks } from '../model/index.ts';

/** Shows the code that a person has to enter on Microsoft's page, and takes them there. */
export async function showDeviceCode({ url, code }: DeviceCodePrompt): Promise<void> {
  const page = vscode.Uri.parse(url);
  const choice = await vscode.window.showInformationMessage(`To sign in, enter the code ${withoutLinks(code)} at ${withoutLinks(url)}. The query goes on by itself.`, 'Copy Code and Open Page');
  if (choice === undefined || page.scheme !== 'https') return;
  await vscode.env.clipboard.writeText(code);
  await vscode.env.openExternal(page);
}
