import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { LogSource } from '../../../src/sources/index.ts';
import { errorBody } from '../../support/logAnalyticsBodies.ts';
import { startLogAnalyticsService, type LogAnalyticsService } from '../../support/logAnalyticsService.ts';
import type { ServiceAnswer } from '../../support/logAnalyticsServer.ts';
import { subscriptionId } from '../../support/resourceManager.ts';
import { openDesk, runOn, type Desk } from '../../support/workspaceWorld.ts';

/** What opening a workspace makes of rights and networks that are not whole. */
let service: LogAnalyticsService;
let desk: Desk;
/** Takes the place of the plans of the tables. */
let plans: ServiceAnswer;

const places = `/subscriptions/${subscriptionId}/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/contoso-logs/tables`;
const functions = [{ name: 'Recent', parameters: 'days: long = 1', body: 'AuditLogs | where TimeGenerated > ago(1d * days)' }];

beforeAll(async () => {
  service = await startLogAnalyticsService({ functions, resourceManager: { [places]: () => plans, [places.toLowerCase()]: () => plans } });
});
afterAll(async () => service.close());
afterEach(async () => {
  service.faults.length = 0;
  await desk.close();
});

const codes = (source: LogSource) => (source.summary.notes ?? []).map(({ code }) => code);
const withPlan = (plan: string): ServiceAnswer => ({ status: 200, body: JSON.stringify({ value: [{ name: 'AuditLogs', properties: { plan } }, { name: 'SigninLogs', properties: { plan: 'Analytics' } }] }) });

test('tables, columns, functions and plans come from the workspace', async () => {
  plans = withPlan('Analytics');
  desk = openDesk(service);
  const { summary, tables } = await desk.open();
  expect(summary.functions).toEqual(functions);
  expect(tables.find(({ name }) => name === 'AuditLogs')?.columns.length).toBeGreaterThan(5);
  expect(summary.tables.find(({ name }) => name === 'AuditLogs')?.plan).toBe('Analytics');
  expect(summary.notes).toEqual([]);
});

test('a query on a Basic table is asked about, then sent to the path of such tables with a range beside it', async () => {
  plans = withPlan('Basic');
  desk = openDesk(service);
  const source = await desk.open();
  await expect(runOn(source, { query: 'AuditLogs | where OperationName has "owner"' })).rejects.toMatchObject({ problem: { code: 'LA040' } });
  await runOn(source, { query: 'AuditLogs | where OperationName has "owner"', workspace: { confirmed: true } });
  expect(service.requests.at(-1)).toMatchObject({ path: expect.stringMatching(/\/search(?:\?|$)/) as string, body: { timespan: 'P1D' } });
});

test('without rights in Azure Resource Manager a workspace opens all the same', async () => {
  plans = { status: 403, body: errorBody('AuthorizationFailed', 'no') };
  desk = openDesk(service);
  const source = await desk.open();
  expect(source.summary.tables.every(({ plan }) => plan === undefined)).toBe(true);
  expect((await runOn(source, { query: 'AuditLogs | take 1' })).rows).toHaveLength(1);
});

test('whoever may read some tables only has no sizes, and is told', async () => {
  plans = withPlan('Analytics');
  desk = openDesk(service);
  service.faults.push(() => ({ status: 403, body: errorBody('InsufficientAccessError', 'no') }));
  const source = await desk.open();
  expect(codes(source)).toEqual(['LA071']);
  expect(source.summary.tables.every(({ bytes }) => bytes === undefined)).toBe(true);
});

test('without a network it opens with what is remembered, says so, and works again later', async () => {
  plans = withPlan('Analytics');
  desk = openDesk(service);
  const before = await desk.open();
  const away = openDesk(service, { cloud: { ...cloudAway, title: 'Away' } });
  const offline = await away.workspaces.open({ kind: 'workspace', workspaceId: before.summary.spec.kind === 'workspace' ? before.summary.spec.workspaceId : '', auth: 'editor' }, away.world, { signal: new AbortController().signal, progress: () => undefined, storage: desk.storage });
  await away.close();
  expect(codes(offline)).toEqual(['LA070']);
  expect(offline.summary.tables.map(({ name }) => name).sort()).toEqual(before.summary.tables.map(({ name }) => name).sort());
  expect(offline.summary.functions).toEqual(functions);
  await expect(runOn(offline, { query: 'AuditLogs | take 1' })).rejects.toMatchObject({ problem: { code: 'LA020' } });
  expect((await runOn(before, { query: 'AuditLogs | take 1' })).rows).toHaveLength(1);
});

test('what was never opened does not open without a network', async () => {
  desk = openDesk(service, { cloud: cloudAway });
  await expect(desk.open()).rejects.toMatchObject({ problem: { code: 'LA020' } });
});

/** Nothing listens at the port of the discard protocol. */
const cloudAway = {
  title: 'Nowhere', logsEndpoint: 'https://127.0.0.1:9/v1', logsScope: 'https://api.loganalytics.io/.default', managerEndpoint: 'https://127.0.0.1:9', managerScope: 'https://management.azure.com/.default', authority: 'https://127.0.0.1:9', vscodeProvider: 'microsoft',
} as const;
