import type { Column, Row } from '../../src/base/index.ts';
import type { RenderSpec, RunDescription, ToResultsPage } from '../../src/protocol/index.ts';

/** A result as `sp-arm` gives it, with a hostile name in it. */
export const armColumns: readonly Column[] = [
  { name: 'SignInTime', type: 'datetime' },
  { name: 'Identity', type: 'string' },
  { name: 'ServicePrincipalId', type: 'string' },
  { name: 'ResourceDisplayName', type: 'string' },
  { name: 'SignInIP', type: 'string' },
  { name: 'ResultType', type: 'string' },
  { name: 'ActivityTime', type: 'datetime' },
  { name: 'Activity', type: 'string' },
  { name: 'Target', type: 'string' },
  { name: 'ActivityIP', type: 'string' },
  { name: 'DeltaSeconds', type: 'real' },
  { name: 'Evidence', type: 'string' },
  { name: 'SignInId', type: 'string' },
  { name: 'Properties', type: 'dynamic' },
];

export const hostileName = '<img src=x onerror=alert(1)>\u202egnp.exe';

const arm = 'Windows Azure Service Management API';
const operations = ['Microsoft.Resources/deployments/validate/action', 'Microsoft.Sql/servers/write', 'Microsoft.Sql/servers/firewallRules/write', 'Microsoft.Sql/servers/databases/write', 'Microsoft.Authorization/policies/audit/action'];
const day = Date.UTC(2026, 2, 4, 8, 0, 0);

function wire(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, -1)}0000Z`;
}

function row(signIn: { readonly at: number; readonly name: string; readonly resource: string; readonly ip: string; readonly result: string; readonly id: string }, followed?: { readonly seconds: number; readonly operation: string; readonly evidence: string; readonly ip: string }): Row {
  return [
    wire(signIn.at),
    signIn.name,
    '5c8e2f1a-3b7d-4e9c-a1f0-9d6b8e4c2a71',
    signIn.resource,
    signIn.ip,
    signIn.result,
    followed ? wire(signIn.at + followed.seconds * 1000) : null,
    followed?.operation ?? '',
    followed ? '/subscriptions/4f1c/resourceGroups/rg-data/providers/Microsoft.Sql/servers/sql-orders' : '',
    followed?.ip ?? '',
    followed?.seconds ?? null,
    followed?.evidence ?? 'none',
    signIn.id,
    followed ? { caller: { appid: '11111111-2222-4333-8444-555555555555', uti: signIn.id, roles: ['Contributor'] }, statusCode: 201, tags: null } : null,
  ];
}

/** Realistic rows: pipelines, a vault reader, failures, unexplained sign-ins. */
export function armRows(): readonly Row[] {
  const rows: Row[] = [];
  for (let run = 0; run < 9; run += 1) {
    const at = day + run * 3 * 3_600_000;
    const odd = run % 3 === 2;
    const signIn = { at, name: 'deploy-pipeline-prod', resource: arm, ip: odd ? '203.0.113.77' : '198.51.100.24', result: '0', id: `tok-${run}` };
    if (odd) rows.push(row(signIn));
    else operations.forEach((operation, index) => rows.push(row(signIn, { seconds: 3.2 + index * 41.5, operation, evidence: index === 0 ? 'token' : 'identity+ip', ip: signIn.ip })));
    rows.push(row({ at: at + 1_800_000, name: 'vm-batch-01', resource: 'Azure Key Vault', ip: '10.1.0.4', result: '0', id: `mi-${run}` }, { seconds: 0.059, operation: 'SecretGet', evidence: 'identity', ip: '10.1.0.4' }));
    if (run % 2 === 0) rows.push(row({ at: at + 5_400_000, name: 'crm-sync', resource: 'Microsoft Graph', ip: `203.0.113.${10 + run}`, result: run % 4 === 0 ? '7000222' : '7000215', id: `f-${run}` }));
  }
  rows.push(row({ at: day + 80_000_000, name: hostileName, resource: 'Microsoft Graph', ip: '192.0.2.66', result: '0', id: 'x-1' }));
  rows.push(row({ at: day + 81_000_000, name: '=HYPERLINK("http://203.0.113.9/","open")', resource: 'Microsoft Graph', ip: '192.0.2.66', result: '0', id: 'x-2' }, { seconds: 720, operation: 'Workflow run', evidence: 'time', ip: '' }));
  return rows;
}

/** Rows of many identities: mostly matched sign-ins, some failed, some unexplained. */
export function crowdedRows(events: number, identities: number): readonly Row[] {
  const [matched] = armRows();
  const place = new Map(armColumns.map(({ name }, index) => [name, index]));
  return Array.from({ length: events }, (_, index) => {
    const at = Date.UTC(2026, 2, 1) + ((index * 7919) % events) * 120_000;
    const kind = index % 11 === 0 ? 'none' : index % 3 === 0 ? 'token' : 'identity';
    const row = [...matched!];
    const set = (name: string, value: Row[number]): void => {
      row[place.get(name)!] = value;
    };
    set('SignInTime', wire(at));
    set('Identity', `workload-${index % identities}`);
    set('SignInId', `s-${index}`);
    set('Evidence', kind);
    set('ActivityTime', kind === 'none' ? null : wire(at + 45_000));
    if (index % 17 === 0) set('ResultType', '7000215');
    return row;
  });
}

export const armRun: RunDescription = {
  runId: 1,
  title: 'Service principal to Azure Resource Manager',
  sourceTitle: 'Sample tenant',
  query: "let window = 2h;\nlet identity = 'deploy-pipeline-prod';\nAADServicePrincipalSignInLogs\n| where TimeGenerated > ago(7d)\n| where ServicePrincipalName == identity or isempty(identity)\n| join kind=leftouter AzureActivity on $left.ServicePrincipalId == $right.Caller\n| extend Evidence = iff(isnull(ActivityTime), 'none', 'identity')",
  parameters: [{ name: 'window', value: '2h' }, { name: 'identity', value: '' }, { name: 'lookback', value: '7d' }],
  scenarioId: 'sp-arm',
  timeline: { time: 'SignInTime', label: 'ResourceDisplayName', lane: 'Identity', followedTime: 'ActivityTime', followedLabel: 'Activity', evidence: 'Evidence', signInKey: 'SignInId' },
};

/** Messages of a whole run. */
export function finishedRun(rows: readonly Row[] = armRows(), run: RunDescription = armRun, columns: readonly Column[] = armColumns): readonly ToResultsPage[] {
  return [
    { type: 'running', run },
    { type: 'begin', run, columns },
    { type: 'rows', runId: run.runId, rows },
    { type: 'done', runId: run.runId, footer: { statistics: { engine: 'duckdb', rows: rows.length, elapsedMs: 412, translateMs: 12 }, warnings: [], asOf: '2026-03-05T09:41:00.0000000Z' } },
  ];
}

const alertRules = ['credential-added-while-working', 'sign-in-from-new-address', 'threat-intel-ip'];

/** A back-test: alerts of three rules on fourteen days. */
export const alertsPerDay: readonly Row[] = Array.from({ length: 14 }, (_, dayOfMarch) => alertRules.map((rule, index): Row => [wire(Date.UTC(2026, 2, 1 + dayOfMarch)), rule, ((dayOfMarch * 7 + index * 5) % 13) + (index === 1 && dayOfMarch === 9 ? 10 : 0)])).flat();

const alertColumns: readonly Column[] = [{ name: 'Day', type: 'datetime' }, { name: 'Rule', type: 'string' }, { name: 'Alerts', type: 'long' }];

/** A finished query that ends in `render`. */
export function chartRun(render: RenderSpec | undefined, rows: readonly Row[] = alertsPerDay, columns: readonly Column[] = alertColumns): readonly ToResultsPage[] {
  const run: RunDescription = { runId: 1, title: 'alerts.kql', sourceTitle: 'Sample tenant', query: `Alerts\n| render ${render?.visualization ?? 'table'}`, parameters: [] };
  return finishedRun(rows, run, columns).map((message) => (message.type === 'begin' && render ? { ...message, render } : message));
}
