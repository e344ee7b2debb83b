import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { until } from '../support/vscode/index.ts';
import { test } from './editorTest.ts';
import { hostileNames, writeHostileLogs } from './hostileLogs.ts';

test('a folder of logs is added as a second source and switched to', async ({ workbench, folder }) => {
  await workbench.openSample();
  const logs = path.join(folder, 'hostile');
  mkdirSync(logs);
  await workbench.addLogs(writeHostileLogs(logs));
  await workbench.find('sources', /Sample tenant/);
  await workbench.find('sources', /hostile.*in use/);
  // The tables of the source that is no longer in use fold away.
  await until(async () => (await (await workbench.find('sources', /Sample tenant/)).getAttribute('aria-expanded')) === 'false', 'the tables of the sample to fold away');
  await workbench.row('identities', 'HYPERLINK').first().waitFor();
  expect(await workbench.row('identities', 'customs-api').count()).toBe(0);
});

test('its table is listed with its rows, and queried from there', async ({ workbench, results }) => {
  const table = await workbench.find('sources', /AADServicePrincipalSignInLogs\s*6 rows/);
  await table.hover();
  await table.locator('.action-label.codicon-search').click();
  await results.waitForRows();
  expect(await results.rowCount()).toBe(Object.keys(hostileNames).length);
  await workbench.closeEditors();
});

test('a query of the sign-ins fills the grid', async ({ workbench, results }) => {
  await workbench.runQuery('AADServicePrincipalSignInLogs | project TimeGenerated, ServicePrincipalName, IPAddress, UserAgent | sort by TimeGenerated asc');
  await results.header('UserAgent').waitFor();
  await results.waitForRows();
  expect(await results.rows.count()).toBe(Object.keys(hostileNames).length);
});

for (const [kind, name] of Object.entries(hostileNames)) {
  test(`a name with ${kind} is text in the tree and in the grid`, async ({ workbench, results }) => {
    const shown = name.slice(0, 40);
    await workbench.row('identities', shown).first().waitFor();
    expect(await workbench.view('identities').locator('img[src="x"]').count()).toBe(0);
    expect(await workbench.row('identities', shown).first().locator('.codicon-trash, a[href^="command:"]').count()).toBe(0);
    await results.frame.locator('.slick-cell', { hasText: shown }).first().waitFor();
    expect(await results.frame.locator('.slick-cell img, .slick-cell a, .slick-cell script').count()).toBe(0);
  });
}

test('in quick picks and dialogs the names are text too', async ({ workbench }) => {
  await workbench.inHost((vscode) => void vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup'));
  await workbench.execute('identityTrail.runScenarioWithParameters', 'sp-graph');
  for (const name of [hostileNames.html, hostileNames.commandLink, hostileNames.codicon]) await workbench.question.locator('.monaco-list-row', { hasText: name }).first().waitFor();
  expect(await workbench.question.locator('img[src="x"], .monaco-list-row .codicon-trash, a[href^="command:"]').count()).toBe(0);
  await workbench.page.keyboard.press('Escape');
});

test('a scenario finds exactly the identity whose name could break out of a query', async ({ workbench, results }) => {
  await workbench.inHost(async (vscode, name) => {
    await vscode.commands.executeCommand('identityTrail.runScenario', 'identity-overview', { identity: name });
  }, hostileNames.query);
  await results.waitForRows('Overview of an identity');
  const said = await results.frame.locator('.slick-row').allInnerTexts();
  expect(said.length).toBeGreaterThan(0);
  expect(said.join('\n')).toContain(hostileNames.query);
  expect(said.join('\n')).not.toContain('HYPERLINK');
});

test('an export to CSV holds no formula and keeps every name', async ({ workbench, results, folder }) => {
  await workbench.runQuery('AADServicePrincipalSignInLogs | project TimeGenerated, ServicePrincipalName, UserAgent');
  await results.waitForRows('Query');
  const target = path.join(folder, 'export.csv');
  await results.export('CSV');
  await workbench.choosePath(target);
  await until(() => existsSync(target), 'the exported file');
  const text = readFileSync(target, 'utf8');
  expect(text).toContain('HYPERLINK');
  // A field that a spreadsheet would evaluate begins with =, +, - or @; ours never does.
  expect(text).not.toMatch(/(^|,|\t)"?[=@+]/m);
  expect(text).toContain(hostileNames.long);
});

test('switching back to the sample brings its identities back', async ({ workbench }) => {
  await (await workbench.find('sources', /Sample tenant/)).click();
  await workbench.find('sources', /Sample tenant.*in use/);
  await workbench.row('identities', 'customs-api').first().waitFor();
});

test('a source is removed after a question, and its logs stay', async ({ workbench, folder }) => {
  const row = await workbench.find('sources', /hostile/);
  await row.hover();
  await row.locator('.action-label.codicon-close').click();
  await workbench.page.locator('.monaco-dialog-box').getByText(/Remove the source "hostile"/).waitFor();
  await workbench.screenshot('sources-remove');
  await workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Remove' }).click();
  await until(async () => (await workbench.row('sources', /hostile/).count()) === 0, 'the source to go');
  expect(existsSync(path.join(folder, 'hostile'))).toBe(true);
});

test('a folder that holds no logs is refused with a reason and a way on', async ({ workbench, folder }) => {
  const empty = path.join(folder, 'nothing');
  mkdirSync(empty);
  await workbench.addLogs(empty);
  await workbench.find('sources', /nothing.*could not be opened/);
  await workbench.view('identities').getByText('The source could not be opened.').waitFor();
  expect((await workbench.notifications()).join()).toMatch(/SRC\d+/);
});

test('a resource ID that the account does not list is refused as it is pasted', async ({ workbench }) => {
  await workbench.execute('identityTrail.addWorkspaceSource');
  await workbench.answer('/subscriptions/1/resourceGroups/2/providers/Microsoft.OperationalInsights/workspaces/3');
  await workbench.question.getByText('This resource ID is not in the list of your account').waitFor();
  await workbench.page.keyboard.press('Escape');
});
