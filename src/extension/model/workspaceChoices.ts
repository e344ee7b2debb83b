import { demoWorkspace, type ListedWorkspace, type WorkspaceAccess, type WorkspaceListing, type WorkspaceSpec } from '../../protocol/index.ts';
import { workspaceFrom } from './savedSources.ts';

/** A workspace that was used or marked before: enough to show and to open it again without a list. */
export interface KnownWorkspace {
  readonly workspaceId: string;
  readonly name?: string;
  readonly resourceId?: string;
  readonly favourite?: true;
  /** Milliseconds since 1970. */
  readonly usedAt?: number;
}

export interface WorkspaceGroup {
  readonly title: string;
  readonly workspaces: readonly KnownWorkspace[];
}

/** Used ones that are no favourites are forgotten beyond this many. */
const recentOnes = 12;

/** Reads what was kept; entries of an unknown shape are left out. */
export function knownWorkspacesFrom(stored: unknown): readonly KnownWorkspace[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown) => {
    const { workspaceId, name, resourceId, favourite, usedAt } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof workspaceId !== 'string') return [];
    return [{ workspaceId, ...(typeof name === 'string' && { name }), ...(typeof resourceId === 'string' && { resourceId }), ...(favourite === true && { favourite }), ...(typeof usedAt === 'number' && { usedAt }) }];
  });
}

/** What is known after workspaces were opened: they come first among the recent ones. */
export function afterUse(known: readonly KnownWorkspace[], used: readonly KnownWorkspace[], now: number): readonly KnownWorkspace[] {
  const ids = new Set(used.map(({ workspaceId }) => workspaceId));
  const marks = new Set(known.filter(({ favourite }) => favourite).map(({ workspaceId }) => workspaceId));
  const fresh = used.map((workspace): KnownWorkspace => ({ ...workspace, usedAt: now, ...(marks.has(workspace.workspaceId) && { favourite: true }) }));
  const all = [...fresh, ...known.filter(({ workspaceId }) => !ids.has(workspaceId))];
  const recent = all.filter(({ favourite }) => !favourite).sort((left, right) => (right.usedAt ?? 0) - (left.usedAt ?? 0));
  return [...all.filter(({ favourite }) => favourite), ...recent.slice(0, recentOnes)];
}

/** What is known after the star of a workspace was pressed. */
export function afterMark(known: readonly KnownWorkspace[], workspace: KnownWorkspace): readonly KnownWorkspace[] {
  const before = known.find(({ workspaceId }) => workspaceId === workspace.workspaceId);
  const others = known.filter((other) => other !== before);
  const { favourite, ...bare } = before ?? workspace;
  if (favourite) return bare.usedAt === undefined ? others : [...others, bare];
  return [...others, { ...bare, favourite: true }];
}

/** Favourites, recent ones, then the list of Azure Resource Manager by tenant and subscription; each workspace stands once. */
export function workspaceGroups(known: readonly KnownWorkspace[], listing: WorkspaceListing | undefined): readonly WorkspaceGroup[] {
  const favourites = known.filter(({ favourite }) => favourite).sort(byName);
  const recent = known.filter(({ favourite, usedAt }) => !favourite && usedAt !== undefined).sort((left, right) => (right.usedAt ?? 0) - (left.usedAt ?? 0));
  const shown = new Set([...favourites, ...recent].map(({ workspaceId }) => workspaceId));
  return [{ title: 'Favourites', workspaces: favourites }, { title: 'Recent', workspaces: recent }, ...(listing ? listedGroups(listing, shown) : [])].filter(({ workspaces }) => workspaces.length > 0);
}

function listedGroups(listing: WorkspaceListing, shown: ReadonlySet<string>): readonly WorkspaceGroup[] {
  const groups = new Map<string, KnownWorkspace[]>();
  for (const workspace of listing.workspaces) {
    if (shown.has(workspace.workspaceId)) continue;
    const title = placeOf(workspace, listing);
    groups.set(title, [...(groups.get(title) ?? []), knownFrom(workspace)]);
  }
  return [...groups].sort(([left], [right]) => left.localeCompare(right)).map(([title, workspaces]) => ({ title, workspaces: workspaces.sort(byName) }));
}

function placeOf({ tenantId, subscriptionId }: ListedWorkspace, { tenants, subscriptions }: WorkspaceListing): string {
  const tenant = tenants.find((other) => other.tenantId === tenantId)?.title ?? tenantId;
  const subscription = subscriptions.find((other) => other.subscriptionId === subscriptionId)?.title ?? subscriptionId;
  return [tenant, subscription].filter((part) => part !== '').join(' › ');
}

function knownFrom({ workspaceId, name, resourceId }: ListedWorkspace): KnownWorkspace {
  return { workspaceId, name, resourceId };
}

function byName(left: KnownWorkspace, right: KnownWorkspace): number {
  return (left.name ?? left.workspaceId).localeCompare(right.name ?? right.workspaceId);
}

/** The source that the chosen workspaces make together; the first one names it. Undefined when none is chosen. */
export function specOf(chosen: readonly KnownWorkspace[], access: WorkspaceAccess): WorkspaceSpec | undefined {
  const [first] = chosen;
  const spec = workspaceFrom(chosen.map(({ workspaceId }) => workspaceId).join(','), access);
  return spec && { ...spec, ...(first?.name !== undefined && { name: first.name }), ...(first?.resourceId !== undefined && { resourceId: first.resourceId }) };
}

export type TypedWorkspace =
  | { readonly kind: 'workspaces'; readonly workspaces: readonly KnownWorkspace[] }
  /** A resource ID that the list does not have. */
  | { readonly kind: 'unlisted'; readonly resourceId: string };

/** What a person typed or pasted: workspace GUIDs with commas between them, `DEMO_WORKSPACE`, or a resource ID; undefined when it is a word to search for. */
export function typedWorkspace(text: string, listing: WorkspaceListing | undefined): TypedWorkspace | undefined {
  const resourceId = /\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.OperationalInsights\/workspaces\/[^/\s]+/i.exec(text)?.[0];
  if (resourceId !== undefined) {
    const listed = listing?.workspaces.find((workspace) => workspace.resourceId.toLowerCase() === resourceId.toLowerCase());
    return listed ? { kind: 'workspaces', workspaces: [knownFrom(listed)] } : { kind: 'unlisted', resourceId };
  }
  const spec = workspaceFrom(text);
  if (!spec) return undefined;
  const listed = new Map(listing?.workspaces.map((workspace) => [workspace.workspaceId, workspace]));
  const ids = [spec.workspaceId, ...(spec.additionalWorkspaceIds ?? [])];
  return { kind: 'workspaces', workspaces: ids.map((workspaceId) => { const found = listed.get(workspaceId); return found ? knownFrom(found) : { workspaceId }; }) };
}

/** What a person sees of a workspace without a name. */
export function workspaceLabel({ workspaceId, name }: KnownWorkspace): string {
  return name ?? (workspaceId === demoWorkspace.workspaceId ? 'Demo workspace of Microsoft' : `Workspace ${workspaceId}`);
}
