import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PageLink } from '../../src/extension/model/pageLink.ts';
import { EngineClient } from '../../src/protocol/engineClient.ts';
import type { ResultSink, ToResultsPage } from '../../src/protocol/index.ts';
import { table, whole } from './report.ts';

const script = path.resolve('dist/engine.js');
const sink: ResultSink = { header: () => undefined, rows: () => undefined };

/** The built query process from outside: its start, cancelling, and what a big result costs whoever asks for it. */
export async function measureProcess(folder: string, repeats: number): Promise<readonly string[]> {
  if (!existsSync(script)) throw new Error('dist/engine.js is not built');
  const query = readFileSync('src/scenarios/sp-arm/query.kql', 'utf8');
  const fresh: number[] = [];
  const kept: number[] = [];
  for (let turn = 0; turn < repeats; turn += 1) {
    const storage = path.join(folder, `process-${String(turn)}`);
    fresh.push(await firstAnswer(storage, query));
    kept.push(await firstAnswer(storage, query));
  }
  const cancels = await cancelling(path.join(folder, 'process-0'));
  const { ms, keptBy, grownBy } = await bigResult(path.join(folder, 'process-0'));
  const best = (times: readonly number[]) => whole(Math.min(...times));
  return [
    `The built process over its own protocol; best of ${String(repeats)}.`, '',
    ...table(['', 'measured', 'wanted'], [
      ['from starting the process to the first answer of sp-arm on the sample, its files still to be made and loaded, ms', best(fresh), '1,500'],
      ['the same, the loaded sample kept from before, ms', best(kept), '1,500'],
      ...cancels.map(({ name, took }) => [`from cancelling ${name} to its end, ms`, whole(took), '200']),
      ['1,000,000 rows of 14 columns taken in slice by slice, s', (ms / 1000).toFixed(1), ''],
      ['what the extension host holds of them at the end (its line to the page, rows kept for a page loaded anew), MB', whole(keptBy / 1e6), '100'],
      ['the most that its process grew by meanwhile, garbage not yet collected included, MB', whole(grownBy / 1e6), ''],
    ]),
  ];
}

async function withClient<T>(storage: string, work: (client: EngineClient) => Promise<T>): Promise<T> {
  const client = new EngineClient({ script, storage });
  try {
    return await work(client);
  } finally {
    client.dispose();
  }
}

function firstAnswer(storage: string, query: string): Promise<number> {
  const started = performance.now();
  return withClient(storage, async (client) => {
    await client.open('sample', { kind: 'sample' });
    await client.run('sample', { query });
    return performance.now() - started;
  });
}

/** What takes minutes when it is left alone: a join of everything with everything, and one aggregate over a great range. */
const endless = {
  'a join': 'range a from 1 to 300000 step 1 | extend k = 1 | join kind=inner (range b from 1 to 300000 step 1 | extend k = 1) on k | where a + b == 7 | count',
  'a sort': 'range a from 1 to 200000000 step 1 | extend h = hash_sha256(tostring(a)) | sort by h asc | take 1',
} as const;

async function cancelling(storage: string) {
  const list = [];
  for (const [name, query] of Object.entries(endless)) {
    list.push(await withClient(storage, async (client) => {
      await client.open('sample', { kind: 'sample' });
      await client.run('sample', { query: 'print 1' });
      const controller = new AbortController();
      const running = client.query('sample', { query }, sink, controller.signal).then(() => 'answered', (error: unknown) => (controller.signal.aborted ? 'cancelled' : String(error)));
      await new Promise((resolve) => { setTimeout(resolve, 1500); });
      const started = performance.now();
      controller.abort();
      const outcome = await running;
      if (outcome !== 'cancelled') throw new Error(`${name} was not cancelled: ${outcome}`);
      return { name, took: performance.now() - started };
    }));
  }
  return list;
}

/** Through the extension host's own line to a page that takes in each slice a little later. */
function bigResult(storage: string): Promise<{ readonly ms: number; readonly keptBy: number; readonly grownBy: number }> {
  const columns = Array.from({ length: 12 }, (_, index) => `c${String(index)} = strcat("value-${String(index)}-", a)`).join(', ');
  const query = `range a from 1 to 1000000 step 1 | extend t = datetime(2026-03-01) + a * 1s, ${columns}`;
  return withClient(storage, async (client) => {
    await client.open('sample', { kind: 'sample' });
    const link: PageLink = new PageLink((message: ToResultsPage) => {
      if (message.type === 'rows') setImmediate(() => { link.took(1, message.rows.length); });
    }, storage);
    link.pageReady();
    const run = { runId: 1, title: '', sourceTitle: '', query, parameters: [] };
    link.send({ type: 'running', run });
    await client.run('sample', { query: 'print 1' });
    const heldBefore = held();
    const before = process.memoryUsage().rss;
    let most = before;
    const watching: ResultSink = {
      ...sink,
      rows: async (rows) => {
        await link.sendRows(1, rows);
        most = Math.max(most, process.memoryUsage().rss);
      },
    };
    const started = performance.now();
    await client.query('sample', { query }, watching);
    const ms = performance.now() - started;
    if (link.rows.rows !== 1_000_000) throw new Error(`${String(link.rows.rows)} rows were kept`);
    const keptBy = held() - heldBefore;
    link.dispose();
    return { ms, keptBy, grownBy: most - before };
  });
}

/** Bytes that are still in use. */
function held(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
