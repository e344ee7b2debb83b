import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { PageHarness, PageOptions } from '../support/page.ts';
import { armRun, finishedRun } from '../support/pageData.ts';
import { test } from './pageTest.ts';

const explanations = {
  'ResultType=7000222': { title: '7000222: the client secret has expired', paragraphs: ['InvalidClientSecretExpiredKeysProvided.', 'Next: add a new secret and remove the old one.'] },
  ResultType: { title: 'ResultType', paragraphs: ['The error code of the sign-in; 0 is success.'] },
  'ResourceDisplayName=Azure Key Vault': { title: 'Azure Key Vault', paragraphs: ['Microsoft application.'] },
};

async function shown(open: (options?: PageOptions) => Promise<PageHarness>, options: PageOptions = {}): Promise<PageHarness> {
  const page = await open({ explanations, ...options });
  await page.post(...finishedRun());
  await page.page.locator('.slick-row').first().waitFor();
  return page;
}

const { timeline: _, ...untimed } = armRun;

const tip = (page: PageHarness): Locator => page.page.getByRole('tooltip');

test('a code explains itself on hover, and is asked for once', async ({ open }) => {
  const page = await shown(open);
  await (await page.cell(6, 'ResultType')).hover();
  await tip(page).waitFor();
  expect(await tip(page).textContent()).toBe('7000222: the client secret has expiredInvalidClientSecretExpiredKeysProvided.Next: add a new secret and remove the old one.');
  await page.page.mouse.move(600, 5);
  await tip(page).waitFor({ state: 'hidden' });
  await (await page.cell(6, 'ResultType')).hover();
  await tip(page).waitFor();
  expect((await page.sent('explain')).filter(({ value }) => value === '7000222')).toHaveLength(1);
});

test('an application and a column explain themselves; what nobody knows stays silent', async ({ open }) => {
  const page = await shown(open);
  await (await page.cell(5, 'ResourceDisplayName')).hover();
  await expect.poll(() => tip(page).textContent()).toBe('Azure Key VaultMicrosoft application.');
  await page.header('ResultType').hover();
  await expect.poll(() => tip(page).textContent()).toBe('ResultTypeThe error code of the sign-in; 0 is success.');
  await (await page.cell(6, 'Identity')).hover();
  await page.page.waitForTimeout(700);
  expect(await tip(page).isVisible()).toBe(false);
});

test('the keyboard gets the same explanation, and Escape takes it away', async ({ open }) => {
  const page = await shown(open);
  await (await page.cell(6, 'SignInIP')).click();
  await page.page.mouse.move(600, 5);
  await page.page.keyboard.press('ArrowRight');
  await tip(page).waitFor();
  expect(await page.page.evaluate(() => document.activeElement?.getAttribute('aria-describedby'))).toContain('explain-tip');
  await page.page.keyboard.press('Escape');
  await tip(page).waitFor({ state: 'hidden' });
});

test('a text that is cut in its cell is shown whole', async ({ open }) => {
  const page = await shown(open);
  await (await page.cell(0, 'ServicePrincipalId')).hover();
  await expect.poll(() => tip(page).textContent()).toBe('5c8e2f1a-3b7d-4e9c-a1f0-9d6b8e4c2a71');
});

test('details show the value, what it means and the whole row, hidden columns too', async ({ open }) => {
  const page = await shown(open);
  await page.columnMenu('Target', 'Hide');
  await (await page.cell(6, 'ResultType')).dblclick();
  const pane = page.page.getByRole('region', { name: 'Details' });
  await pane.waitFor();
  expect(await pane.locator('.detail-value').textContent()).toBe('7000222');
  await expect.poll(() => pane.locator('.detail-meaning').textContent()).toBe('7000222: the client secret has expiredInvalidClientSecretExpiredKeysProvided.Next: add a new secret and remove the old one.ResultTypeThe error code of the sign-in; 0 is success.');
  const fields = await pane.locator('dt').allTextContents();
  expect(fields).toHaveLength(14);
  expect(fields).toContain('Target');
  await pane.getByRole('button', { name: 'Copy value' }).click();
  expect((await page.sent('copy')).at(-1)?.text).toBe('7000222');
});

test('the evidence is put into words', async ({ open }) => {
  const page = await shown(open);
  await (await page.cell(0, 'Evidence')).dblclick();
  await expect.poll(() => page.page.locator('.detail-meaning').textContent()).toContain('the activity carries the identifier of this sign-in');
});

test('JSON is a tree that the keyboard walks', async ({ open }) => {
  const page = await shown(open);
  await (await page.cell(0, 'Properties')).click();
  await page.page.keyboard.press('Enter');
  const tree = page.page.getByRole('tree');
  await expect.poll(() => tree.getByRole('treeitem').allTextContents()).toEqual(['{3}', 'caller: {3}', 'appid: "11111111-2222-4333-8444-555555555555"', 'uti: "tok-0"', 'roles: [1]', 'statusCode: 201', 'tags: null']);
  expect(await page.focused()).toBe('treeitem {3}');
  await page.page.keyboard.press('ArrowDown');
  expect(await page.focused()).toBe('treeitem caller: {3}');
  await page.page.keyboard.press('ArrowLeft');
  await expect.poll(() => tree.getByRole('treeitem').count()).toBe(4);
  expect(await tree.getByRole('treeitem').nth(1).getAttribute('aria-expanded')).toBe('false');
  await page.page.keyboard.press('ArrowRight');
  await page.page.keyboard.press('End');
  expect(await page.focused()).toBe('treeitem tags: null');
  await page.page.keyboard.press('Home');
  await page.page.keyboard.press('Control+c');
  expect((await page.sent('copy')).at(-1)?.text).toBe(JSON.stringify({ caller: { appid: '11111111-2222-4333-8444-555555555555', uti: 'tok-0', roles: ['Contributor'] }, statusCode: 201, tags: null }, null, 2));
  await page.page.keyboard.press('Escape');
  await page.page.getByRole('region', { name: 'Details' }).waitFor({ state: 'hidden' });
  expect(await page.focused()).toMatch(/^gridcell/);
});

test('a time is told in both zones', async ({ open }) => {
  const page = await shown(open, { timezone: 'America/New_York' });
  await (await page.cell(0, 'SignInTime')).dblclick();
  await expect.poll(() => page.page.locator('.detail-facts').allTextContents()).toEqual(['UTC: 2026-03-04 08:00:00.000', 'Local (UTC-05:00): 2026-03-04 03:00:00.000']);
});

test('hostile text is text in cells, details, tips, menus, groups and the timeline', async ({ open }) => {
  const page = await shown(open);
  const shownName = '<img src=x onerror=alert(1)>⟨U+202E⟩gnp.exe';
  await page.filter('SignInId').fill('x-1');
  await expect.poll(() => page.column('Identity')).toEqual([shownName]);
  await (await page.cell(0, 'Identity')).dblclick();
  await expect.poll(() => page.page.locator('.detail-value').textContent()).toBe(shownName);
  await (await page.cell(0, 'Identity')).click({ button: 'right' });
  await page.menuItem('Keep only <img src=x onerror=alert(1)>⟨U+…').waitFor();
  await page.page.keyboard.press('Escape');
  await page.columnMenu('Identity', 'Group by this');
  await expect.poll(() => page.page.locator('.group-value').allTextContents()).toEqual([shownName]);
  await expect.poll(() => page.page.locator('.timeline-lane text').allTextContents()).toEqual([shownName]);
  expect(await page.page.locator('#page img').count()).toBe(0);
});

test('a name of 10,000 characters and a hostile column name break nothing', async ({ open }) => {
  const page = await open();
  const long = `A${'b'.repeat(9_998)}Z`;
  await page.post(...finishedRun([[long, '[x](command:workbench.action.quit)']], untimed, [{ name: '<b onclick=alert(1)>Name', type: 'string' }, { name: 'javascript:alert(1)', type: 'string' }]));
  await expect.poll(() => page.headers()).toEqual(['<b onclick=alert(1)>Name', 'javascript:alert(1)']);
  const [cell] = await page.column('<b onclick=alert(1)>Name');
  expect(cell).toHaveLength(400);
  expect(await page.column('javascript:alert(1)')).toEqual(['[x](command:workbench.action.quit)']);
  await (await page.cell(0, '<b onclick=alert(1)>Name')).dblclick();
  await expect.poll(() => page.page.locator('.detail-value').textContent()).toBe(long);
  expect(await page.page.locator('.detail-facts').first().textContent()).toBe('10,000 characters');
  expect(await page.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(await page.page.locator('#page a, #page b').count()).toBe(0);
});
