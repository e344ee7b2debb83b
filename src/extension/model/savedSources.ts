import path from 'node:path';
import { demoWorkspace, type SourceSpec, type WorkspaceAccess, type WorkspaceSpec } from '../../protocol/index.ts';
import { accessFrom, guidFrom } from './workspaceAccess.ts';

/** A source that a person added: what VS Code keeps between sessions. */
export interface SavedSource {
  /** Derived from what it points to, so that adding it twice gives one. */
  readonly id: string;
  readonly spec: SourceSpec;
  readonly title: string;
}

/** The same for the same place, whatever the session. */
export function sourceIdOf(spec: SourceSpec): string {
  switch (spec.kind) {
    case 'none':
    case 'sample':
    case 'tables':
      return spec.kind;
    case 'local':
      return `local:${spec.path}`;
    case 'workspace':
      return `workspace:${[spec.workspaceId, ...(spec.additionalWorkspaceIds ?? [])].join(',').toLowerCase()}`;
  }
}

export function savedSourceOf(spec: SourceSpec): SavedSource {
  return { id: sourceIdOf(spec), spec, title: titleOf(spec) };
}

function titleOf(spec: SourceSpec): string {
  switch (spec.kind) {
    case 'none':
      return 'No tables';
    case 'tables':
      return 'Tables of a test';
    case 'sample':
      return 'Sample tenant';
    case 'local':
      return path.basename(spec.path) || spec.path;
    case 'workspace':
      return workspaceTitle(spec);
  }
}

function workspaceTitle({ workspaceId, additionalWorkspaceIds = [], name }: WorkspaceSpec): string {
  if (workspaceId === demoWorkspace.workspaceId) return 'Demo workspace of Microsoft';
  return `${name ?? `Workspace ${workspaceId}`}${additionalWorkspaceIds.length === 0 ? '' : ` and ${String(additionalWorkspaceIds.length)} more`}`;
}

/** Reads what was kept; entries of an unknown shape (a later version's) are left out. */
export function savedSourcesFrom(stored: unknown): readonly SavedSource[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown) => {
    const spec = specFrom((entry as { readonly spec?: unknown } | null)?.spec);
    return spec ? [savedSourceOf(spec)] : [];
  });
}

function specFrom(stored: unknown): SourceSpec | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { kind, path: file, workspaceId, additionalWorkspaceIds, name, resourceId } = stored as Readonly<Record<string, unknown>>;
  if (kind === 'sample') return { kind };
  if (kind === 'local' && typeof file === 'string' && file !== '') return { kind, path: file };
  if (kind !== 'workspace' || typeof workspaceId !== 'string') return undefined;
  const more: readonly unknown[] = Array.isArray(additionalWorkspaceIds) ? additionalWorkspaceIds : [];
  const spec = workspaceFrom([workspaceId, ...more.filter((id) => typeof id === 'string')].join(','), accessFrom(stored));
  return spec && { ...spec, ...(typeof name === 'string' && { name }), ...(typeof resourceId === 'string' && { resourceId }) };
}

/** The list with a source added; a place that is in it already keeps its rank and gets the new way to sign in. */
export function withSource(sources: readonly SavedSource[], added: SavedSource): readonly SavedSource[] {
  return sources.some(({ id }) => id === added.id) ? sources.map((source) => (source.id === added.id ? added : source)) : [...sources, added];
}

/** The workspace, or several as one, in what a person typed: GUIDs with commas between them, or `DEMO_WORKSPACE`; undefined when it is neither. */
export function workspaceFrom(text: string, access: WorkspaceAccess = { auth: 'editor' }): WorkspaceSpec | undefined {
  if (text.trim().toUpperCase() === demoWorkspace.workspaceId) return { kind: 'workspace', workspaceId: demoWorkspace.workspaceId, auth: 'demoKey' };
  const ids = text.split(',').map(guidFrom);
  const [workspaceId, ...more] = ids.filter((id) => id !== undefined);
  if (workspaceId === undefined || more.length + 1 < ids.length) return undefined;
  return { kind: 'workspace', workspaceId, ...access, ...(more.length === 0 ? {} : { additionalWorkspaceIds: more }) };
}
