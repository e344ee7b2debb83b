import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { until } from '../support/vscode/index.ts';
import { test } from './editorTest.ts';

const armScenario = 'Service principal to Azure Resource Manager';

test('a scenario runs from the tree and the grid shows its rows', async ({ workbench, results }) => {
  await workbench.openSample();
  await workbench.runScenario(armScenario);
  await results.waitForRows(armScenario);
  expect(await results.rowCount()).toBeGreaterThan(300);
  expect((await results.column('Identity')).length).toBeGreaterThan(10);
});

test('the pipeline\'s four sign-ins are there: one followed by operations, three by nothing', async ({ results }) => {
  await results.filter('Identity', 'deploy-pipeline-prod');
  await expect.poll(async () => new Set(await results.column('Identity'))).toEqual(new Set(['deploy-pipeline-prod']));
  await results.waitForRows();
  expect(await results.status()).toMatch(/^9 of [\d,]+ rows, filtered/);
  expect(new Set(await results.column('SignInTime')).size).toBe(4);
});

test('a click on a header sorts, a second one the other way', async ({ results }) => {
  await results.sortBy('SignInTime');
  const once = await results.column('SignInTime');
  await results.sortBy('SignInTime');
  await expect.poll(() => results.column('SignInTime')).not.toEqual(once);
  expect([...once].sort()).toEqual(once);
  expect([...(await results.column('SignInTime'))].reverse()).toEqual([...once].sort());
});

test('the timeline draws the sign-ins with and without activity, and a mark selects its rows', async ({ results }) => {
  await results.marks.first().waitFor();
  const said = await results.marks.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''));
  expect(said.filter((text) => /nothing followed|unexplained/i.test(text))).toHaveLength(3);
  // Two sign-ins half a minute apart lie on one another at this zoom; the last mark stands alone.
  await results.marks.last().click();
  await expect.poll(() => results.frame.locator('.slick-cell.selected').count()).toBeGreaterThan(0);
});

test('selected cells are copied as text', async ({ workbench, results }) => {
  await results.pressInGrid('Control+c');
  await until(async () => /^2026-03-12/.test(await workbench.clipboard()), 'the cell on the clipboard');
});

test('the view is exported as JSON: the filtered rows and nothing else', async ({ workbench, results, folder }) => {
  const target = path.join(folder, 'pipeline.json');
  await results.export('JSON');
  await workbench.choosePath(target);
  await until(() => existsSync(target), 'the exported file');
  const rows = JSON.parse(readFileSync(target, 'utf8')) as readonly Readonly<Record<string, unknown>>[];
  expect(rows).toHaveLength(9);
  expect(rows.map((row) => row['Evidence']).filter((evidence) => evidence === 'none')).toHaveLength(3);
  expect(new Set(rows.map((row) => row['Identity']))).toEqual(new Set(['deploy-pipeline-prod']));
});

test('the KQL of the run opens as a document, its parameters in the first lines', async ({ workbench, results }) => {
  await results.button(/^Query$/).click();
  await results.button(/open/i).click();
  await workbench.page.locator('.editor-group-container.active .view-line', { hasText: 'let lookback' }).first().waitFor();
  await workbench.closeEditors();
});

test('parameters are typed in: a wrong one is refused, a right one reaches the query', async ({ workbench, results }) => {
  await workbench.execute('identityTrail.runScenarioWithParameters', 'sp-failed-signins');
  await workbench.pick('Every identity');
  await workbench.question.getByText('(2/4)').waitFor();
  await workbench.answer('many days');
  await workbench.question.getByText('This takes a time span').waitFor();
  await workbench.screenshot('scenario-parameter-refused');
  await workbench.answer('14d');
  await workbench.question.getByText('(3/4)').waitFor();
  await workbench.answer('7000222');
  await workbench.question.getByText('(4/4)').waitFor();
  await workbench.answer('1');
  await results.waitForRows('Failed service principal sign-ins');
  expect(new Set(await results.column('ResultType'))).toEqual(new Set(['7000222']));
});

test('a value of a result is investigated: found in every table of the source', async ({ workbench, results }) => {
  await workbench.runQuery('AADServicePrincipalSignInLogs | where ServicePrincipalName == "deploy-pipeline-prod" | project ServicePrincipalId | take 1');
  await results.waitForRows('Query');
  await results.rows.first().locator('.slick-cell').first().click({ button: 'right' });
  await results.frame.getByRole('menuitem', { name: /^Investigate/ }).click();
  await workbench.screenshot('scenario-investigate');
  await workbench.pick('Find it in every table');
  await results.waitForRows('Records with');
  expect(await results.column('Table')).toEqual(expect.arrayContaining(['AADServicePrincipalSignInLogs', 'AzureActivity']));
});
