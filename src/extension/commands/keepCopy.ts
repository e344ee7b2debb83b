import path from 'node:path';
import * as vscode from 'vscode';
import { counted } from '../../base/index.ts';
import type { CopyRequest, KeptFile, SourceSummary } from '../../protocol/index.ts';
import { exportFileName, labelText, rangeOf, tableExpression, timeRangeText, withoutIcons, withoutLinks, type SavedSource } from '../model/index.ts';
import type { Parts } from '../parts.ts';
import { sourceNodeFrom } from './arguments.ts';
import { pickTimeRange } from './chooseTimeRange.ts';

/** Keeps tables of a source for a time range: the one it was called on, else those that a person marks. */
export async function keepTables(parts: Parts, argument: unknown): Promise<void> {
  const node = sourceNodeFrom(argument);
  const source = node?.source ?? parts.sources.current;
  if (!source) return;
  const summary = await parts.sources.ensureOpen(source);
  const names = node?.type === 'table' ? [node.table.name] : await pickTables(summary);
  if (!names || names.length === 0) return;
  const timespan = await pickTimeRange('Time Range of the Copy', summary.spec.kind === 'workspace' ? undefined : 'All of it');
  if (timespan === undefined) return;
  const range = timespan === '' ? undefined : rangeOf(timespan, summary.asOf === undefined ? Date.now() : Date.parse(summary.asOf) + 1);
  await keep(parts, source, names.map((name) => ({ name, query: tableExpression(name) })), range, `${names.join(', ')}${timespan === '' ? '' : `, ${timeRangeText(timespan)}`}`);
}

/** Keeps the answer of the query that the results page shows, all of its rows. */
export async function keepResult(parts: Parts): Promise<void> {
  const { current } = parts.sources;
  const { description } = parts.runs;
  if (!current || !description) {
    void vscode.window.showInformationMessage('There is no result to keep. Run a query first.');
    return;
  }
  const suggested = path.parse(exportFileName(description.title, 'csv', true)).name;
  const name = await vscode.window.showInputBox({ title: 'Keep a Local Copy', prompt: 'Name of the table that the copy becomes', value: suggested, ignoreFocusOut: true, validateInput: nameFault });
  if (name !== undefined) await keep(parts, current, [{ name: name.trim(), query: description.query }], undefined, description.title);
}

async function pickTables({ tables }: SourceSummary): Promise<readonly string[] | undefined> {
  const items = tables.filter(({ rows, bytes }) => rows !== 0 && bytes !== 0).map(({ name, rows }) => ({ label: withoutIcons(labelText(name)), description: rows === undefined ? '' : counted(rows, 'row'), name }));
  const chosen = await vscode.window.showQuickPick(items, { title: 'Tables to Keep', canPickMany: true, ignoreFocusOut: true });
  return chosen?.map(({ name }) => name);
}

function nameFault(text: string): string | undefined {
  return /^\w[\w -]{0,99}$/.test(text.trim()) ? undefined : 'Letters, digits, spaces and hyphens, please: it becomes a file name.';
}

async function keep(parts: Parts, source: SavedSource, items: CopyRequest['items'], range: CopyRequest['range'], what: string): Promise<void> {
  const [folder] = (await vscode.window.showOpenDialog({ title: 'Folder for the Local Copy', openLabel: 'Keep Here', canSelectFolders: true, canSelectFiles: false })) ?? [];
  if (!folder) return;
  const copy: CopyRequest = { folder: folder.fsPath, items, ...(range && { range }) };
  const files = await parts.tokens.duringUserAction(() => withCopyProgress(what, (options) => parts.engine.keepCopy(source.id, copy, options)));
  parts.log.info(`Kept ${files.map(({ file, provenance }) => `${file} (${provenance.rows} rows, sha256 ${provenance.sha256})`).join(', ')}.`);
  if ((await tellKept(files, folder)) === 'Open as Source') await parts.sources.use({ kind: 'local', path: folder.fsPath }, 'person');
}

type CopyOptions = Parameters<Parts['engine']['keepCopy']>[2];

async function withCopyProgress<T>(what: string, work: (options: CopyOptions) => Promise<T>): Promise<T> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: `Keeping ${withoutLinks(labelText(what))}`, cancellable: true }, (progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    return work({ signal: controller.signal, onProgress: (message) => progress.report({ message: withoutLinks(message) }) });
  });
}

function tellKept(files: readonly KeptFile[], folder: vscode.Uri): Thenable<string | undefined> {
  const rows = files.reduce((sum, { provenance }) => sum + provenance.rows, 0);
  const done = withoutLinks(`Kept ${counted(rows, 'row')} in ${counted(files.length, 'file')} in ${vscode.workspace.asRelativePath(folder)}, each with a record of where it came from.`);
  const missing = files.flatMap(({ name, provenance }) => (provenance.whole ? [] : [`${name}: ${provenance.warnings.join(' ')}`]));
  return missing.length === 0 ? vscode.window.showInformationMessage(done, 'Open as Source') : vscode.window.showWarningMessage(withoutLinks(`${done} Rows are missing. ${missing.join(' ')}`), 'Open as Source');
}
