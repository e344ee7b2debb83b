import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { CommandId } from '../contributions.ts';
import { labelText } from '../model/index.ts';
import type { Handler, Parts } from '../parts.ts';
import { backTestRun } from '../results/backTestRun.ts';
import { positionFrom, uriFrom } from './arguments.ts';
import { ensureSource } from './ensureSource.ts';

/** Commands about detection rules. */
export const ruleCommands = {
  'identityTrail.backTestRule': async (parts, resource, position) => {
    const document = await ruleDocument(resource);
    if (document) await backTest(parts, document, positionFrom(position));
  },
  'identityTrail.convertRule': async ({ rules }, resource) => {
    const document = await ruleDocument(resource);
    if (!document) return;
    for (const { text, language } of await rules.client.convert(document.getText())) {
      const converted = await vscode.workspace.openTextDocument({ language, content: text });
      await vscode.window.showTextDocument(converted, { viewColumn: vscode.ViewColumn.Beside, preview: false });
    }
  },
} as const satisfies Partial<Record<CommandId, Handler>>;

/** The document that a code lens means, else the one in the editor. */
async function ruleDocument(resource: unknown): Promise<vscode.TextDocument | undefined> {
  const uri = uriFrom(resource);
  return uri ? vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
}

async function backTest(parts: Parts, document: vscode.TextDocument, position: vscode.Position | undefined): Promise<void> {
  if (!(await ensureSource(parts))) return;
  const query = position && (await parts.language.statementAt(document, position));
  const name = /^name:\s*(.+?)\s*$/m.exec(document.getText())?.[1]?.replaceAll(/^["']|["']$/g, '') ?? vscode.workspace.asRelativePath(document.uri);
  await parts.runs.show(backTestRun(parts, { key: document.uri.toString(), name: labelText(name), text: () => document.getText(), saved: await savedText(document), query: query?.query ?? '' }));
}

/** The rule before the edits that are not saved yet. */
async function savedText(document: vscode.TextDocument): Promise<string | undefined> {
  return document.isDirty && document.uri.scheme === 'file' ? readFile(document.uri.fsPath, 'utf8').catch(() => undefined) : undefined;
}
