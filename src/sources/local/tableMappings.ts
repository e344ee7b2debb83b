import { sources, type ColumnSources } from './fieldSources.ts';

/** How records of a table differ from the rule "a column is the field of the same name, first in `properties`, then outside". */
export interface TableMapping {
  readonly columns: ColumnSources;
  /** Values of columns that no field carries. */
  readonly constants?: Readonly<Record<string, string>>;
  /** Whether each field of `properties` becomes a column; otherwise they stay together in one. */
  readonly spread: boolean;
  /** Fields that the columns above use up, so that they are not kept a second time as columns of their own. */
  readonly consumed?: readonly string[];
}

const signIn = {
  Category: 'o.category',
  OperationName: 'o.operationName',
  ResultType: 'o.resultType | p.status>errorCode',
  ResultDescription: 'o.resultDescription | p.status>failureReason',
  Identity: 'o.identity | p.userDisplayName | p.servicePrincipalName',
  Location: 'o.location | p.location>countryOrRegion',
  LocationDetails: 'p.location',
  IPAddress: 'p.ipAddress | o.callerIpAddress',
  AADTenantId: 'o.tenantId | p.tenantId',
  ResourceId: 'o.resourceId',
  ResourceIdentity: 'p.resourceId',
  ConditionalAccessPolicies: 'p.appliedConditionalAccessPolicies',
};
const signInConstants = { OperationName: 'Sign-in activity', ResourceGroup: 'Microsoft.aadiam' };
const milliseconds = { ProcessingTimeInMs: 'p.processingTimeInMilliseconds' };

function signInTable(category: string, more: Readonly<Record<string, string>> = {}): TableMapping {
  return { columns: sources({ ...signIn, ...more }), constants: { ...signInConstants, Category: category }, spread: true };
}

const risk = { IpAddress: 'p.ipAddress | o.callerIpAddress', AADTenantId: 'o.tenantId' };

const claims = 'o.identity>claims';
const claim = (name: string) => `${claims}>${name}`;

/** Tables whose records need more than the general rule. */
export const tableMappings: Readonly<Record<string, TableMapping>> = {
  SigninLogs: signInTable('SignInLogs', { AppliedConditionalAccessPolicies: 'p.appliedConditionalAccessPolicies' }),
  AADNonInteractiveUserSignInLogs: signInTable('NonInteractiveUserSignInLogs', milliseconds),
  AADServicePrincipalSignInLogs: signInTable('ServicePrincipalSignInLogs'),
  AADManagedIdentitySignInLogs: signInTable('ManagedIdentitySignInLogs'),
  MicrosoftServicePrincipalSignInLogs: signInTable('MicrosoftServicePrincipalSignInLogs'),
  ADFSSignInLogs: signInTable('ADFSSignInLogs', milliseconds),
  AuditLogs: {
    columns: sources({
      OperationName: 'o.operationName | p.activityDisplayName',
      Category: 'p.category',
      AADOperationType: 'p.operationType',
      AADTenantId: 'o.tenantId | p.tenantId',
      Identity: 'o.identity',
    }),
    spread: true,
  },
  AADProvisioningLogs: { columns: sources({ AADTenantId: 'o.tenantId | p.tenantId' }), spread: true },
  AADUserRiskEvents: { columns: sources(risk), spread: true },
  AADServicePrincipalRiskEvents: { columns: sources(risk), spread: true },
  AADRiskyUsers: { columns: sources(risk), spread: true },
  AADRiskyServicePrincipals: { columns: sources(risk), spread: true },
  MicrosoftGraphActivityLogs: {
    columns: sources({ IPAddress: 'p.ipAddress | o.callerIpAddress', AadTenantId: 'p.tenantId | o.tenantId' }),
    spread: true,
  },
  AzureActivity: {
    columns: sources({
      OperationNameValue: 'o.operationName',
      OperationName: 'o.operationName',
      CategoryValue: 'o.category',
      Category: 'o.category',
      ActivityStatusValue: 'o.resultType',
      ActivityStatus: 'o.resultType',
      ActivitySubstatusValue: 'o.resultSignature',
      ActivitySubstatus: 'o.resultSignature',
      Authorization: 'o.identity>authorization',
      Authorization_d: 'o.identity>authorization',
      Claims: claims,
      Claims_d: claims,
      Caller: [
        'o.caller',
        claim('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn'),
        claim('http://schemas.microsoft.com/identity/claims/objectidentifier'),
        claim('appid'),
      ].join(' | '),
      Properties: 'o.properties',
      Properties_d: 'o.properties',
      Hierarchy: 'p.hierarchy',
      HTTPRequest: 'p.httpRequest | o.httpRequest',
      ResourceProviderValue: 'o.resourceProviderValue',
    }),
    spread: false,
    consumed: ['identity', 'properties'],
  },
  AZKVAuditLogs: { columns: sources({ Identity: 'o.identity', Id: 'p.id' }), spread: true },
  LogicAppWorkflowRuntime: {
    columns: sources({
      WorkflowId: 'p.resource>workflowId | o.workflowId',
      WorkflowName: 'p.resource>workflowName',
      RunId: 'p.resource>runId',
      OriginRunId: 'p.resource>originRunId',
      ActionName: 'p.resource>actionName',
      TriggerName: 'p.resource>triggerName',
      Location: 'p.resource>location | o.location',
      ActionTrackingId: 'p.correlation>actionTrackingId',
      ClientTrackingId: 'p.correlation>clientTrackingId',
      ClientKeywords: 'p.correlation>clientKeywords',
    }),
    spread: true,
  },
  StorageBlobLogs: {
    columns: sources({
      RequesterAppId: 'o.identity>requester>appId | o.identity>requester>appID',
      RequesterAudience: 'o.identity>requester>audience',
      RequesterObjectId: 'o.identity>requester>objectId',
      RequesterTenantId: 'o.identity>requester>tenantId',
      RequesterTokenIssuer: 'o.identity>requester>tokenIssuer',
      RequesterUpn: 'o.identity>requester>upn',
      AuthenticationType: 'o.identity>type',
      AuthenticationHash: 'o.identity>tokenHash',
      AuthorizationDetails: 'o.identity>authorization',
    }),
    spread: true,
  },
};

export const generalMapping: TableMapping = { columns: {}, spread: true };
