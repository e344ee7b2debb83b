import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLogAnalyticsService, type LogAnalyticsService } from '../../support/logAnalyticsService.ts';
import { otherWorkspaceId, resourceManager, subscriptionId } from '../../support/resourceManager.ts';
import { openDesk, tenantId, workspaceId, type Desk } from '../../support/workspaceWorld.ts';

let service: LogAnalyticsService;
let desk: Desk;
/** What Azure Resource Manager answers in place of the list. */
let refuse = false;

beforeAll(async () => {
  const guarded = Object.fromEntries(Object.entries(resourceManager).map(([path, answer]) => [path, (request: Parameters<typeof answer>[0]) => (refuse ? { status: 403, body: '{"error":{"code":"AuthorizationFailed","message":"no"}}' } : answer(request))]));
  service = await startLogAnalyticsService({ resourceManager: guarded });
  desk = openDesk(service);
});
afterAll(async () => {
  await service.close();
  await desk.close();
});

const list = () => desk.workspaces.list({ auth: 'editor' }, desk.world, new AbortController().signal);

test('tenants, subscriptions and workspaces are listed over all pages', async () => {
  refuse = false;
  const { tenants, subscriptions, workspaces, problems } = await list();
  expect(problems).toEqual([]);
  expect(tenants).toEqual([{ tenantId, title: 'Contoso' }]);
  expect(subscriptions).toEqual([{ subscriptionId, title: 'Production', tenantId }]);
  expect(workspaces.map(({ workspaceId: id, name, location }) => [id, name, location])).toEqual([[otherWorkspaceId, 'contoso-archive', 'westeurope'], [workspaceId, 'contoso-logs', 'westeurope']]);
});

test('an account without rights there is told that a workspace can be read all the same', async () => {
  refuse = true;
  const { workspaces, problems } = await list();
  expect(workspaces).toEqual([]);
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['LA060']));
  expect(problems[0]?.message).toContain('paste its Workspace ID');
});

test('tokens are asked for with the scope of Azure Resource Manager', () => {
  expect(desk.questions.map(({ scopes }) => scopes[0])).toContain('https://management.azure.com/.default');
});
