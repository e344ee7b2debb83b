import { day, hour, isoTime, sampleEnd, sampleStart } from './clock.ts';
import { intruder, tenant } from './cast.ts';
import { idOf } from './random.ts';
import type { World } from './world.ts';

/** Rows of tables that no diagnostic setting writes: threat intelligence and the workspace's own usage. */
export function tableRows(world: World): void {
  indicator(world, intruder.address, 'ThreatIntelIndicators');
  indicator(world, '203.0.113.199', 'ThreatIntelIndicators');
  indicator(world, intruder.secondAddress, 'ThreatIntelligenceIndicator');
  usage(world);
}

function indicator({ sink }: World, address: string, table: 'ThreatIntelIndicators' | 'ThreatIntelligenceIndicator'): void {
  const id = `indicator--${idOf(`indicator/${address}`)}`;
  const kind = address.includes(':') ? 'ipv6-addr' : 'ipv4-addr';
  const common = { TimeGenerated: isoTime(sampleStart + hour), TenantId: tenant.workspaceId, SourceSystem: 'Example feed', Type: table };
  sink.row(table, table === 'ThreatIntelIndicators'
    ? { ...common, ValidFrom: isoTime(sampleStart - 30 * day), ValidUntil: isoTime(sampleEnd + 30 * day), Id: id, ObservableKey: `${kind}:value`, ObservableValue: address, Pattern: `[${kind}:value = '${address}']`, Confidence: 85, IsActive: true, IsDeleted: false, Revoked: false, LastUpdateMethod: 'Feed', Tags: 'credential-abuse', Data: { type: 'indicator', name: 'Address seen in credential abuse', indicator_types: ['malicious-activity'] } }
    : { ...common, IndicatorId: id, NetworkIP: address, Active: true, Action: 'alert', ConfidenceScore: 70, ThreatType: 'MaliciousUrl', Description: 'Address seen in credential abuse', ExpirationDateTime: isoTime(sampleEnd + 30 * day) });
}

const volumes = { AuditLogs: 0.02, SigninLogs: 0.15, AADNonInteractiveUserSignInLogs: 0.9, AADServicePrincipalSignInLogs: 0.6, AADManagedIdentitySignInLogs: 0.3, MicrosoftGraphActivityLogs: 0.5, AzureActivity: 0.12, AZKVAuditLogs: 0.08, LogicAppWorkflowRuntime: 0.001 } as const;

/** One row per table and half day; a workspace writes one per hour. Quantity is in MB. */
function usage({ random, sink }: World): void {
  for (let start = sampleStart; start + 12 * hour <= sampleEnd; start += 12 * hour) {
    for (const [DataType, megabytes] of Object.entries(volumes)) {
      sink.row('Usage', { TimeGenerated: isoTime(start + 12 * hour), StartTime: isoTime(start), EndTime: isoTime(start + 12 * hour), DataType, Solution: 'LogManagement', Quantity: Math.round(megabytes * (800 + random.below(400))) / 1000, QuantityUnit: 'MBytes', IsBillable: DataType !== 'AzureActivity', ResourceUri: '', TenantId: tenant.workspaceId, Type: 'Usage' });
    }
  }
}
