import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Row } from '../../src/base/index.ts';
import type { PageHarness, PageOptions } from '../support/page.ts';
import { armRows, armRun, crowdedRows, finishedRun } from '../support/pageData.ts';
import { test } from './pageTest.ts';

async function shown(open: (options?: PageOptions) => Promise<PageHarness>, rows: readonly Row[] = armRows()): Promise<PageHarness> {
  const page = await open();
  await page.post(...finishedRun(rows));
  await marks(page).first().waitFor();
  return page;
}

const marks = (page: PageHarness, shape?: string): Locator => page.page.locator(shape === undefined ? '.timeline-lanes .mark' : `.timeline-lanes .mark:has(.shape-${shape})`);
const links = (page: PageHarness): Locator => page.page.locator('.timeline-lanes .timeline-link');
const readout = (page: PageHarness): Promise<string | null> => page.page.locator('.timeline-readout').textContent();

test('sign-ins, what followed, failures and the unexplained stand in lanes of their identities', async ({ open }) => {
  const page = await shown(open);
  expect(await page.page.locator('.timeline-lane text').allTextContents()).toEqual(['deploy-pipeline-prod', 'vm-batch-01', 'crm-sync', '<img src=x onerror=alert(1)>⟨U+202E⟩gnp.exe', '=HYPERLINK("http://203.0.113.9/","open")']);
  expect(await marks(page, 'signIn').count()).toBe(6 + 9 + 1);
  expect(await marks(page, 'unexplained').count()).toBe(3 + 1);
  expect(await marks(page, 'failed').count()).toBe(5);
  expect(await links(page).count()).toBe(6 + 9 + 1);
  expect(await page.page.getByRole('list', { name: 'Legend' }).locator('li').allTextContents()).toEqual(['Sign-in', 'Unexplained sign-in', 'Failed sign-in', 'Activity']);
});

test('how a match was made is told by the line, and the legend says which', async ({ open }) => {
  const page = await shown(open);
  const dashes = async (evidence: string): Promise<string> => page.page.locator(`.timeline-lanes .evidence-${evidence}`).first().evaluate((line) => getComputedStyle(line).strokeDasharray);
  const all = await Promise.all(['identity-ip', 'identity', 'time'].map(dashes));
  expect(new Set(all).size).toBe(3);
  expect(await page.page.getByRole('list', { name: 'How the match was made' }).locator('li').allTextContents()).toEqual(['token', 'identity+ip', 'identity', 'time']);
});

test('a mark selects its rows in the grid', async ({ open }) => {
  const page = await shown(open);
  await marks(page, 'failed').first().click();
  await expect.poll(() => page.page.locator('.status-selection').textContent()).toBe('14 cells in 1 row selected');
  expect(await page.page.locator('.slick-row.active .slick-cell.l1').textContent()).toBe('crm-sync');
  expect(await marks(page, 'failed').first().getAttribute('aria-selected')).toBe('true');
});

test('one of several activities selects its own row, not its sign-in\'s others', async ({ open }) => {
  const page = await shown(open, armRows().slice(0, 5));
  await expect.poll(() => marks(page, 'followed').count()).toBe(5);
  await marks(page, 'followed').nth(2).click();
  await expect.poll(() => page.page.locator('.status-selection').textContent()).toBe('14 cells in 1 row selected');
  await marks(page, 'signIn').first().click();
  await expect.poll(() => page.page.locator('.status-selection').textContent()).toBe('70 cells in 5 rows selected');
});

test('rows selected in the grid are marked on the timeline', async ({ open }) => {
  const page = await shown(open);
  await (await page.cell(6, 'Identity')).click();
  await expect.poll(() => page.page.locator('.mark.selected').count()).toBe(1);
  expect(await page.page.locator('.mark.selected').getAttribute('aria-label')).toContain('Failed sign-in');
});

test('filters of the grid filter the timeline', async ({ open }) => {
  const page = await shown(open);
  await page.filter('Identity').fill('crm');
  await expect.poll(() => marks(page).count()).toBe(5);
});

test('pointing at a mark reads it out', async ({ open }) => {
  const page = await shown(open);
  await marks(page, 'unexplained').first().hover();
  await expect.poll(() => readout(page)).toBe('2026-03-04 14:00:00.000 · Unexplained sign-in · Windows Azure Service Management API · deploy-pipeline-prod');
});

test('buttons and the wheel zoom, and all of it comes back', async ({ open }) => {
  const page = await shown(open);
  const all = await marks(page).count();
  const zoomIn = page.page.getByRole('button', { name: 'Zoom in' });
  for (let step = 0; step < 3; step += 1) await zoomIn.click();
  await expect.poll(() => marks(page).count()).toBeLessThan(all / 2);
  await page.page.getByRole('button', { name: 'Show the whole time' }).click();
  await expect.poll(() => marks(page).count()).toBe(all);
  await page.page.locator('.timeline-lanes').hover();
  await page.page.keyboard.down('Control');
  for (let step = 0; step < 8; step += 1) await page.page.mouse.wheel(0, -200);
  await page.page.keyboard.up('Control');
  await expect.poll(() => marks(page).count()).toBeLessThan(all / 2);
});

test('zooming to the selected rows parts what lies on one spot', async ({ open }) => {
  const page = await shown(open);
  await expect.poll(() => marks(page, 'followed').first().locator('.mark-count').textContent()).toBe('5');
  await (await page.cell(0, 'Identity')).click();
  for (let step = 0; step < 4; step += 1) await page.page.keyboard.press('Shift+ArrowDown');
  await page.page.getByRole('button', { name: 'Zoom to the selected rows' }).click();
  await expect.poll(() => marks(page, 'followed').count()).toBe(5);
  expect(await page.page.locator('.mark.selected .mark-count').count()).toBe(0);
  await expect.poll(() => links(page).and(page.page.locator('.evidence-token')).count()).toBe(1);
});

test('the keyboard walks, selects and zooms', async ({ open }) => {
  const page = await shown(open);
  await page.page.locator('.timeline-lanes').focus();
  await expect.poll(() => readout(page)).toMatch(/^2026-03-04 08:00:00\.000 · Sign-in · Windows Azure/);
  await page.page.keyboard.press('ArrowRight');
  await expect.poll(() => readout(page)).toMatch(/5 × activity, the first/);
  await page.page.keyboard.press('ArrowDown');
  await expect.poll(() => readout(page)).toContain('vm-batch-01');
  await page.page.keyboard.press('End');
  await expect.poll(() => readout(page)).toMatch(/^2026-03-05 09:30:00\.000 · Failed sign-in/);
  await page.page.keyboard.press('Enter');
  await expect.poll(() => page.page.locator('.status-selection').textContent()).toBe('14 cells in 1 row selected');
  expect(await page.page.locator('.timeline-lanes').getAttribute('aria-activedescendant')).toBe(await page.page.locator('.mark.active').getAttribute('id'));
  const all = await marks(page).count();
  for (const key of ['+', '+', '+']) await page.page.keyboard.press(key);
  await expect.poll(() => marks(page).count()).toBeLessThan(all);
  await page.page.keyboard.press('0');
  await expect.poll(() => marks(page).count()).toBe(all);
});

test('the timeline is closed, brought back and placed by hand', async ({ open }) => {
  const page = await shown(open);
  const below = async (): Promise<boolean> => (await page.page.getByRole('region', { name: 'Timeline' }).boundingBox())!.y > 300;
  expect(await below()).toBe(true);
  await page.page.getByRole('button', { name: 'Place beside the rows' }).click();
  await expect.poll(below).toBe(false);
  await page.page.getByRole('button', { name: 'Place below the rows' }).click();
  await expect.poll(below).toBe(true);
  await page.page.getByRole('button', { name: 'Close timeline' }).click();
  await page.page.getByRole('region', { name: 'Timeline' }).waitFor({ state: 'hidden' });
  await page.tool('Timeline').click();
  await page.page.getByRole('region', { name: 'Timeline' }).waitFor();
});

test('5,000 events of 40 identities are drawn quickly and every lane can be read', async ({ open }) => {
  const page = await shown(open, crowdedRows(5_000, 40));
  await expect.poll(() => page.status()).toBe('5,000 rows');
  await marks(page).first().waitFor();
  const took = await page.page.evaluate(async () => {
    const began = performance.now();
    document.querySelector<HTMLElement>('[aria-label="Zoom in"]')?.click();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return performance.now() - began;
  });
  console.log(`5,000 events: one zoom step drawn in ${took.toFixed(0)} ms`);
  expect(took).toBeLessThan(1_000);
  await page.page.getByRole('button', { name: 'Show the whole time' }).click();
  await page.page.locator('.timeline-lanes').focus();
  for (let lane = 0; lane < 39; lane += 1) await page.page.keyboard.press('ArrowDown');
  await expect.poll(() => readout(page)).toContain('workload-39');
  expect(await page.page.locator('.mark.active').count()).toBe(1);
  expect(await page.page.locator('.timeline-lane').count()).toBeLessThan(12);
});

test('a result without a time says so', async ({ open }) => {
  const page = await open();
  const { timeline: _, ...untimed } = armRun;
  await page.post(...finishedRun([['x']], untimed, [{ name: 'Name', type: 'string' }]));
  await expect.poll(() => page.page.getByRole('region', { name: 'Timeline' }).textContent()).toContain('no datetime column');
});

test('any result with a datetime has a timeline', async ({ open }) => {
  const page = await open();
  const { timeline: _, ...untimed } = armRun;
  await page.post(...finishedRun([['2026-03-04T08:00:00.0000000Z', 'a'], ['2026-03-04T09:00:00.0000000Z', 'b']], untimed, [{ name: 'TimeGenerated', type: 'datetime' }, { name: 'OperationName', type: 'string' }]));
  await expect.poll(() => marks(page, 'event').count()).toBe(2);
});
