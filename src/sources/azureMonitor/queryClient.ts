import { LogsQueryClient } from '@azure/monitor-query-logs';
import { demoWorkspace } from '../../protocol/index.ts';
import type { Connection } from './connection.ts';

export interface Ask {
  readonly workspaceId: string;
  readonly additionalWorkspaceIds?: readonly string[];
  readonly query: string;
  /** ISO 8601 duration or interval, in the service's own form. */
  readonly timespan: string;
  /** How long the service may work, in seconds: 1 to 600. */
  readonly waitSeconds: number;
  /** A query on a table of the Basic or Auxiliary plan goes to another path. */
  readonly basic: boolean;
  readonly signal: AbortSignal;
}

/** What came back over the wire: any status, the body's text as it was. */
export interface RawAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | undefined;
  readonly requestId: string | undefined;
}

type Policy = Parameters<LogsQueryClient['pipeline']['addPolicy']>[0];
type Request = Parameters<Policy['sendRequest']>[0];

/**
 * Sends one query through the SDK's client, once, and gives back the answer whatever its status. Rejects when no answer
 * came: no sign-in, no network, cut off. A claims challenge is answered by the SDK: one new token, one more request.
 */
export async function sendQuery(connection: Connection, ask: Ask): Promise<RawAnswer> {
  ask.signal.throwIfAborted();
  // A client for each call: 1.0.0 of the SDK drops `abortSignal` and `onResponse`, so a policy of the call carries both.
  const client = createClient(connection);
  let answer: RawAnswer | undefined;
  client.pipeline.addPolicy(capturePolicy(ask, (value) => { answer = value; }));
  client.pipeline.addPolicy(requestPolicy(ask), { phase: 'Sign' });
  try {
    const additional = ask.additionalWorkspaceIds === undefined || ask.additionalWorkspaceIds.length === 0 ? {} : { additionalWorkspaces: [...ask.additionalWorkspaceIds] };
    await client.queryWorkspace(ask.workspaceId, ask.query, { duration: ask.timespan }, { serverTimeoutInSeconds: ask.waitSeconds, includeQueryStatistics: true, includeVisualization: true, ...additional });
  } catch (error) {
    ask.signal.throwIfAborted();
    if (answer === undefined) throw error;
  }
  if (answer === undefined) throw new Error('The client gave no answer.');
  return answer;
}

/** A client that neither retries nor follows anything on its own: the queue and the retry policy are ours. */
export function createClient({ credential, cloud, sdk }: Connection): LogsQueryClient {
  return new LogsQueryClient(credential, { ...sdk, endpoint: cloud.logsEndpoint, credentials: { scopes: [cloud.logsScope] }, retryOptions: { maxRetries: 0 } });
}

/** Hands in the abort signal and keeps the answer's text, so that it is decoded once and by us. */
function capturePolicy({ signal }: Ask, keep: (answer: RawAnswer) => void): Policy {
  return {
    name: 'identityTrailCapture',
    async sendRequest(request, next) {
      request.abortSignal = signal;
      const response = await next(request);
      keep({ status: response.status, body: response.bodyAsText ?? '', retryAfter: response.headers.get('retry-after'), requestId: response.headers.get('x-ms-correlation-request-id') });
      return response.status === 200 ? { ...response, bodyAsText: '{"tables":[]}' } : response;
    },
  };
}

/** What the SDK has no option for: the path of Basic tables, data sources beside the result, the demo key. */
function requestPolicy({ workspaceId, basic, timespan }: Ask): Policy {
  return {
    name: 'identityTrailRequest',
    sendRequest(request, next) {
      // A claims challenge sends the same request again, so each of these has to hold when done twice.
      if (basic) request.url = request.url.replace(/\/query$/, `/search?timespan=${encodeURIComponent(timespan)}`);
      const prefer = request.headers.get('prefer') ?? '';
      if (!prefer.includes('include-dataSources')) request.headers.set('prefer', `${prefer},include-dataSources=true`);
      useDemoKey(request, workspaceId);
      return next(request);
    },
  };
}

export function useDemoKey(request: Request, workspaceId: string): void {
  if (workspaceId !== demoWorkspace.workspaceId) return;
  request.headers.delete('authorization');
  request.headers.set('x-api-key', demoWorkspace.key);
}
