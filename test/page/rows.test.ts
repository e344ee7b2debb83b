import { expect } from 'vitest';
import { armColumns, armRows, armRun, finishedRun } from '../support/pageData.ts';
import { test } from './pageTest.ts';

const unique = armColumns.findIndex(({ name }) => name === 'SignInId');

test('rows show under their columns, with counts and the run\'s facts', async ({ open }) => {
  const page = await open();
  await page.post(...finishedRun());
  await expect.poll(() => page.status()).toBe('49 rows');
  expect((await page.column('Identity')).slice(0, 6)).toEqual([...Array.from({ length: 5 }, () => 'deploy-pipeline-prod'), 'vm-batch-01']);
  expect(await page.headers()).toEqual(['SignInTime', 'Identity', 'Evidence', ...armColumns.map(({ name }) => name).filter((name) => !['SignInTime', 'Identity', 'Evidence'].includes(name))]);
  const header = page.page.getByRole('banner');
  expect(await header.textContent()).toContain('Service principal to Azure Resource Manager');
  expect(await header.textContent()).toContain('Sample tenant');
  expect(await header.textContent()).toContain('as of 2026-03-05 09:41:00 UTC');
});

test('100,000 rows: few are in the page, all can be reached, and the page says what it took', async ({ open }) => {
  const page = await open();
  const { first, all } = await page.flood(armRun, armColumns, armRows(), 100_000, unique);
  await expect.poll(() => page.status()).toBe('100,000 rows');
  expect((await page.sent('took')).map(({ rows: taken }) => taken)).toEqual(Array.from({ length: 50 }, () => 2000));
  expect(await page.page.locator('.slick-row').count()).toBeLessThan(80);
  expect(await page.page.getByRole('grid').getAttribute('aria-rowcount')).toBe('100001');
  await (await page.cell(0, 'SignInTime')).click();
  await page.page.keyboard.press('Control+End');
  await expect.poll(async () => (await page.column('SignInId')).at(-1)).toBe('tok-99999');
  expect(await page.page.locator('.slick-row').count()).toBeLessThan(80);
  const frame = await page.page.evaluate(async () => {
    const viewport = [...document.querySelectorAll('.slick-viewport')].find((node) => node.scrollHeight > node.clientHeight + 10)!;
    const times: number[] = [];
    for (let step = 0; step < 30; step += 1) {
      const start = performance.now();
      viewport.scrollTop = step * 20_000;
      await new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
      times.push(performance.now() - start);
    }
    return times.sort((left, right) => left - right)[15]!;
  });
  console.log(`100,000 rows: first rows after ${first} ms, all after ${all} ms, a scroll step ${frame.toFixed(1)} ms`);
  expect(first).toBeLessThan(5_000);
  expect(frame).toBeLessThan(200);
});

test('100,000 rows sort and filter without a visible stall', async ({ open }) => {
  const page = await open();
  await page.flood(armRun, armColumns, armRows(), 100_000, unique);
  await expect.poll(() => page.status()).toBe('100,000 rows');
  const began = Date.now();
  await page.header('Identity').click();
  await expect.poll(async () => (await page.column('Identity'))[0]).toMatch(/^[<=]/);
  const sorted = Date.now() - began;
  await page.filter('Identity').fill('vm-batch');
  await expect.poll(() => page.status()).toMatch(/^1\d,\d{3} of 100,000 rows, filtered$/);
  console.log(`100,000 rows: sorted by name in ${sorted} ms, filtered after ${Date.now() - began - sorted} ms`);
  expect(sorted).toBeLessThan(5_000);
});

test('rows of a run that is no longer shown are dropped', async ({ open }) => {
  const page = await open();
  await page.post(...finishedRun(armRows().slice(0, 2)), { type: 'rows', runId: 99, rows: armRows() });
  await expect.poll(() => page.status()).toBe('2 rows');
});

test('while a query runs the page says so and offers to cancel', async ({ open }) => {
  const page = await open();
  await page.post({ type: 'running', run: armRun });
  expect(await page.status()).toBe('Running…');
  await page.page.getByRole('heading', { name: 'Running…' }).waitFor();
  await page.tool('Cancel').click();
  expect(await page.sent('cancel')).toEqual([{ type: 'cancel', runId: 1 }]);
  await page.post({ type: 'begin', run: armRun, columns: armColumns }, { type: 'rows', runId: 1, rows: armRows() });
  await expect.poll(() => page.status()).toBe('Receiving, 49 rows so far');
  await page.post({ type: 'failed', runId: 1, cancelled: true, problems: [{ code: 'ENG010', severity: 'error', message: 'Cancelled.' }] });
  await expect.poll(() => page.status()).toBe('Cancelled after 49 rows; incomplete');
  expect(await page.page.getByRole('group', { name: 'Warnings' }).textContent()).toContain('Cancelled: the rows below are incomplete.');
  await page.tool('Run again').click();
  expect(await page.sent('rerun')).toEqual([{ type: 'rerun', runId: 1 }]);
});

test('an empty result says that it is one and what to check', async ({ open }) => {
  const page = await open();
  await page.post(...finishedRun([]));
  await page.page.getByRole('heading', { name: 'No rows', exact: true }).waitFor();
  expect(await page.status()).toBe('0 rows');
  await page.page.getByRole('button', { name: 'Open query' }).click();
  expect(await page.sent('openQuery')).toEqual([{ type: 'openQuery', runId: 1 }]);
});

test('a failure shows message, code and place, each of several', async ({ open }) => {
  const page = await open();
  const query = armRun.query;
  await page.post(
    { type: 'running', run: armRun },
    {
      type: 'failed',
      runId: 1,
      cancelled: false,
      problems: [
        { code: 'KS142', severity: 'error', message: 'The name \'ServicePrincipalName\' does not refer to any known column.', span: { start: query.indexOf('ServicePrincipalName'), length: 20 } },
        { code: 'SRC004', severity: 'error', message: 'The source is not open.' },
      ],
    },
  );
  const alerts = page.page.getByRole('alert');
  expect(await alerts.count()).toBe(2);
  const first = (await alerts.first().textContent()) ?? '';
  expect(first).toContain('does not refer to any known column');
  expect(first).toContain('KS142');
  expect(first).toContain('Line 5, column 9');
  expect(await alerts.first().locator('mark').textContent()).toBe('ServicePrincipalName');
  expect(await alerts.nth(1).locator('mark').count()).toBe(0);
  expect(await page.status()).toBe('Failed');
});

test('a truncated result is never shown as a whole one', async ({ open }) => {
  const page = await open();
  const [running, begin, rows] = finishedRun();
  await page.post(running!, begin!, rows!, {
    type: 'done',
    runId: 1,
    footer: { statistics: { engine: 'logAnalytics', rows: 49, elapsedMs: 900 }, asOf: '2026-03-05T09:41:00.0000000Z', warnings: [{ kind: 'truncated', code: 'LA007', severity: 'warning', message: 'Log Analytics returns no more than 49 rows.' }] },
  });
  await expect.poll(() => page.status()).toBe('49 rows; result truncated at 49 rows');
  const warnings = page.page.getByRole('group', { name: 'Warnings' });
  expect(await warnings.textContent()).toContain('TruncatedLog Analytics returns no more than 49 rows.LA007');
});

test('a run of the same columns keeps filters and order, one of others starts afresh', async ({ open }) => {
  const page = await open();
  await page.post(...finishedRun());
  await page.filter('Identity').fill('crm');
  await expect.poll(() => page.status()).toBe('5 of 49 rows, filtered');
  await page.post(...finishedRun(armRows(), { ...armRun, runId: 2 }));
  await expect.poll(() => page.status()).toBe('5 of 49 rows, filtered');
  await page.post(...finishedRun([['x']], { ...armRun, runId: 3 }, [{ name: 'Only', type: 'string' }]));
  await expect.poll(() => page.status()).toBe('1 row');
  expect(await page.headers()).toEqual(['Only']);
});
