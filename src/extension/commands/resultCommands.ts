import * as vscode from 'vscode';
import type { CommandId } from '../contributions.ts';
import { withoutIcons, labelText } from '../model/index.ts';
import type { Handler, Parts } from '../parts.ts';
import { pickTimeRange } from './chooseTimeRange.ts';
import { keepResult, keepTables } from './keepCopy.ts';

/** Commands about what the results page shows and the source it came from. */
export const resultCommands = {
  'identityTrail.showResults': ({ panel, runs }) => panel.show(runs.description?.title ?? 'Results', { takeFocus: true }),
  'identityTrail.chooseTimeRange': chooseTimeRange,
  'identityTrail.fetchAllRows': ({ runs }) => runs.rerun({ fetchAll: true }),
  'identityTrail.keepCopy': keepTables,
  'identityTrail.keepResultCopy': keepResult,
  'identityTrail.compareResult': compareResult,
} as const satisfies Partial<Record<CommandId, Handler>>;

/** The range counts for every later query on a workspace, and for the shown one at once. */
async function chooseTimeRange({ runs, sources }: Parts): Promise<void> {
  const timespan = await pickTimeRange('Time Range for Queries on Workspaces', 'As each query says');
  if (timespan === undefined) return;
  runs.timespan = timespan === '' ? undefined : timespan;
  if (runs.description?.workspace && sources.current?.spec.kind === 'workspace') await runs.rerun();
}

async function compareResult({ runs, sources }: Parts): Promise<void> {
  const others = sources.list.filter(({ id }) => id !== sources.current?.id);
  if (!runs.description || others.length === 0) {
    void vscode.window.showInformationMessage(runs.description ? 'There is no other source to compare with. Keep a local copy and open it, or add another source.' : 'There is no result to compare. Run a query first.');
    return;
  }
  const chosen = await vscode.window.showQuickPick(others.map((source) => ({ label: withoutIcons(labelText(source.title)), description: withoutIcons(labelText(source.id)), source })), { title: 'Compare with Another Source', placeHolder: 'The same query runs on both; the rows that differ are shown' });
  if (!chosen) return;
  await sources.ensureOpen(chosen.source);
  await runs.rerun({ compareWith: chosen.source });
}
