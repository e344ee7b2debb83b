import * as vscode from 'vscode';
import { readSetting } from '../configuration.ts';
import type { CommandId } from '../contributions.ts';
import { importReportText, labelText, tableQuery, withoutLinks } from '../model/index.ts';
import type { Handler, Parts } from '../parts.ts';
import { addLocalFile, addLocalFolder, addPath, addWorkspace, signInOtherwise } from './addSource.ts';
import { sourceNodeFrom, sourceOf, uriFrom } from './arguments.ts';
import { chooseSource, pickSource } from './chooseSource.ts';
import { openKql } from './openKql.ts';

/** Commands about sources and their tables. */
export const sourceCommands = {
  'identityTrail.openSample': ({ sources }) => sources.use({ kind: 'sample' }, 'person'),
  'identityTrail.addLocalSource': addLocalFolder,
  'identityTrail.addLocalFile': addLocalFile,
  'identityTrail.addResourceAsSource': (parts, resource) => {
    const uri = uriFrom(resource);
    return uri ? addPath(parts, uri) : addLocalFolder(parts);
  },
  'identityTrail.addWorkspaceSource': addWorkspace,
  'identityTrail.chooseSignIn': (parts, node) => signInOtherwise(parts, sourceOf(sourceNodeFrom(node))),
  'identityTrail.switchSource': (parts) => chooseSource(parts, 'The source that queries run on'),
  'identityTrail.useSource': async (parts, node) => {
    const source = sourceOf(sourceNodeFrom(node));
    await (source ? parts.sources.use(source.spec, 'person') : chooseSource(parts, 'The source that queries run on'));
  },
  'identityTrail.reloadSource': async (parts, node) => {
    const source = sourceOf(sourceNodeFrom(node)) ?? parts.sources.current ?? (await pickSource(parts, 'The source to load again'));
    if (source) await parts.sources.reload(source, 'person');
  },
  'identityTrail.removeSource': async (parts, node) => {
    const source = sourceOf(sourceNodeFrom(node)) ?? (await pickSource(parts, 'The source to remove'));
    if (!source) return;
    const title = withoutLinks(labelText(source.title));
    const detail = source.spec.kind === 'sample' ? 'The sample tenant can be opened again at any time.' : 'Only the entry in the list goes; the logs stay where they are.';
    const answer = await vscode.window.showWarningMessage(`Remove the source "${title}"?`, { modal: true, detail }, 'Remove');
    if (answer === 'Remove') await parts.sources.remove(source);
  },
  'identityTrail.showImportReport': async (parts, node) => {
    const source = sourceOf(sourceNodeFrom(node)) ?? parts.sources.current;
    const status = source && parts.sources.status(source.id);
    if (status?.state !== 'open') {
      void vscode.window.showInformationMessage('A source has an import report once it is open. Use the source first.');
      return;
    }
    await parts.documents.show(`Import report ${labelText(status.summary.title)}.txt`, importReportText(status.summary, readSetting('identityTrail.timeDisplay')));
  },
  'identityTrail.queryTable': queryTable,
  'identityTrail.copyTableName': async (_parts, argument) => {
    const node = sourceNodeFrom(argument);
    if (node?.type === 'table') await vscode.env.clipboard.writeText(node.table.name);
  },
} as const satisfies Partial<Record<CommandId, Handler>>;

/** Opens the newest records of a table as a query, on the source the table belongs to, and runs it. */
async function queryTable(parts: Parts, argument: unknown): Promise<void> {
  const node = sourceNodeFrom(argument);
  if (node?.type !== 'table') return;
  if (parts.sources.current?.id !== node.source.id) await parts.sources.use(node.source.spec, 'person');
  await openKql(tableQuery(node.table));
  await vscode.commands.executeCommand('identityTrail.runQuery' satisfies CommandId);
}
