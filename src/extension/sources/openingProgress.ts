import * as vscode from 'vscode';
import type { OpenOptions } from '../../protocol/engineClient.ts';
import type { SourceSummary } from '../../protocol/index.ts';
import { labelText, withoutLinks, type SavedSource } from '../model/index.ts';

/** Sources that open sooner than this show no notification. */
const patienceMs = 700;

/** Opens a source with a bar in the views and, when it takes long, a notification that can cancel it. */
export async function withOpeningProgress(source: SavedSource, open: (options: OpenOptions) => Promise<SourceSummary>): Promise<SourceSummary> {
  const controller = new AbortController();
  const listeners = new Set<(message: string, fraction: number | undefined) => void>();
  let latest: readonly [string, number | undefined] = ['', undefined];
  const opened = open({
    signal: controller.signal,
    onProgress: (message, fraction) => {
      latest = [message, fraction];
      for (const listener of listeners) listener(message, fraction);
    },
  });
  for (const view of ['identities', 'sources']) void vscode.window.withProgress({ location: { viewId: `identityTrail.${view}` } }, () => settled(opened));
  const timer = setTimeout(() => {
    void vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: withoutLinks(`Opening ${labelText(source.title)}`), cancellable: true }, (progress, token) => {
      token.onCancellationRequested(() => controller.abort());
      const report = reporter(progress);
      report(...latest);
      listeners.add(report);
      return settled(opened);
    });
  }, patienceMs);
  try {
    return await opened;
  } finally {
    clearTimeout(timer);
  }
}

/** VS Code counts progress in increments of 100; ours is a fraction that may stand still or be unknown. */
function reporter(progress: vscode.Progress<{ message?: string; increment?: number }>): (message: string, fraction: number | undefined) => void {
  let shown = 0;
  return (message, fraction) => {
    const increment = fraction === undefined ? 0 : Math.max(0, fraction * 100 - shown);
    shown += increment;
    progress.report({ message: withoutLinks(message), ...(increment > 0 && { increment }) });
  };
}

async function settled(work: Promise<unknown>): Promise<void> {
  await work.then(
    () => undefined,
    () => undefined,
  );
}
