import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseIsoTicks, type Row } from '../../../src/base/index.ts';
import type { LogSource } from '../../../src/sources/index.ts';
import { resultBody } from '../../support/logAnalyticsBodies.ts';
import { startLogAnalyticsServer, type LogAnalyticsServer } from '../../support/logAnalyticsServer.ts';
import { startLogAnalyticsService, type Fault, type LogAnalyticsService } from '../../support/logAnalyticsService.ts';
import { ManyRows, manyRowsQuery } from '../../support/manyRows.ts';
import { openDesk, runOn, type Desk } from '../../support/workspaceWorld.ts';

const million = 1_000_000;

describe('3 million rows against a limit of 500,000', () => {
  let server: LogAnalyticsServer;
  let desk: Desk;
  let source: LogSource;

  beforeAll(async () => {
    const rows = new ManyRows(3 * million, million / 2);
    server = await startLogAnalyticsServer((request) => (request.body.query?.startsWith('Many_CL') === true ? rows.answer(request) : { status: 200, body: resultBody([], []) }));
    desk = openDesk(server);
    source = await desk.open();
  });
  afterAll(async () => {
    await server.close();
    await desk.close();
  });

  test('every row comes exactly once', { timeout: 300_000 }, async () => {
    const seen = new Uint8Array(3 * million);
    let rows = 0;
    let twice = 0;
    const sink = {
      header: () => undefined,
      rows: (slice: readonly Row[]) => {
        rows += slice.length;
        for (const [id] of slice) {
          if (seen[Number(id)] === 1) twice += 1;
          seen[Number(id)] = 1;
        }
      },
    };
    const footer = await source.run({ query: manyRowsQuery, workspace: { fetchAll: true, waitSeconds: 600 } }, sink, new AbortController().signal);
    expect(rows).toBe(3 * million);
    expect(twice).toBe(0);
    expect(seen.indexOf(0)).toBe(-1);
    expect(footer.statistics.rows).toBe(3 * million);
    expect(footer.warnings).toMatchObject([{ kind: 'note', code: 'LA053' }]);
  });

  test('without "fetch all" the cut is labelled', { timeout: 60_000 }, async () => {
    const { rows, warnings } = await runOn(source, { query: manyRowsQuery });
    expect(rows).toHaveLength(million / 2);
    expect(warnings).toMatchObject([{ kind: 'truncated', code: 'PartialError' }]);
  });
});

describe('against a limit of 40 rows', () => {
  let service: LogAnalyticsService;
  let desk: Desk;
  let source: LogSource;

  beforeAll(async () => {
    service = await startLogAnalyticsService({ rowLimit: 40 });
    desk = openDesk(service);
    source = await desk.open();
  });
  afterAll(async () => {
    await service.close();
    await desk.close();
  });

  const all = (query: string, maxRows?: number) => runOn(source, { query, ...(maxRows === undefined ? {} : { maxRows }), workspace: { fetchAll: true } });
  const burst = (rows: number, gap: string) => `range Id from 1 to ${String(rows)} step 1 | extend TimeGenerated = datetime(2026-03-01T10:00:00.1234567Z) + Id * ${gap}`;

  test('neighbouring ticks are parted without loss', async () => {
    const { rows } = await all(burst(1_000, '1tick'));
    expect(rows.map(([id]) => Number(id)).sort((left, right) => left - right)).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
  });

  test('rows come in order of time, newest first where the query sorts so', async () => {
    const ascending = await all(burst(300, '7m'));
    expect(ascending.rows.map(([id]) => id)).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    const descending = await all(`${burst(300, '7m')} | sort by TimeGenerated desc // newest first`);
    expect(descending.rows.map(([id]) => id)).toEqual(Array.from({ length: 300 }, (_, index) => 300 - index));
  });

  test('rows without a time come too', async () => {
    const { rows, warnings } = await all(`range Id from 1 to 100 step 1 | extend TimeGenerated = iff(Id % 4 == 0, datetime(null), datetime(2026-03-01) + Id * 1h)`);
    expect(rows).toHaveLength(100);
    expect(new Set(rows.map(([id]) => id)).size).toBe(100);
    expect(warnings.filter(({ kind }) => kind !== 'note')).toEqual([]);
  });

  test('a real table comes whole', async () => {
    const direct = await service.tenant.query('MicrosoftGraphActivityLogs | project TimeGenerated, RequestId, RequestUri');
    const { rows } = await all('MicrosoftGraphActivityLogs | project TimeGenerated, RequestId, RequestUri | render table');
    const order = (left: Row, right: Row) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);
    expect(direct.rows.length).toBeGreaterThan(40);
    expect([...rows].sort(order)).toEqual([...direct.rows].sort(order));
  });

  test('more rows at one instant than an answer holds are labelled with the instant', async () => {
    const { rows, warnings } = await all(`range Id from 1 to 90 step 1 | extend TimeGenerated = iff(Id <= 60, datetime(2026-03-01T10:00:00.0000001Z), datetime(2026-03-02) + Id * 1h)`);
    expect(rows).toHaveLength(40 + 30);
    expect(warnings.find(({ kind }) => kind === 'truncated')).toMatchObject({ code: 'LA056' });
    expect(warnings.find(({ kind }) => kind === 'truncated')?.message).toContain('2026-03-01T10:00:00.0000001Z');
  });

  test('the row limit of the reader ends the fetching', async () => {
    const before = service.requests.length;
    const { rows, warnings } = await all(burst(1_000, '1m'), 100);
    expect(rows).toHaveLength(100);
    expect(warnings.some(({ code }) => code === 'ENG100')).toBe(true);
    expect(service.requests.length - before).toBeLessThan(12);
  });

  test('what time cannot part is refused with the reason', async () => {
    await expect(all(`${burst(100, '1m')} | take 90`)).rejects.toMatchObject({ problem: { code: 'LA050' } });
    await expect(all('range Id from 1 to 100 step 1')).rejects.toMatchObject({ problem: { code: 'LA051' } });
  });

  test('a slice that fails for a while is asked again; none is lost', async () => {
    service.faults.push((usual) => usual(), (usual) => usual(), (usual) => usual());
    for (let index = 0; index < 5; index += 1) service.faults.push(() => ({ status: 503, body: '{}' }), (usual) => usual());
    const { rows } = await all(burst(400, '3s'));
    expect(new Set(rows.map(([id]) => id)).size).toBe(400);
    expect(rows).toHaveLength(400);
  });

  test('a fetch that breaks off goes on where it stopped: no row comes twice, none is lost', async () => {
    const query = burst(400, '3s');
    const seen: Row[] = [];
    const sink = { header: () => undefined, rows: (slice: readonly Row[]) => { seen.push(...slice); } };
    const { signal } = new AbortController();
    // The ninth slice meets a refusal that no retry mends.
    let slices = 0;
    const refuseNinth: Fault = (usual, { body }) => {
      if (!/datetime\([^)]*\)$/.test(body.query ?? '')) return usual();
      slices += 1;
      return slices === 9 ? { status: 403, body: '{"error":{"code":"InsufficientAccessError"}}' } : usual();
    };
    service.faults.push(...Array.from({ length: 100 }, () => refuseNinth));
    await expect(source.run({ query, workspace: { fetchAll: true } }, sink, signal)).rejects.toMatchObject({ problem: { code: 'LA403' } });
    service.faults.length = 0;
    const before = seen.length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(400);
    const asked = service.requests.length;
    const footer = await source.run({ query, workspace: { fetchAll: true, resume: true } }, sink, signal);
    expect(seen.map(([id]) => id)).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
    expect(footer.statistics.rows).toBe(400);
    // Neither the whole nor its extent is asked for again.
    expect(service.requests.slice(asked).every(({ body }) => body.query?.includes('TimeGenerated >= datetime('))).toBe(true);
    await expect(source.run({ query, workspace: { fetchAll: true, resume: true } }, sink, signal)).rejects.toMatchObject({ problem: { code: 'LA057' } });
  });

  test('a text at the end of the query stays part of it', async () => {
    const { rows } = await all(`${burst(200, '1m')} | extend Name = iff(Id % 2 == 0, "even", "odd") | where Name == "even"`);
    expect(rows).toHaveLength(100);
  });

  test('times are compared at 100 ns: neighbours on both sides of a border differ by one tick', async () => {
    const { rows } = await all(burst(200, '1tick'));
    const ticks = rows.map(([, time]) => (typeof time === 'string' ? (parseIsoTicks(time) ?? 0n) : 0n)).sort((left, right) => (left < right ? -1 : 1));
    expect(ticks.every((tick, index) => index === 0 || tick - (ticks[index - 1] ?? 0n) === 1n)).toBe(true);
  });
});
