import type { Row } from '../../src/base/index.ts';
import { QueryRefused } from '../../src/sources/index.ts';
import type { ResultHeader } from '../../src/protocol/index.ts';
import { errorBody, partialError, refusedBody, resultBody, statistics } from './logAnalyticsBodies.ts';
import { startLogAnalyticsServer, type LogAnalyticsServer, type ServiceAnswer, type ServiceRequest } from './logAnalyticsServer.ts';
import { answerSignIn, type SignInLog } from './logAnalyticsSignIn.ts';
import { openTenant, type OpenTenant } from './sampleTenant.ts';

/** Replaces the answer to one query; `usual` is what the service would have said. */
export type Fault = (usual: () => Promise<ServiceAnswer>, request: ServiceRequest) => ServiceAnswer | Promise<ServiceAnswer>;

export interface ServiceOptions {
  /** Rows beyond which a result is cut and says so. */
  readonly rowLimit?: number;
  /** The tables and functions that the metadata names besides the tenant's own. */
  readonly functions?: readonly { readonly name: string; readonly body: string; readonly parameters?: string }[];
  /** Answers for paths of Azure Resource Manager, by what the path begins with. */
  readonly resourceManager?: Readonly<Record<string, (request: ServiceRequest) => ServiceAnswer>>;
  /** Asked before each query; what it returns takes the answer's place. */
  readonly chooseFault?: (request: ServiceRequest) => Fault | undefined;
}

export interface LogAnalyticsService extends LogAnalyticsServer, SignInLog {
  /** Faults for the next queries, one each. */
  readonly faults: Fault[];
  readonly tenant: OpenTenant;
  /** Queries under way at this moment, and the most there have been at once. */
  readonly load: { running: number; most: number };
}

/** A Log Analytics workspace on loopback: the query API's wire protocol, answered by the local engine over the sample tenant. */
export async function startLogAnalyticsService(options: ServiceOptions = {}): Promise<LogAnalyticsService> {
  const tenant = await openTenant();
  const faults: Fault[] = [];
  const log: SignInLog = { forms: [] };
  const load = { running: 0, most: 0 };
  const answer = async (request: ServiceRequest): Promise<ServiceAnswer> => {
    const signIn = answerSignIn(request, server.origin, log);
    if (signIn) return signIn;
    const [path = ''] = request.path.split('?');
    const manager = Object.entries(options.resourceManager ?? {}).find(([start]) => path.startsWith(start))?.[1];
    if (manager) return manager(request);
    const refusal = refuseCaller(request);
    if (refusal) return refusal;
    if (/^\/v1\/workspaces\/[^/]+\/metadata$/.test(path)) return { status: 200, body: metadataBody(tenant, options, path.split('/')[3] ?? '') };
    if (!/^\/v1\/workspaces\/[^/]+\/(?:query|search)$/.test(path)) return { status: 404, body: errorBody('PathNotFoundError', 'The requested path does not exist') };
    load.running += 1;
    load.most = Math.max(load.most, load.running);
    try {
      const fault = faults.shift() ?? options.chooseFault?.(request);
      const usual = () => answerQuery(tenant, request, options.rowLimit ?? 500_000);
      return await (fault ? fault(usual, request) : usual());
    } finally {
      load.running -= 1;
    }
  };
  const server = await startLogAnalyticsServer(answer);
  return {
    ...server,
    ...log,
    faults,
    tenant,
    load,
    close: async () => {
      await server.close();
      await tenant.close();
    },
  };
}

function refuseCaller(request: ServiceRequest): ServiceAnswer | undefined {
  if (request.path.includes('/DEMO_WORKSPACE/')) {
    return request.headers['x-api-key'] === 'DEMO_KEY' && request.headers['authorization'] === undefined ? undefined : { status: 403, body: errorBody('InsufficientAccessError', 'Valid authentication was not provided') };
  }
  if (String(request.headers['authorization'] ?? '').startsWith('Bearer ')) return undefined;
  return { status: 401, body: errorBody('AuthorizationRequiredError', 'Valid authentication was not provided'), headers: { 'www-authenticate': 'Bearer authorization_uri="https://login.example/common"' } };
}

/** Runs the query on the tenant, whose newest record is this service's present. */
async function answerQuery(tenant: OpenTenant, { body: { query = '' }, headers }: ServiceRequest, rowLimit: number): Promise<ServiceAnswer> {
  let header: ResultHeader = { columns: [] };
  const rows: Row[] = [];
  try {
    const sink = { header: (value: ResultHeader) => { header = value; }, rows: (slice: readonly Row[]) => { for (const row of slice) rows.push(row); } };
    await tenant.source.run({ query, maxRows: rowLimit + 1 }, sink, new AbortController().signal);
  } catch (error) {
    if (error instanceof QueryRefused) return { status: 400, body: refusedBody(query, error.problems[0]) };
    throw error;
  }
  const prefer = String(headers['prefer'] ?? '');
  const truncated = rows.length > rowLimit;
  const more = {
    ...(prefer.includes('include-statistics=true') ? { statistics: statistics(rows.length) } : {}),
    ...(prefer.includes('include-render=true') && header.render ? { render: { ...header.render.properties, visualization: header.render.visualization } } : {}),
    ...(truncated ? { error: partialError(`Query result set has exceeded the internal record count limit ${String(rowLimit)} (E_QUERY_RESULT_SET_TOO_LARGE; see https://aka.ms/kustoquerylimits)`) } : {}),
  };
  return { status: 200, body: resultBody(header.columns, truncated ? rows.slice(0, rowLimit) : rows, more) };
}

function metadataBody({ source }: OpenTenant, { functions = [] }: ServiceOptions, workspaceId: string): string {
  const known = new Map(source.summary.tables.map((table) => [table.name, table]));
  return JSON.stringify({
    tables: source.tables.map(({ name, columns }) => ({ id: name, name, timespanColumn: 'TimeGenerated', hasData: (known.get(name)?.rows ?? 0) > 0, columns: columns.map((column) => ({ name: column.name, type: column.type })), related: { categories: [] } })),
    functions: functions.map(({ name, body, parameters }) => ({ id: name, name, displayName: name, body, ...(parameters === undefined ? {} : { parameters }), related: { workspaces: [workspaceId] } })),
    workspaces: [{ id: workspaceId, resourceId: `/subscriptions/00000000-0000-0000-0000-000000000051/resourceGroups/logs/providers/microsoft.operationalinsights/workspaces/contoso-logs`, name: 'contoso-logs', region: 'westeurope', related: {} }],
    categories: [],
    solutions: [],
    resourceTypes: [],
  });
}
