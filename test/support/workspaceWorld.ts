import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Row } from '../../src/base/index.ts';
import type { Cloud, QueryRequest, QueryResult, ResultHeader, WorkspaceSpec } from '../../src/protocol/index.ts';
import { Workspaces, type WorkspacesOptions, type WorkspaceWorld } from '../../src/sources/azureMonitor/index.ts';
import type { LogSource, TokenRequester } from '../../src/sources/index.ts';
import type { LogAnalyticsServer } from './logAnalyticsServer.ts';
import { tokenMark } from './logAnalyticsSignIn.ts';

export const workspaceId = '00000000-0000-0000-0000-00000000000a';
export const tenantId = '00000000-0000-0000-0000-00000000007e';

/** The loopback service as a cloud of its own. */
export function cloudOf(server: LogAnalyticsServer): Cloud {
  return {
    title: 'Loopback',
    logsEndpoint: server.endpoint,
    logsScope: 'https://api.loganalytics.io/.default',
    managerEndpoint: server.origin,
    managerScope: 'https://management.azure.com/.default',
    authority: server.origin,
    vscodeProvider: 'microsoft',
  };
}

export type TokenQuestion = Parameters<TokenRequester>[0];

export interface Desk {
  readonly workspaces: Workspaces;
  readonly world: WorkspaceWorld;
  /** Lines that went to the log. */
  readonly lines: string[];
  /** Questions for tokens, oldest first. */
  readonly questions: TokenQuestion[];
  readonly storage: string;
  open(spec?: Partial<WorkspaceSpec>, refresh?: boolean): Promise<LogSource>;
  close(): Promise<void>;
}

/** Opens workspaces on the loopback service as the engine would, with retries that do not keep a test waiting. */
export function openDesk(server: LogAnalyticsServer, options: WorkspacesOptions = {}): Desk {
  const storage = mkdtempSync(path.join(tmpdir(), 'identity-trail-desk-'));
  const lines: string[] = [];
  const questions: TokenQuestion[] = [];
  const workspaces = new Workspaces({
    cloud: cloudOf(server),
    retries: { attempts: 8, firstDelayMs: 2, longestDelayMs: 20, longestRetryAfterMs: 1_000 },
    sdk: { tlsOptions: { ca: server.certificate } },
    identity: { tlsOptions: { ca: server.certificate }, disableInstanceDiscovery: true } as NonNullable<WorkspacesOptions['identity']>,
    ...options,
  });
  const world: WorkspaceWorld = {
    requestToken: (question) => {
      questions.push(question);
      return Promise.resolve({ token: `${tokenMark}.editor.${String(questions.length)}`, expiresOn: Date.now() + 3_600_000 });
    },
    deviceCode: () => undefined,
    log: (line) => { lines.push(line); },
  };
  return {
    workspaces,
    world,
    lines,
    questions,
    storage,
    open: (spec, refresh = false) => workspaces.open({ kind: 'workspace', workspaceId, auth: 'editor', ...spec }, world, { signal: new AbortController().signal, progress: () => undefined, storage, refresh }),
    close: () => rm(storage, { recursive: true, force: true }),
  };
}

/** Runs a query and keeps its whole answer. */
export async function runOn(source: LogSource, request: QueryRequest, signal: AbortSignal = new AbortController().signal, progress?: (message: string) => void): Promise<QueryResult> {
  let header: ResultHeader = { columns: [] };
  const rows: Row[] = [];
  const footer = await source.run(
    request,
    {
      header: (value) => { header = value; },
      rows: (slice) => { for (const row of slice) rows.push(row); },
      progress: (message) => progress?.(message),
    },
    signal,
  );
  return { ...header, ...footer, rows };
}
