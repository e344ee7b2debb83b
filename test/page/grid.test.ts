import { expect } from 'vitest';
import type { PageHarness } from '../support/page.ts';
import { armColumns, finishedRun } from '../support/pageData.ts';
import { test } from './pageTest.ts';

const names = ['SignInTime', 'Identity', 'Evidence', ...armColumns.map(({ name }) => name).filter((name) => !['SignInTime', 'Identity', 'Evidence'].includes(name))];

async function shown(open: () => Promise<PageHarness>): Promise<PageHarness> {
  const page = await open();
  await page.post(...finishedRun());
  await page.page.locator('.slick-row').first().waitFor();
  return page;
}

test('a click on a header sorts up, down and not at all', async ({ open }) => {
  const page = await shown(open);
  const came = await page.column('SignInIP');
  await page.header('SignInIP').click();
  await expect.poll(async () => (await page.column('SignInIP'))[0]).toBe('10.1.0.4');
  expect(await page.header('SignInIP').getAttribute('aria-sort')).toBe('ascending');
  await page.header('SignInIP').click();
  await expect.poll(async () => (await page.column('SignInIP'))[0]).toBe('203.0.113.77');
  expect(await page.header('SignInIP').getAttribute('aria-sort')).toBe('descending');
  await page.header('SignInIP').click();
  await expect.poll(() => page.column('SignInIP')).toEqual(came);
});

test('numbers sort as numbers and null comes first', async ({ open }) => {
  const page = await shown(open);
  await page.columnMenu('DeltaSeconds', 'Sort descending');
  await expect.poll(async () => (await page.column('DeltaSeconds'))[0]).toBe('720');
  await page.columnMenu('DeltaSeconds', 'Sort ascending');
  await expect.poll(async () => (await page.column('DeltaSeconds'))[0]).toBe('');
});

test('Shift and a click sorts by a second column, in a place of its own', async ({ open }) => {
  const page = await shown(open);
  await page.header('Identity').click();
  await page.header('SignInTime').click({ modifiers: ['Shift'] });
  await page.header('SignInTime').click({ modifiers: ['Shift'] });
  await expect.poll(() => page.header('SignInTime').locator('.header-sort').getAttribute('data-place')).toBe('2');
  const times = await page.column('SignInTime');
  const of = (await page.column('Identity')).map((name, index) => ({ name, time: times[index]! })).filter(({ name }) => name === 'crm-sync');
  expect(of.map(({ time }) => time)).toEqual(of.map(({ time }) => time).sort().reverse());
});

test('filters of several columns and the search work together', async ({ open }) => {
  const page = await shown(open);
  await page.filter('Identity').fill('PIPELINE');
  await expect.poll(() => page.status()).toBe('33 of 49 rows, filtered');
  await page.filter('Evidence').fill('none');
  await expect.poll(() => page.status()).toBe('3 of 49 rows, filtered');
  await page.page.getByRole('searchbox').fill('14:00 windows');
  await expect.poll(() => page.status()).toBe('1 of 49 rows, filtered');
  await page.tool('Clear filters').click();
  await expect.poll(() => page.status()).toBe('49 rows');
  expect(await page.filter('Identity').inputValue()).toBe('');
});

test('a condition other than "contains" is chosen from a menu', async ({ open }) => {
  const page = await shown(open);
  await page.page.getByRole('button', { name: 'Condition on DeltaSeconds: contains' }).click();
  await page.page.getByRole('menuitemradio', { name: /is greater than/ }).click();
  await page.filter('DeltaSeconds').fill('100');
  await expect.poll(async () => Math.min(...(await page.column('DeltaSeconds')).map(Number))).toBeGreaterThan(100);
  await page.filter('DeltaSeconds').fill('many');
  await expect.poll(() => page.filter('DeltaSeconds').getAttribute('aria-invalid')).toBe('true');
  expect(await page.filter('DeltaSeconds').getAttribute('title')).toBe('Write a number');
});

test('filters that leave nothing say so and can be cleared', async ({ open }) => {
  const page = await shown(open);
  await page.filter('Identity').fill('nobody');
  await page.page.getByRole('heading', { name: 'No row passes the filters' }).waitFor();
  await page.page.getByRole('main').getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => page.status()).toBe('49 rows');
});

test('a cell\'s menu keeps or leaves out its value', async ({ open }) => {
  const page = await shown(open);
  await (await page.cell(5, 'Identity')).click({ button: 'right' });
  await page.menuItem('Keep only vm-batch-01').click();
  await expect.poll(() => page.status()).toBe('9 of 49 rows, filtered');
  await (await page.cell(0, 'SignInTime')).click({ button: 'right' });
  await page.menuItem('Leave out 2026-03-04T08:30:00.0000000Z').click();
  await expect.poll(() => page.status()).toBe('8 of 49 rows, filtered');
});

test('an identity, address or ID is offered to the scenarios', async ({ open }) => {
  const page = await shown(open);
  await (await page.cell(5, 'Identity')).click({ button: 'right' });
  await page.menuItem('Investigate vm-batch-01…').click();
  expect(await page.sent('investigate')).toEqual([{ type: 'investigate', column: 'Identity', value: 'vm-batch-01' }]);
});

test('columns hide and come back', async ({ open }) => {
  const page = await shown(open);
  await page.columnMenu('ServicePrincipalId', 'Hide');
  await expect.poll(() => page.headers()).toEqual(names.filter((name) => name !== 'ServicePrincipalId'));
  expect((await page.column('ResourceDisplayName'))[5]).toBe('Azure Key Vault');
  await page.tool('Columns').click();
  expect(await page.menuItem('ServicePrincipalId').getAttribute('aria-checked')).toBe('false');
  await page.menuItem('ServicePrincipalId').click();
  await expect.poll(() => page.headers()).toEqual(names);
});

test('columns move by menu and by dragging', async ({ open }) => {
  const page = await shown(open);
  await page.columnMenu('Identity', 'Move left');
  await expect.poll(async () => (await page.headers()).slice(0, 2)).toEqual(['Identity', 'SignInTime']);
  expect((await page.column('Identity'))[5]).toBe('vm-batch-01');
  const from = (await page.header('SignInIP').boundingBox())!;
  const to = (await page.header('SignInTime').boundingBox())!;
  await page.page.mouse.move(from.x + 30, from.y + 12);
  await page.page.mouse.down();
  // A person's pace: while headers change places, the drag does not look where it is.
  for (let x = from.x + 20; x > to.x + 10; x -= 20) {
    await page.page.mouse.move(x, from.y + 12);
    await page.page.waitForTimeout(15);
  }
  await page.page.mouse.up();
  await expect.poll(async () => (await page.headers()).indexOf('SignInIP')).toBeLessThan(3);
  expect((await page.column('SignInIP'))[5]).toBe('10.1.0.4');
});

test('a pinned column stays in sight while the others scroll', async ({ open }) => {
  const page = await shown(open);
  await page.columnMenu('Evidence', 'Pin to the left');
  await expect.poll(async () => (await page.headers())[0]).toBe('Evidence');
  expect((await page.column('Evidence')).slice(0, 7)).toEqual(['token', 'identity+ip', 'identity+ip', 'identity+ip', 'identity+ip', 'identity', 'none']);
  await (await page.cell(0, 'Identity')).click();
  await page.page.keyboard.press('End');
  await expect.poll(async () => (await page.header('SignInTime').boundingBox())!.x).toBeLessThan(0);
  expect((await page.header('Evidence').boundingBox())!.x).toBe(0);
  await page.columnMenu('Evidence', 'Unpin');
  await expect.poll(async () => (await page.headers()).indexOf('Evidence')).toBe(names.indexOf('Evidence'));
});

test('groups show counts, fold and unfold', async ({ open }) => {
  const page = await shown(open);
  await page.columnMenu('Identity', 'Group by this');
  await expect.poll(async () => (await page.page.locator('.group-heading').allTextContents())[0]).toBe('Identity: deploy-pipeline-prod33');
  await page.page.locator('.group-heading').first().click();
  await expect.poll(async () => (await page.page.locator('.group-heading').allTextContents())[1]).toBe('Identity: vm-batch-019');
  expect(await page.page.locator('.group-heading').first().getAttribute('aria-expanded')).toBe('false');
  await page.choose('Group', 'Fold all groups');
  await expect.poll(() => page.page.locator('.slick-row').count()).toBe(5);
  await page.choose('Group', 'Do not group');
  await expect.poll(() => page.page.locator('.group-heading').count()).toBe(0);
  expect(await page.status()).toBe('49 rows');
});

test('columns are resized by dragging and fitted by a double click', async ({ open }) => {
  const page = await shown(open);
  const width = async (): Promise<number> => (await page.header('ResourceDisplayName').boundingBox())!.width;
  const before = await width();
  const handle = page.header('ResourceDisplayName').locator('.slick-resizable-handle');
  const box = (await handle.boundingBox())!;
  await page.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.page.mouse.down();
  await page.page.mouse.move(box.x + 80, box.y + 5, { steps: 5 });
  await page.page.mouse.up();
  await expect.poll(width).toBeGreaterThan(before + 60);
  await page.page.mouse.dblclick((await handle.boundingBox())!.x + 3, box.y + 5);
  const cell = await page.cell(0, 'ResourceDisplayName');
  await expect.poll(() => cell.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
});

test('times switch between UTC and local, in cells, filters and the header', async ({ open }) => {
  const page = await shown(() => open({ timezone: 'Asia/Tokyo' }));
  expect((await page.column('SignInTime'))[0]).toBe('2026-03-04 08:00:00.000');
  await page.tool('Times in UTC; switch').click();
  await expect.poll(async () => (await page.column('SignInTime'))[0]).toBe('2026-03-04 17:00:00.000');
  expect(await page.page.getByRole('banner').textContent()).toContain('as of 2026-03-05 18:41:00 UTC+09:00');
  await page.filter('SignInTime').fill('2026-03-04 17:0');
  await expect.poll(() => page.status()).toBe('5 of 49 rows, filtered');
  await page.tool('Times in local time; switch').click();
  await expect.poll(() => page.status()).toBe('5 of 49 rows, filtered');
  expect((await page.column('SignInTime'))[0]).toBe('2026-03-04 17:00:00.000');
});
