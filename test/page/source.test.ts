import { expect } from 'vitest';
import type { ResultFooter, RunDescription } from '../../src/protocol/index.ts';
import { armColumns, armRows, armRun } from '../support/pageData.ts';
import { test } from './pageTest.ts';

const workspaceRun: RunDescription = { ...armRun, sourceTitle: 'contoso-logs', workspace: {} };
const cut: ResultFooter = {
  statistics: { engine: 'logAnalytics', rows: 49, elapsedMs: 700, dataScannedMB: 12 },
  warnings: [{ kind: 'truncated', code: 'PartialError', severity: 'warning', message: 'Rows are missing.' }],
  asOf: '2026-03-05T09:41:00.0000000Z',
};

test('while a workspace lets a query wait, the status line says so', async ({ open }) => {
  const page = await open();
  await page.post({ type: 'running', run: workspaceRun }, { type: 'progress', runId: workspaceRun.runId, message: 'Waiting: 2 queries go first' });
  await expect.poll(() => page.status()).toBe('Running… · Waiting: 2 queries go first');
  await page.post({ type: 'begin', run: workspaceRun, columns: armColumns }, { type: 'rows', runId: workspaceRun.runId, rows: armRows() }, { type: 'progress', runId: workspaceRun.runId, message: '49 of 60 rows' });
  await expect.poll(() => page.status()).toMatch(/so far · 49 of 60 rows$/);
  await page.post({ type: 'done', runId: workspaceRun.runId, footer: cut });
  await expect.poll(() => page.status()).toBe('49 rows; result truncated at 49 rows');
});

test('a cut result can be fetched whole, by the keyboard too', async ({ open }) => {
  const page = await open();
  await page.post({ type: 'begin', run: workspaceRun, columns: armColumns }, { type: 'rows', runId: workspaceRun.runId, rows: armRows() }, { type: 'done', runId: workspaceRun.runId, footer: cut });
  await page.page.getByRole('button', { name: 'Source', exact: true }).press('Enter');
  await expect.poll(() => page.page.getByRole('menuitem').allInnerTexts()).toEqual(['Fetch all rows', 'Time range…', 'Keep a local copy…', 'Compare with another source…']);
  await page.page.keyboard.press('Enter');
  expect(await page.sent('source')).toEqual([{ type: 'source', runId: workspaceRun.runId, action: 'fetchAll' }]);
});

test('of a local source nothing is offered that only a workspace can do', async ({ open }) => {
  const page = await open();
  await page.post({ type: 'begin', run: armRun, columns: armColumns }, { type: 'rows', runId: armRun.runId, rows: armRows() }, { type: 'done', runId: armRun.runId, footer: { ...cut, warnings: [] } });
  await page.page.getByRole('button', { name: 'Source', exact: true }).click();
  await expect.poll(() => page.page.getByRole('menuitem').allInnerTexts()).toEqual(['Keep a local copy…', 'Compare with another source…']);
  await page.page.getByRole('menuitem', { name: 'Compare' }).click();
  expect(await page.sent('source')).toMatchObject([{ action: 'compare' }]);
});

test('a comparison without differences says how many rows are the same', async ({ open }) => {
  const page = await open();
  const run: RunDescription = { ...workspaceRun, comparedWith: 'copy' };
  await page.post({ type: 'begin', run, columns: armColumns }, { type: 'done', runId: run.runId, footer: { ...cut, warnings: [], statistics: { ...cut.statistics, rows: 0, leftRows: 1253, rightRows: 1253 } } });
  await page.page.getByRole('heading', { name: 'No differences' }).waitFor();
  await page.page.getByText('Both sources gave the same 1,253 rows for this query.').waitFor();
});
