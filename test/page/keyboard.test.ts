import { expect } from 'vitest';
import type { PageHarness } from '../support/page.ts';
import { finishedRun } from '../support/pageData.ts';
import { test } from './pageTest.ts';

async function shown(open: () => Promise<PageHarness>): Promise<PageHarness> {
  const page = await open();
  await page.post(...finishedRun());
  await page.page.locator('.timeline-lanes .mark').first().waitFor();
  return page;
}

test('Tab reaches every part once, and leaves each', async ({ open }) => {
  const page = await shown(open);
  const stops: string[] = [];
  await page.page.locator('body').press('Tab');
  for (let step = 0; step < 40; step += 1) {
    const stop = await page.focused();
    if (stop.startsWith('body') || (stops.length > 3 && stop === stops[0])) break;
    stops.push(stop);
    await page.page.keyboard.press('Tab');
  }
  expect(stops).toEqual([
    'button Run again',
    'input Search all columns',
    'columnheader SignInTime',
    'input Filter SignInTime',
    expect.stringMatching(/^gridcell/),
    'separator Size of the side pane',
    'button Zoom to the selected rows',
    'button Zoom out',
    'button Zoom in',
    'button Show the whole time',
    'button Place beside the rows',
    'button Close timeline',
    expect.stringMatching(/^listbox Events in time order/),
  ]);
});

test('the toolbar is one stop with arrow keys inside, and its menus open and close by keyboard', async ({ open }) => {
  const page = await shown(open);
  await page.tool('Run again').focus();
  for (const expected of ['button Query', 'button Columns']) {
    await page.page.keyboard.press('ArrowRight');
    expect(await page.focused()).toBe(expected);
  }
  await page.page.keyboard.press('Enter');
  expect(await page.focused()).toBe('menuitem Back to the original order');
  await page.page.keyboard.press('ArrowDown');
  expect(await page.focused()).toBe('menuitemcheckbox SignInTime');
  await page.page.keyboard.press(' ');
  await expect.poll(() => page.headers()).not.toContain('SignInTime');
  expect(await page.focused()).toBe('menuitemcheckbox SignInTime');
  await page.page.keyboard.press('Escape');
  expect(await page.focused()).toBe('button Columns');
  await page.page.keyboard.press('End');
  expect(await page.focused()).toBe('button Details');
});

test('from header to filter to rows and back with arrow keys; Enter sorts', async ({ open }) => {
  const page = await shown(open);
  await page.header('SignInTime').focus();
  await page.page.keyboard.press('ArrowRight');
  expect(await page.focused()).toBe('columnheader Identity');
  await page.page.keyboard.press('Enter');
  await expect.poll(() => page.header('Identity').getAttribute('aria-sort')).toBe('ascending');
  expect(await page.focused()).toBe('columnheader Identity');
  await page.page.keyboard.press('ArrowDown');
  expect(await page.focused()).toBe('input Filter Identity');
  await page.page.keyboard.type('vm-batch');
  await page.page.keyboard.press('ArrowDown');
  await expect.poll(() => page.status()).toBe('9 of 49 rows, filtered');
  await expect.poll(() => page.focused()).toBe('gridcell vm-batch-01');
  await page.page.keyboard.press('ArrowUp');
  await expect.poll(() => page.focused()).toBe('columnheader Identity');
});

test('a column is moved, pinned and grouped by keyboard', async ({ open }) => {
  const page = await shown(open);
  await page.header('Identity').focus();
  await page.page.keyboard.press('Shift+F10');
  await page.page.keyboard.press('m');
  expect(await page.focused()).toBe('menuitem Move left');
  await page.page.keyboard.press('Enter');
  await expect.poll(async () => (await page.headers())[0]).toBe('Identity');
  await expect.poll(() => page.focused()).toBe('columnheader Identity');
});

test('the rows: arrows, pages, ends, ranges, a menu, details and back', async ({ open }) => {
  const page = await shown(open);
  await page.page.keyboard.press('Control+f');
  expect(await page.focused()).toBe('input Search all columns');
  await page.page.keyboard.type('vm-batch');
  await page.page.keyboard.press('Enter');
  await expect.poll(() => page.status()).toBe('9 of 49 rows, filtered');
  await expect.poll(() => page.focused()).toBe('gridcell 2026-03-04 08:30:00.000');
  await page.page.keyboard.press('Control+End');
  await expect.poll(() => page.focused()).toMatch(/^gridcell {"caller"/);
  await page.page.keyboard.press('Control+Home');
  await page.page.keyboard.press('ArrowRight');
  await expect.poll(() => page.focused()).toBe('gridcell vm-batch-01');
  await page.page.keyboard.press('Shift+F10');
  await expect.poll(() => page.focused()).toBe('menuitem Copy');
  await page.page.keyboard.press('Escape');
  await expect.poll(() => page.focused()).toBe('gridcell vm-batch-01');
  await page.page.keyboard.press('Enter');
  await page.page.getByRole('region', { name: 'Details' }).waitFor();
  await page.page.keyboard.press('Escape');
  await expect.poll(() => page.focused()).toBe('gridcell vm-batch-01');
});

test('the splitter is moved by arrow keys', async ({ open }) => {
  const page = await shown(open);
  const splitter = page.page.getByRole('separator', { name: 'Size of the side pane' });
  await splitter.focus();
  const before = Number(await splitter.getAttribute('aria-valuenow'));
  await page.page.keyboard.press('ArrowUp');
  await expect.poll(async () => Number(await splitter.getAttribute('aria-valuenow'))).toBe(before - 3);
});

test('a screen reader gets a grid with counts and places, a live status and named controls', async ({ open }) => {
  const page = await shown(open);
  const grid = page.page.getByRole('grid', { name: 'Results' });
  expect(await grid.getAttribute('aria-rowcount')).toBe('50');
  expect(await grid.getAttribute('aria-colcount')).toBe('14');
  expect(await grid.getByRole('columnheader').count()).toBe(14);
  const cell = await page.cell(3, 'Identity');
  expect(await cell.getAttribute('role')).toBe('gridcell');
  expect(await cell.getAttribute('aria-colindex')).toBe('2');
  expect(await page.page.locator('.slick-row[data-row="3"]').first().getAttribute('aria-rowindex')).toBe('5');
  expect(await page.page.getByRole('status').textContent()).toBe('49 rows');
  const unnamed = await page.page.locator('button, input, [role="listbox"], [role="tree"]').evaluateAll((all) => all.filter((node) => !(node.getAttribute('aria-label') ?? node.textContent ?? '').trim()).map((node) => node.outerHTML));
  expect(unnamed).toEqual([]);
  await (await page.cell(0, 'Identity')).click();
  await page.page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => page.page.locator('[aria-live="polite"]').first().textContent()).toBe('2 cells in 2 rows selected');
});
