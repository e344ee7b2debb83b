import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Row } from '../../../src/base/index.ts';
import { compareSources } from '../../../src/engine/compareSources.ts';
import { sourceWork } from '../../../src/engine/openSource.ts';
import type { CopyRequest, KeptFile, Provenance } from '../../../src/protocol/index.ts';
import type { LogSource } from '../../../src/sources/index.ts';
import { startLogAnalyticsService, type LogAnalyticsService } from '../../support/logAnalyticsService.ts';
import { openTenant } from '../../support/sampleTenant.ts';
import { openDesk, runOn, type Desk } from '../../support/workspaceWorld.ts';

let service: LogAnalyticsService;
let desk: Desk;
let source: LogSource;
let storage: string;

beforeAll(async () => {
  service = await startLogAnalyticsService({ rowLimit: 200 });
  desk = openDesk(service);
  source = await desk.open();
  storage = await mkdtemp(path.join(tmpdir(), 'identity-trail-copies-'));
});
afterAll(async () => {
  await service.close();
  await desk.close();
  await rm(storage, { recursive: true, force: true });
});

const table = 'AADServicePrincipalSignInLogs';
const range = { from: '2026-03-01T00:00:00Z', to: '2026-03-08T00:00:00Z' };
const { signal } = new AbortController();

async function keep(folder: string, items: CopyRequest['items'] = [{ name: table, query: table }]): Promise<readonly KeptFile[]> {
  return sourceWork({ storage, memoryMegabytes: 512 }).keepCopy({ source, copy: { folder, items, range }, signal, progress: () => undefined });
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(storage, 'copy-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function differences(folder: string, query: string): Promise<readonly Row[]> {
  const local = await openTenant({ kind: 'local', path: folder });
  onTestFinished(() => local.close());
  const rows: Row[] = [];
  await compareSources(source, local.source, { query, workspace: { fetchAll: true } }, { header: () => undefined, rows: (slice) => { rows.push(...slice); } }, signal);
  return rows;
}

const inRange = `${table} | where TimeGenerated >= datetime(${range.from}) and TimeGenerated < datetime(${range.to})`;

test('a table is kept whole although no answer holds it, with where it came from', async () => {
  const folder = await newFolder();
  const [kept] = await keep(folder);
  const { rows } = await runOn(source, { query: `${inRange} | count` });
  expect(kept?.provenance).toMatchObject({ query: table, range, rows: Number(rows[0]?.[0]), whole: true, warnings: [] });
  expect(Number(rows[0]?.[0])).toBeGreaterThan(200);
  expect(createHash('sha256').update(await readFile(kept?.file ?? '')).digest('hex')).toBe(kept?.provenance.sha256);
  expect(JSON.parse(await readFile(path.join(folder, `.${table}.provenance.json`), 'utf8')) as Provenance).toEqual(kept?.provenance);
  expect(await differences(folder, inRange)).toEqual([]);
});

test('a copy that broke off goes on where it stopped', async () => {
  const folder = await newFolder();
  service.faults.push(...Array.from({ length: 12 }, () => (usual: () => unknown) => usual() as never), () => ({ status: 403, body: '{"error":{"code":"InsufficientAccessError"}}' }));
  await expect(keep(folder)).rejects.toMatchObject({ problem: { code: 'LA403' } });
  service.faults.length = 0;
  expect(await readdir(folder)).toEqual(['.identity-trail']);
  const middle = service.requests.length;
  const [kept] = await keep(folder);
  const second = service.requests.length - middle;
  await keep(await newFolder());
  // Fewer questions than a copy from the start takes.
  expect(second).toBeLessThan(service.requests.length - middle - second);
  expect(kept?.provenance.whole).toBe(true);
  expect(await differences(folder, inRange)).toEqual([]);
});

test('a row that only one side has is shown, as often as it is missing', async () => {
  const folder = await newFolder();
  await keep(folder, [{ name: table, query: `${table} | where ServicePrincipalName != "customs-api"` }]);
  const rows = await differences(folder, `${inRange} | where ServicePrincipalName == "customs-api" | project ServicePrincipalName, ResultType`);
  const { rows: counted } = await runOn(source, { query: `${inRange} | where ServicePrincipalName == "customs-api" | count` });
  expect(rows).toHaveLength(Number(counted[0]?.[0]));
  expect(rows[0]?.slice(0, 2)).toEqual([source.summary.title, 'customs-api']);
});
