import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { root } from '../../src/build/processes.mjs';
import { test } from './editorTest.ts';

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern', contrast: 'Default High Contrast' } as const;
const sizes = { wide: { width: 1400, height: 900 }, narrow: { width: 900, height: 700 } } as const;

test('the sample, a scenario and its timeline are on the screen', async ({ workbench, results }) => {
  await workbench.openSample();
  await workbench.runScenario('Service principal to Azure Resource Manager');
  await results.waitForRows();
  await results.timeline.waitFor();
});

for (const [themeName, theme] of Object.entries(themes)) {
  for (const [sizeName, size] of Object.entries(sizes)) {
    test(`looks: ${themeName}, ${sizeName}`, async ({ workbench, results }) => {
      await workbench.theme(theme);
      await workbench.page.mouse.move(2, 2);
      const picture = await workbench.screenshot(`results-${themeName}-${sizeName}`, size);
      expect(await results.rows.count()).toBeGreaterThan(0);
      if (process.env['UPDATE_SCREENSHOT'] === '1' && themeName === 'dark' && sizeName === 'wide') {
        mkdirSync(path.join(root, 'media'), { recursive: true });
        copyFileSync(picture, path.join(root, 'media', 'screenshot.png'));
      }
    });
  }
}

test('the window goes back to its usual size and theme', async ({ workbench }) => {
  await workbench.theme('Default Dark Modern');
  await workbench.page.setViewportSize(sizes.wide);
  expect(workbench.page.viewportSize()).toEqual(sizes.wide);
});

test('roles for a screen reader: trees, a grid with counts, a status line, named buttons', async ({ workbench, results }) => {
  expect(await workbench.view('identities').locator('[role="tree"], [role="treeitem"]').count()).toBeGreaterThan(0);
  expect(await results.grid.count()).toBe(1);
  expect(await results.frame.locator('[role="status"]').count()).toBeGreaterThan(0);
  const unnamed = await results.frame.locator('button').evaluateAll((buttons) => buttons.filter((button) => !(button.getAttribute('aria-label') ?? button.textContent).trim()).length);
  expect(unnamed).toBe(0);
});

test('the grid is reached and left with the keyboard alone', async ({ workbench, results }) => {
  await results.frame.locator('body').press('Tab');
  for (let step = 0; step < 40; step += 1) {
    if (await results.grid.evaluate((grid) => grid.contains(grid.ownerDocument.activeElement))) break;
    await workbench.page.keyboard.press('Tab');
  }
  expect(await results.grid.evaluate((grid) => grid.contains(grid.ownerDocument.activeElement))).toBe(true);
});
