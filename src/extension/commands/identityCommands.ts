import * as vscode from 'vscode';
import type { CommandId } from '../contributions.ts';
import { identityOrders, withoutIcons, type Identity, type IdentityOrder } from '../model/index.ts';
import type { Handler, Parts } from '../parts.ts';
import { identityNodeFrom, identityOf } from './arguments.ts';
import { askIdentity } from './askIdentity.ts';
import { copyText } from './copyText.ts';
import { explainText } from './explainText.ts';
import { filterAsTyped } from './filterAsTyped.ts';
import { offerScenarios } from './offerScenarios.ts';

/** Commands about identities. Each works from a node of the tree, from the selection, and from the palette. */
export const identityCommands = {
  'identityTrail.refreshIdentities': ({ identities }) => identities.refresh(),
  'identityTrail.filterIdentities': ({ identities }, text) => (typeof text === 'string' ? identities.setFilter(text) : filterAsTyped(identities)),
  'identityTrail.clearIdentityFilter': ({ identities }) => identities.setFilter(''),
  'identityTrail.sortIdentities': async ({ identities }) => {
    const orders = Object.entries(identityOrders) as readonly (readonly [IdentityOrder, string])[];
    const items = orders.map(([order, label]) => ({ label, description: order === identities.order ? 'now' : '', order }));
    const chosen = await vscode.window.showQuickPick(items, { placeHolder: 'The order of identities in each group' });
    if (chosen) identities.setOrder(chosen.order);
  },
  'identityTrail.showMoreIdentities': ({ identities }, argument) => {
    const node = identityNodeFrom(argument) ?? identities.selected;
    if (node?.type === 'more') identities.showMore(node.group);
  },
  'identityTrail.copyApplicationId': (parts, argument) => copyOf(parts, argument, 'application ID', ({ applicationId }) => applicationId),
  'identityTrail.copyServicePrincipalObjectId': (parts, argument) => copyOf(parts, argument, 'service principal object ID', ({ servicePrincipalId }) => servicePrincipalId),
  'identityTrail.copyIdentityName': (parts, argument) => copyOf(parts, argument, 'display name', ({ name }) => name),
  'identityTrail.copyApplicationObjectId': copyApplicationObjectId,
  'identityTrail.copyDetail': async ({ identities }, argument) => {
    const node = identityNodeFrom(argument) ?? identities.selected;
    if (node?.type === 'id') await copyText(node.value, node.label.replace(/^./, (first) => first.toLowerCase()));
    else if (node?.type === 'detail') await copyText(node.detail.value, 'value');
  },
  'identityTrail.explainFailure': async ({ identities }, argument) => {
    const node = identityNodeFrom(argument) ?? identities.selected;
    if (node?.type === 'detail') await explainText(node.detail.value);
  },
  'identityTrail.runScenarioForIdentity': async (parts, argument) => {
    const identity = await identityFor(parts, argument, 'The identity to investigate');
    if (identity) await offerScenarios(parts, identity);
  },
} as const satisfies Partial<Record<CommandId, Handler>>;

/** The identity a command means: the node it was called on, the selected one, or one that is asked for. */
async function identityFor(parts: Parts, argument: unknown, placeHolder: string): Promise<Identity | undefined> {
  const node = identityNodeFrom(argument) ?? (argument === undefined ? parts.identities.selected : undefined);
  return identityOf(node) ?? (await askIdentity(parts, placeHolder));
}

async function copyOf(parts: Parts, argument: unknown, what: string, value: (identity: Identity) => string): Promise<void> {
  const identity = await identityFor(parts, argument, `The identity whose ${what} to copy`);
  if (identity) await copyText(value(identity), what);
}

/** Audit records name the application object, often none and sometimes several. */
async function copyApplicationObjectId(parts: Parts, argument: unknown): Promise<void> {
  const identity = await identityFor(parts, argument, 'The identity whose application object ID to copy');
  if (!identity) return;
  const { applicationObjectIds } = await parts.identities.details(identity);
  const [first, ...others] = applicationObjectIds;
  if (first === undefined) {
    const why = identity.kind === 'servicePrincipal' ? 'No audit record of this source names it.' : 'A managed identity has no registered application.';
    void vscode.window.showInformationMessage(`There is no application object ID to copy. ${why}`);
    return;
  }
  const chosen = others.length === 0 ? first : await vscode.window.showQuickPick(applicationObjectIds.map(withoutIcons), { placeHolder: 'Audit records name several application objects, the newest first' });
  if (chosen !== undefined) await copyText(chosen, 'application object ID');
}
