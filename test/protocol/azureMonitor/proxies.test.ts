import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startLogAnalyticsService, type LogAnalyticsService } from '../../support/logAnalyticsService.ts';
import { openDesk, runOn, type Desk } from '../../support/workspaceWorld.ts';

/** A proxy between here and the service, as `HTTPS_PROXY` (in the editor: `http.proxy`) names it. */
let service: LogAnalyticsService;
let proxy: Server;
let desk: Desk;
let refuse = false;
const asked: string[] = [];
const tunnels = new Set<Duplex>();

beforeAll(async () => {
  service = await startLogAnalyticsService();
  // Behind a proxy the connection to the service is made without the options that tests give the SDK.
  setDefaultCACertificates([...getCACertificates(), service.certificate]);
  proxy = createServer().on('connect', ({ url = '' }, client, head) => {
    asked.push(url);
    if (refuse) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
      return;
    }
    const [host, port] = url.split(':');
    const there = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      there.write(head);
      there.pipe(client);
      client.pipe(there);
    });
    for (const [one, other] of [[there, client], [client, there]] as const) {
      tunnels.add(one);
      one.on('error', () => { other.destroy(); });
    }
  });
  await new Promise<void>((resolve) => { proxy.listen(0, '127.0.0.1', resolve); });
});
afterAll(async () => {
  for (const tunnel of tunnels) tunnel.destroy();
  await new Promise((resolve) => proxy.close(resolve));
  await service.close();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  asked.length = 0;
  await desk.close();
});

function throughProxy(): void {
  vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${String((proxy.address() as AddressInfo).port)}`);
  desk = openDesk(service);
}

test('queries go through the proxy', async () => {
  refuse = false;
  throughProxy();
  const source = await desk.open();
  expect((await runOn(source, { query: 'AuditLogs | take 1' })).rows).toHaveLength(1);
  expect(new Set(asked)).toEqual(new Set([new URL(service.origin).host]));
});

test('a proxy that wants a password is named, with the setting to look at', async () => {
  refuse = true;
  throughProxy();
  await expect(desk.open()).rejects.toMatchObject({ problem: { code: expect.stringMatching(/^LA(?:022|407)$/) as string, message: expect.stringContaining('http.proxy') as string } });
});
