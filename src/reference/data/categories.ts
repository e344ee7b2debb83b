import type { CategoryReference } from '../types.ts';

const entra = 'Microsoft Entra ID';
const p1 = 'Microsoft Entra ID diagnostic settings; needs at least a P1 licence';
const p2 = 'Microsoft Entra ID diagnostic settings; needs a P2 licence';
const globalSecureAccess = 'Microsoft Entra ID diagnostic settings, with Global Secure Access in use';

/**
 * Diagnostic-settings categories and the table each one fills. Names are facts of the product; the texts are ours.
 * Order: the identity categories an investigation needs first, then the newer and the resource ones.
 */
export const categoryData: readonly CategoryReference[] = [
  {
    name: 'AuditLogs', table: 'AuditLogs', service: entra, collectedWith: 'Microsoft Entra ID diagnostic settings; any licence',
    lostWithout: 'Who added a credential, granted a permission, renamed an application or changed a policy. Without it a compromised service principal can be seen signing in, but not how it was prepared.',
  },
  {
    name: 'SignInLogs', table: 'SigninLogs', service: entra, collectedWith: p1,
    lostWithout: 'Interactive sign-ins of people, and with them the person behind an administrative change or a consent.',
  },
  {
    name: 'NonInteractiveUserSignInLogs', table: 'AADNonInteractiveUserSignInLogs', service: entra, collectedWith: p1,
    lostWithout: 'Sign-ins that clients make for people with refresh tokens: where a stolen token is replayed, and most of what a user account does all day.',
  },
  {
    name: 'ServicePrincipalSignInLogs', table: 'AADServicePrincipalSignInLogs', service: entra, collectedWith: p1,
    lostWithout: 'Every sign-in of an application with its own secret, certificate or federated token: where from, to which resource, with which credential, and each failure.',
  },
  {
    name: 'ManagedIdentitySignInLogs', table: 'AADManagedIdentitySignInLogs', service: entra, collectedWith: p1,
    lostWithout: 'When managed identities asked for tokens and for which resources; misuse of a virtual machine or function through its identity leaves no other sign-in trace.',
  },
  {
    name: 'MicrosoftServicePrincipalSignInLogs', table: 'MicrosoftServicePrincipalSignInLogs', service: entra,
    collectedWith: 'Microsoft Entra ID diagnostic settings, as a preview that has to be ticked',
    lostWithout: 'Sign-ins of Microsoft\'s own service principals in the tenant. Rarely needed, large, and the only place that tells a Microsoft service from an impostor using its name.',
  },
  {
    name: 'MicrosoftGraphActivityLogs', table: 'MicrosoftGraphActivityLogs', service: entra, collectedWith: p1,
    lostWithout: 'What was read or changed through Microsoft Graph after a sign-in. Audit records show only some changes and no reads, so mail or directory collection goes unseen.',
  },
  {
    name: 'AzureADGraphActivityLogs', table: 'AADGraphActivityLogs', service: entra, collectedWith: p1,
    lostWithout: 'Calls to the retired graph.windows.net directory interface, which attack tools still like because few tenants watch it.',
  },
  {
    name: 'RiskyServicePrincipals', table: 'AADRiskyServicePrincipals', service: entra,
    collectedWith: 'Microsoft Entra ID diagnostic settings; details need Workload ID Premium',
    lostWithout: 'Microsoft\'s own verdict on which service principals are at risk, and when someone confirmed or dismissed it.',
  },
  {
    name: 'ServicePrincipalRiskEvents', table: 'AADServicePrincipalRiskEvents', service: entra,
    collectedWith: 'Microsoft Entra ID diagnostic settings; details need Workload ID Premium',
    lostWithout: 'The single detections behind a service principal\'s risk, such as a leaked credential with its key ID.',
  },
  {
    name: 'RiskyUsers', table: 'AADRiskyUsers', service: entra, collectedWith: p2,
    lostWithout: 'The risk verdict on user accounts, including the owners of applications.',
  },
  {
    name: 'UserRiskEvents', table: 'AADUserRiskEvents', service: entra, collectedWith: p2,
    lostWithout: 'The detections behind a user\'s risk: address, time and kind of each.',
  },
  {
    name: 'RiskyAgents', table: 'AADRiskyAgents', service: entra, collectedWith: 'Microsoft Entra ID diagnostic settings, with agent identities in use',
    lostWithout: 'The risk verdict on agent identities.',
  },
  {
    name: 'AgentRiskEvents', table: 'AADAgentRiskEvents', service: entra, collectedWith: 'Microsoft Entra ID diagnostic settings, with agent identities in use',
    lostWithout: 'The detections behind the risk of an agent identity.',
  },
  {
    name: 'ProvisioningLogs', table: 'AADProvisioningLogs', service: entra, collectedWith: p1,
    lostWithout: 'Which accounts the provisioning service created, changed or removed in other systems, and why one was skipped.',
  },
  {
    name: 'ADFSSignInLogs', table: 'ADFSSignInLogs', service: entra, collectedWith: 'Microsoft Entra ID diagnostic settings, with Connect Health agents on the federation servers',
    lostWithout: 'Sign-ins that federation servers on premises answered, such as those with a forged SAML token.',
  },
  {
    name: 'CustomSecurityAttributeAuditLogs', table: 'AADCustomSecurityAttributeAuditLogs', service: entra,
    collectedWith: 'the separate custom security attributes part of the diagnostic settings; needs the attribute log role',
    lostWithout: 'Changes of custom security attributes, which application filters of Conditional Access rely on.',
  },
  {
    name: 'GraphNotificationsActivityLogs', table: 'GraphNotificationsActivityLogs', service: entra, collectedWith: p1,
    lostWithout: 'Deliveries of Microsoft Graph change notifications: who is told of new mail or changed objects without asking again.',
  },
  {
    name: 'EnrichedOffice365AuditLogs', table: 'EnrichedMicrosoft365AuditLogs', service: entra, collectedWith: globalSecureAccess,
    lostWithout: 'Microsoft 365 activity joined with network and device details.',
  },
  {
    name: 'NetworkAccessTrafficLogs', table: 'NetworkAccessTraffic', service: entra, collectedWith: globalSecureAccess,
    lostWithout: 'Network traffic that went through Global Secure Access.',
  },
  {
    name: 'NetworkAccessAlerts', table: 'NetworkAccessAlerts', service: entra, collectedWith: globalSecureAccess,
    lostWithout: 'Alerts raised on traffic through Global Secure Access.',
  },
  {
    name: 'NetworkAccessConnectionEvents', table: 'NetworkAccessConnectionEvents', service: entra, collectedWith: globalSecureAccess,
    lostWithout: 'Start and end of tunnels to Global Secure Access, with device and user.',
  },
  {
    name: 'NetworkAccessGenerativeAIInsights', table: 'NetworkAccessGenerativeAIInsights', service: entra, collectedWith: globalSecureAccess,
    lostWithout: 'Use of generative AI services and tool servers as the network edge saw it.',
  },
  {
    name: 'RemoteNetworkHealthLogs', table: 'RemoteNetworkHealthLogs', service: entra, collectedWith: globalSecureAccess,
    lostWithout: 'Whether the tunnels of branch sites were up.',
  },
  {
    name: 'B2CRequestLogs', table: 'AADB2CRequestLogs', service: 'Azure AD B2C', collectedWith: 'diagnostic settings of the B2C tenant',
    lostWithout: 'Requests to a customer identity tenant and their throttling.',
  },
  {
    name: 'Administrative', table: 'AzureActivity', service: 'Azure subscription', collectedWith: 'the diagnostic setting of each subscription\'s activity log',
    lostWithout: 'What an identity created, changed or deleted in Azure through Resource Manager, with caller address and token claims.',
  },
  {
    name: 'Policy', table: 'AzureActivity', service: 'Azure subscription', collectedWith: 'the diagnostic setting of each subscription\'s activity log',
    lostWithout: 'What Azure Policy audited or denied about a deployment.',
  },
  {
    name: 'Security', table: 'AzureActivity', service: 'Azure subscription', collectedWith: 'the diagnostic setting of each subscription\'s activity log',
    lostWithout: 'Defender for Cloud alerts as the activity log repeats them.',
  },
  {
    name: 'AuditEvent', table: 'AZKVAuditLogs', service: 'Azure Key Vault', collectedWith: 'the diagnostic setting of each vault, in resource-specific mode; else the records go to AzureDiagnostics',
    lostWithout: 'Which secret, key or certificate an identity read, and the refusals.',
  },
  {
    name: 'WorkflowRuntime', table: 'LogicAppWorkflowRuntime', service: 'Azure Logic Apps', collectedWith: 'the diagnostic setting of each logic app; consumption workflows write to AzureDiagnostics',
    lostWithout: 'When a workflow ran, which actions it took and how they ended.',
  },
  {
    name: 'StorageRead', table: 'StorageBlobLogs', service: 'Azure Storage (blob)', collectedWith: 'the diagnostic setting of the blob service of each storage account',
    lostWithout: 'Reads of blobs: who downloaded what, and with which kind of authentication.',
  },
  {
    name: 'StorageWrite', table: 'StorageBlobLogs', service: 'Azure Storage (blob)', collectedWith: 'the diagnostic setting of the blob service of each storage account',
    lostWithout: 'Uploads and overwrites of blobs.',
  },
  {
    name: 'StorageDelete', table: 'StorageBlobLogs', service: 'Azure Storage (blob)', collectedWith: 'the diagnostic setting of the blob service of each storage account',
    lostWithout: 'Deletions of blobs and containers.',
  },
  {
    name: 'Audit', table: 'LAQueryLogs', service: 'Log Analytics workspace', collectedWith: 'the diagnostic setting of the workspace itself',
    lostWithout: 'Who queried the logs, and with which query; an intruder who reads your logs is invisible.',
  },
];
