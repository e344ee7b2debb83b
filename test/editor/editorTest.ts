import { mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { inject, test as base } from 'vitest';
import { launchBrowser, ResultsPage, Workbench } from '../support/vscode/index.ts';

interface Fixtures {
  /** The folder the window has open; empty at first. */
  readonly folder: string;
  /** A window of its own for the file's tests, closed after the last of them. */
  readonly workbench: Workbench;
  /** The results page of that window. */
  readonly results: ResultsPage;
  readonly browser: Browser;
  /** A picture of the window as each test left it: test-output/screenshots/<file>-<test>.png, `failed-…` when it failed. */
  readonly picture: undefined;
}

/** `test` with a VS Code window: the tests of one file share a window and run in order. */
export const test = base.extend<Fixtures>({
  browser: [
    // The fixture's first parameter has to be a destructured object, also where nothing is taken from it.
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  folder: [
    async ({}, use) => {
      const workspaces = path.join(inject('editorRun').directory, 'workspaces');
      mkdirSync(workspaces, { recursive: true });
      await use(mkdtempSync(path.join(workspaces, 'folder-')));
    },
    { scope: 'file' },
  ],
  workbench: [
    async ({ browser, folder }, use) => {
      const { url, portFile } = inject('editorRun');
      const workbench = await Workbench.open(browser, url, folder, portFile);
      await use(workbench);
      await workbench.close();
    },
    { scope: 'file' },
  ],
  results: async ({ workbench }, use) => {
    await use(new ResultsPage(workbench));
  },
  picture: [
    async ({ workbench, task }, use) => {
      await use(undefined);
      const name = `${path.basename(task.file.name, '.test.ts')}-${task.name.replaceAll(/\W+/g, '-').slice(0, 60)}`;
      await workbench.screenshot(task.result?.state === 'fail' ? `failed-${name}` : name);
    },
    { auto: true },
  ],
});
