import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Row } from '../../../src/base/index.ts';
import { KeptRows, PageLink } from '../../../src/extension/model/index.ts';
import type { ToResultsPage } from '../../../src/protocol/index.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'kept-rows-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

const block = (from: number, count = 2_000, width = 100): readonly Row[] =>
  Array.from({ length: count }, (_, row) => Array.from({ length: width }, (__, cell) => (cell === 0 ? from + row : cell === 1 ? null : cell === 2 ? { a: ['ø', from] } : 'x')));

test('rows beyond the limit lie in a file without a name and come back as they were, until the rows are let go of', () => {
  const kept = new KeptRows(folder);
  for (let from = 0; from < 6_000; from += 2_000) kept.append(block(from));
  expect(readdirSync(folder)).toEqual([]);
  expect(kept.rows).toBe(6_000);
  // As text: comparing this many cells one by one takes seconds.
  expect(JSON.stringify(kept.all()) === JSON.stringify([0, 2_000, 4_000].flatMap((from) => block(from)))).toBe(true);
  kept.dispose();
  expect(kept.block(0)[1_999]).toEqual(block(0)[1_999]);
  expect(() => kept.block(2)).toThrow('another query has run since');
});

test('where no file can be made, the rows stay in memory', () => {
  const kept = new KeptRows(path.join(folder, 'missing'));
  for (let from = 0; from < 4_000; from += 2_000) kept.append(block(from));
  kept.dispose();
  expect(kept.block(1)[0]).toEqual(block(2_000)[0]);
});

test('a page that is loaded anew gets a large result again, no more at a time than it takes in', async () => {
  const posted: ToResultsPage[] = [];
  const link = new PageLink((message) => posted.push(message), folder);
  link.send({ type: 'running', run: { runId: 1, title: '', sourceTitle: '', query: '', parameters: [] } });
  for (let from = 0; from < 20_000; from += 4_000) await link.sendRows(1, block(from, 4_000, 20));
  link.send({ type: 'failed', runId: 1, problems: [], cancelled: true });
  expect(posted).toEqual([]);

  const taken: unknown[] = [];
  link.pageReady();
  for (let next = posted.shift(), most = 0; next; next = posted.shift()) {
    if (next.type === 'rows') {
      most = Math.max(most, 1 + posted.filter(({ type }) => type === 'rows').length);
      expect(most).toBeLessThanOrEqual(3);
      taken.push(...next.rows.map((row) => row[0]));
      link.took(1, next.rows.length);
    } else taken.push(next.type);
  }
  expect(taken).toEqual(['running', ...Array.from({ length: 20_000 }, (_, index) => index), 'failed']);
  link.dispose();
});

test('whoever sends rows waits while the page is behind, and no longer once the next run has begun', async () => {
  const posted: ToResultsPage[] = [];
  const link = new PageLink((message) => posted.push(message), folder);
  const run = { title: '', sourceTitle: '', query: '', parameters: [] };
  link.pageReady();
  link.send({ type: 'running', run: { runId: 1, ...run } });
  let settled = false;
  const sending = link.sendRows(1, block(0, 10_000, 3)).then(() => { settled = true; });
  await Promise.resolve();
  expect(posted.filter(({ type }) => type === 'rows')).toHaveLength(3);
  expect(settled).toBe(false);
  link.send({ type: 'running', run: { runId: 2, ...run } });
  await sending;
  expect(link.rows.rows).toBe(0);
});
