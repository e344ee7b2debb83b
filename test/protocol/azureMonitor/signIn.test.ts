import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { ProblemError } from '../../../src/base/index.ts';
import type { WorkspaceSpec } from '../../../src/protocol/index.ts';
import { resultBody } from '../../support/logAnalyticsBodies.ts';
import { startLogAnalyticsServer, type LogAnalyticsServer } from '../../support/logAnalyticsServer.ts';
import { answerSignIn, tokenMark, type SignInLog } from '../../support/logAnalyticsSignIn.ts';
import { openDesk, runOn, tenantId } from '../../support/workspaceWorld.ts';

const clientId = '00000000-0000-0000-0000-0000000000c1';
const log: SignInLog = { forms: [] };
let server: LogAnalyticsServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'identity-trail-sign-in-'));
  server = await startLogAnalyticsServer((request) => answerSignIn(request, server.origin, log) ?? { status: 200, body: resultBody([{ name: 'n', type: 'long' }], [[7]]) });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Opens the workspace with a way to sign in, asks one query, and looks for the token where it must not be. */
async function askWith(spec: Partial<WorkspaceSpec>): Promise<{ readonly authorization: string; readonly prompts: readonly string[] }> {
  const desk = openDesk(server);
  const prompts: string[] = [];
  Object.assign(desk.world, { deviceCode: ({ url, code }: { readonly url: string; readonly code: string }) => { prompts.push(`${url} ${code}`); } });
  try {
    const source = await desk.open(spec);
    expect((await runOn(source, { query: 'print n = 7' })).rows).toEqual([[7]]);
    expect(JSON.stringify([source.summary, desk.lines])).not.toContain(tokenMark);
    expect(desk.lines.length).toBeGreaterThan(1);
    return { authorization: String(server.requests.at(-1)?.headers['authorization'] ?? ''), prompts };
  } finally {
    await desk.close();
  }
}

test('environment: a client secret', async () => {
  vi.stubEnv('AZURE_TENANT_ID', tenantId);
  vi.stubEnv('AZURE_CLIENT_ID', clientId);
  vi.stubEnv('AZURE_CLIENT_SECRET', 'right');
  expect((await askWith({ auth: 'environment' })).authorization).toContain(`Bearer ${tokenMark}`);
  expect(log.forms.at(-1)?.get('scope')).toContain('https://api.loganalytics.io/.default');
});

test('environment: a wrong secret is told with its code and without token or secret', async () => {
  vi.stubEnv('AZURE_TENANT_ID', tenantId);
  vi.stubEnv('AZURE_CLIENT_ID', clientId);
  vi.stubEnv('AZURE_CLIENT_SECRET', 'wrong');
  const error = await askWith({ auth: 'environment' }).then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof ProblemError)) throw new Error('It was let in, or failed otherwise.', { cause: error });
  expect(error.problem.code).toBe('LA010');
  expect(error.problem.message).toContain('AADSTS7000215');
  expect(error.problem.message).not.toContain(tokenMark);
});

test('workload identity: a federated token from a file', async () => {
  const file = path.join(folder, 'federated');
  writeFileSync(file, 'federated-token');
  vi.stubEnv('AZURE_FEDERATED_TOKEN_FILE', file);
  expect((await askWith({ auth: 'workloadIdentity', tenantId, clientId })).authorization).toContain(`Bearer ${tokenMark}`);
  expect(log.forms.at(-1)?.get('client_assertion')).toBe('federated-token');
});

test('device code: the code is shown, and the person is waited for', { timeout: 60_000 }, async () => {
  const { authorization, prompts } = await askWith({ auth: 'deviceCode', tenantId });
  expect(authorization).toContain(`Bearer ${tokenMark}`);
  expect(prompts).toEqual(['https://microsoft.com/devicelogin ABCD-EFGH']);
});

test('Azure CLI: the account of "az login"', { timeout: 60_000 }, async () => {
  const az = path.join(folder, 'az');
  writeFileSync(az, `#!/bin/sh\necho '{"accessToken":"${tokenMark}.cli","expires_on":4102444800,"expiresOn":"2100-01-01 00:00:00.000000","tenant":"${tenantId}","tokenType":"Bearer"}'\n`);
  chmodSync(az, 0o755);
  vi.stubEnv('PATH', `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`);
  expect((await askWith({ auth: 'azureCli' })).authorization).toBe(`Bearer ${tokenMark}.cli`);
});

test('managed identity: the endpoint that Azure gives its machines', async () => {
  const asked: string[] = [];
  const endpoint = createServer((request, response) => {
    asked.push(`${request.url ?? ''} ${String(request.headers['x-identity-header'])}`);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ access_token: `${tokenMark}.identity`, expires_on: String(Math.round(Date.now() / 1000) + 3_600), resource: 'https://api.loganalytics.io', token_type: 'Bearer', client_id: clientId }));
  });
  await new Promise<void>((resolve) => { endpoint.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => { endpoint.close(); });
  vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${String((endpoint.address() as AddressInfo).port)}/msi/token`);
  vi.stubEnv('IDENTITY_HEADER', 'of this machine');
  expect((await askWith({ auth: 'managedIdentity', clientId })).authorization).toBe(`Bearer ${tokenMark}.identity`);
  expect(asked[0]).toContain('of this machine');
  expect(asked[0]).toContain(clientId);
});

test('the editor: its account, in the tenant that was chosen', async () => {
  expect((await askWith({ auth: 'editor', tenantId })).authorization).toContain(`Bearer ${tokenMark}.editor`);
});

test('the demo workspace: a public key and no token', async () => {
  const before = log.forms.length;
  expect((await askWith({ auth: 'demoKey', workspaceId: 'DEMO_WORKSPACE' })).authorization).toBe('');
  expect(server.requests.at(-1)?.headers['x-api-key']).toBe('DEMO_KEY');
  expect(log.forms).toHaveLength(before);
});
