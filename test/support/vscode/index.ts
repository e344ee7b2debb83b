/**
 * A real VS Code for tests: code-server with the VSIX installed as a user would, driven in Chromium.
 *
 * In a test (test/editor/*.test.ts) import `test` from `./editorTest.ts`; the tests of a file share one window:
 *
 *   test('runs a scenario from the tree', async ({ workbench, results }) => {
 *     await workbench.openSample();
 *     await workbench.runScenario('Service principal to Azure Resource Manager');
 *     await results.waitForRows();
 *   });
 *
 * To look at the extension by hand while writing it: `node test/editor/explore.mjs` (see there).
 */
export { launchBrowser } from './browser.ts';
export { buildCompanion, packCompanion } from './companionPackage.ts';
export { ResultsPage } from './resultsPage.ts';
export { patience, until, Workbench } from './workbench.ts';
