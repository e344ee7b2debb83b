import { expect, test } from 'vitest';
import { bindScenario, findScenario } from '../../../src/scenarios/index.ts';
import { importLogs } from '../../support/importedLogs.ts';

const objectId = '30a6c29d-de7c-4830-815f-9b3bb366e975';
const vault = '/SUBSCRIPTIONS/0/RESOURCEGROUPS/RG/PROVIDERS/MICROSOFT.KEYVAULT/VAULTS/KV-ONE';

const signIn = { time: '2026-03-01T10:00:00Z', category: 'ManagedIdentitySignInLogs', operationName: 'Sign-in activity', resultType: '0', properties: { id: 'signin-1', servicePrincipalId: objectId.toUpperCase(), servicePrincipalName: 'vm-one', resourceIdentity: 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093', resourceDisplayName: 'Azure Key Vault' } };
const read = (second: number, claim: Readonly<Record<string, string>>) => ({ time: `2026-03-01T10:00:0${second}Z`, category: 'AuditEvent', operationName: 'SecretGet', resultType: 'Success', callerIpAddress: '10.1.0.4', identity: { claim }, properties: { id: `https://kv-one.vault.azure.net/secrets/s${second}` }, resourceId: vault });

test('a vault\'s record belongs to its caller under each name of the object ID, and in each table that vaults log to', async () => {
  const diagnostics = ['TimeGenerated,ResourceProvider,Category,OperationName,CallerIPAddress,CorrelationId,identity_claim_oid_g,id_s', `2026-03-01T10:00:03Z,MICROSOFT.KEYVAULT,AuditEvent,SecretGet,10.1.0.4,c-3,${objectId},https://kv-one.vault.azure.net/secrets/s3`];
  const logs = await importLogs({
    'vault/PT1H.json': [read(1, { oid: objectId }), read(2, { 'http://schemas.microsoft.com/identity/claims/objectidentifier': objectId })].map((record) => JSON.stringify(record)).join('\n'),
    'signins/PT1H.json': JSON.stringify(signIn),
    'AzureDiagnostics.csv': diagnostics.join('\n'),
  });
  const scenario = findScenario('mi-keyvault');
  const bound = scenario && bindScenario(scenario, { identity: objectId });
  if (!bound?.ok) throw new Error('mi-keyvault does not bind');
  expect(logs.counts).toEqual({ AADManagedIdentitySignInLogs: 1, AZKVAuditLogs: 2, AzureDiagnostics: 1 });
  expect(await logs.rows(`${bound.value.query.trimEnd()}\n| project Target, DeltaSeconds, Evidence`)).toEqual([
    ['https://kv-one.vault.azure.net/secrets/s1', 1, 'identity'],
    ['https://kv-one.vault.azure.net/secrets/s2', 2, 'identity'],
    ['https://kv-one.vault.azure.net/secrets/s3', 3, 'identity'],
  ]);
});
