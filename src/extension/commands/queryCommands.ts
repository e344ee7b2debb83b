import * as vscode from 'vscode';
import type { CommandId } from '../contributions.ts';
import { blockAround, isKqlLanguage, labelText, newQueryText } from '../model/index.ts';
import type { Handler, Parts } from '../parts.ts';
import type { QueryPlace } from '../results/runProblems.ts';
import { positionFrom, uriFrom } from './arguments.ts';
import { ensureSource } from './ensureSource.ts';
import { explainText } from './explainText.ts';
import { openKql } from './openKql.ts';

/** Commands about queries in text documents. */
export const queryCommands = {
  'identityTrail.runQuery': async (parts, resource, position) => {
    const target = await documentFor(resource, positionFrom(position));
    if (target) await runAt(parts, target.document, target.position);
  },
  'identityTrail.runQueryOnSample': async (parts, resource, position) => {
    const target = await documentFor(resource, positionFrom(position));
    if (!target) return;
    await parts.sources.use({ kind: 'sample' }, 'person');
    if (parts.sources.current?.spec.kind === 'sample') await runAt(parts, target.document, target.position);
  },
  'identityTrail.explainQuery': async ({ language }, resource, position) => {
    const target = await documentFor(resource, positionFrom(position));
    const found = target && (await language.explainQuery(target.document, target.position));
    if (found) await showText('markdown', found.markdown);
    else if (target) void vscode.window.showInformationMessage('There is no query at the cursor to explain.');
  },
  'identityTrail.makeRuleOfQuery': async ({ language }, resource, position) => {
    const target = await documentFor(resource, positionFrom(position));
    const found = target && (await language.ruleOfQuery(target.document, target.position));
    if (found) await showText('yaml', found.yaml);
    else if (target) void vscode.window.showInformationMessage('There is no query at the cursor to make a rule of.');
  },
  'identityTrail.runSelection': async (parts) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    if (editor.selection.isEmpty || editor.document.getText(editor.selection).trim() === '') await runAt(parts, editor.document, editor.selection.active);
    else await run(parts, editor.document.getText(editor.selection), { document: editor.document, span: spanOf(editor.document, editor.selection), verbatim: true });
  },
  'identityTrail.cancelQuery': ({ runs }) => runs.cancel(),
  'identityTrail.newQuery': ({ sources }) => openKql(newQueryText(sources.current && labelText(sources.current.title))),
  'identityTrail.explainSelection': async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document, selection } = editor;
    const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
    if (range) await explainText(document.getText(range));
  },
} as const satisfies Partial<Record<CommandId, Handler>>;

/** An unsaved document beside the query. Explanations stay text: a preview would make links of what a query names. */
async function showText(language: string, content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

/** The document that a code lens, a button or a key means, and the position in it. */
async function documentFor(resource: unknown, position: vscode.Position | undefined): Promise<{ readonly document: vscode.TextDocument; readonly position: vscode.Position } | undefined> {
  const uri = uriFrom(resource);
  const active = vscode.window.activeTextEditor;
  if (uri && uri.toString() !== active?.document.uri.toString()) {
    return { document: await vscode.workspace.openTextDocument(uri), position: position ?? new vscode.Position(0, 0) };
  }
  return active && { document: active.document, position: position ?? active.selection.active };
}

async function runAt(parts: Parts, document: vscode.TextDocument, position: vscode.Position): Promise<void> {
  const found = await parts.language.statementAt(document, position);
  if (found) {
    const range = new vscode.Range(found.range.start.line, found.range.start.character, found.range.end.line, found.range.end.character);
    await run(parts, found.query, { document, span: spanOf(document, range), verbatim: document.getText(range) === found.query });
    return;
  }
  const text = document.getText();
  const block = found === undefined && isKqlLanguage(document.languageId) ? blockAround(text, document.offsetAt(position)) : undefined;
  if (block) await run(parts, text.slice(block.start, block.start + block.length), { document, span: block, verbatim: true });
  else void vscode.window.showInformationMessage('There is no query at the cursor to run.');
}

async function run(parts: Parts, query: string, place: QueryPlace): Promise<void> {
  if (!(await ensureSource(parts))) return;
  const name = place.document.isUntitled ? 'Query' : vscode.workspace.asRelativePath(place.document.uri);
  await parts.runs.show({ title: labelText(name), query, onProblems: (problems) => parts.runProblems.show(place, problems) });
}

function spanOf(document: vscode.TextDocument, range: vscode.Range): { readonly start: number; readonly length: number } {
  const start = document.offsetAt(range.start);
  return { start, length: document.offsetAt(range.end) - start };
}
