import * as vscode from 'vscode';
import { counted } from '../../base/index.ts';
import { displayName, labelText, withoutIcons, type Identity } from '../model/index.ts';
import type { Parts } from '../parts.ts';

export interface IdentityItem extends vscode.QuickPickItem {
  readonly identity: Identity;
}

/** Lets a person choose an identity of the source in use by any of its names or IDs. */
export async function askIdentity(parts: Parts, placeHolder: string): Promise<Identity | undefined> {
  const identities = await parts.identities.identities();
  if (identities.length === 0) {
    void vscode.window.showInformationMessage('There are no identities to choose from. Open a source with sign-ins of service principals or managed identities first.');
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(identities.map(identityItem), { placeHolder, matchOnDescription: true, matchOnDetail: true });
  return chosen?.identity;
}

export function identityItem(identity: Identity): IdentityItem {
  return {
    label: withoutIcons(labelText(displayName(identity))),
    description: counted(identity.signIns, 'sign-in'),
    detail: `Service principal object ID ${identity.servicePrincipalId} · application ID ${identity.applicationId}`,
    identity,
  };
}
