import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expandSnippet, snippetFile, type Snippet } from '../../../src/build/snippets.ts';
import { applicationObjectQuery, bindScenario, findScenario, identityDetailsQuery, scenarios, treeQueries } from '../../../src/scenarios/index.ts';
import { cast, hostileNames, intruder, people } from '../../../src/sources/sample/index.ts';
import { openTenant, type NamedRow, type OpenTenant } from '../../support/sampleTenant.ts';

// What the stories in src/sources/sample/stories must give, worked out by hand from their times and addresses.
let tenant: OpenTenant;
beforeAll(async () => {
  tenant = await openTenant();
});
afterAll(() => tenant.close());

async function run(id: string, values: Readonly<Record<string, string>> = {}): Promise<readonly NamedRow[]> {
  const scenario = findScenario(id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  const bound = bindScenario(scenario, values);
  if (!bound.ok) throw new Error(bound.problems.map(({ message }) => message).join(' '));
  return tenant.named(bound.value.query);
}

const pick = (rows: readonly NamedRow[], ...columns: readonly string[]) => rows.map((row) => columns.map((column) => row[column]));
const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const sorted = (value: unknown) => (Array.isArray(value) ? value.map(String).sort() : value);

describe('scenarios on the sample tenant', () => {
  it('every scenario has its own folder, and runs with its defaults', async () => {
    const folders = readdirSync('src/scenarios', { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'tree').map(({ name }) => name);
    expect(folders.sort()).toEqual(scenarios.map(({ id }) => id).sort());
    for (const { id } of scenarios) expect((await run(id)).length, id).toBeGreaterThan(0);
  });

  it('mi-keyvault links the secret read at +0.059 s by identity, not by address', async () => {
    expect(pick(await run('mi-keyvault', { identity: 'vm-backup-01' }), 'SignInTime', 'ActivityTime', 'Activity', 'Target', 'SignInIP', 'ActivityIP', 'DeltaSeconds', 'Evidence')).toEqual([
      ['2026-03-13T02:00:03.4120000Z', '2026-03-13T02:00:03.4710000Z', 'SecretGet', 'https://kv-lindholm-backup.vault.azure.net/secrets/backup-storage-key', '', '10.1.0.4', 0.059, 'identity'],
    ]);
  });

  it('sp-arm shows four sign-ins of the pipeline: one with its operations, three with none', async () => {
    const own = ['2026-03-12T09:30:10.6400000Z', '192.0.2.24'] as const;
    const nothing = ['198.51.100.77', '', null, 'none'] as const;
    expect(pick(await run('sp-arm', { identity: 'deploy-pipeline-prod' }), 'SignInTime', 'SignInIP', 'Activity', 'DeltaSeconds', 'Evidence')).toEqual([
      ['2026-03-12T04:17:22.1180000Z', ...nothing],
      [...own, 'MICROSOFT.RESOURCES/DEPLOYMENTS/VALIDATE/ACTION', 51.771, 'token'],
      [...own, 'MICROSOFT.SQL/SERVERS/WRITE', 59.237, 'token'],
      [...own, 'MICROSOFT.SQL/SERVERS/FIREWALLRULES/WRITE', 209.38, 'token'],
      [...own, 'MICROSOFT.SQL/SERVERS/DATABASES/WRITE', 241.866, 'identity+ip'],
      [...own, 'MICROSOFT.SQL/SERVERS/DATABASES/WRITE', 242.531, 'identity+ip'],
      [...own, 'MICROSOFT.AUTHORIZATION/POLICIES/AUDIT/ACTION', 245.29, 'identity+ip'],
      ['2026-03-12T09:30:41.0930000Z', ...nothing],
      ['2026-03-12T21:58:07.3550000Z', ...nothing],
    ]);
  });

  it('sp-arm keeps two objects of one name apart, where a join by name gives the idle one the other\'s work', async () => {
    const rows = await run('sp-arm', { identity: 'build-agent' });
    expect(pick(rows, 'ServicePrincipalId', 'Activity', 'Evidence')).toEqual([
      [cast.buildAgentNorth.servicePrincipalId, 'MICROSOFT.WEB/SITES/WRITE', 'token'],
      [cast.buildAgentNorth.servicePrincipalId, 'MICROSOFT.WEB/SITES/RESTART/ACTION', 'token'],
      [cast.buildAgentSouth.servicePrincipalId, '', 'none'],
    ]);
    const byName = await tenant.named(`let named = AADServicePrincipalSignInLogs | summarize by ServicePrincipalName, ServicePrincipalId;
AzureActivity
| join kind=inner named on $left.Caller == $right.ServicePrincipalId
| join kind=inner (AADServicePrincipalSignInLogs | project SignInTime = TimeGenerated, ServicePrincipalName, WrongId = ServicePrincipalId) on ServicePrincipalName
| where WrongId == "${cast.buildAgentSouth.servicePrincipalId}"`);
    expect(byName).toHaveLength(2);
  });

  it('sp-logicapp ties the runs to the sign-in 12 minutes before, by time alone', async () => {
    expect(pick(await run('sp-logicapp'), 'SignInTime', 'Activity', 'DeltaSeconds', 'Evidence')).toEqual([
      ['2026-03-11T06:03:10.5000000Z', 'invoice-intake/Run_query_and_list_results', 720, 'time'],
      ['2026-03-11T06:03:10.5000000Z', 'invoice-intake/For_each_invoice', 721.4, 'time'],
      ['2026-03-11T06:03:10.5000000Z', 'invoice-intake/Send_to_ledger', 722.8, 'time'],
      ['2026-03-12T06:03:11.0400000Z', '', null, 'none'],
    ]);
  });

  it('sp-graph gives the deletion of the policy the address that its audit record lacks', async () => {
    const rows = await run('sp-graph', { identity: cast.policyKeeper.appId });
    expect(rows).toHaveLength(15);
    expect(pick(rows.filter(({ SignInTime }) => text(SignInTime).startsWith('2026-03-11')), 'Activity', 'ActivityIP', 'ActivityIPFrom', 'DeltaSeconds', 'Evidence')).toEqual([
      ['Graph GET', '192.0.2.77', 'activity record', 0.702, 'token'],
      ['Graph DELETE', '192.0.2.77', 'activity record', 1.926, 'token'],
      ['Audit Delete Conditional Access policy', '192.0.2.77', 'sign-in', 2.293, 'identity'],
    ]);
  });

  it('sp-failed-signins tells a forgotten renewal from guessing', async () => {
    const rows = await run('sp-failed-signins');
    expect(rows.map((row) => [row['Identity'], row['ResultType'], row['Failures'], sorted(row['Addresses']), row['Successes'], row['LastFailure']])).toEqual([
      ['report-export-bot', '7000222', 12, ['192.0.2.90'], 4, '2026-03-14T17:00:00.6100000Z'],
      ['report-export-bot', '7000215', 12, ['198.51.100.200', '198.51.100.201', '203.0.113.19'], 4, '2026-03-13T17:26:18.3900000Z'],
    ]);
  });

  it('credential-added-while-working finds the intruder through the rename, and the new federated trust', async () => {
    const rows = await run('credential-added-while-working');
    expect(pick(rows, 'ServicePrincipalId', 'CredentialKind', 'SuccessesBefore', 'DeltaSeconds', 'By', 'Evidence')).toEqual([
      [cast.gitHub.servicePrincipalId, 'federated', 6, 13121.66, people.developer.upn, 'identity'],
      [cast.payroll.servicePrincipalId, 'secret', 13, 49279.794, people.developer.upn, 'identity'],
    ]);
    const [, added] = rows;
    expect(added).toMatchObject({ CredentialId: intruder.keyId, ActivityIP: intruder.address, FirstUse: '2026-03-13T23:31:44.9020000Z', Identity: intruder.newName, Target: 'payroll-sync' });
    expect(sorted(added?.['Names'])).toEqual([intruder.newName, 'payroll-sync']);
    expect(sorted(added?.['UseAddresses'])).toEqual([intruder.secondAddress, intruder.address]);
    expect(added?.['Renames']).toEqual(['["payroll-sync"] -> ["Microsoft Graph Sync Agent"]']);
  });

  it('identity-overview gives one row per object, with every name it had', async () => {
    const [crm, ...others] = await run('identity-overview', { identity: 'crm-connector' });
    expect(others).toEqual([]);
    expect(crm).toMatchObject({ Identity: 'crm-bridge', SignIns: 4, Failures: 0, ServicePrincipalId: cast.crm.servicePrincipalId });
    expect(sorted(crm?.['Names'])).toEqual(['crm-bridge', 'crm-connector', 'crm-connector-v2']);
    expect(await run('identity-overview', { identity: 'build-agent' })).toHaveLength(2);
  });

  it.each(hostileNames)('finds exactly the identity called %j', async (name) => {
    const rows = await run('identity-overview', { identity: name });
    expect(pick(rows, 'Identity')).toEqual([[name]]);
  });

  it('new-ip-for-identity puts the addresses that got in before those that only tried', async () => {
    expect(pick(await run('new-ip-for-identity'), 'ServicePrincipalId', 'IPAddress', 'SignIns', 'Successes')).toEqual([
      [cast.payroll.servicePrincipalId, intruder.address, 1, 1],
      [cast.payroll.servicePrincipalId, intruder.secondAddress, 1, 1],
      [cast.reportBot.servicePrincipalId, '198.51.100.200', 4, 0],
      [cast.reportBot.servicePrincipalId, '198.51.100.201', 4, 0],
      [cast.reportBot.servicePrincipalId, '203.0.113.19', 4, 0],
    ]);
  });

  it('threat-intel-ip finds the intruder in both indicator tables, sign-ins and calls', async () => {
    const rows = await run('threat-intel-ip');
    expect(pick(rows, 'Record', 'IPAddress', 'Confidence')).toEqual([
      ['sign-in', intruder.address, 85], ['Graph call', intruder.address, 85], ['Graph call', intruder.address, 85], ['Graph call', intruder.address, 85],
      ['sign-in', intruder.secondAddress, 70], ['Graph call', intruder.secondAddress, 70],
    ]);
    expect(new Set(rows.map(({ ServicePrincipalId }) => ServicePrincipalId))).toEqual(new Set([cast.payroll.servicePrincipalId]));
  });

  it('credential-inventory tells the four kinds apart', async () => {
    const kinds = async (identity: string) => pick(await run('credential-inventory', { identity }), 'CredentialKind', 'SignIns');
    expect((await kinds(cast.payroll.servicePrincipalId)).sort()).toEqual([['secret', 14], ['secret', 2]]);
    expect(await kinds(cast.policyKeeper.servicePrincipalId)).toEqual([['certificate', 13]]);
    expect(await kinds(cast.gitHub.servicePrincipalId)).toEqual([['federated', 10]]);
    expect(await kinds(cast.kubelet.servicePrincipalId)).toEqual([['managed', 10]]);
  });

  it('noninteractive-user-signins says whether the person was seen there', async () => {
    const rows = await run('noninteractive-user-signins');
    const elsewhere = [people.accountant.upn, intruder.secondAddress, false];
    expect(pick(rows.slice(0, 1), 'UserPrincipalName', 'IPAddress', 'SeenInteractively')).toEqual([elsewhere]);
    expect(pick(rows.slice(1), 'UserPrincipalName', 'SeenInteractively').sort()).toEqual(Object.values(people).map(({ upn }) => [upn, true]).sort());
    expect(pick(await run('noninteractive-user-signins', { onlyUnseen: 'true' }), 'UserPrincipalName', 'IPAddress', 'SeenInteractively')).toEqual([elsewhere]);
  });

  it('follow-correlation-id follows the deployment when none is given', async () => {
    const rows = await run('follow-correlation-id');
    expect(rows.map(({ TableName }) => TableName)).toEqual(Array.from({ length: 6 }, () => 'AzureActivity'));
    expect(await run('follow-correlation-id', { correlationId: text(rows[0]?.['CorrelationId']).toUpperCase() })).toEqual(rows);
  });

  it('table-usage counts what the source counted', async () => {
    const rows = await run('table-usage');
    const summary = new Map(tenant.source.summary.tables.map(({ name, rows: count }) => [name, count]));
    for (const row of rows) expect(row['Entries'], text(row['TableName'])).toBe(summary.get(text(row['TableName'])));
    expect(rows.find(({ TableName }) => TableName === 'AuditLogs')).toMatchObject({ LatencyP50Seconds: null });
  });

  it('category-coverage puts first what is missing, and what is lost by it', async () => {
    const rows = await run('category-coverage');
    const arrives = new Map(rows.map((row) => [row['Category'], row['Arrives']]));
    expect(arrives.get('ServicePrincipalSignInLogs')).toBe(true);
    expect(arrives.get('Policy')).toBe(true);
    expect(arrives.get('RiskyServicePrincipals')).toBe(false);
    expect(rows[0]?.['Arrives']).toBe(false);
  });
});

describe('tree queries on the sample tenant', () => {
  it('identities: one row per object ID, kinds apart', async () => {
    const rows = await tenant.named(treeQueries.identities);
    expect(new Set(rows.map(({ ServicePrincipalId }) => ServicePrincipalId)).size).toBe(rows.length);
    expect(rows.find(({ Name }) => Name === 'vm-backup-01')).toMatchObject({ Kind: 'systemAssigned', SignIns: 2, Failures: 0 });
    expect(rows.find(({ Name }) => Name === 'id-aks-kubelet')).toMatchObject({ Kind: 'userAssigned' });
    expect(rows.find(({ Name }) => Name === 'report-export-bot')).toMatchObject({ Kind: 'servicePrincipal', SignIns: 28, Failures: 24 });
  });

  it('details: resources, addresses, credentials, failures and names of one', async () => {
    const rows = await tenant.named(identityDetailsQuery(cast.reportBot.servicePrincipalId));
    expect(pick(rows.filter(({ Section }) => Section === 'failure'), 'Value', 'Count')).toEqual([['7000215', 12], ['7000222', 12]]);
    expect(pick(rows.filter(({ Section }) => Section === 'address'), 'Value')).toHaveLength(4);
    expect(pick(rows.filter(({ Section }) => Section === 'credential'), 'Extra')).toEqual([['secret']]);
    expect(await tenant.named(applicationObjectQuery(cast.payroll.appId))).toMatchObject([{ ApplicationObjectId: cast.payroll.applicationObjectId }]);
  });

  it.each([[cast.policyKeeper, 'certificate'], [cast.gitHub, 'federated']] as const)('details: the kind of a credential is told (%#)', async ({ servicePrincipalId }, kind) => {
    const rows = await tenant.named(identityDetailsQuery(servicePrincipalId));
    expect(new Set(rows.filter(({ Section }) => Section === 'credential').map(({ Extra }) => Extra))).toEqual(new Set([kind]));
  });
});

describe('snippets on the sample tenant', () => {
  it.each(Object.entries(JSON.parse(snippetFile()) as Record<string, Snippet>))('%s runs with its defaults', async (_, snippet) => {
    expect((await tenant.query(expandSnippet(snippet))).columns.length).toBeGreaterThan(0);
  });
});
