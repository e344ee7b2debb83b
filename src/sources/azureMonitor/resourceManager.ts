import { OperationalInsightsManagementClient } from '@azure/arm-operationalinsights';
import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import type { Problem } from '../../base/index.ts';
import type { ListedSubscription, ListedTenant, ListedWorkspace, TableInfo, WorkspaceListing } from '../../protocol/index.ts';
import type { Connection } from './connection.ts';
import { problemFromFailure } from './transportErrors.ts';

const workspaceQuery =
  "resources | where type =~ 'microsoft.operationalinsights/workspaces' | project id, name, resourceGroup, location, subscriptionId, tenantId, customerId = tostring(properties.customerId) | order by name asc";

/** Subscriptions that one Resource Graph request may name. */
const subscriptionsAtOnce = 1_000;

/** What the account sees through Azure Resource Manager. A part that cannot be read is a problem in the listing, not the end. */
export async function listWorkspaces(connection: Connection, signal: AbortSignal): Promise<WorkspaceListing> {
  const problems: Problem[] = [];
  const orElse = async <T>(read: () => Promise<readonly T[]>): Promise<readonly T[]> => {
    try {
      return await read();
    } catch (error) {
      signal.throwIfAborted();
      problems.push(problemFromManager(error));
      return [];
    }
  };
  const tenants = await orElse(() => readTenants(connection, signal));
  const subscriptions = await orElse(() => readSubscriptions(connection, signal));
  const workspaces = await orElse(() => readWorkspaces(connection, subscriptions.map(({ subscriptionId }) => subscriptionId), signal));
  return { tenants, subscriptions, workspaces, problems };
}

async function readTenants(connection: Connection, abortSignal: AbortSignal): Promise<readonly ListedTenant[]> {
  const found: ListedTenant[] = [];
  for await (const { tenantId, displayName, defaultDomain } of new SubscriptionClient(connection.credential, managerOptions(connection)).tenants.list({ abortSignal })) {
    if (tenantId !== undefined) found.push({ tenantId, title: displayName ?? defaultDomain ?? tenantId });
  }
  return found;
}

async function readSubscriptions(connection: Connection, abortSignal: AbortSignal): Promise<readonly ListedSubscription[]> {
  const found: ListedSubscription[] = [];
  for await (const { subscriptionId, displayName, tenantId } of new SubscriptionClient(connection.credential, managerOptions(connection)).subscriptions.list({ abortSignal })) {
    if (subscriptionId !== undefined) found.push({ subscriptionId, title: displayName ?? subscriptionId, tenantId: tenantId ?? '' });
  }
  return found;
}

async function readWorkspaces(connection: Connection, subscriptions: readonly string[], abortSignal: AbortSignal): Promise<readonly ListedWorkspace[]> {
  const client = new ResourceGraphClient(connection.credential, managerOptions(connection));
  const found: ListedWorkspace[] = [];
  for (let start = 0; start < subscriptions.length; start += subscriptionsAtOnce) {
    let skipToken: string | undefined;
    do {
      const answer = await client.resources(
        { subscriptions: subscriptions.slice(start, start + subscriptionsAtOnce), query: workspaceQuery, options: { resultFormat: 'objectArray', ...(skipToken === undefined ? {} : { skipToken }) } },
        { abortSignal },
      );
      found.push(...(Array.isArray(answer.data) ? answer.data : []).flatMap(workspaceOf));
      skipToken = answer.skipToken;
    } while (skipToken !== undefined);
  }
  return found;
}

function workspaceOf(record: unknown): readonly ListedWorkspace[] {
  const { id, name, resourceGroup, location, subscriptionId, tenantId, customerId } = (record ?? {}) as Readonly<Record<string, unknown>>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  if (text(customerId) === '') return [];
  return [{ workspaceId: text(customerId).toLowerCase(), resourceId: text(id), name: text(name), resourceGroup: text(resourceGroup), location: text(location), subscriptionId: text(subscriptionId), tenantId: text(tenantId) }];
}

type Plan = NonNullable<TableInfo['plan']>;

/** The pricing plan of each table. Rejects where the account has no rights in Azure Resource Manager. */
export async function readTablePlans(connection: Connection, resourceId: string, abortSignal: AbortSignal): Promise<Readonly<Record<string, Plan>>> {
  const [, subscription, group, name] = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/[^/]+\/workspaces\/([^/]+)$/i.exec(resourceId) ?? [];
  if (subscription === undefined || group === undefined || name === undefined) return {};
  const plans: Record<string, Plan> = {};
  const client = new OperationalInsightsManagementClient(connection.credential, subscription, managerOptions(connection));
  for await (const table of client.tables.listByWorkspace(group, name, { abortSignal })) {
    const { plan } = table;
    if (table.name !== undefined && (plan === 'Analytics' || plan === 'Basic' || plan === 'Auxiliary')) plans[table.name] = plan;
  }
  return plans;
}

function managerOptions({ cloud, sdk }: Connection) {
  return { ...sdk, endpoint: cloud.managerEndpoint, credentials: { scopes: [cloud.managerScope] }, retryOptions: { maxRetries: 2, maxRetryDelayInMs: 10_000 } };
}

function problemFromManager(error: unknown): Problem {
  const status = (error as { readonly statusCode?: unknown } | null)?.statusCode;
  if (status === 401 || status === 403) {
    return { code: 'LA060', severity: 'warning', message: 'Azure Resource Manager did not let this account look. A workspace can be read without that: paste its Workspace ID (the GUID on its overview page).' };
  }
  const problem = problemFromFailure(error);
  return { ...problem, severity: 'warning', message: problem.message.replaceAll('Log Analytics', 'Azure') };
}
