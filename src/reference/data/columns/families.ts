import type { TableName } from '../tableSchemas.ts';
import { directoryColumns } from './directory.ts';
import { officeColumns } from './office.ts';
import { resourceColumns } from './resources.ts';
import { signInColumns } from './signIns.ts';
import { standardColumns } from './standard.ts';
import { workspaceColumns } from './workspace.ts';

/** Texts of columns by family of tables, and the tables of each; the texts of `standard` serve every table. */
export const columnFamilies: readonly { readonly texts: string; readonly tables: readonly TableName[] }[] = [
  {
    texts: signInColumns,
    tables: [
      'SigninLogs', 'AADNonInteractiveUserSignInLogs', 'AADServicePrincipalSignInLogs', 'AADManagedIdentitySignInLogs',
      'MicrosoftServicePrincipalSignInLogs', 'ADFSSignInLogs', 'EntraIdSpnSignInEvents', 'AADSpnSignInEventsBeta',
    ],
  },
  {
    texts: directoryColumns,
    tables: [
      'AuditLogs', 'AADProvisioningLogs', 'MicrosoftGraphActivityLogs', 'AADRiskyServicePrincipals', 'AADServicePrincipalRiskEvents',
      'AADRiskyUsers', 'AADUserRiskEvents', 'IdentityInfo', 'BehaviorAnalytics', 'CloudAppEvents', 'OAuthAppInfo',
    ],
  },
  {
    texts: resourceColumns,
    tables: ['AzureActivity', 'AzureDiagnostics', 'AZKVAuditLogs', 'LogicAppWorkflowRuntime', 'StorageBlobLogs'],
  },
  {
    texts: workspaceColumns,
    tables: [
      'ThreatIntelligenceIndicator', 'ThreatIntelIndicators', 'Usage', 'Operation', 'Heartbeat', 'SecurityAlert',
      'SecurityIncident', 'LAQueryLogs', 'Watchlist',
    ],
  },
  { texts: officeColumns, tables: ['OfficeActivity'] },
];

export const sharedColumns = standardColumns;
