import { expect } from 'vitest';
import type { RenderSpec } from '../../src/protocol/index.ts';
import type { PageHarness } from '../support/page.ts';
import { alertsPerDay, chartRun } from '../support/pageData.ts';
import { test } from './pageTest.ts';

type Open = (options?: { readonly width?: number }) => Promise<PageHarness>;

async function drawn(open: Open, visualization: string, properties: RenderSpec['properties'] = {}): Promise<PageHarness> {
  const page = await open();
  await page.post(...chartRun({ visualization, properties }));
  return page;
}

const pane = (page: PageHarness) => page.page.getByRole('region', { name: 'Chart' });
const readout = async (page: PageHarness): Promise<string> => (await pane(page).locator('.chart-readout').textContent()) ?? '';
const count = async (page: PageHarness, selector: string): Promise<number> => pane(page).locator(selector).count();
const selected = async (page: PageHarness): Promise<string> => (await page.page.locator('.status-selection').textContent()) ?? '';

test('a time chart: a line for each rule, a dot for each day, and no timeline of the same rows', async ({ open }) => {
  const page = await drawn(open, 'timechart', { title: 'Alerts per day' });
  await expect.poll(() => count(page, '.chart-line')).toBe(3 + 3);
  expect(await count(page, '.chart-figure .chart-dot')).toBe(alertsPerDay.length);
  expect(await pane(page).getByRole('heading').textContent()).toBe('Alerts per day');
  expect(await pane(page).getByRole('list', { name: 'Series' }).innerText()).toContain('credential-added-while-working');
  expect(await pane(page).locator('.chart-figure').getAttribute('aria-label')).toBe('Line chart Alerts per day: 3 series, 42 points, the largest 13. Arrow keys walk, Enter selects the rows; the table holds all values.');
  expect(await page.page.getByRole('region', { name: 'Timeline' }).isVisible()).toBe(false);
  expect(await page.tool('Timeline').isVisible()).toBe(false);
});

for (const [visualization, selector, marks] of [
  ['areachart', '.chart-fill', 3],
  ['scatterchart', '.chart-figure .chart-dot', 42],
  ['columnchart', '.chart-figure .chart-bar', 42],
  ['barchart', '.chart-figure .chart-bar', 42],
  ['piechart', '.chart-figure .chart-bar', 12],
] as const) {
  test(`${visualization} is drawn with every value on the picture`, async ({ open }) => {
    const page = await drawn(open, visualization);
    await expect.poll(() => count(page, selector)).toBe(marks);
    const outside = await page.page.evaluate((wanted) => {
      const frame = document.querySelector('.chart-figure')!.getBoundingClientRect();
      return [...document.querySelectorAll(`.chart ${wanted}`)].filter((node) => {
        const box = node.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
      }).length;
    }, selector);
    expect(outside).toBe(0);
  });
}

test('a card shows the number', async ({ open }) => {
  const page = await open();
  await page.post(...chartRun({ visualization: 'card', properties: {} }, [[1234567]], [{ name: 'Sign-ins', type: 'long' }]));
  await expect.poll(async () => pane(page).locator('.chart-card').innerText()).toBe('Sign-ins\n1,234,567');
});

test('a value is read out when pointed at, and a click selects its row in the table', async ({ open }) => {
  const page = await drawn(open, 'columnchart', { xcolumn: 'Day', kind: 'stacked' });
  await pane(page).locator('.chart-figure .chart-bar').nth(3).hover();
  await expect.poll(() => readout(page)).toMatch(/^2026-03-04 00:00:00\.000 · credential-added-while-working · \d+$/);
  await pane(page).locator('.chart-figure .chart-bar').nth(3).click();
  await expect.poll(() => selected(page)).toBe('3 cells in 1 row selected');
  await expect.poll(() => count(page, '.chart-bar.selected')).toBe(1);
});

test('rows selected in the table are marked in the chart', async ({ open }) => {
  const page = await drawn(open, 'timechart');
  await (await page.cell(5, 'Rule')).click();
  await expect.poll(() => count(page, '.chart-dot.selected')).toBe(1);
});

test('the keyboard walks along a series and between them, and is heard', async ({ open }) => {
  const page = await drawn(open, 'timechart');
  await expect.poll(() => count(page, '.chart-figure .chart-dot')).toBe(42);
  await pane(page).locator('.chart-figure').focus();
  await page.page.keyboard.press('ArrowRight');
  await expect.poll(() => readout(page)).toBe('2026-03-01 00:00:00.000 · credential-added-while-working · 0');
  await page.page.keyboard.press('ArrowRight');
  await expect.poll(() => readout(page)).toContain('2026-03-02');
  await page.page.keyboard.press('ArrowDown');
  await expect.poll(() => readout(page)).toMatch(/^2026-03-02 .* · sign-in-from-new-address/);
  expect(await page.page.locator('[aria-live="polite"]').first().textContent()).toBe(await readout(page));
  await page.page.keyboard.press('End');
  await expect.poll(() => readout(page)).toContain('2026-03-14');
  await page.page.keyboard.press('Enter');
  await expect.poll(() => selected(page)).toBe('3 cells in 1 row selected');
});

test('the chart follows the filters of the table, and its button hides it', async ({ open }) => {
  const page = await drawn(open, 'timechart');
  await page.filter('Rule').fill('threat');
  await expect.poll(() => count(page, '.chart-figure .chart-dot')).toBe(14);
  await page.tool('Chart').click();
  await pane(page).waitFor({ state: 'hidden' });
  expect(await page.tool('Chart').getAttribute('aria-pressed')).toBe('false');
  await page.tool('Chart').click();
  await pane(page).waitFor();
});

test('what cannot be drawn says why, and the rows stay', async ({ open }) => {
  const page = await drawn(open, 'treemap');
  await expect.poll(async () => pane(page).innerText()).toContain('Charts of the kind treemap are not drawn here. The rows are in the table.');
  await expect.poll(() => page.status()).toContain('42 rows');
});

test('a result without render has no chart and no button for one', async ({ open }) => {
  const page = await open();
  await page.post(...chartRun(undefined));
  await expect.poll(() => page.status()).toContain('42 rows');
  expect(await page.tool('Chart').isVisible()).toBe(false);
  expect(await pane(page).isVisible()).toBe(false);
});

test('names of a log are text in the chart', async ({ open }) => {
  const page = await open();
  const name = `<img src=x onerror=alert(1)>\u202egnp.exe${'x'.repeat(10_000)}`;
  await page.post(...chartRun({ visualization: 'barchart', properties: { title: name } }, [[name, 3], ['b', 1]], [{ name: 'Name', type: 'string' }, { name: 'N', type: 'long' }]));
  await expect.poll(() => count(page, '.chart-figure .chart-bar')).toBe(2);
  expect(await count(page, 'img')).toBe(0);
  expect(await pane(page).innerText()).not.toContain('\u202e');
  const [figure, label] = [await pane(page).locator('.chart-figure').boundingBox(), await pane(page).locator('.chart-tick').last().boundingBox()];
  expect(label!.x).toBeGreaterThanOrEqual(figure!.x);
});
