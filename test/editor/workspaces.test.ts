import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { markers, rowLimit } from '../support/editorWorkspaces.ts';
import { until, type ResultsPage, type Workbench } from '../support/vscode/index.ts';
import { test } from './editorTest.ts';

const many = `range Id from 1 to 5000 step 1 | extend TimeGenerated = datetime(2026-03-01T10:00:00Z) + Id * 1s`;

async function signInsAsked(workbench: Workbench): Promise<readonly { readonly scopes: readonly string[]; readonly claims?: string }[]> {
  return workbench.inHost(() => JSON.parse(JSON.stringify((globalThis as { identityTrailAccount?: unknown }).identityTrailAccount ?? [])) as { scopes: string[]; claims?: string }[]);
}

/** Answers VS Code's own question whether the extension may sign in. */
async function allowSignIn(workbench: Workbench): Promise<void> {
  await workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Allow' }).click();
}

async function chooseFromSource(results: ResultsPage, action: RegExp): Promise<void> {
  await results.button(/^source$/i).click();
  await results.frame.getByRole('menuitem', { name: action }).click();
}

test('a workspace is chosen from the list, after a sign-in to another cloud', async ({ workbench }) => {
  await workbench.execute('identityTrail.addWorkspaceSource');
  await workbench.pick('Sign In Another Way');
  await workbench.pick('Cloud…');
  await workbench.pick('Azure US Government');
  await workbench.question.locator('.monaco-list-row', { hasText: 'Azure US Government' }).waitFor();
  await workbench.pick("VS Code's Microsoft account");
  await allowSignIn(workbench);
  await workbench.question.locator('.monaco-list-row', { hasText: 'contoso-archive' }).waitFor();
  await workbench.question.getByText('Contoso › Production').waitFor();
  await workbench.screenshot('workspaces-picker');
  await workbench.pick('contoso-logs');
  await allowSignIn(workbench);
  await workbench.openView('sources');
  await workbench.find('sources', /contoso-logs.*in use/);
  expect((await signInsAsked(workbench)).map(({ scopes }) => scopes[0])).toEqual(['https://management.azure.com/.default', 'https://api.loganalytics.io/.default']);
});

test('a scenario runs on it and ties sign-ins to what followed', async ({ workbench, results }) => {
  await workbench.runScenario('Service principal to Azure Resource Manager');
  await results.waitForRows('Service principal to Azure Resource Manager');
  expect(new Set(await results.column('Evidence')).size).toBeGreaterThan(0);
});

test('a query without a time filter is asked about first', async ({ workbench, results }) => {
  await workbench.runQuery('AuditLogs | summarize Records = count()');
  const dialog = workbench.page.locator('.monaco-dialog-box');
  await dialog.getByText(/has no time filter/).waitFor();
  await dialog.getByRole('button', { name: 'Run' }).click();
  await results.header('Records').waitFor();
  await results.waitForRows();
  await workbench.configure({ 'identityTrail.confirmDays': 0 });
});

test('its own error is shown where it stands in the query', async ({ workbench, results }) => {
  await workbench.runQuery('AuditLogs\n| where Nonsense == 1');
  await results.frame.locator('[role="status"]', { hasText: 'Failed' }).waitFor();
  const found = await workbench.inHost((vscode) => vscode.languages.getDiagnostics().flatMap(([, list]) => list.filter(({ source }) => source === 'Identity Trail run').map(({ range }) => [range.start.line, range.start.character])));
  const known = await workbench.inHost((vscode) => vscode.languages.getDiagnostics().flatMap(([, list]) => list.map(({ range, message }) => `${range.start.line}:${range.start.character} ${message}`)));
  // The language server may have told of the same place already.
  expect(found.length === 0 ? known.join('\n') : JSON.stringify(found)).toMatch(/\[1,8\]|1:8 .*Nonsense/);
});

test('a demand for a stronger sign-in leads to one question and one retry', async ({ workbench, results }) => {
  const before = (await signInsAsked(workbench)).length;
  await workbench.runQuery(`print Answer = 42, Wish = "${markers.strongerSignIn}"`);
  await allowSignIn(workbench);
  await results.header('Answer').waitFor();
  await results.waitForRows();
  const asked = (await signInsAsked(workbench)).slice(before);
  expect(asked.map(({ claims }) => claims)).toEqual(['{"access_token":{"acrs":{"essential":true,"value":"c1"}}}']);
});

test('a cut answer says so, and "fetch all" brings the rest, also after a break', async ({ workbench, results }) => {
  await workbench.runQuery(`${many} | extend Wish = "${markers.breaksOnce}"`);
  await results.frame.locator('[role="status"]', { hasText: /truncated at 2,000 rows/ }).waitFor();
  expect(await results.rowCount()).toBe(rowLimit);
  await workbench.screenshot('workspaces-truncated');
  await chooseFromSource(results, /^fetch all rows$/i);
  const dialog = workbench.page.locator('.monaco-dialog-box');
  await dialog.getByText(/Fetching broke off after [\d,]+ rows/).waitFor();
  await workbench.screenshot('workspaces-broken-off');
  await dialog.getByRole('button', { name: 'Go On' }).click();
  await results.frame.locator('[role="status"]', { hasText: /^\s*5,000 rows/ }).waitFor();
  const ids = await workbench.inHost(async (vscode) => {
    const api = (await vscode.extensions.getExtension('identity-trail.identity-trail')?.activate()) as { lastResult: () => { rows: readonly (readonly unknown[])[] } | undefined };
    return new Set(api.lastResult()?.rows.map(([id]) => id)).size;
  });
  expect(ids).toBe(5_000);
});

test('a time range narrows the query, and the page says which is in force', async ({ workbench, results }) => {
  await workbench.runQuery('AuditLogs | where TimeGenerated > ago(30d) | summarize Records = count()');
  await results.header('Records').waitFor();
  await results.waitForRows();
  await chooseFromSource(results, /time range/i);
  await workbench.pick('Last 7 days');
  await results.frame.locator('.run-facts', { hasText: 'last 7 days' }).waitFor();
  await results.frame.getByText(/Both the time range P7D and the query's own filter/).first().waitFor();
  await workbench.execute('identityTrail.chooseTimeRange');
  await workbench.pick('As each query says');
  await until(async () => !(await results.frame.locator('.run-facts').innerText()).includes('last 7 days'), 'the range to go');
});

test('a slow query says what it waits for and is cancelled', async ({ workbench, results }) => {
  await workbench.runQuery(`print Wish = "${markers.slow}"`);
  await results.frame.locator('[role="status"]', { hasText: /^\s*Running/ }).waitFor();
  await workbench.execute('identityTrail.cancelQuery');
  await results.cancelled.waitFor();
});

test('a local copy is kept, opens as a source, and gives the same rows', async ({ workbench, results, folder }) => {
  const copy = path.join(folder, 'copy');
  mkdirSync(copy);
  await workbench.runQuery('AADServicePrincipalSignInLogs | where TimeGenerated > datetime(2026-01-01) | project TimeGenerated, ServicePrincipalName, ResultType, Id');
  await results.header('ResultType').waitFor();
  await results.waitForRows();
  await chooseFromSource(results, /keep a local copy/i);
  await workbench.answer('AADServicePrincipalSignInLogs');
  await workbench.choosePath(copy);
  const toast = workbench.page.locator('.notification-toast', { hasText: /Kept [\d,]+ rows in 1 file/ });
  await toast.waitFor();
  expect(existsSync(path.join(copy, 'AADServicePrincipalSignInLogs.parquet'))).toBe(true);
  expect(readdirSync(copy).some((name) => name.endsWith('.provenance.json'))).toBe(true);
  await toast.getByRole('button', { name: 'Open as Source' }).click();
  await workbench.find('sources', /copy.*in use/);
  await chooseFromSource(results, /compare with another source/i);
  await workbench.pick('contoso-logs');
  await results.title.filter({ hasText: 'Differences' }).waitFor();
  await results.frame.locator('[role="status"]', { hasText: /^\s*0 rows/ }).waitFor();
  await workbench.screenshot('workspaces-compared');
});

test('a table is kept for a time range by its command', async ({ workbench, folder }) => {
  const copy = path.join(folder, 'tables');
  mkdirSync(copy);
  await (await workbench.find('sources', /contoso-logs/)).click();
  await workbench.find('sources', /contoso-logs.*in use/);
  await workbench.fromContextMenu(await workbench.find('sources', /^AuditLogs/), 'Keep a Local Copy…');
  await workbench.pick('Another range');
  await workbench.answer('2026-03-01/2026-03-10');
  await workbench.choosePath(copy);
  await workbench.page.locator('.notification-toast', { hasText: /Kept [\d,]+ rows in 1 file/ }).first().waitFor();
  expect(existsSync(path.join(copy, 'AuditLogs.parquet'))).toBe(true);
  await workbench.execute('identityTrail.keepCopy');
  await workbench.question.getByText('Tables to Keep').waitFor();
  await workbench.page.keyboard.press('Escape');
});

test('the actions of the Source menu are commands too', async ({ workbench, results }) => {
  await workbench.execute('identityTrail.keepResultCopy');
  await workbench.question.getByText('Name of the table that the copy becomes').waitFor();
  await workbench.page.keyboard.press('Escape');
  await workbench.execute('identityTrail.compareResult');
  await workbench.question.getByText('The same query runs on both').or(workbench.question.locator('.monaco-list-row').first()).first().waitFor();
  await workbench.page.keyboard.press('Escape');
  await workbench.runQuery(many);
  await results.frame.locator('[role="status"]', { hasText: /truncated at 2,000 rows/ }).waitFor();
  await workbench.execute('identityTrail.fetchAllRows');
  await results.frame.locator('[role="status"]', { hasText: /^\s*5,000 rows/ }).waitFor();
});

test('how to sign in is chosen on the source, and kept', async ({ workbench }) => {
  const before = (await signInsAsked(workbench)).length;
  await workbench.fromContextMenu(await workbench.find('sources', /contoso-logs.*in use/), 'Choose How to Sign In…');
  await workbench.pick('Tenant…');
  await workbench.answer('contoso.onmicrosoft.com');
  await workbench.pick("VS Code's Microsoft account");
  // For Log Analytics, then for the plans of the tables, which Azure Resource Manager knows.
  await until(async () => {
    await workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Allow' }).click({ timeout: 2_000 }).catch(() => undefined);
    return (await signInsAsked(workbench)).length >= before + 2;
  }, 'both sign-ins');
  const asked = (await signInsAsked(workbench)).slice(before);
  expect(asked.map(({ scopes }) => scopes)).toEqual([['https://api.loganalytics.io/.default', 'VSCODE_TENANT:contoso.onmicrosoft.com'], ['https://management.azure.com/.default', 'VSCODE_TENANT:contoso.onmicrosoft.com']]);
  await workbench.find('sources', /contoso-logs.*in use.*34 tables/);
  await workbench.execute('identityTrail.chooseSignIn');
  await workbench.question.locator('.monaco-list-row', { hasText: 'contoso.onmicrosoft.com' }).waitFor();
  await workbench.page.keyboard.press('Escape');
});

test('a proxy that does not answer is named, with a way to its setting', async ({ workbench, results }) => {
  await (await workbench.find('sources', /contoso-logs/)).click();
  await workbench.find('sources', /contoso-logs.*in use/);
  await workbench.configure({ 'http.proxy': 'http://127.0.0.1:9' });
  await workbench.runQuery('print 1');
  await results.frame.getByText(/setting http\.proxy/).first().waitFor();
  await workbench.page.locator('.notification-toast').getByRole('button', { name: 'Open Proxy Settings' }).first().waitFor();
  await workbench.configure({ 'http.proxy': '' });
  await workbench.runQuery('print Again = 1');
  await results.header('Again').waitFor();
  await results.waitForRows();
  await workbench.configure({ 'identityTrail.confirmDays': 90 });
});
