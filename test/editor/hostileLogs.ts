import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Display names that an attacker may choose; each must appear as these very characters. */
export const hostileNames = {
  html: '<img src=x onerror=alert(1)>',
  formula: '=HYPERLINK("http://203.0.113.9/","open")',
  commandLink: '[x](command:workbench.action.closeWindow)',
  codicon: '$(trash) $(alert)',
  query: '"; AuditLogs | take 1 // \\',
  long: `long-${'n'.repeat(9_995)}`,
} as const;

/** Writes a folder with a storage-account export of sign-ins by service principals with hostile names. */
export function writeHostileLogs(folder: string): string {
  const target = path.join(folder, 'insights-logs-serviceprincipalsigninlogs');
  mkdirSync(target, { recursive: true });
  const lines = Object.values(hostileNames).map((name, index) => JSON.stringify(signIn(name, index)));
  writeFileSync(path.join(target, 'PT1H.json'), `${lines.join('\n')}\n`);
  return folder;
}

function signIn(name: string, index: number): unknown {
  const time = `2026-03-02T10:0${index}:00.0000000Z`;
  const id = (kind: number): string => `${String(index + 1).repeat(8)}-0000-4000-8000-00000000000${kind}`;
  return {
    time,
    resourceId: '/tenants/7c1f0e6a-1111-4222-8333-94a5b6c7d8e9/providers/Microsoft.aadiam',
    operationName: 'Sign-in activity',
    operationVersion: '1.0',
    category: 'ServicePrincipalSignInLogs',
    tenantId: '7c1f0e6a-1111-4222-8333-94a5b6c7d8e9',
    resultType: '0',
    resultSignature: 'None',
    durationMs: 0,
    callerIpAddress: '198.51.100.77',
    correlationId: id(1),
    level: 4,
    location: 'SE',
    properties: {
      id: id(2),
      createdDateTime: time,
      appId: id(3),
      appDisplayName: name,
      servicePrincipalId: id(4),
      servicePrincipalName: name,
      resourceDisplayName: 'Microsoft Graph',
      resourceId: '00000003-0000-0000-c000-000000000000',
      ipAddress: '198.51.100.77',
      uniqueTokenIdentifier: `token-${index}`,
      status: { errorCode: 0 },
      userAgent: '<script>alert(1)</script>',
    },
  };
}
