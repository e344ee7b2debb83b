/** The data connector that brings each bundled table, by the IDs of Sentinel's content hub; tables of other connectors are left out. */
const connectors: Readonly<Record<string, readonly string[]>> = {
  AzureActiveDirectory: [
    'SigninLogs', 'AADNonInteractiveUserSignInLogs', 'AADServicePrincipalSignInLogs', 'AADManagedIdentitySignInLogs', 'AuditLogs', 'AADProvisioningLogs', 'ADFSSignInLogs',
    'AADRiskyServicePrincipals', 'AADServicePrincipalRiskEvents', 'AADRiskyUsers', 'AADUserRiskEvents', 'MicrosoftGraphActivityLogs', 'MicrosoftServicePrincipalSignInLogs',
  ],
  AzureActivity: ['AzureActivity'],
  AzureKeyVault: ['AZKVAuditLogs'],
  Office365: ['OfficeActivity'],
  MicrosoftThreatProtection: ['CloudAppEvents'],
  BehaviorAnalytics: ['BehaviorAnalytics', 'IdentityInfo'],
  ThreatIntelligence: ['ThreatIntelligenceIndicator', 'ThreatIntelIndicators'],
};

const connectorByTable: ReadonlyMap<string, string> = new Map(Object.entries(connectors).flatMap(([connector, tables]) => tables.map((table) => [table, connector] as const)));

export function connectorOfTable(table: string): string | undefined {
  return connectorByTable.get(table);
}
