import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LogSource } from '../../../src/sources/index.ts';
import { resultBody } from '../../support/logAnalyticsBodies.ts';
import { startLogAnalyticsServer, type LogAnalyticsServer, type ServiceAnswer } from '../../support/logAnalyticsServer.ts';
import { openDesk, runOn, type Desk } from '../../support/workspaceWorld.ts';

const queries = 2_000;

let server: LogAnalyticsServer;
let desk: Desk;
let source: LogSource;
let running = 0;
let most = 0;
let faulty = 0;

beforeAll(async () => {
  const random = seeded(20_261_125);
  server = await startLogAnalyticsServer(async ({ body }) => {
    const number = /^print x = (\d+)$/.exec(body.query ?? '')?.[1];
    const right: ServiceAnswer = { status: 200, body: resultBody([{ name: 'x', type: 'long' }], [[Number(number ?? 0)]]) };
    if (number === undefined) return right;
    running += 1;
    most = Math.max(most, running);
    // The answer is decided while others are under way.
    await new Promise(setImmediate);
    running -= 1;
    const fault = random() < 0.3 ? faults(right)[Math.floor(random() * faults(right).length)] : undefined;
    if (fault) faulty += 1;
    return fault ?? right;
  });
  desk = openDesk(server, { retries: { attempts: 40, firstDelayMs: 1, longestDelayMs: 4, longestRetryAfterMs: 1_000 }, limits: { running: 5, runningOnBasic: 2, perWindow: 200, windowMs: 200 } });
  source = await desk.open();
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

function faults(right: ServiceAnswer): readonly ServiceAnswer[] {
  return [
    { status: 429, body: '{}', headers: { 'retry-after': '0' } },
    { status: 429, body: '{}' },
    { status: 500, body: '{}' },
    { status: 502, body: '<html></html>' },
    { status: 503, body: '{}', headers: { 'retry-after': '0.001' } },
    { status: 200, body: '' },
    { status: 200, body: right.body.slice(0, -5) },
    { ...right, reset: true },
    { ...right, cutAfter: 15 },
    { ...right, plain: true, headers: { 'content-encoding': 'gzip' } },
  ];
}

/** The same numbers in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('2,000 queries under random faults: each gets its own answer, none is lost, five run at most', { timeout: 240_000 }, async () => {
  const waits: string[] = [];
  const answers = await Promise.all(Array.from({ length: queries }, (_, number) => runOn(source, { query: `print x = ${String(number)}` }, undefined, (message) => { waits.push(message); })));
  expect(answers.map(({ rows }) => rows)).toEqual(Array.from({ length: queries }, (_, number) => [[number]]));
  expect(answers.flatMap(({ warnings }) => warnings)).toEqual([]);
  expect(most).toBeLessThanOrEqual(5);
  expect(faulty).toBeGreaterThan(400);
  expect(server.requests.filter(({ body }) => body.query?.startsWith('print') === true)).toHaveLength(queries + faulty);
  expect(waits.some((message) => /^Waiting: [\d,]+ queries go first$/.test(message))).toBe(true);
});
