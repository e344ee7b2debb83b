import type { NotableApplication } from '../types.ts';

/** The resources workload identities mostly ask tokens for, by application ID; names as sign-in records show them. */
export const notableApplications: Readonly<Record<string, NotableApplication>> = {
  '797f4846-ba00-4fd7-ba43-dac1f8f63013': {
    logName: 'Windows Azure Service Management API',
    meaning: 'A token for Azure Resource Manager: the identity can list, create, change or delete Azure resources within its role assignments.',
    followedIn: ['AzureActivity'],
  },
  '00000003-0000-0000-c000-000000000000': {
    logName: 'Microsoft Graph',
    meaning: 'A token for Microsoft Graph: directory objects, mail, files, policies, whatever permissions the application was granted.',
    followedIn: ['MicrosoftGraphActivityLogs', 'AuditLogs'],
  },
  '00000002-0000-0000-c000-000000000000': {
    logName: 'Windows Azure Active Directory',
    meaning: 'A token for the retired Azure AD Graph. Old software still asks for it; so do attack tools, because few tenants collect its activity.',
    followedIn: ['AADGraphActivityLogs', 'AuditLogs'],
  },
  'cfa8b339-82a2-471a-a3c9-0fc0be7a4093': {
    logName: 'Azure Key Vault',
    meaning: 'A token for the data side of key vaults: the identity is about to read or use secrets, keys or certificates.',
    followedIn: ['AZKVAuditLogs', 'AzureDiagnostics'],
  },
  'e406a681-f3d4-42a8-90b6-c2b029497af1': {
    logName: 'Azure Storage',
    meaning: 'A token for blobs, queues, tables or files in storage accounts.',
    followedIn: ['StorageBlobLogs'],
  },
  'ca7f3f0b-7d91-482c-8e09-c5d840d0eac5': {
    logName: 'Log Analytics API',
    meaning: 'A token to query log workspaces: typical of workflows and dashboards, and of an intruder who wants to know what you can see.',
    followedIn: ['LAQueryLogs', 'LogicAppWorkflowRuntime'],
  },
  'f5c26e74-f226-4ae8-85f0-b4af0080ac9e': {
    logName: 'Application Insights API',
    meaning: 'A token to query application telemetry.',
    followedIn: ['LAQueryLogs'],
  },
  '022907d3-0f1b-48f7-badc-1ba6abab6d66': {
    logName: 'Azure SQL Database',
    meaning: 'A token to open a connection to Azure SQL as this identity.',
    followedIn: ['AzureDiagnostics'],
  },
  '123cd850-d9df-40bd-94d5-c9f07b7fa203': {
    logName: 'Azure OSSRDBMS Database',
    meaning: 'A token to open a connection to Azure Database for PostgreSQL or MySQL as this identity.',
    followedIn: ['AzureDiagnostics'],
  },
  'a232010e-820c-4083-83bb-3ace5fc29d0b': {
    logName: 'Azure Cosmos DB',
    meaning: 'A token for data in Cosmos DB accounts.',
    followedIn: ['AzureDiagnostics'],
  },
  '80369ed6-5f11-4dd9-bef3-692475845e77': {
    logName: 'Microsoft.EventHubs',
    meaning: 'A token to send or receive events. Receiving from a hub that carries logs is a way to read them all.',
    followedIn: ['AzureDiagnostics'],
  },
  '80a10ef9-8168-493d-abf9-3297c4ef6e3c': {
    logName: 'Microsoft.ServiceBus',
    meaning: 'A token to send or receive messages on Service Bus queues and topics.',
    followedIn: ['AzureDiagnostics'],
  },
  '00000002-0000-0ff1-ce00-000000000000': {
    logName: 'Office 365 Exchange Online',
    meaning: 'A token for mailboxes by Exchange\'s own interfaces (EWS, IMAP, PowerShell). For an application this usually means many mailboxes at once.',
    followedIn: ['OfficeActivity', 'CloudAppEvents'],
  },
  '00000003-0000-0ff1-ce00-000000000000': {
    logName: 'Office 365 SharePoint Online',
    meaning: 'A token for SharePoint sites and OneDrive files by SharePoint\'s own interface.',
    followedIn: ['OfficeActivity', 'CloudAppEvents'],
  },
  '499b84ac-1321-427f-aa17-267ca6975798': {
    logName: 'Azure DevOps',
    meaning: 'A token for source code, pipelines and their service connections.',
    followedIn: [],
  },
  '2746ea77-4702-4b45-80ca-3c97e680e8b7': {
    logName: 'Azure Data Explorer',
    meaning: 'A token to query or fill Azure Data Explorer clusters.',
    followedIn: ['AzureDiagnostics'],
  },
  '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d': {
    logName: 'AzureDatabricks',
    meaning: 'A token for Databricks workspaces: notebooks, jobs and the data they reach.',
    followedIn: ['AzureDiagnostics'],
  },
  '7d312290-28c8-473c-a0ed-8e53749b6d6d': {
    logName: 'Microsoft Cognitive Services',
    meaning: 'A token for Azure AI services, models included.',
    followedIn: ['AzureDiagnostics'],
  },
  '6dae42f8-4368-4678-94ff-3960e28e3630': {
    logName: 'Azure Kubernetes Service AAD Server',
    meaning: 'A token for the interface of a Kubernetes cluster that uses Entra sign-in.',
    followedIn: ['AzureDiagnostics'],
  },
  'fc780465-2017-40d4-a0c5-307022471b92': {
    logName: 'WindowsDefenderATP',
    meaning: 'A token for Defender for Endpoint: read alerts and machines, isolate devices, run live response.',
    followedIn: ['CloudAppEvents'],
  },
  '8ee8fdad-f234-4243-8f3b-15c294843740': {
    logName: 'Microsoft Threat Protection',
    meaning: 'A token for Defender XDR: incidents and advanced hunting.',
    followedIn: ['CloudAppEvents'],
  },
  'c5393580-f805-4401-95e8-94b7a6ef2fc2': {
    logName: 'Office 365 Management APIs',
    meaning: 'A token to pull the audit records of Microsoft 365, as monitoring products do.',
    followedIn: [],
  },
  '0000000a-0000-0000-c000-000000000000': {
    logName: 'Microsoft Intune',
    meaning: 'A token for device management: policies, scripts and software on managed devices.',
    followedIn: ['MicrosoftGraphActivityLogs', 'AuditLogs'],
  },
  '00000009-0000-0000-c000-000000000000': {
    logName: 'Power BI Service',
    meaning: 'A token for reports, datasets and their refresh.',
    followedIn: ['OfficeActivity', 'CloudAppEvents'],
  },
  '00000007-0000-0000-c000-000000000000': {
    logName: 'Dataverse',
    meaning: 'A token for business data in Dataverse and Dynamics 365.',
    followedIn: ['CloudAppEvents'],
  },
  '48ac35b8-9aa8-4d74-927d-1f4a14a0b239': {
    logName: 'Skype and Teams Tenant Admin API',
    meaning: 'A token to administer Teams for the whole tenant.',
    followedIn: ['OfficeActivity'],
  },
  'e933bd07-d2ee-4f1d-933c-3752b819567b': {
    logName: 'Azure Monitor Control Service',
    meaning: 'The monitoring agent on a machine fetching its collection rules: routine traffic of a virtual machine\'s managed identity.',
    followedIn: ['Heartbeat'],
  },
};
