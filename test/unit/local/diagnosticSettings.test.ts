import { describe, expect, it } from 'vitest';
import { importLogs, lines } from '../../support/importedLogs.ts';

// Records in the form that real exports have, with values of our own.
const signIn = {
  time: '2026-03-01T08:15:30.1234567Z', resourceId: '/tenants/0c9f1e0a-1111-4222-8333-944444444444/providers/Microsoft.aadiam', operationName: 'Sign-in activity', operationVersion: '1.0',
  category: 'ServicePrincipalSignInLogs', tenantId: '0c9f1e0a-1111-4222-8333-944444444444', resultType: '7000222', resultSignature: 'None', resultDescription: 'The secret ran out.', durationMs: 0,
  callerIpAddress: '192.0.2.7', correlationId: 'aaaaaaaa-0000-4000-8000-000000000001', Level: 4, location: 'SE',
  properties: {
    id: 'bbbbbbbb-0000-4000-8000-000000000001', createdDateTime: '2026-03-01T08:15:30.123456+00:00', userId: null, appId: 'cccccccc-0000-4000-8000-000000000001', ipAddress: '192.0.2.7',
    status: { errorCode: 7000222 }, location: { city: 'Gothenburg', countryOrRegion: 'SE', geoCoordinates: { latitude: 57.7, longitude: 11.97 } }, isInteractive: false, appliedConditionalAccessPolicies: [],
    processingTimeInMilliseconds: 84, resourceDisplayName: 'Windows Azure Service Management API', resourceId: '797f4846-ba00-4fd7-ba43-dac1f8f63013', servicePrincipalName: 'night job',
    servicePrincipalId: 'dddddddd-0000-4000-8000-000000000001', servicePrincipalCredentialKeyId: 'eeeeeeee-0000-4000-8000-000000000001', uniqueTokenIdentifier: 'YmJiYmJiYmI', flaggedForReview: false, networkZone: 'inner',
  },
};

describe('diagnostic settings records', () => {
  it('fill the columns of the category\'s table, with the field outside and the one inside kept apart', async () => {
    const logs = await importLogs({ 'PT1H.json': lines([signIn]) });
    expect(logs.counts).toEqual({ AADServicePrincipalSignInLogs: 1 });
    expect(logs.issues).toEqual([]);
    expect(await logs.row('AADServicePrincipalSignInLogs')).toMatchObject({
      TimeGenerated: '2026-03-01T08:15:30.1234567Z', CreatedDateTime: '2026-03-01T08:15:30.1234560Z', Category: 'ServicePrincipalSignInLogs', OperationName: 'Sign-in activity',
      ResultType: '7000222', ResultDescription: 'The secret ran out.', ServicePrincipalId: 'dddddddd-0000-4000-8000-000000000001', ServicePrincipalName: 'night job', AppId: 'cccccccc-0000-4000-8000-000000000001',
      IPAddress: '192.0.2.7', Location: 'SE', ResourceId: signIn.resourceId, ResourceIdentity: '797f4846-ba00-4fd7-ba43-dac1f8f63013', UniqueTokenIdentifier: 'YmJiYmJiYmI', Id: 'bbbbbbbb-0000-4000-8000-000000000001',
      CorrelationId: 'aaaaaaaa-0000-4000-8000-000000000001', DurationMs: 0, Type: 'AADServicePrincipalSignInLogs',
    });
  });

  it('keep what no column is known for, under its own name, and leave what is missing empty or null', async () => {
    const logs = await importLogs({ 'a.json': lines([signIn]) });
    expect(await logs.row('AADServicePrincipalSignInLogs | project NetworkZone, ClientCredentialType, FederatedCredentialId, Latitude = toreal(parse_json(LocationDetails).geoCoordinates.latitude), Size = _BilledSize')).toEqual({
      NetworkZone: 'inner', ClientCredentialType: '', FederatedCredentialId: '', Latitude: 57.7, Size: JSON.stringify(signIn).length,
    });
  });

  it('come out of an event hub\'s envelopes: one per line, one document, and a list of them', async () => {
    const other = { ...signIn, correlationId: 'second' };
    const envelope = { records: [signIn, other] };
    const logs = await importLogs({ 'lines.json': lines([envelope, { records: [{ ...signIn, correlationId: 'third' }] }]), 'document.json': JSON.stringify({ records: [{ ...signIn, correlationId: 'fourth' }] }, undefined, 2), 'list.json': JSON.stringify([{ records: [{ ...signIn, correlationId: 'fifth' }] }, { ...signIn, correlationId: 'sixth' }]) });
    expect(logs.counts).toEqual({ AADServicePrincipalSignInLogs: 6 });
    expect(await logs.rows('AADServicePrincipalSignInLogs | summarize by CorrelationId | sort by CorrelationId asc')).toEqual([[signIn.correlationId], ['fifth'], ['fourth'], ['second'], ['sixth'], ['third']]);
    expect(logs.summary.files.map(({ file, rowsByTable }) => [file, rowsByTable])).toEqual([['document.json', { AADServicePrincipalSignInLogs: 1 }], ['lines.json', { AADServicePrincipalSignInLogs: 3 }], ['list.json', { AADServicePrincipalSignInLogs: 2 }]]);
  });

  it('take an empty envelope as a file without records', async () => {
    const logs = await importLogs({ 'empty.json': '{"records":[]}\n', 'full.json': lines([signIn]) });
    expect(logs.counts).toEqual({ AADServicePrincipalSignInLogs: 1 });
    expect(logs.summary.files.find(({ file }) => file === 'empty.json')).toMatchObject({ rowsByTable: {}, skipped: 0 });
  });

  it('are read where the properties are JSON in a string', async () => {
    const logs = await importLogs({ 'a.json': lines([{ ...signIn, properties: JSON.stringify(signIn.properties) }, { ...signIn, properties: 'no JSON' }]) });
    expect(await logs.rows('AADServicePrincipalSignInLogs | sort by ServicePrincipalId desc | project ServicePrincipalId, Text')).toEqual([['dddddddd-0000-4000-8000-000000000001', ''], ['', 'no JSON']]);
  });

  it('whose category several services use go by the kind of resource', async () => {
    const resource = (provider: string) => `/SUBSCRIPTIONS/S/RESOURCEGROUPS/RG/PROVIDERS/${provider}`;
    const record = (category: string, provider: string) => ({ time: '2026-03-01T00:00:00Z', category, operationName: 'Op', resourceId: resource(provider), properties: { a: 1 } });
    const logs = await importLogs({
      'a.json': lines([
        record('AuditEvent', 'MICROSOFT.KEYVAULT/VAULTS/V'), record('AuditEvent', 'MICROSOFT.OTHER/THINGS/T'), record('Audit', 'MICROSOFT.OPERATIONALINSIGHTS/WORKSPACES/W'), record('Audit', 'MICROSOFT.OTHER/THINGS/T'),
        record('StorageRead', 'MICROSOFT.STORAGE/STORAGEACCOUNTS/A/BLOBSERVICES/DEFAULT'), record('StorageRead', 'MICROSOFT.STORAGE/STORAGEACCOUNTS/A/QUEUESERVICES/DEFAULT'), record('StorageDelete', 'MICROSOFT.STORAGE/STORAGEACCOUNTS/A/FILESERVICES/DEFAULT'),
      ]),
    });
    expect(logs.counts).toEqual({ AZKVAuditLogs: 1, AzureDiagnostics: 2, LAQueryLogs: 1, StorageBlobLogs: 1, StorageQueueLogs: 1, StorageFileLogs: 1 });
    expect(logs.issues.filter((issue) => issue.startsWith('SRC013'))).toHaveLength(2);
  });

  it('of Azure\'s activity log all go to AzureActivity, with caller, claims and authorization', async () => {
    const claims = { appid: 'cccccccc-0000-4000-8000-000000000001', 'http://schemas.microsoft.com/identity/claims/objectidentifier': 'dddddddd-0000-4000-8000-000000000001', uti: 'YmJi' };
    const record = { time: '2026-03-01T08:00:00Z', resourceId: '/SUBSCRIPTIONS/11111111-0000-4000-8000-000000000001/RESOURCEGROUPS/RG-A/PROVIDERS/MICROSOFT.SQL/SERVERS/S1', operationName: 'MICROSOFT.SQL/SERVERS/WRITE', category: 'Administrative', resultType: 'Success', resultSignature: 'Succeeded.Created', durationMs: 12, callerIpAddress: '192.0.2.9', correlationId: 'x', identity: { authorization: { scope: '/s', action: 'a' }, claims }, level: 'Information', properties: { hierarchy: 't/s', statusCode: 'Created' } };
    const logs = await importLogs({ 'a.json': lines([record, { ...record, category: 'Policy' }, { ...record, category: 'Autoscale' }, { ...record, category: 'ResourceHealth' }]) });
    expect(logs.counts).toEqual({ AzureActivity: 4 });
    expect(await logs.row('AzureActivity | where CategoryValue == "Administrative" | extend Uti = tostring(parse_json(Claims).uti), Action = tostring(parse_json(Authorization).action), Code = tostring(parse_json(Properties).statusCode)')).toMatchObject({
      OperationNameValue: 'MICROSOFT.SQL/SERVERS/WRITE', ActivityStatusValue: 'Success', ActivitySubstatusValue: 'Succeeded.Created', CallerIpAddress: '192.0.2.9', Caller: 'dddddddd-0000-4000-8000-000000000001', Uti: 'YmJi', Action: 'a', Code: 'Created',
      ResourceGroup: 'RG-A', SubscriptionId: '11111111-0000-4000-8000-000000000001', _ResourceId: record.resourceId.toLowerCase(), Hierarchy: 't/s',
    });
  });

  it('with an unknown category are in AzureDiagnostics with every field, and that is said', async () => {
    const logs = await importLogs({ 'a.json': lines([{ time: '2026-03-01T00:00:00Z', category: 'BrandNewLogs', operationName: 'Op', resourceId: '/subscriptions/s/providers/p/t/r', properties: { one: 'x', 'odd name!': 2, nested: { a: [1] } } }]) });
    expect(logs.issues).toEqual(['SRC013 a.json:1 ×1']);
    expect(await logs.row('AzureDiagnostics | project Category, OperationName, one_s, odd_name__s, nested_s')).toEqual({ Category: 'BrandNewLogs', OperationName: 'Op', one_s: 'x', odd_name__s: '2', nested_s: '{"a":[1]}' });
  });
});
