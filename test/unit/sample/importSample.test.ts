import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTenant, type OpenTenant } from '../../support/sampleTenant.ts';

let tenant: OpenTenant;
beforeAll(async () => {
  tenant = await openTenant();
});
afterAll(() => tenant.close());

describe('the sample tenant as a source', () => {
  it('is taken in whole by the importer, without a remark', () => {
    expect(tenant.source.summary.issues).toEqual([]);
    expect(tenant.source.summary.skipped).toBe(0);
    expect(tenant.source.summary.tables.reduce((sum, { rows }) => sum + (rows ?? 0), 0)).toBe(4000);
  });

  it('fills the tables that the scenarios read', () => {
    const filled = tenant.source.summary.tables.filter(({ rows }) => (rows ?? 0) > 0).map(({ name }) => name);
    expect(filled.sort()).toEqual([
      'AADManagedIdentitySignInLogs', 'AADNonInteractiveUserSignInLogs', 'AADServicePrincipalSignInLogs', 'AZKVAuditLogs', 'AuditLogs', 'AzureActivity',
      'LogicAppWorkflowRuntime', 'MicrosoftGraphActivityLogs', 'SigninLogs', 'ThreatIntelIndicators', 'ThreatIntelligenceIndicator', 'Usage',
    ]);
  });
});
