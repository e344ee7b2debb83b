import * as vscode from 'vscode';
import { labelText, sourceNodeView, withoutIcons, type SavedSource } from '../model/index.ts';
import type { Parts } from '../parts.ts';
import { addLocalFolder, addWorkspace } from './addSource.ts';

interface SourceItem extends vscode.QuickPickItem {
  readonly choose?: () => Promise<unknown>;
}

/** Lets a person choose the source to use, or add one. Returns whether a source is open afterwards. */
export async function chooseSource(parts: Parts, placeHolder: string): Promise<boolean> {
  const chosen = await vscode.window.showQuickPick<SourceItem>(sourceItems(parts), { placeHolder, matchOnDescription: true });
  await chosen?.choose?.();
  return parts.sources.currentStatus?.state === 'open';
}

/** Lets a person choose among the sources that are there; the only one is taken without asking. */
export async function pickSource({ sources }: Parts, placeHolder: string): Promise<SavedSource | undefined> {
  const [first, ...others] = sources.list;
  if (!first || others.length === 0) return first;
  const chosen = await vscode.window.showQuickPick(sources.list.map((source) => ({ label: withoutIcons(labelText(source.title)), description: placeOf(source), source })), { placeHolder });
  return chosen?.source;
}

function sourceItems(parts: Parts): SourceItem[] {
  const { sources } = parts;
  const current = sources.current?.id;
  const known = sources.list.map((source): SourceItem => {
    const view = sourceNodeView({ type: 'source', source, status: sources.status(source.id), current: source.id === current }, 'utc');
    return { label: `$(${view.icon ?? 'database'}) ${withoutIcons(view.label)}`, description: view.description ?? '', detail: placeOf(source), choose: () => sources.use(source.spec, 'person') };
  });
  const hasSample = sources.list.some(({ spec }) => spec.kind === 'sample');
  return [
    ...known,
    { label: known.length === 0 ? '' : 'Add', kind: vscode.QuickPickItemKind.Separator },
    { label: '$(folder-opened) Add Logs…', description: 'a folder of exported logs', choose: () => addLocalFolder(parts) },
    { label: '$(cloud) Add Log Analytics Workspace…', description: 'or the demo workspace of Microsoft', choose: () => addWorkspace(parts) },
    ...(hasSample ? [] : [{ label: '$(beaker) Open the Sample Tenant', description: 'generated on this computer', choose: () => sources.use({ kind: 'sample' }, 'person') }]),
  ];
}

function placeOf({ spec }: SavedSource): string {
  if (spec.kind === 'local') return withoutIcons(labelText(spec.path));
  return spec.kind === 'workspace' ? `Log Analytics workspace ${spec.workspaceId}` : 'Generated on this computer';
}
