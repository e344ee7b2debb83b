import type { ServiceAnswer, ServiceRequest } from './logAnalyticsServer.ts';
import type { ServiceOptions } from './logAnalyticsService.ts';
import { tenantId, workspaceId } from './workspaceWorld.ts';

export const subscriptionId = '00000000-0000-0000-0000-000000000051';
export const otherWorkspaceId = '00000000-0000-0000-0000-00000000000b';

const resourceId = (name: string): string => `/subscriptions/${subscriptionId}/resourceGroups/logs/providers/microsoft.operationalinsights/workspaces/${name}`;

const workspaces = [
  { name: 'contoso-archive', customerId: otherWorkspaceId },
  { name: 'contoso-logs', customerId: workspaceId },
].map(({ name, customerId }) => ({ id: resourceId(name), name, resourceGroup: 'logs', location: 'westeurope', subscriptionId, tenantId, customerId }));

/** Azure Resource Manager as far as a list of workspaces asks for it: one tenant, one subscription, two workspaces on two pages. */
export const resourceManager: NonNullable<ServiceOptions['resourceManager']> = {
  '/tenants': () => json({ value: [{ id: `/tenants/${tenantId}`, tenantId, displayName: 'Contoso' }] }),
  '/providers/Microsoft.ResourceGraph/resources': page,
  [`/subscriptions/${subscriptionId}/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/contoso-logs/tables`]: () => json({ value: [{ name: 'AuditLogs', properties: { plan: 'Analytics' } }] }),
  '/subscriptions': () => json({ value: [{ id: `/subscriptions/${subscriptionId}`, subscriptionId, displayName: 'Production', tenantId, state: 'Enabled' }] }),
};

function page({ text }: ServiceRequest): ServiceAnswer {
  const asked = JSON.parse(text) as { readonly options?: { readonly $skipToken?: string } };
  const second = asked.options?.$skipToken === 'second';
  return json({ totalRecords: 2, count: 1, resultTruncated: second ? 'false' : 'true', facets: [], data: second ? workspaces.slice(1) : workspaces.slice(0, 1), ...(second ? {} : { $skipToken: 'second' }) });
}

function json(body: object): ServiceAnswer {
  return { status: 200, body: JSON.stringify(body) };
}
