import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ProblemError } from '../../../src/base/index.ts';
import { askService } from '../../../src/sources/azureMonitor/askService.ts';
import type { Connection } from '../../../src/sources/azureMonitor/connection.ts';
import { RequestQueue, realTimers, serviceLimits } from '../../../src/sources/azureMonitor/requestQueue.ts';
import { startLogAnalyticsServer, type LogAnalyticsServer, type ServiceAnswer } from '../../support/logAnalyticsServer.ts';
import { cloudOf } from '../../support/workspaceWorld.ts';

const rows = JSON.stringify({ tables: [{ name: 'PrimaryResult', columns: [{ name: 't', type: 'datetime' }], rows: [['2024-03-07T11:47:00.6442361Z']] }] });
const workspaceId = '00000000-0000-0000-0000-00000000000a';

let server: LogAnalyticsServer;
let answers: ServiceAnswer[] = [];

beforeAll(async () => {
  server = await startLogAnalyticsServer(() => answers.shift() ?? { status: 200, body: rows });
});
afterAll(() => server.close());
beforeEach(() => {
  answers = [];
});

function connection(overrides: Partial<Connection> = {}): Connection {
  return {
    cloud: cloudOf(server),
    credential: { getToken: () => Promise.resolve({ token: 'secret-token', expiresOnTimestamp: Date.now() + 3_600_000 }) },
    queue: new RequestQueue(serviceLimits, realTimers),
    retries: { attempts: 2, firstDelayMs: 1, longestDelayMs: 5, longestRetryAfterMs: 1_000 },
    timers: realTimers,
    log: () => undefined,
    sdk: { tlsOptions: { ca: server.certificate } },
    ...overrides,
  };
}

async function problemOf(promise: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('The request was answered.');
}

const request = (query = 'Heartbeat', signal: AbortSignal = new AbortController().signal) => ({ workspaceId, query, timespan: 'P10Y', basic: false, waitSeconds: 180, signal });

describe('the unmodified SDK client over HTTPS', () => {
  test('sends the query with its Prefer header and a bearer token, and keeps 100 ns', async () => {
    const result = await askService(connection(), request('Heartbeat | count'));
    expect(result.rows).toEqual([['2024-03-07T11:47:00.6442361Z']]);
    const sent = server.requests.at(-1);
    expect(sent?.path).toBe(`/v1/workspaces/${workspaceId}/query`);
    expect(sent?.body.query).toBe('Heartbeat | count');
    expect(sent?.headers['prefer']).toBe('wait=180,include-statistics=true,include-render=true,include-dataSources=true');
    expect(sent?.headers['authorization']).toBe('Bearer secret-token');
  });

  test('obeys Retry-After once and then answers', async () => {
    answers = [{ status: 429, body: '{}', headers: { 'retry-after': '0' } }];
    const before = server.requests.length;
    await askService(connection(), request());
    expect(server.requests.length - before).toBe(2);
  });

  test('a refused query carries the code and place of the service, and is not sent again', async () => {
    answers = [{ status: 400, body: JSON.stringify({ error: { code: 'BadArgumentError', message: 'm', innererror: { code: 'SYN0002', message: 'could not be parsed', line: 1, pos: 2, token: 'x' } } }) }];
    const before = server.requests.length;
    expect(await problemOf(askService(connection(), request()))).toMatchObject({ code: 'SYN0002', span: { start: 2, length: 1 } });
    expect(server.requests.length - before).toBe(1);
  });

  test('cancel ends the request while the service is still working', async () => {
    answers = [{ status: 200, body: rows, delayMs: 20_000 }];
    const controller = new AbortController();
    const began = performance.now();
    const pending = askService(connection(), request('slow', controller.signal));
    setTimeout(() => { controller.abort(new Error('cancelled by the user')); }, 50);
    await expect(pending).rejects.toThrow('cancelled by the user');
    expect(performance.now() - began).toBeLessThan(1_000);
    await expect.poll(() => server.abandoned()).toBeGreaterThan(0);
  });

  test('an untrusted certificate is named as such', async () => {
    expect((await problemOf(askService(connection({ sdk: {} }), request()))).code).toBe('LA021');
  });

  test('a failed sign-in names the AADSTS code and never the token', async () => {
    const error = new Error('AADSTS7000215: Invalid client secret provided. secret-token');
    error.name = 'AuthenticationError';
    const problem = await problemOf(askService(connection({ credential: { getToken: () => Promise.reject(error) } }), request()));
    expect(problem.code).toBe('LA010');
    expect(problem.message).toContain('AADSTS7000215');
    expect(problem.message).not.toContain('secret-token');
  });

  test('a service that is not there is a network problem', async () => {
    const problem = await problemOf(askService(connection({ cloud: { ...cloudOf(server), logsEndpoint: 'https://localhost:1/v1' } }), request()));
    expect(problem.code).toBe('LA020');
  });
});
