import { cloudIds, clouds, demoWorkspace, otherWays, signInWays, type CloudId, type SignInWay, type SourceSpec, type WorkspaceAccess } from '../../protocol/index.ts';

/** The GUID in what a person typed, in lower case; undefined when it is none. */
export function guidFrom(text: string): string | undefined {
  return /^\s*\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?\s*$/i.exec(text)?.[1]?.toLowerCase();
}

/** How a kept workspace is signed in to; VS Code's account where nothing readable was kept. */
export function accessFrom(stored: unknown): WorkspaceAccess {
  const { auth, cloud, tenantId, clientId } = (stored ?? {}) as Readonly<Record<string, unknown>>;
  const tenant = typeof tenantId === 'string' && tenantFault(tenantId) === undefined ? tenantId : undefined;
  const client = typeof clientId === 'string' ? guidFrom(clientId) : undefined;
  return {
    auth: typeof auth === 'string' && Object.hasOwn(signInWays, auth) && auth !== 'demoKey' ? (auth as SignInWay) : 'editor',
    ...(cloudIds.includes(cloud as CloudId) && { cloud: cloud as CloudId }),
    ...(tenant !== undefined && { tenantId: tenant }),
    ...(client !== undefined && { clientId: client }),
  };
}

/** The ways to sign in that the editor offers: first the one in use, then the others in the order they are worth trying. */
export function offeredWays(current: SignInWay): readonly SignInWay[] {
  return [...(current === 'demoKey' ? [] : [current]), ...otherWays(current), ...(current === 'default' ? [] : ['default' as const])];
}

/** Whether an application ID of one's own may take the place of the usual client. */
export function takesClient(way: SignInWay): boolean {
  return way === 'editor' || way === 'deviceCode' || way === 'workloadIdentity' || way === 'managedIdentity';
}

/** `VS Code's Microsoft account · Azure US Government · tenant contoso.com`. */
export function accessText({ auth, cloud = 'public', tenantId, clientId }: WorkspaceAccess): string {
  return [
    signInWays[auth].title,
    ...(cloud === 'public' ? [] : [clouds[cloud].title]),
    ...(tenantId === undefined ? [] : [`tenant ${tenantId}`]),
    ...(clientId === undefined ? [] : [`client ${clientId}`]),
  ].join(' · ');
}

/** What is wrong with a typed directory (tenant): a GUID or a domain name; undefined when it will do, also when it is empty. */
export function tenantFault(text: string): string | undefined {
  if (text.trim() === '' || guidFrom(text) !== undefined || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text.trim())) return undefined;
  return 'A tenant is a directory ID (a GUID) or a domain name such as contoso.onmicrosoft.com.';
}

/** What is wrong with a typed application ID; undefined when it will do, also when it is empty. */
export function clientFault(text: string): string | undefined {
  return text.trim() === '' || guidFrom(text) !== undefined ? undefined : 'An application (client) ID is a GUID; the Overview page of the app registration shows it.';
}

/** Whether a source is Microsoft's public demo workspace, which nobody signs in to. */
export function isDemo(spec: SourceSpec): boolean {
  return spec.kind === 'workspace' && spec.workspaceId === demoWorkspace.workspaceId;
}
