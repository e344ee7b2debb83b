import { expect } from 'vitest';
import { until } from '../support/vscode/index.ts';
import { test } from './editorTest.ts';

test('a query from a KQL file runs on the chosen source', async ({ workbench, results }) => {
  await workbench.openSample();
  await workbench.runQuery('AADServicePrincipalSignInLogs | summarize SignIns = count() by ServicePrincipalName | sort by SignIns desc');
  await results.waitForRows();
  expect(await results.column('SignIns')).not.toHaveLength(0);
  expect(await results.rowCount()).toBeGreaterThan(20);
});

test('of several queries the one at the cursor runs, and the code lens runs the one below it', async ({ workbench, results }) => {
  await workbench.runQuery('print upper = 1\n\nprint lower = 2');
  await results.header('upper').waitFor();
  await workbench.page.locator('.editor-group-container.active .codelens-decoration a', { hasText: /run query/i }).nth(1).click();
  await results.header('lower').waitFor();
  expect(await results.column('lower')).toEqual(['2']);
});

test('a selection runs alone', async ({ workbench, results }) => {
  await workbench.openQuery('print a = 1 | extend b = 2 | extend c = 3');
  await workbench.inHost((vscode) => {
    const editor = vscode.window.activeTextEditor;
    if (editor) editor.selection = new vscode.Selection(0, 0, 0, 'print a = 1 | extend b = 2'.length);
  });
  await workbench.execute('identityTrail.runSelection');
  await results.header('b').waitFor();
  expect(await results.header('c').count()).toBe(0);
});

test('a mistake in a query is told with its code, not swallowed, and is marked in the text', async ({ workbench, results }) => {
  await workbench.runQuery('AADServicePrincipalSignInLogs | where NoSuchColumn == 1');
  await results.frame.getByText(/NoSuchColumn/).first().waitFor();
  await workbench.page.locator('.editor-group-container.active .squiggly-error').first().waitFor();
});

test('a long query is cancelled from the page', async ({ workbench, results }) => {
  await workbench.runQuery('range a from 1 to 100000000 step 1 | extend k = 1 | join kind=inner (range b from 1 to 100000000 step 1 | extend k = 1) on k | summarize count()');
  await results.button(/cancel|stop/i).click();
  await results.cancelled.waitFor();
});

test('after a cancelled query the next one runs', async ({ workbench, results }) => {
  await workbench.runQuery('print answer = 42');
  await results.header('answer').waitFor();
  await results.waitForRows();
  expect(await results.column('answer')).toEqual(['42']);
});

test('a hover in the editor explains a code', async ({ workbench }) => {
  await workbench.closeEditors();
  await workbench.openQuery('AADServicePrincipalSignInLogs\n| where ResultType == "7000222"\n| project ServicePrincipalName');
  // The server colours the text once it knows it.
  await workbench.page.locator('.editor-group-container.active .codelens-decoration a').first().waitFor();
  await workbench.word('"7000222"').hover();
  await workbench.page.locator('.monaco-hover', { hasText: /expired/i }).first().waitFor();
});

test('a scenario\'s name completes to its whole query', async ({ workbench }) => {
  await workbench.openQuery('');
  await workbench.page.locator('.editor-group-container.active .monaco-editor').first().click();
  await workbench.page.keyboard.type('sp-arm', { delay: 30 });
  await workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: 'sp-arm' }).first().waitFor();
  await workbench.screenshot('query-snippet');
  await workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: 'sp-arm' }).first().click();
  await until(async () => /^let identity/m.test((await workbench.inHost((vscode) => vscode.window.activeTextEditor?.document.getText() ?? ''))), 'the snippet to be inserted');
});
