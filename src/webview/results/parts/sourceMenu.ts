import type { SourceAction } from '../../../protocol/index.ts';
import type { PageContext } from '../context.ts';
import type { MenuItem } from './menu.ts';

/** What can be asked of the source that the result came from. */
export function sourceMenu({ store, host }: PageContext): readonly MenuItem[] {
  const { run, footer } = store.state;
  if (!run) return [];
  const ask = (action: SourceAction) => (): void => host.send({ type: 'source', runId: run.runId, action });
  const cut = footer?.warnings.some(({ kind }) => kind === 'truncated') ?? false;
  const ofWorkspace: readonly MenuItem[] = [
    { kind: 'action', label: cut ? 'Fetch all rows' : 'Fetch all rows (the result is whole)', icon: 'cloud-download', disabled: !cut, run: ask('fetchAll') },
    { kind: 'action', label: 'Time range…', icon: 'calendar', run: ask('timeRange') },
    { kind: 'separator' },
  ];
  return [
    ...(run.workspace ? ofWorkspace : []),
    { kind: 'action', label: 'Keep a local copy…', icon: 'archive', run: ask('keepCopy') },
    { kind: 'action', label: 'Compare with another source…', icon: 'diff', run: ask('compare') },
  ];
}
