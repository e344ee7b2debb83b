import { expect } from 'vitest';
import type { PageHarness } from '../support/page.ts';
import { armRun, finishedRun, hostileName } from '../support/pageData.ts';
import { test } from './pageTest.ts';

async function shown(open: () => Promise<PageHarness>): Promise<PageHarness> {
  const page = await open();
  await page.post(...finishedRun());
  await page.page.locator('.slick-row').first().waitFor();
  return page;
}

/** Selects ServicePrincipalId and the two columns after it in the rows of a vault read and a failure. */
async function selectTwoRows(page: PageHarness): Promise<void> {
  await (await page.cell(5, 'ServicePrincipalId')).click();
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight']) await page.page.keyboard.press(key);
}

async function lastCopy(page: PageHarness): Promise<string | undefined> {
  return (await page.sent('copy')).at(-1)?.text;
}

const id = '5c8e2f1a-3b7d-4e9c-a1f0-9d6b8e4c2a71';

test('one cell alone is its bare value', async ({ open }) => {
  const page = await shown(open);
  await (await page.cell(5, 'Identity')).click();
  await page.page.keyboard.press('Control+c');
  await expect.poll(() => page.sent('copy')).toEqual([{ type: 'copy', text: 'vm-batch-01', what: '1 cell' }]);
});

test('a selection is copied without and with headers', async ({ open }) => {
  const page = await shown(open);
  await selectTwoRows(page);
  await expect.poll(() => page.page.locator('.status-selection').textContent()).toBe('6 cells in 2 rows selected');
  await page.page.keyboard.press('Control+c');
  const rows = `${id}\tAzure Key Vault\t10.1.0.4\n${id}\tMicrosoft Graph\t203.0.113.10\n`;
  await expect.poll(() => lastCopy(page)).toBe(rows);
  await page.page.keyboard.press('Control+Shift+c');
  await expect.poll(() => lastCopy(page)).toBe(`ServicePrincipalId\tResourceDisplayName\tSignInIP\n${rows}`);
});

test('a selection is dragged with the mouse', async ({ open }) => {
  const page = await shown(open);
  const from = (await (await page.cell(5, 'ServicePrincipalId')).boundingBox())!;
  const to = (await (await page.cell(6, 'SignInIP')).boundingBox())!;
  await page.page.mouse.move(from.x + 20, from.y + 10);
  await page.page.mouse.down();
  await page.page.mouse.move(to.x + 20, to.y + 10, { steps: 8 });
  await page.page.mouse.up();
  await expect.poll(() => page.page.locator('.status-selection').textContent()).toBe('6 cells in 2 rows selected');
});

test('the copy menu has every form', async ({ open }) => {
  const page = await shown(open);
  await selectTwoRows(page);
  const copied = async (item: string): Promise<string | undefined> => {
    await page.choose('Copy', item);
    return lastCopy(page);
  };
  expect(await copied('CSV')).toBe(`ServicePrincipalId,ResourceDisplayName,SignInIP\r\n${id},Azure Key Vault,10.1.0.4\r\n${id},Microsoft Graph,203.0.113.10\r\n`);
  expect(await copied('CSV, without headers')).toBe(`${id},Azure Key Vault,10.1.0.4\r\n${id},Microsoft Graph,203.0.113.10\r\n`);
  expect(JSON.parse((await copied('JSON'))!)).toEqual([
    { ServicePrincipalId: id, ResourceDisplayName: 'Azure Key Vault', SignInIP: '10.1.0.4' },
    { ServicePrincipalId: id, ResourceDisplayName: 'Microsoft Graph', SignInIP: '203.0.113.10' },
  ]);
  expect(await copied('Markdown')).toBe(`| ServicePrincipalId | ResourceDisplayName | SignInIP |\n| --- | --- | --- |\n| ${id} | Azure Key Vault | 10.1.0.4 |\n| ${id} | Microsoft Graph | 203.0.113.10 |\n`);
});

test('a selection is copied as a datatable, and as a filter on one column', async ({ open }) => {
  const page = await shown(open);
  await selectTwoRows(page);
  await page.choose('Copy', 'KQL datatable');
  expect(await lastCopy(page)).toBe(`datatable(ServicePrincipalId: string, ResourceDisplayName: string, SignInIP: string)\n[\n    "${id}", "Azure Key Vault", "10.1.0.4",\n    "${id}", "Microsoft Graph", "203.0.113.10",\n]\n`);
  await (await page.cell(6, 'SignInIP')).click({ button: 'right' });
  await page.menuItem('Copy as KQL filter on SignInIP').click();
  expect(await lastCopy(page)).toBe('| where SignInIP in ("10.1.0.4", "203.0.113.10")\n');
});

test('everything is selected at once', async ({ open }) => {
  const page = await shown(open);
  await (await page.cell(0, 'Identity')).click();
  await page.page.keyboard.press('Control+a');
  await expect.poll(() => page.page.locator('.status-selection').textContent()).toBe('686 cells in 49 rows selected');
});

test('an export honours filter, order, hidden and moved columns', async ({ open }) => {
  const page = await shown(open);
  await page.filter('Identity').fill('crm');
  await expect.poll(() => page.status()).toBe('5 of 49 rows, filtered');
  await page.columnMenu('SignInTime', 'Sort descending');
  for (const column of ['ServicePrincipalId', 'ResourceDisplayName', 'SignInIP', 'ActivityTime', 'Activity', 'Target', 'ActivityIP', 'DeltaSeconds', 'SignInId', 'Properties']) await page.columnMenu(column, 'Hide');
  await page.columnMenu('Evidence', 'Pin to the left');
  await page.tool('Export').click();
  expect(await page.page.getByRole('menu').textContent()).toContain('5 rows, 4 columns as');
  await page.menuItem('CSV').click();
  expect(await page.sent('export')).toEqual([
    {
      type: 'export',
      format: 'csv',
      rows: 5,
      columns: 4,
      text: [
        'Evidence,SignInTime,Identity,ResultType',
        ...['2026-03-05T09:30:00.0000000Z,crm-sync,7000222', '2026-03-05T03:30:00.0000000Z,crm-sync,7000215', '2026-03-04T21:30:00.0000000Z,crm-sync,7000222', '2026-03-04T15:30:00.0000000Z,crm-sync,7000215', '2026-03-04T09:30:00.0000000Z,crm-sync,7000222'].map((rest) => `none,${rest}`),
        '',
      ].join('\r\n'),
    },
  ]);
});

test('an export of a part of a result says that it is one, and why', async ({ open }) => {
  const page = await open();
  const [running, begin, rows] = finishedRun();
  await page.post(running!, begin!, rows!, { type: 'failed', runId: 1, cancelled: true, problems: [{ code: 'ENG010', severity: 'error', message: 'Cancelled.' }] });
  await page.tool('Export').click();
  expect(await page.page.getByRole('menu').textContent()).toContain('Incomplete: the query was cancelled');
  await page.menuItem('CSV').click();
  expect((await page.sent('export')).at(-1)).toMatchObject({ rows: 49, incomplete: 'the query was cancelled' });
});

test('folded groups are exported too, group by group', async ({ open }) => {
  const page = await shown(open);
  await page.columnMenu('Identity', 'Group by this');
  await page.choose('Group', 'Fold all groups');
  await page.choose('Export', 'JSON');
  const [sent] = await page.sent('export');
  const names = (JSON.parse(sent!.text) as { Identity: string }[]).map(({ Identity }) => Identity);
  expect(names).toHaveLength(49);
  expect([...new Set(names)]).toEqual(['deploy-pipeline-prod', 'vm-batch-01', 'crm-sync', hostileName, '=HYPERLINK("http://203.0.113.9/","open")']);
  expect(names.slice(0, 33).every((name) => name === 'deploy-pipeline-prod')).toBe(true);
});

test('a hostile name is no formula in a CSV and no markup in Markdown', async ({ open }) => {
  const page = await shown(open);
  await page.filter('SignInId').fill('x-');
  await expect.poll(() => page.status()).toBe('2 of 49 rows, filtered');
  await page.choose('Export', 'CSV');
  expect((await page.sent('export')).at(-1)?.text).toContain(`"'=HYPERLINK(""http://203.0.113.9/"",""open"")"`);
  await page.choose('Export', 'Markdown');
  const markdown = (await page.sent('export')).at(-1)!.text;
  expect(markdown).toContain('&lt;img src=x onerror=alert\\(1\\)\\>⟨U\\+202E⟩gnp.exe');
  expect(markdown).not.toContain('<img');
});

test('the query, its parameters and its copy', async ({ open }) => {
  const page = await shown(open);
  await page.tool('Query').click();
  const panel = page.page.getByRole('region', { name: 'Query' });
  expect(await panel.locator('pre').textContent()).toContain('| join kind=leftouter AzureActivity on $left.ServicePrincipalId == $right.Caller\n');
  expect(await panel.locator('dt').allTextContents()).toEqual(['window', 'identity', 'lookback']);
  expect(await panel.locator('dd').allTextContents()).toEqual(['2h', 'empty', '7d']);
  await panel.getByRole('button', { name: 'Open in editor' }).click();
  expect(await page.sent('openQuery')).toEqual([{ type: 'openQuery', runId: 1 }]);
  await panel.getByRole('button', { name: 'Copy KQL' }).click();
  expect((await page.sent('copy')).at(-1)?.text).toBe(armRun.query);
});
