import { idOf } from './random.ts';

/** A workload identity of the sample: its three IDs, and how and where it signs in. */
export interface Actor {
  readonly name: string;
  readonly kind: 'servicePrincipal' | 'systemAssigned' | 'userAssigned';
  readonly appId: string;
  readonly servicePrincipalId: string;
  readonly applicationObjectId: string;
  readonly credential: Credential;
  readonly addresses: readonly [string, ...string[]];
  /** Azure resource a managed identity belongs to. */
  readonly azureResourceId?: string;
}

export interface Credential {
  readonly type: 'clientSecret' | 'certificate' | 'federatedIdentityCredential' | 'managedIdentity';
  readonly keyId: string;
  readonly thumbprint?: string;
}

export interface Resource {
  readonly name: string;
  readonly appId: string;
}

export interface Person {
  readonly name: string;
  readonly upn: string;
  readonly id: string;
  readonly address: string;
}

/** A tenant that does not exist, on names and addresses set aside for examples (RFC 2606, 5737, 3849). */
export const tenant = {
  id: idOf('tenant/lindholm-freight'),
  domain: 'lindholmfreight.example',
  subscriptionId: idOf('subscription/lindholm-production'),
  workspaceId: idOf('workspace/lindholm-logs'),
} as const;

/** Microsoft's own application IDs, which are the same in every tenant. */
export const resources = {
  arm: { name: 'Windows Azure Service Management API', appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013' },
  keyVault: { name: 'Azure Key Vault', appId: 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093' },
  graph: { name: 'Microsoft Graph', appId: '00000003-0000-0000-c000-000000000000' },
  logAnalytics: { name: 'Log Analytics API', appId: 'ca7f3f0b-7d91-482c-8e09-c5d840d0eac5' },
  storage: { name: 'Azure Storage', appId: 'e406a681-f3d4-42a8-90b6-c2b029497af1' },
  sql: { name: 'Azure SQL Database', appId: '022907d3-0f1b-48f7-badc-1ba6abab6d66' },
} as const satisfies Record<string, Resource>;

export function servicePrincipal(name: string, addresses: Actor['addresses'], type: Credential['type'] = 'clientSecret', key = name): Actor {
  return {
    name,
    kind: 'servicePrincipal',
    appId: idOf(`${key}/application`),
    servicePrincipalId: idOf(`${key}/service-principal`),
    applicationObjectId: idOf(`${key}/application-object`),
    credential: {
      type,
      keyId: idOf(`${key}/credential`),
      ...(type === 'certificate' ? { thumbprint: idOf(`${key}/thumbprint`).replace(/-/g, '').toUpperCase() + '5D21A0C4' } : {}),
    },
    addresses,
  };
}

export function managedIdentity(name: string, kind: 'systemAssigned' | 'userAssigned', azureResourceId: string): Actor {
  return { ...servicePrincipal(name, [''], 'managedIdentity'), kind, azureResourceId };
}

export function azureResource(group: string, type: string, name: string): string {
  return `/subscriptions/${tenant.subscriptionId}/resourceGroups/${group}/providers/${type}/${name}`;
}

/** Everyone a story is about; the numbers of the stories are those of the folder `stories`. */
export const cast = {
  backupVm: managedIdentity('vm-backup-01', 'systemAssigned', azureResource('rg-backup', 'Microsoft.Compute/virtualMachines', 'vm-backup-01')),
  pipeline: servicePrincipal('deploy-pipeline-prod', ['192.0.2.24']),
  invoiceLogic: servicePrincipal('invoice-intake-logic', ['192.0.2.61']),
  policyKeeper: servicePrincipal('conditional-access-keeper', ['192.0.2.77'], 'certificate'),
  reportBot: servicePrincipal('report-export-bot', ['192.0.2.90']),
  payroll: servicePrincipal('payroll-sync', ['192.0.2.110']),
  /** One object that went by three names. */
  crm: servicePrincipal('crm-connector', ['192.0.2.120']),
  /** Two objects of one name: joining by name hands the work of one to the other. */
  buildAgentNorth: servicePrincipal('build-agent', ['192.0.2.131'], 'clientSecret', 'build-agent/north'),
  buildAgentSouth: servicePrincipal('build-agent', ['192.0.2.132'], 'clientSecret', 'build-agent/south'),
  dormant: servicePrincipal('legacy-etl', ['192.0.2.140']),
  gitHub: servicePrincipal('github-deploy-web', ['203.0.113.140', '203.0.113.141'], 'federatedIdentityCredential'),
  kubelet: managedIdentity('id-aks-kubelet', 'userAssigned', azureResource('rg-aks', 'Microsoft.ManagedIdentity/userAssignedIdentities', 'id-aks-kubelet')),
  functionApp: managedIdentity('func-shipping-rates', 'systemAssigned', azureResource('rg-web', 'Microsoft.Web/sites', 'func-shipping-rates')),
} as const satisfies Record<string, Actor>;

/** Names an attacker might choose: whatever shows or exports them must treat them as text. */
export const hostileNames = [
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://x","y")',
  '[x](command:workbench.action.terminal.new)',
  'name with "quotes" \\ back | pipe // comment\nand a second line',
] as const;

export const intruder = { address: '203.0.113.66', secondAddress: '2001:db8:66::1', newName: 'Microsoft Graph Sync Agent', keyId: idOf('intruder/credential') } as const;

export const people = {
  admin: { name: 'Ida Lindholm', upn: `ida.lindholm@${tenant.domain}`, id: idOf('person/ida'), address: '198.51.100.10' },
  developer: { name: 'Pontus Berg', upn: `pontus.berg@${tenant.domain}`, id: idOf('person/pontus'), address: '198.51.100.23' },
  accountant: { name: 'Marta Kowal', upn: `marta.kowal@${tenant.domain}`, id: idOf('person/marta'), address: '198.51.100.31' },
} as const satisfies Record<string, Person>;
