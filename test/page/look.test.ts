import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { root } from '../../src/build/processes.mjs';
import type { PageHarness } from '../support/page.ts';
import { armColumns, armRun, chartRun, crowdedRows, finishedRun } from '../support/pageData.ts';
import type { ThemeName } from '../support/themes.ts';
import type { Row } from '../../src/base/index.ts';
import { faintTexts } from './contrast.ts';
import { test } from './pageTest.ts';

const folder = path.join(root, 'test-output', 'screenshots');
const themeNames: readonly ThemeName[] = ['dark', 'light', 'contrast', 'contrastLight'];
const sizes = { wide: { width: 1400, height: 900 }, narrow: { width: 900, height: 700 }, slim: { width: 480, height: 640 } } as const;

const explanations = {
  'ResultType=7000222': { title: '7000222: the client secret has expired', paragraphs: ['The application signed in with a secret whose end date has passed.', 'Next: add a new secret, switch the workload to it, and remove the old one.'] },
};

/** What can be on the page, each as a person gets there. */
const scenes: Readonly<Record<string, (page: PageHarness) => Promise<void>>> = {
  rows: async (page) => {
    await page.post(...finishedRun());
    await page.page.locator('.mark').first().waitFor();
  },
  details: async (page) => {
    await page.post(...finishedRun());
    await (await page.cell(0, 'Properties')).click();
    await page.page.keyboard.press('Enter');
    await page.page.getByRole('tree').waitFor();
  },
  failureDetails: async (page) => {
    await page.post(...finishedRun());
    await (await page.cell(6, 'ResultType')).dblclick();
    await page.page.locator('.detail-meaning h3').waitFor();
    await page.tool('Timeline').click();
  },
  query: async (page) => {
    const [running, begin, rows] = finishedRun();
    await page.post(running!, begin!, rows!, {
      type: 'done',
      runId: 1,
      footer: { statistics: { engine: 'logAnalytics', rows: 49, elapsedMs: 2900 }, asOf: '2026-03-05T09:41:00.0000000Z', warnings: [{ kind: 'truncated', code: 'LA007', severity: 'warning', message: 'Log Analytics returns no more than 30,000 rows or 64 MB. Narrow the time range or summarize.' }, { kind: 'note', code: 'ENG021', severity: 'information', message: 'Times of two files had no zone and were read as UTC.' }] },
    });
    await page.tool('Query').click();
  },
  groups: async (page) => {
    await page.post(...finishedRun());
    await page.columnMenu('Identity', 'Group by this');
    await page.columnMenu('ResultType', 'Group by this');
    await page.columnMenu('Evidence', 'Pin to the left');
    await page.columnMenu('SignInTime', 'Sort descending');
  },
  menu: async (page) => {
    await page.post(...finishedRun());
    await (await page.cell(3, 'Identity')).click();
    await page.page.keyboard.press('Shift+ArrowDown');
    await page.page.keyboard.press('Shift+ArrowRight');
    await page.header('Identity').click({ button: 'right' });
    await page.page.keyboard.press('ArrowDown');
  },
  tip: async (page) => {
    await page.post(...finishedRun());
    await page.filter('Identity').fill('crm');
    await expect.poll(() => page.status()).toContain('filtered');
    await (await page.cell(0, 'ResultType')).hover();
    await page.page.getByRole('tooltip').waitFor();
  },
  crowd: async (page) => {
    await page.post(...finishedRun(crowdedRows(5_000, 40)));
    await page.page.locator('.mark').first().waitFor();
  },
  few: async (page) => {
    const rows = crowdedRows(4, 1).map((row) => row.slice(0, 5));
    const { timeline: _, ...run } = armRun;
    await page.post(...finishedRun(rows, { ...run, timeline: { time: 'SignInTime', label: 'ResourceDisplayName', lane: 'Identity' } }, armColumns.slice(0, 5)));
    await page.page.locator('.mark').first().waitFor();
  },
  chart: async (page) => {
    await page.post(...chartRun({ visualization: 'timechart', properties: { title: 'Alerts per day' } }));
    await page.page.locator('.chart-figure .chart-dot').first().waitFor();
  },
  bars: async (page) => {
    const rows = Array.from({ length: 18 }, (_, index): Row => [`workload-${index}`, ['expired secret', 'wrong secret', 'blocked', 'a', 'b', 'c', 'd', 'e'][index % 8]!, 5 + ((index * 37) % 50)]);
    await page.post(...chartRun({ visualization: 'barchart', properties: { kind: 'stacked' } }, rows, [{ name: 'Identity', type: 'string' }, { name: 'Reason', type: 'string' }, { name: 'Failures', type: 'long' }]));
    await page.page.locator('.chart-figure .chart-bar').first().waitFor();
  },
  pie: async (page) => {
    await page.post(...chartRun({ visualization: 'piechart', properties: {} }, Array.from({ length: 15 }, (_, index): Row => [`resource ${index}`, 40 - index * 2]), [{ name: 'Resource', type: 'string' }, { name: 'SignIns', type: 'long' }]));
    await page.page.locator('.chart-figure .chart-bar').first().waitFor();
  },
  running: async (page) => page.post({ type: 'running', run: armRun }),
  idle: () => Promise.resolve(),
  empty: async (page) => page.post(...finishedRun([])),
  failed: async (page) =>
    page.post(
      { type: 'running', run: armRun },
      { type: 'failed', runId: 1, cancelled: false, problems: [{ code: 'KS142', severity: 'error', message: 'The name ServicePrincipalName does not refer to any known column, table, variable or function. Tables of this source that have such a column: AADServicePrincipalSignInLogs.', span: { start: armRun.query.indexOf('ServicePrincipalName'), length: 20 } }] },
    ),
};

for (const [scene, prepare] of Object.entries(scenes)) {
  test(`looks: ${scene}`, async ({ open }) => {
    mkdirSync(folder, { recursive: true });
    const page = await open({ explanations });
    await prepare(page);
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.page.setViewportSize(viewport);
      for (const theme of size === 'slim' ? themeNames.slice(0, 1) : themeNames) {
        await page.theme(theme);
        await settled(page);
        await page.page.screenshot({ path: path.join(folder, `page-${scene}-${theme}-${size}.png`) });
        expect(await faintTexts(page.page), `texts with too little contrast, ${theme}`).toEqual([]);
      }
      expect(await outside(page), `controls outside the page, ${size}`).toEqual([]);
    }
  });
}

/** Waits for what was due to be drawn and for every movement that ends. */
async function settled(page: PageHarness): Promise<void> {
  await page.page.evaluate(async () => {
    const turn = (): Promise<unknown> => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), 0));
    await document.fonts.ready;
    await turn();
    await Promise.allSettled(document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime)).map((one) => one.finished));
    await turn();
  });
}

/** Controls of the toolbar, header, panes and status line that stick out of the page or are covered by another. */
async function outside(page: PageHarness): Promise<readonly string[]> {
  return page.page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>('.toolbar-line button, .search-box, .pane-bar button, .run-title, .status-line > *, .outcome-actions button');
    return [...controls].flatMap((control) => {
      const box = control.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) return [];
      const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const own = middle !== null && (control.contains(middle) || middle.contains(control) || middle.closest('.menu, .tip') !== null);
      const inside = own && box.left >= 0 && box.right <= window.innerWidth + 0.5 && box.top >= 0 && box.bottom <= window.innerHeight + 0.5;
      return inside ? [] : [`${control.className} ${control.getAttribute('aria-label') ?? control.textContent}`];
    });
  });
}
