/** A snippet as written by hand: VS Code's syntax in one text, with `$$` standing for a dollar sign of KQL. */
export interface SnippetBlock {
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: string;
}

const signInTable = '${1|AADServicePrincipalSignInLogs,AADManagedIdentitySignInLogs,AADNonInteractiveUserSignInLogs,SigninLogs|}';
const period = (index: number) => `\${${String(index)}|1d,1h,7d,14d,30d|}`;

/** Queries and pieces of queries that investigators type again and again. Each runs as it stands. */
export const snippetBlocks: readonly SnippetBlock[] = [
  {
    name: 'Rule: failed sign-ins with expired or wrong secrets', prefix: 'rule-failed-signins',
    description: 'Service principals that fail with 7000222 (expired secret) or 7000215 (wrong secret), counted per object ID, with every column a rule maps to entities.',
    body: `AADServicePrincipalSignInLogs
| where TimeGenerated > ago(${period(1)})
| where ResultType in ("7000215", "7000222")
| summarize Failures = count(), FirstFailure = min(TimeGenerated), LastFailure = max(TimeGenerated), Addresses = make_set(IPAddress, 100), Resources = make_set(ResourceDisplayName, 100),
    arg_max(TimeGenerated, ServicePrincipalName, IPAddress) by ServicePrincipalId, AppId, ResultType
| where Failures >= \${2:3}
| project TimeGenerated, ServicePrincipalName, ServicePrincipalId, AppId, ResultType, Failures, FirstFailure, LastFailure, IPAddress, Addresses, Resources`,
  },
  { name: 'Time filter', prefix: 'where-time', description: 'Records of the last day, hour, week …', body: `${signInTable}\n| where TimeGenerated > ago(${period(2)})\n| take \${3:100}` },
  {
    name: 'Time filter between two instants', prefix: 'where-between', description: 'Records between two instants, both included.',
    body: `${signInTable}\n| where TimeGenerated between (datetime(\${2:2026-03-13T00:00:00Z}) .. datetime(\${3:2026-03-14T00:00:00Z}))\n| take \${4:100}`,
  },
  {
    name: 'All workload sign-ins', prefix: 'workload-signins', description: 'Sign-ins of service principals and managed identities in one table.',
    body: `union isfuzzy=true AADServicePrincipalSignInLogs, AADManagedIdentitySignInLogs\n| where TimeGenerated > ago(${period(1)})\n| project TimeGenerated, ServicePrincipalName, ServicePrincipalId, AppId, ResourceDisplayName, IPAddress, ResultType, UniqueTokenIdentifier\n| sort by TimeGenerated desc`,
  },
  {
    name: 'Failed workload sign-ins', prefix: 'workload-failed', description: 'Failed sign-ins of workload identities by error code.',
    body: `union isfuzzy=true AADServicePrincipalSignInLogs, AADManagedIdentitySignInLogs\n| where TimeGenerated > ago(${period(1)})\n| where ResultType != "0"\n| summarize Failures = count(), Last = max(TimeGenerated), Addresses = make_set(IPAddress, 50) by ServicePrincipalName, ServicePrincipalId, ResultType\n| sort by Failures desc`,
  },
  {
    name: 'One identity by object ID', prefix: 'where-identity', description: 'Every sign-in of one service principal, by object ID and so whatever its name was.',
    body: `union isfuzzy=true AADServicePrincipalSignInLogs, AADManagedIdentitySignInLogs\n| where ServicePrincipalId =~ "\${1:00000000-0000-0000-0000-000000000000}"\n| sort by TimeGenerated desc`,
  },
  {
    name: 'Credential changes', prefix: 'audit-credentials', description: 'Audit records about credentials of applications and service principals. The operation\'s name is spelt with a long dash in most tenants, so it is searched for by its words.',
    body: `AuditLogs\n| where TimeGenerated > ago(${period(1)})\n| where OperationName has_any ("service principal credentials", "Certificates and secrets management")\n| extend Target = tostring(TargetResources[0].displayName), TargetId = tostring(TargetResources[0].id), By = tostring(InitiatedBy.user.userPrincipalName), ByApp = tostring(InitiatedBy.app.displayName)\n| project TimeGenerated, OperationName, Target, TargetId, By, ByApp, Result, CorrelationId`,
  },
  {
    name: 'Changed properties of an audit record', prefix: 'audit-properties', description: 'One row per changed property, with the old and the new value.',
    body: `AuditLogs\n| where TimeGenerated > ago(${period(1)})\n| mv-expand TargetResource = TargetResources\n| mv-expand Property = TargetResource.modifiedProperties\n| project TimeGenerated, OperationName, Target = tostring(TargetResource.displayName), Property = tostring(Property.displayName), OldValue = tostring(Property.oldValue), NewValue = tostring(Property.newValue)`,
  },
  {
    name: 'Renamed identities', prefix: 'audit-renames', description: 'Renames of applications and service principals, by object ID.',
    body: `AuditLogs\n| where TimeGenerated > ago(${period(1)})\n| mv-expand TargetResource = TargetResources\n| mv-expand Property = TargetResource.modifiedProperties\n| where tostring(Property.displayName) == "DisplayName"\n| project TimeGenerated, ObjectId = tostring(TargetResource.id), ObjectType = tostring(TargetResource.type), OldName = tostring(Property.oldValue), NewName = tostring(Property.newValue)`,
  },
  {
    name: 'Actions by applications', prefix: 'audit-by-app', description: 'Directory changes that an application made, by the object ID of its service principal.',
    body: `AuditLogs\n| where TimeGenerated > ago(${period(1)})\n| extend ServicePrincipalId = tostring(InitiatedBy.app.servicePrincipalId), Application = tostring(InitiatedBy.app.displayName)\n| where isnotempty(ServicePrincipalId)\n| project TimeGenerated, Application, ServicePrincipalId, OperationName, Target = tostring(TargetResources[0].displayName)`,
  },
  {
    name: 'Graph activity of an identity', prefix: 'graph-activity', description: 'Microsoft Graph calls of applications, counted by method and path.',
    body: `MicrosoftGraphActivityLogs\n| where TimeGenerated > ago(${period(1)})\n| where isnotempty(ServicePrincipalId)\n| extend Path = tostring(split(RequestUri, "?")[0])\n| summarize Calls = count(), Last = max(TimeGenerated), Addresses = make_set(IPAddress, 20) by ServicePrincipalId, AppId, RequestMethod, Path\n| sort by Calls desc`,
  },
  {
    name: 'Graph activity with its sign-in', prefix: 'graph-token', description: 'Graph calls joined to their sign-in by token: SignInActivityId is the sign-in\'s UniqueTokenIdentifier.',
    body: `MicrosoftGraphActivityLogs\n| where TimeGenerated > ago(${period(1)})\n| where isnotempty(SignInActivityId)\n| join kind=inner (AADServicePrincipalSignInLogs | project SignInTime = TimeGenerated, ServicePrincipalName, SignInIP = IPAddress, UniqueTokenIdentifier) on $$left.SignInActivityId == $$right.UniqueTokenIdentifier\n| project TimeGenerated, SignInTime, ServicePrincipalName, RequestMethod, RequestUri, IPAddress, SignInIP`,
  },
  {
    name: 'Azure operations with their token', prefix: 'arm-token', description: 'AzureActivity with the object ID, application ID and token identifier from its claims.',
    body: `AzureActivity\n| where TimeGenerated > ago(${period(1)})\n| extend Claim = parse_json(Claims)\n| extend ObjectId = tostring(Claim["http://schemas.microsoft.com/identity/claims/objectidentifier"]), AppId = tostring(Claim.appid), Token = tostring(Claim.uti)\n| project TimeGenerated, OperationNameValue, ActivityStatusValue, Caller, CallerIpAddress, ObjectId, AppId, Token`,
  },
  {
    name: 'Key Vault callers', prefix: 'keyvault-callers', description: 'Who read what from key vaults, by the object ID in the claims.',
    body: `AZKVAuditLogs\n| where TimeGenerated > ago(${period(1)})\n| extend ObjectId = coalesce(tostring(Identity.claim.oid), tostring(Identity.claim["http://schemas.microsoft.com/identity/claims/objectidentifier"]))\n| summarize Operations = count(), Last = max(TimeGenerated), Items = make_set(Id, 50) by ObjectId, OperationName, CallerIpAddress`,
  },
  {
    name: 'Sign-ins per hour', prefix: 'signins-per-hour', description: 'How many sign-ins each hour, as a chart.',
    body: `${signInTable}\n| where TimeGenerated > ago(${period(2)})\n| summarize SignIns = count() by bin(TimeGenerated, \${3|1h,5m,1d|})\n| sort by TimeGenerated asc\n| render timechart`,
  },
  {
    name: 'Newest record per identity', prefix: 'latest-per-identity', description: 'The newest sign-in of each identity, whole.',
    body: `AADServicePrincipalSignInLogs\n| where TimeGenerated > ago(${period(1)})\n| summarize arg_max(TimeGenerated, *) by ServicePrincipalId`,
  },
  {
    name: 'First seen since', prefix: 'first-seen', description: 'Identity and address pairs that the time before does not know.',
    body: `let recent = \${1|1d,6h,2d|};\nlet history = \${2|14d,7d,30d|};\nlet known = AADServicePrincipalSignInLogs\n| where TimeGenerated between (ago(history) .. ago(recent))\n| distinct ServicePrincipalId, IPAddress;\nAADServicePrincipalSignInLogs\n| where TimeGenerated > ago(recent)\n| join kind=leftanti known on ServicePrincipalId, IPAddress\n| summarize FirstSeen = min(TimeGenerated), SignIns = count() by ServicePrincipalName, ServicePrincipalId, IPAddress`,
  },
];
