import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bindScenario, scenarios } from '../../../src/scenarios/index.ts';
import type { LogSource } from '../../../src/sources/index.ts';
import { startLogAnalyticsService, type LogAnalyticsService } from '../../support/logAnalyticsService.ts';
import { openDesk, runOn, workspaceId, type Desk } from '../../support/workspaceWorld.ts';

let service: LogAnalyticsService;
let desk: Desk;
let source: LogSource;

beforeAll(async () => {
  service = await startLogAnalyticsService({ functions: [{ name: 'RecentSignIns', body: 'SigninLogs | where TimeGenerated > start', parameters: 'start: datetime' }] });
  desk = openDesk(service);
  source = await desk.open();
});
afterAll(async () => {
  await service.close();
  await desk.close();
});

describe('a scenario gives the same rows through the service as directly on the sample', () => {
  test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', async (_id, scenario) => {
    const bound = bindScenario(scenario, {});
    if (!bound.ok) throw new Error(bound.problems.map(({ message }) => message).join('\n'));
    const { query } = bound.value;
    const direct = await service.tenant.query(query);
    const through = await runOn(source, { query });
    expect(through.columns).toEqual(direct.columns);
    expect(through.rows).toEqual(direct.rows);
    expect(through.warnings.filter(({ kind }) => kind !== 'note')).toEqual([]);
  });
});

test('the unmodified client speaks the documented protocol', async () => {
  await runOn(source, { query: 'print x = 1', workspace: { waitSeconds: 900 } });
  const sent = service.requests.at(-1);
  expect(sent?.method).toBe('POST');
  expect(sent?.path).toBe(`/v1/workspaces/${workspaceId}/query`);
  expect(sent?.headers['prefer']).toBe('wait=600,include-statistics=true,include-render=true,include-dataSources=true');
  expect(sent?.headers['content-type']).toContain('application/json');
  expect(sent?.headers['accept-encoding']).toContain('gzip');
  expect(sent?.body).toEqual({ query: 'print x = 1', timespan: 'P10Y' });
});

test('statistics of the service and the chart that render asked for come beside the rows', async () => {
  const { statistics, render } = await runOn(source, { query: 'AuditLogs | summarize n = count() by Result | render piechart' });
  expect(render?.visualization).toBe('piechart');
  expect(statistics).toMatchObject({ engine: 'logAnalytics', cpuMs: 250, serviceMs: 125, peakMemoryBytes: 1_234_567 });
});

test('the tables, columns and functions are those of the metadata', () => {
  const { summary } = source;
  expect(summary.title).toBe('contoso-logs');
  const table = summary.tables.find(({ name }) => name === 'AADServicePrincipalSignInLogs');
  expect(table?.category).toBe('ServicePrincipalSignInLogs');
  expect(table?.columns.find(({ name }) => name === 'TimeGenerated')?.type).toBe('datetime');
  expect(summary.functions).toEqual([{ name: 'RecentSignIns', body: 'SigninLogs | where TimeGenerated > start', parameters: 'start: datetime' }]);
});

test('several workspaces are one source', async () => {
  const other = '00000000-0000-0000-0000-00000000000b';
  const both = await desk.open({ additionalWorkspaceIds: [other] });
  expect(both.summary.title).toBe('contoso-logs and 1 more');
  await runOn(both, { query: 'print x = 1' });
  expect(service.requests.at(-1)?.body.workspaces).toEqual([other]);
});
