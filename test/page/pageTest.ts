import type { Browser } from 'playwright-core';
import { expect, test as base } from 'vitest';
import { PageHarness, type PageOptions } from '../support/page.ts';
import { launchBrowser } from '../support/vscode/browser.ts';

interface Fixtures {
  readonly browser: Browser;
  /** Opens the built results page; it is closed after the test, which fails if the page had an error or broke its policy. */
  readonly open: (options?: PageOptions) => Promise<PageHarness>;
}

/** `test` with the built page in a real browser. */
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
  open: async ({ browser }, use) => {
    const opened: PageHarness[] = [];
    await use(async (options) => {
      const harness = await PageHarness.open(browser, options);
      opened.push(harness);
      return harness;
    });
    const faults = opened.flatMap((harness) => harness.faults);
    for (const harness of opened) await harness.close();
    expect(faults, 'errors on the page or violations of its policy').toEqual([]);
  },
});
