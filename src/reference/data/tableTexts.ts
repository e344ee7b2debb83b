import type { TableName } from './tableSchemas.ts';

/** What `TableReference` says beyond the columns; our own wording, licence and volume notes from experience with such tenants. */
export interface TableText {
  readonly category?: string;
  readonly purpose: string;
  readonly collectedWith: string;
  readonly volume: string;
}

const p1 = 'Microsoft Entra ID diagnostic settings; needs at least a P1 licence';
const p2 = 'Microsoft Entra ID diagnostic settings; needs a P2 licence';
const premium = 'Microsoft Entra ID diagnostic settings; details need Workload ID Premium';
const sentinel = 'Microsoft Sentinel';

export const tableTexts: Readonly<Record<TableName, TableText>> = {
  SigninLogs: {
    category: 'SignInLogs',
    purpose: 'Interactive sign-ins of people: one record for each time somebody gave a password, a second factor or another proof.',
    collectedWith: p1,
    volume: 'A few records per person and day.',
  },
  AADNonInteractiveUserSignInLogs: {
    category: 'NonInteractiveUserSignInLogs',
    purpose: 'Sign-ins that a client made for a person without asking, mostly by refresh token. The place to look for a replayed token.',
    collectedWith: p1,
    volume: 'Usually the largest sign-in table, ten to fifty times SigninLogs.',
  },
  AADServicePrincipalSignInLogs: {
    category: 'ServicePrincipalSignInLogs',
    purpose: 'Sign-ins of applications as themselves, with a secret, a certificate or a federated token. The main table for workload identities outside Azure.',
    collectedWith: p1,
    volume: 'Steady and independent of people; a busy automation writes thousands an hour, and repeated sign-ins can be grouped into one record.',
  },
  AADManagedIdentitySignInLogs: {
    category: 'ManagedIdentitySignInLogs',
    purpose: 'Token requests of managed identities, whose credential Azure keeps. Tells which resource was asked for and when, hardly from where.',
    collectedWith: p1,
    volume: 'High where many Azure resources run; tokens are cached for up to a day, so far fewer records than calls.',
  },
  MicrosoftServicePrincipalSignInLogs: {
    category: 'MicrosoftServicePrincipalSignInLogs',
    purpose: 'Sign-ins of service principals that belong to Microsoft\'s own services in your tenant.',
    collectedWith: 'Microsoft Entra ID diagnostic settings, as a preview that has to be ticked',
    volume: 'Often larger than the tenant\'s own service principal sign-ins; think before collecting it.',
  },
  AuditLogs: {
    category: 'AuditLogs',
    purpose: 'Changes to the directory: applications, service principals, credentials, consent, roles, groups, policies. Reads are not in it.',
    collectedWith: 'Microsoft Entra ID diagnostic settings; any licence',
    volume: 'Moderate; bursts come from synchronisation and provisioning.',
  },
  AzureActivity: {
    category: 'Administrative',
    purpose: 'Operations on Azure resources through Resource Manager, with caller, address and token claims. Several records tell one operation: its start, its steps and its end.',
    collectedWith: 'The diagnostic setting of each subscription\'s activity log; free to ingest',
    volume: 'Two to five records per write operation; reads are not logged.',
  },
  AzureDiagnostics: {
    purpose: 'The shared table of resources that log in the old mode: one wide table in which the suffix of a column tells its type (_s string, _d number, _g GUID, _b true or false, _t time).',
    collectedWith: 'The diagnostic setting of each resource in Azure diagnostics mode',
    volume: 'Depends on the resources; beyond 500 columns new fields land in AdditionalFields.',
  },
  AZKVAuditLogs: {
    category: 'AuditEvent',
    purpose: 'Requests to key vaults in the resource-specific shape: which secret, key or certificate was asked for, by whom, and whether it was granted.',
    collectedWith: 'The diagnostic setting of each vault with the resource-specific destination',
    volume: 'One record per request; an application that reads its secret for each call fills it quickly.',
  },
  LogicAppWorkflowRuntime: {
    category: 'WorkflowRuntime',
    purpose: 'Runs, triggers and actions of Logic Apps. No identity appears in it: link it to a sign-in by time and by the connection the workflow uses.',
    collectedWith: 'The diagnostic setting of each (standard) logic app',
    volume: 'Several records per run, for the trigger, each action and the run itself.',
  },
  MicrosoftGraphActivityLogs: {
    category: 'MicrosoftGraphActivityLogs',
    purpose: 'Every request to Microsoft Graph in the tenant, reads included, with the token that carried it. Links exactly to a sign-in by SignInActivityId.',
    collectedWith: p1,
    volume: 'Very high, often the largest of all identity tables; a Basic or lake tier is common.',
  },
  AADProvisioningLogs: {
    category: 'ProvisioningLogs',
    purpose: 'What the provisioning service did with accounts in connected systems, step by step.',
    collectedWith: p1,
    volume: 'Grows with each synchronisation cycle and with the number of connected systems.',
  },
  AADRiskyServicePrincipals: {
    category: 'RiskyServicePrincipals',
    purpose: 'The risk state of service principals as Identity Protection sees it, one record per change of state.',
    collectedWith: premium,
    volume: 'Very low.',
  },
  AADServicePrincipalRiskEvents: {
    category: 'ServicePrincipalRiskEvents',
    purpose: 'Single risk detections on service principals, such as a leaked credential or an unusual change.',
    collectedWith: premium,
    volume: 'Very low.',
  },
  AADRiskyUsers: {
    category: 'RiskyUsers',
    purpose: 'The risk state of user accounts, one record per change of state.',
    collectedWith: p2,
    volume: 'Low.',
  },
  AADUserRiskEvents: {
    category: 'UserRiskEvents',
    purpose: 'Single risk detections on user accounts, with address and time.',
    collectedWith: p2,
    volume: 'Low.',
  },
  ADFSSignInLogs: {
    category: 'ADFSSignInLogs',
    purpose: 'Sign-ins answered by federation servers on premises, in the shape of the cloud sign-in tables.',
    collectedWith: 'Microsoft Entra ID diagnostic settings, with Connect Health agents on the federation servers',
    volume: 'Like SigninLogs for the federated part of the users.',
  },
  IdentityInfo: {
    purpose: 'A copy of what is known about each user account: names, roles, groups, risk. One record per account and refresh.',
    collectedWith: 'Microsoft Sentinel with user and entity behaviour analytics switched on, or Defender XDR',
    volume: 'Every account at least once in 14 days, plus changes; take the latest record per account.',
  },
  BehaviorAnalytics: {
    purpose: 'Sign-ins and other activities that Sentinel compared with the usual behaviour of the account, its peers and its devices.',
    collectedWith: 'Microsoft Sentinel with user and entity behaviour analytics switched on',
    volume: 'A part of the records of the tables it reads.',
  },
  ThreatIntelligenceIndicator: {
    purpose: 'Threat indicators in the older flat shape: addresses, domains, hashes and their validity.',
    collectedWith: 'Microsoft Sentinel threat intelligence connectors; replaced by ThreatIntelIndicators',
    volume: 'As the feeds deliver; each update is a further record, so take the latest per IndicatorId.',
  },
  ThreatIntelIndicators: {
    purpose: 'Threat indicators in the newer STIX shape, with the observable as key and value.',
    collectedWith: 'Microsoft Sentinel threat intelligence connectors',
    volume: 'As the feeds deliver, and republished every week or so; take the latest per Id.',
  },
  Usage: {
    purpose: 'How much each table took in per hour: the basis of cost and of "has this table gone silent".',
    collectedWith: 'Written by the workspace itself',
    volume: 'One record per table and hour.',
  },
  Operation: {
    purpose: 'What the workspace has to say about itself: ingestion limits, dropped data, failed operations.',
    collectedWith: 'Written by the workspace itself',
    volume: 'Very low.',
  },
  Heartbeat: {
    purpose: 'A sign of life from each monitoring agent once a minute; helps to tell which machine had an address or a managed identity.',
    collectedWith: 'Azure Monitor agent',
    volume: '1,440 records per machine and day.',
  },
  SecurityAlert: {
    purpose: 'Alerts of Microsoft\'s security products and of Sentinel\'s own rules.',
    collectedWith: sentinel,
    volume: 'Low; one alert can appear again when its state changes.',
  },
  SecurityIncident: {
    purpose: 'Incidents of Sentinel, one record for each change of status, owner or comment.',
    collectedWith: sentinel,
    volume: 'Low; take the latest record per IncidentNumber.',
  },
  StorageBlobLogs: {
    category: 'StorageRead',
    purpose: 'Requests to blob storage with kind of authentication, requester and result.',
    collectedWith: 'The diagnostic setting of the blob service of each storage account (StorageRead, StorageWrite, StorageDelete)',
    volume: 'One record per request: very high on busy accounts.',
  },
  OfficeActivity: {
    purpose: 'Audit records of Exchange, SharePoint, OneDrive and Teams in one wide table; most columns belong to one of these services only.',
    collectedWith: 'The Microsoft 365 connector of Sentinel, with auditing switched on in Microsoft 365',
    volume: 'High; hundreds of records per active person and day.',
  },
  CloudAppEvents: {
    purpose: 'Activities in Microsoft 365 and connected cloud services as Defender for Cloud Apps sees them, including actions of OAuth applications.',
    collectedWith: 'Defender XDR connector with Defender for Cloud Apps',
    volume: 'High, comparable to OfficeActivity.',
  },
  LAQueryLogs: {
    category: 'Audit',
    purpose: 'Queries run on the workspace: who, from which client, the text and what it cost.',
    collectedWith: 'The diagnostic setting of the workspace itself (category Audit)',
    volume: 'One record per query, including those of dashboards and rules.',
  },
  Watchlist: {
    purpose: 'Lists that your team uploaded for use in queries; read them through _GetWatchlist(), which hides superseded rows.',
    collectedWith: sentinel,
    volume: 'The size of the lists, written again about every 12 days.',
  },
  EntraIdSpnSignInEvents: {
    purpose: 'Sign-ins of service principals and managed identities as Defender XDR advanced hunting has them; the successor of the Beta table.',
    collectedWith: 'Defender XDR advanced hunting; not a Log Analytics table',
    volume: 'Like the service principal and managed identity sign-in tables together; kept 30 days.',
  },
  AADSpnSignInEventsBeta: {
    purpose: 'The preview form of service principal and managed identity sign-ins in advanced hunting, replaced by EntraIdSpnSignInEvents.',
    collectedWith: 'Defender XDR advanced hunting; not a Log Analytics table',
    volume: 'Like its successor; kept 30 days.',
  },
  OAuthAppInfo: {
    purpose: 'An inventory of OAuth applications in the tenant with their permissions and use, from app governance.',
    collectedWith: 'Defender XDR with app governance switched on',
    volume: 'One record per application and refresh.',
  },
};
