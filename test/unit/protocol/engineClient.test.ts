import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EngineClient, EngineFailure } from '../../../src/protocol/engineClient.ts';
import type { ResultSink } from '../../../src/protocol/index.ts';

/** A query process that opens anything, answers the query "begun" with a header only and "not in N" unless it is the process N, and never heeds a cancellation. */
const stubbornEngine = `
const opened = [];
process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  const done = (value) => process.send({ type: 'done', id: message.id, value });
  if (message.type === 'open') { opened.push(message.sourceId); done({ kind: 'opened', summary: { spec: message.spec, title: 'x', tables: [], files: [], issues: [], skipped: 0 } }); }
  if (message.type === 'explain') done({ kind: 'sql', sql: process.pid + ' ' + opened.join(',') + ' ' + (process.env.TEST_PROXY ?? '') });
  if (message.type === 'query' && message.request.query === 'begun') process.send({ type: 'header', id: message.id, header: { columns: [] } });
  if (message.type === 'query' && message.request.query.startsWith('not in ') && message.request.query !== 'not in ' + process.pid) done({ kind: 'result', footer: { statistics: { engine: 'duckdb', rows: 0, elapsedMs: 0 }, warnings: [], asOf: String(process.pid) } });
});
`;

const sink: ResultSink = { header: () => undefined, rows: () => undefined };

async function stubbornClient(environment?: () => Readonly<Record<string, string>>): Promise<EngineClient> {
  const folder = await mkdtemp(path.join(tmpdir(), 'identity-trail-client-'));
  const script = path.join(folder, 'engine.cjs');
  await writeFile(script, stubbornEngine);
  const client = new EngineClient({ script, ...(environment && { environment }) });
  onTestFinished(async () => {
    client.dispose();
    await rm(folder, { recursive: true, force: true });
  });
  await client.open('a', { kind: 'none' });
  return client;
}

async function cancelled(client: EngineClient): Promise<EngineFailure> {
  const controller = new AbortController();
  const running = client.query('a', { query: 'endless' }, sink, controller.signal);
  // It is cancelled once it has been sent, not before.
  await new Promise((resolve) => { setImmediate(resolve); });
  controller.abort();
  return running.then(() => { throw new Error('answered'); }, (error: unknown) => error as EngineFailure);
}

test('work that does not heed a cancellation is ended with its process, and the next query runs in a new one', async () => {
  const client = await stubbornClient();
  const [before] = (await client.explain('a', { query: 'x' })).split(' ');
  const failure = await cancelled(client);
  expect(failure).toBeInstanceOf(EngineFailure);
  expect(failure.cancelled).toBe(true);
  expect(failure.message).toContain('the query process was ended');
  const [after, opened] = (await client.explain('a', { query: 'x' })).split(' ');
  expect(after).not.toBe(before);
  expect(opened).toBe('a');
});

test('what else was asked for is asked again; what had begun to be answered fails and says why', async () => {
  const client = await stubbornClient();
  const { processId } = client;
  const second = client.query('a', { query: `not in ${String(processId)}` }, sink);
  let begin = (): void => undefined;
  const hasBegun = new Promise<void>((resolve) => { begin = resolve; });
  const begun = client.query('a', { query: 'begun' }, { ...sink, header: () => { begin(); } }).then(() => 'answered', (error: unknown) => (error as EngineFailure).problems[0]?.code);
  await hasBegun;
  await cancelled(client);
  expect(await begun).toBe('ENG017');
  const { asOf } = await second;
  expect(Number(asOf)).not.toBe(processId);
});

test('a process that is ended on purpose is no surprise to anyone', async () => {
  const client = await stubbornClient();
  await cancelled(client);
  client.dispose();
  await expect(client.explain('a', { query: 'x' })).rejects.toThrow('stopped');
});

test('after a change of its surroundings the next query runs in a new process, once what runs is done', async () => {
  let proxy = 'before';
  const client = await stubbornClient(() => ({ TEST_PROXY: proxy }));
  const [first, , told] = (await client.explain('a', { query: 'x' })).split(' ');
  expect(told).toBe('before');
  proxy = 'after';
  const running = client.explain('a', { query: 'x' });
  // Sent, and not yet answered.
  await new Promise((resolve) => { setImmediate(resolve); });
  client.renew();
  expect((await running).split(' ')[0]).toBe(first);
  const [second, opened, toldNow] = (await client.explain('a', { query: 'x' })).split(' ');
  expect(second).not.toBe(first);
  expect([opened, toldNow]).toEqual(['a', 'after']);
});
