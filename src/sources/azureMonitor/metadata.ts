import { createDefaultHttpClient, createPipelineRequest } from '@azure/core-rest-pipeline';
import { ProblemError, type KqlType, type TableSchema } from '../../base/index.ts';
import type { WorkspaceFunction } from '../../protocol/index.ts';
import type { Connection } from './connection.ts';
import { exchange } from './exchange.ts';
import { createClient, useDemoKey, type RawAnswer } from './queryClient.ts';
import { toKqlType } from './responseDecoder.ts';

/** What a workspace says of itself. */
export interface WorkspaceMetadata {
  readonly tables: readonly TableSchema[];
  readonly functions: readonly WorkspaceFunction[];
  readonly name?: string;
  readonly resourceId?: string;
}

interface ApiMetadata {
  readonly tables?: readonly { readonly name?: string; readonly columns?: readonly { readonly name?: string; readonly type?: string }[] }[];
  readonly functions?: readonly { readonly name?: string; readonly body?: string; readonly parameters?: string }[];
  readonly workspaces?: readonly { readonly id?: string; readonly name?: string; readonly resourceId?: string }[];
}

/** Asks for the workspace's tables, columns and saved functions. */
export function readMetadata(connection: Connection, workspaceId: string, signal: AbortSignal): Promise<WorkspaceMetadata> {
  return exchange(connection, {
    label: `metadata ${workspaceId}`,
    basic: false,
    signal,
    send: () => send(connection, workspaceId, signal),
    decode: (body) => decodeMetadata(body, workspaceId),
    describe: ({ tables, functions }) => `${String(tables.length)} tables, ${String(functions.length)} functions`,
  });
}

/** The SDK has no method for this request, so it goes through the pipeline of its client: same sign-in, same transport. */
async function send(connection: Connection, workspaceId: string, abortSignal: AbortSignal): Promise<RawAnswer> {
  const { pipeline } = createClient(connection);
  const policy = {
    name: 'identityTrailDemoKey',
    sendRequest: (request: Parameters<typeof useDemoKey>[0], next: (request: Parameters<typeof useDemoKey>[0]) => ReturnType<typeof pipeline.sendRequest>) => {
      useDemoKey(request, workspaceId);
      return next(request);
    },
  };
  pipeline.addPolicy(policy, { phase: 'Sign' });
  const request = createPipelineRequest({ url: `${connection.cloud.logsEndpoint}/workspaces/${encodeURIComponent(workspaceId)}/metadata`, method: 'POST', abortSignal });
  const { status, bodyAsText, headers } = await pipeline.sendRequest(createDefaultHttpClient(), request);
  return { status, body: bodyAsText ?? '', retryAfter: headers.get('retry-after'), requestId: headers.get('x-ms-correlation-request-id') };
}

export function decodeMetadata(body: string, workspaceId: string): WorkspaceMetadata {
  const { tables = [], functions = [], workspaces = [] } = parse(body);
  const own = workspaces.find(({ id }) => id?.toLowerCase() === workspaceId.toLowerCase()) ?? (workspaces.length === 1 ? workspaces[0] : undefined);
  return {
    tables: tables.flatMap(({ name, columns = [] }) => (name === undefined ? [] : [{ name, columns: columns.flatMap(columnOf) }])),
    functions: functions.flatMap(({ name, body: text, parameters }) => (name === undefined || text === undefined ? [] : [{ name, body: text, ...(parameters === undefined || parameters === '' ? {} : { parameters }) }])),
    ...(own?.name === undefined ? {} : { name: own.name }),
    ...(own?.resourceId === undefined ? {} : { resourceId: own.resourceId }),
  };
}

function columnOf({ name, type }: { readonly name?: string; readonly type?: string }): readonly { readonly name: string; readonly type: KqlType }[] {
  return name === undefined ? [] : [{ name, type: toKqlType(type ?? 'dynamic') }];
}

function parse(body: string): ApiMetadata {
  try {
    return (JSON.parse(body) ?? {}) as ApiMetadata;
  } catch {
    throw new ProblemError({ code: 'LA201', message: 'The description of the workspace broke off on its way. Open the workspace again.' });
  }
}
