import path from 'node:path';
import { demoWorkspace, type SourceSpec, type WorkspaceSpec } from '../../protocol/index.ts';

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

function workspaceTitle({ workspaceId, additionalWorkspaceIds = [] }: WorkspaceSpec): string {
  if (workspaceId === demoWorkspace.workspaceId) return 'Demo workspace of Microsoft';
  return `Workspace ${workspaceId}${additionalWorkspaceIds.length === 0 ? '' : ` and ${String(additionalWorkspaceIds.length)} more`}`;
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
  const { kind, path: file, workspaceId, additionalWorkspaceIds } = stored as Readonly<Record<string, unknown>>;
  if (kind === 'sample') return { kind };
  if (kind === 'local' && typeof file === 'string' && file !== '') return { kind, path: file };
  if (kind !== 'workspace' || typeof workspaceId !== 'string') return undefined;
  const more: readonly unknown[] = Array.isArray(additionalWorkspaceIds) ? additionalWorkspaceIds : [];
  return workspaceFrom([workspaceId, ...more.filter((id) => typeof id === 'string')].join(','));
}

/** The list with a source added; a place that is in it already keeps its rank. */
export function withSource(sources: readonly SavedSource[], added: SavedSource): readonly SavedSource[] {
  return sources.some(({ id }) => id === added.id) ? sources : [...sources, added];
}

/** The GUID in what a person typed, in lower case; undefined when it is none. */
export function workspaceGuid(text: string): string | undefined {
  return /^\s*\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?\s*$/i.exec(text)?.[1]?.toLowerCase();
}

/** The workspace, or several as one, in what a person typed: GUIDs with commas between them, or `DEMO_WORKSPACE`; undefined when it is neither. */
export function workspaceFrom(text: string): WorkspaceSpec | undefined {
  if (text.trim().toUpperCase() === demoWorkspace.workspaceId) return { kind: 'workspace', workspaceId: demoWorkspace.workspaceId, auth: 'demoKey' };
  const ids = text.split(',').map(workspaceGuid);
  const [workspaceId, ...more] = ids.filter((id) => id !== undefined);
  if (workspaceId === undefined || more.length + 1 < ids.length) return undefined;
  return { kind: 'workspace', workspaceId, auth: 'editor', ...(more.length === 0 ? {} : { additionalWorkspaceIds: more }) };
}

/** What is wrong with a typed workspace ID, for the input box; undefined when it will do. */
export function workspaceIdFault(text: string): string | undefined {
  if (text.trim() === '' || workspaceFrom(text)) return undefined;
  if (text.includes('/subscriptions/')) return 'This is the resource ID. The workspace ID is the GUID on the Overview page of the workspace.';
  return 'A workspace ID is a GUID such as 1b4e28ba-2fa1-4d3b-a3f5-9f6ec1f0a7d2; the Overview page of the workspace shows it.';
}
