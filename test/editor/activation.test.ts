import { expect, inject } from 'vitest';
import { Workbench } from '../support/vscode/index.ts';
import { test } from './editorTest.ts';

const budget = 100;

test('activation takes less than 100 ms', async ({ workbench, browser, folder }) => {
  const { url, portFile } = inject('editorRun');
  const times = [await activationTime(workbench)];
  // Other work on the machine adds to a time, never takes from it: what one window of a few needs is what activation needs.
  while (Math.min(...times) >= budget && times.length < 4) {
    const another = await Workbench.open(browser, url, folder, portFile);
    times.push(await activationTime(another));
    await another.close();
  }
  console.log(`activation in the extension host: ${times.join(', ')} ms`);
  expect(Math.min(...times)).toBeLessThan(budget);
});

/** VS Code's own list of running extensions tells how long loading the code and `activate` took together, in milliseconds. */
async function activationTime(workbench: Workbench): Promise<number> {
  await workbench.openView('identities');
  // The list draws only what is in sight: a tall window has all of it in sight.
  await workbench.page.setViewportSize({ width: 1400, height: 2400 });
  await workbench.execute('workbench.action.showRuntimeExtensions');
  const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row[aria-label="identity-trail"]');
  await row.waitFor();
  return Number(/(\d+)\s*ms/.exec(await row.locator('.activation-time').innerText())?.[1]);
}
