import { ProblemError } from '../base/index.ts';
import { demoWorkspace, signInWays, type CloudId, type SignInWay, type SourceSpec, type WorkspaceAccess } from '../protocol/index.ts';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** How to sign in, as the command line names it. */
export interface AccessFlags {
  readonly auth?: string;
  readonly cloud?: CloudId;
  readonly tenant?: string;
  readonly clientId?: string;
}

/** The ways to sign in that work without the editor, by their option. */
export const authOptions: readonly string[] = Object.values(signInWays).flatMap(({ option, needsEditor }) => (needsEditor ? [] : [option]));

export function accessFrom({ auth = signInWays.default.option, cloud, tenant, clientId }: AccessFlags): WorkspaceAccess {
  const way = (Object.keys(signInWays) as readonly SignInWay[]).find((name) => signInWays[name].option === auth) ?? 'default';
  return { auth: way, ...(cloud === undefined ? {} : { cloud }), ...(tenant === undefined ? {} : { tenantId: tenant }), ...(clientId === undefined ? {} : { clientId }) };
}

/**
 * Reads `--source`: `sample`, `none`, a path, or `workspace:` with a GUID, several joined by commas, or `DEMO_WORKSPACE`.
 * Throws ProblemError CLI001 for a workspace that is no GUID.
 */
export function parseSourceArgument(text: string, flags: AccessFlags = {}): SourceSpec {
  if (text === 'sample' || text === 'none') return { kind: text };
  if (!text.startsWith('workspace:')) return { kind: 'local', path: text };
  const named = text.slice('workspace:'.length);
  if (named.toUpperCase() === demoWorkspace.workspaceId) return { kind: 'workspace', workspaceId: demoWorkspace.workspaceId, auth: 'demoKey' };
  const [workspaceId = '', ...more] = named.split(',').map((id) => id.trim().toLowerCase());
  const wrong = [workspaceId, ...more].find((id) => !guid.test(id));
  if (wrong !== undefined) {
    throw new ProblemError({
      code: 'CLI001',
      message: `"${wrong}" is not a workspace GUID. The portal shows it as "Workspace ID" on the Log Analytics workspace's overview page: workspace:00000000-0000-0000-0000-000000000000. "identity-trail workspaces" lists those that your account sees.`,
    });
  }
  return { kind: 'workspace', workspaceId, ...(more.length === 0 ? {} : { additionalWorkspaceIds: more }), ...accessFrom(flags) };
}
