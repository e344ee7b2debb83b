import * as vscode from 'vscode';
import { cloudIds, clouds, signInWays, type SignInWay, type WorkspaceAccess } from '../../protocol/index.ts';
import { accessText, clientFault, offeredWays, takesClient, tenantFault, withoutIcons } from '../model/index.ts';
import type { TokenProvider } from '../tokenProvider.ts';

interface AccessItem extends vscode.QuickPickItem {
  readonly way?: SignInWay;
  /** Asks for one part of the access; undefined when the person turned back. */
  readonly change?: (access: WorkspaceAccess) => Promise<WorkspaceAccess | undefined>;
}

/** Asks how to sign in: one key for the way alone; cloud, tenant, client and account can be changed first. Undefined when the person turned back. */
export async function chooseAccess(tokens: TokenProvider, current: WorkspaceAccess): Promise<WorkspaceAccess | undefined> {
  let access = current;
  for (;;) {
    const chosen = await vscode.window.showQuickPick(accessItems(tokens, access), { title: 'How to Sign In to Log Analytics', placeHolder: `Now: ${withoutIcons(accessText(access))}`, matchOnDetail: true, ignoreFocusOut: true });
    if (!chosen) return undefined;
    if (chosen.way !== undefined) return withWay(access, chosen.way);
    access = (await chosen.change?.(access)) ?? access;
  }
}

/** A client that the way cannot use is left behind. */
function withWay({ clientId, ...access }: WorkspaceAccess, auth: SignInWay): WorkspaceAccess {
  return { ...access, auth, ...(clientId !== undefined && takesClient(auth) && { clientId }) };
}

function accessItems(tokens: TokenProvider, access: WorkspaceAccess): AccessItem[] {
  const { auth, cloud = 'public', tenantId, clientId } = access;
  const ways = offeredWays(auth).map((way): AccessItem => ({ label: signInWays[way].title, description: way === auth ? 'in use' : '', detail: signInWays[way].detail, way }));
  return [
    ...ways,
    { label: 'Where', kind: vscode.QuickPickItemKind.Separator },
    { label: '$(globe) Cloud…', description: clouds[cloud].title, change: chooseCloud },
    { label: '$(organization) Tenant…', description: withoutIcons(tenantId ?? 'the one of the account'), detail: 'For a tenant you are a guest in.', change: askTenant },
    { label: '$(key) Client ID…', description: clientId ?? 'the usual one', detail: 'An app registration of your own, where the usual client may not ask for logs (AADSTS65002).', change: askClient },
    ...(auth === 'editor' ? [{ label: '$(account) Another Account…', detail: "VS Code asks which of its Microsoft accounts to use.", change: (before: WorkspaceAccess) => askAccount(tokens, before) }] : []),
  ];
}

async function chooseCloud(access: WorkspaceAccess): Promise<WorkspaceAccess | undefined> {
  const items = cloudIds.map((id) => ({ label: clouds[id].title, description: id === (access.cloud ?? 'public') ? 'in use' : '', detail: clouds[id].logsEndpoint, id }));
  const chosen = await vscode.window.showQuickPick(items, { title: 'Cloud', ignoreFocusOut: true });
  return chosen && { ...access, cloud: chosen.id };
}

async function askTenant({ tenantId, ...access }: WorkspaceAccess): Promise<WorkspaceAccess | undefined> {
  const typed = await vscode.window.showInputBox({ title: 'Tenant', prompt: 'Directory ID or domain name; empty for the tenant of the account.', value: tenantId ?? '', ignoreFocusOut: true, validateInput: tenantFault });
  return typed === undefined ? undefined : { ...access, ...(typed.trim() !== '' && { tenantId: typed.trim() }) };
}

async function askClient({ clientId, ...access }: WorkspaceAccess): Promise<WorkspaceAccess | undefined> {
  const typed = await vscode.window.showInputBox({ title: 'Client ID', prompt: 'Application (client) ID of an app registration; empty for the usual client.', value: clientId ?? '', ignoreFocusOut: true, validateInput: clientFault });
  return typed === undefined ? undefined : { ...access, ...(typed.trim() !== '' && { clientId: typed.trim() }) };
}

function askAccount(tokens: TokenProvider, access: WorkspaceAccess): Promise<WorkspaceAccess> {
  tokens.askForAccount();
  return Promise.resolve(access);
}
