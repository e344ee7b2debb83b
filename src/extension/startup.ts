import * as vscode from 'vscode';
import type { SourceSpec } from '../protocol/index.ts';
import { readSetting } from './configuration.ts';
import { problemLines } from './model/index.ts';
import { problemsOf } from './failures.ts';
import type { Parts } from './parts.ts';

/**
 * Opens the source of the last session, or the sample where the settings ask for it, once a view of ours is shown. Never
 * in a folder that is not trusted: there a person has to ask.
 */
export function reopenWhenShown(parts: Parts): vscode.Disposable {
  const { identities, sources, log } = parts;
  let done = false;
  const consider = (): void => {
    if (done || !vscode.workspace.isTrusted || !identities.visible) return;
    done = true;
    const spec = sources.current ? undefined : specToReopen(parts);
    if (!spec) return;
    sources.use(spec, 'extension').catch((error: unknown) => log.warn(`The source of the last session was not opened.\n${problemLines(problemsOf(error))}`));
  };
  const subscriptions = vscode.Disposable.from(identities.onDidChangeVisibility(consider), vscode.workspace.onDidGrantWorkspaceTrust(consider));
  consider();
  if (!done && vscode.workspace.isTrusted && showsSampleAtStart(parts)) void vscode.commands.executeCommand('identityTrail.identities.focus');
  return subscriptions;
}

/** The sample is asked for by a setting and no other source was in use here: a person should see it without searching for its view. */
function showsSampleAtStart({ sources }: Parts): boolean {
  return readSetting('identityTrail.openSampleOnStart') && (sources.remembered?.spec.kind ?? 'sample') === 'sample';
}

function specToReopen({ sources }: Parts): SourceSpec | undefined {
  const remembered = readSetting('identityTrail.reopenLastSource') ? sources.remembered : undefined;
  return remembered?.spec ?? (readSetting('identityTrail.openSampleOnStart') ? { kind: 'sample' } : undefined);
}
