import { isoTime, type Moment } from './clock.ts';
import { azureResource, tenant, type Actor, type Person } from './cast.ts';
import type { SignInReference } from './signIns.ts';
import type { World } from './world.ts';

const objectIdClaim = 'http://schemas.microsoft.com/identity/claims/objectidentifier';

export interface ArmOperation {
  readonly time: Moment;
  readonly operation: string;
  /** Resource ID below the subscription. */
  readonly target: string;
  readonly address: string;
  /** The sign-in whose token was used; the claims carry it as `uti`, which some services leave out. */
  readonly signIn?: SignInReference;
  readonly result?: string;
  readonly category?: string;
  readonly correlationId?: string;
}

/** An AzureActivity record: who asked Azure Resource Manager for what. */
export function armOperation({ random, sink }: World, actor: Actor, event: ArmOperation): void {
  sink.diagnostic(event.category ?? 'Administrative', {
    time: isoTime(event.time),
    resourceId: event.target.toUpperCase(),
    operationName: event.operation.toUpperCase(),
    category: event.category ?? 'Administrative',
    resultType: event.result ?? 'Success',
    resultSignature: 'Succeeded.OK',
    durationMs: 40 + random.below(3000),
    callerIpAddress: event.address,
    correlationId: event.correlationId ?? random.guid(),
    identity: {
      authorization: {
        scope: event.target,
        action: event.operation,
        evidence: { role: 'Contributor', roleAssignmentScope: `/subscriptions/${tenant.subscriptionId}`, principalId: actor.servicePrincipalId.replace(/-/g, ''), principalType: 'ServicePrincipal' },
      },
      claims: {
        aud: 'https://management.azure.com/',
        iss: `https://sts.windows.net/${tenant.id}/`,
        appid: actor.appId,
        appidacr: actor.credential.type === 'clientSecret' ? '1' : '2',
        [objectIdClaim]: actor.servicePrincipalId,
        'http://schemas.microsoft.com/identity/claims/tenantid': tenant.id,
        ...(event.signIn ? { uti: event.signIn.token } : {}),
        ver: '1.0',
      },
    },
    level: 'Information',
    location: 'global',
    properties: { entity: event.target, hierarchy: `${tenant.id}/${tenant.subscriptionId}`, message: event.operation },
  });
}

export interface VaultOperation {
  readonly time: Moment;
  readonly operation: string;
  readonly vault: string;
  readonly item: string;
  readonly address: string;
}

/** An AZKVAuditLogs record. Its claims name the caller's object ID but no token, so no exact link to a sign-in exists. */
export function vaultOperation({ random, sink }: World, actor: Actor, event: VaultOperation): void {
  sink.diagnostic('AuditEvent', {
    time: isoTime(event.time),
    resourceId: azureResource('rg-backup', 'Microsoft.KeyVault/vaults', event.vault).toUpperCase(),
    operationName: event.operation,
    operationVersion: '7.4',
    category: 'AuditEvent',
    resultType: 'Success',
    resultSignature: 'OK',
    resultDescription: '',
    durationMs: String(8 + random.below(60)),
    callerIpAddress: event.address,
    correlationId: random.guid(),
    identity: { claim: { [objectIdClaim]: actor.servicePrincipalId, appid: actor.appId, ...(actor.azureResourceId === undefined ? {} : { xms_mirid: actor.azureResourceId }) } },
    properties: { id: `https://${event.vault}.vault.azure.net/secrets/${event.item}`, clientInfo: 'azsdk-python-keyvault-secrets/4.8.0', requestUri: `https://${event.vault}.vault.azure.net/secrets/${event.item}?api-version=7.4`, httpStatusCode: 200, isAddressAuthorized: true },
  });
}

export interface GraphCall {
  readonly time: Moment;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly address: string;
  readonly roles: string;
  readonly signIn: SignInReference;
  readonly status?: number;
  readonly requestId?: string;
}

/** A MicrosoftGraphActivityLogs record; `signInActivityId` is the token identifier of the sign-in it rests on. */
export function graphCall({ random, sink }: World, actor: Actor, event: GraphCall): void {
  const requestId = event.requestId ?? random.guid();
  const time = isoTime(event.time);
  const durationMs = 20 + random.below(900);
  sink.diagnostic('MicrosoftGraphActivityLogs', {
    time,
    resourceId: `/TENANTS/${tenant.id.toUpperCase()}/PROVIDERS/MICROSOFT.AADIAM`,
    operationName: 'Microsoft Graph Activity',
    operationVersion: 'v1.0',
    category: 'MicrosoftGraphActivityLogs',
    tenantId: tenant.id,
    resultSignature: String(event.status ?? 200),
    durationMs,
    callerIpAddress: event.address,
    correlationId: requestId,
    Level: 4,
    location: 'Sweden Central',
    properties: {
      timeGenerated: time, requestId, operationId: requestId, clientRequestId: random.guid(), apiVersion: 'v1.0', requestMethod: event.method,
      requestUri: `https://graph.microsoft.com/v1.0/${event.path}`, responseStatusCode: event.status ?? 200, responseSizeBytes: 200 + random.below(20_000), durationMs,
      appId: actor.appId, servicePrincipalId: actor.servicePrincipalId, userId: null, ipAddress: event.address, userAgent: 'python-requests/2.32.3', roles: event.roles, scopes: null,
      tokenIssuedAt: isoTime(event.signIn.time), signInActivityId: event.signIn.token, clientAuthMethod: actor.credential.type === 'certificate' ? '2' : '1',
      identityProvider: `https://sts.windows.net/${tenant.id}/`, tenantId: tenant.id, wids: '', atContent: '',
    },
  });
}

export interface ModifiedProperty {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface AuditEvent {
  readonly time: Moment;
  readonly operation: string;
  readonly category: string;
  readonly type: 'Add' | 'Update' | 'Delete' | 'Assign';
  readonly by: Person | Actor;
  readonly target: { readonly id: string; readonly name: string; readonly type: string; readonly appId?: string };
  readonly changed?: readonly ModifiedProperty[];
  readonly correlationId?: string;
}

/** An AuditLogs record. One that an application started names no address at all; one of a person does. */
export function auditEvent({ random, sink }: World, event: AuditEvent): void {
  const correlationId = event.correlationId ?? random.guid();
  const time = isoTime(event.time);
  const byPerson = 'upn' in event.by;
  sink.diagnostic('AuditLogs', {
    time,
    resourceId: `/tenants/${tenant.id}/providers/Microsoft.aadiam`,
    operationName: event.operation,
    operationVersion: '1.0',
    category: 'AuditLogs',
    tenantId: tenant.id,
    resultSignature: 'None',
    durationMs: 0,
    correlationId,
    identity: event.by.name,
    Level: 4,
    properties: {
      id: `Directory_${correlationId}_${random.below(1_000_000)}`,
      category: event.category,
      correlationId,
      result: 'success',
      resultReason: '',
      activityDisplayName: event.operation,
      activityDateTime: time.replace('Z', '+00:00'),
      loggedByService: event.category === 'Policy' ? 'Conditional Access' : 'Core Directory',
      operationType: event.type,
      initiatedBy: initiator(event.by),
      targetResources: [{
        id: event.target.id, displayName: event.target.name, type: event.target.type,
        modifiedProperties: (event.changed ?? []).map(({ name, before, after }) => ({ displayName: name, oldValue: before, newValue: after })), administrativeUnits: [],
      }],
      additionalDetails: [{ key: 'User-Agent', value: byPerson ? 'Mozilla/5.0' : 'python-requests/2.32.3' }, ...(event.target.appId === undefined ? [] : [{ key: 'AppId', value: event.target.appId }])],
    },
  });
}

function initiator(by: Person | Actor): object {
  return 'upn' in by
    ? { user: { id: by.id, displayName: null, userPrincipalName: by.upn, ipAddress: by.address, roles: [] } }
    : { app: { appId: null, displayName: by.name, servicePrincipalId: by.servicePrincipalId, servicePrincipalName: null } };
}

/** The bracketed text in which audit records describe the keys of an object. */
export function keyDescriptions(keys: readonly { readonly id: string; readonly type: 'Password' | 'AsymmetricX509Cert'; readonly name: string }[]): string {
  return JSON.stringify(keys.map(({ id, type, name }) => `[KeyIdentifier=${id},KeyType=${type},KeyUsage=Verify,DisplayName=${name}]`));
}

export interface WorkflowRun {
  readonly time: Moment;
  readonly workflow: string;
  readonly action: string;
  readonly runId: string;
}

/** A LogicAppWorkflowRuntime record: it names the workflow and the run, but no identity and no address. */
export function workflowRun({ random, sink }: World, event: WorkflowRun): void {
  const workflowId = azureResource('rg-finance', 'Microsoft.Logic/workflows', event.workflow);
  sink.diagnostic('WorkflowRuntime', {
    time: isoTime(event.time),
    workflowId: workflowId.toUpperCase(),
    resourceId: `${workflowId}/runs/${event.runId}/actions/${event.action}`.toUpperCase(),
    category: 'WorkflowRuntime',
    level: 'Information',
    operationName: 'Microsoft.Logic/workflows/workflowActionCompleted',
    properties: {
      $schema: '2016-06-01',
      startTime: isoTime(event.time - 900),
      endTime: isoTime(event.time),
      status: 'Succeeded',
      code: 'OK',
      resource: { subscriptionId: tenant.subscriptionId, resourceGroupName: 'rg-finance', workflowId: workflowId.split('/').at(-1), workflowName: event.workflow, runId: event.runId, location: 'swedencentral', actionName: event.action },
      correlation: { actionTrackingId: random.guid(), clientTrackingId: event.runId },
    },
  });
}

