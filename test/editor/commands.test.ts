import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { until, type Workbench } from '../support/vscode/index.ts';
import { test } from './editorTest.ts';
import { hostileNames, writeHostileLogs } from './hostileLogs.ts';

const pipeline = 'deploy-pipeline-prod';

/** The text of the active editor once it matches. */
async function activeText(workbench: Workbench, pattern: RegExp): Promise<string> {
  const read = (): Promise<string> => workbench.inHost((vscode) => vscode.window.activeTextEditor?.document.getText() ?? '');
  await until(async () => pattern.test(await read()), `an editor with ${pattern}`);
  return read();
}

/** What a command leaves on the clipboard; the clipboard holds something else before it. */
async function copiedBy(workbench: Workbench, command: string): Promise<string> {
  await workbench.inHost(async (vscode) => vscode.env.clipboard.writeText('before'));
  await workbench.execute(command);
  await until(async () => (await workbench.clipboard()) !== 'before', `${command} to copy`);
  return workbench.clipboard();
}

test('the IDs of the chosen identity are copied by their commands', async ({ workbench }) => {
  await workbench.openSample();
  await workbench.execute('identityTrail.filterIdentities', 'github-deploy-web');
  await (await workbench.find('identities', 'github-deploy-web')).click();
  expect(await copiedBy(workbench, 'identityTrail.copyApplicationObjectId')).toMatch(/^b03f9ccb-/);
  await workbench.execute('identityTrail.filterIdentities', pipeline);
  await (await workbench.find('identities', pipeline)).click();
  expect(await copiedBy(workbench, 'identityTrail.copyServicePrincipalObjectId')).toMatch(/^8c02251f-/);
  await (await workbench.find('identities', 'Application ID')).click();
  expect(await copiedBy(workbench, 'identityTrail.copyDetail')).toMatch(/^d86ee27b-/);
});

test('an identity without an application object ID is told so', async ({ workbench }) => {
  await (await workbench.find('identities', pipeline)).click();
  await workbench.execute('identityTrail.copyApplicationObjectId');
  await until(async () => (await workbench.notifications()).some((text) => text.includes('no application object ID to copy')), 'the message');
});

test('a failure is explained by its command', async ({ workbench }) => {
  await workbench.execute('identityTrail.filterIdentities', 'report-export-bot');
  await (await workbench.find('identities', 'report-export-bot')).click();
  await (await workbench.find('identities', 'Failures by code')).click();
  await (await workbench.find('identities', '7000222')).click();
  const explained = workbench.page.locator('.monaco-dialog-box').getByText(/expired/i).first();
  // The command works on the selection, of which the extension hears a moment after the click.
  await until(async () => {
    await workbench.execute('identityTrail.explainFailure');
    return explained.waitFor({ timeout: 2_000 }).then(() => true, () => false);
  }, 'the explanation');
  await workbench.page.keyboard.press('Escape');
  await workbench.page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
});

test('a scenario is chosen for an identity that is asked for', async ({ workbench, results }) => {
  await workbench.execute('identityTrail.clearIdentityFilter');
  await workbench.execute('identityTrail.runScenarioForIdentity', null);
  await workbench.search(pipeline);
  await workbench.pick('Overview of an identity');
  await results.waitForRows(/Overview of an identity/);
  await workbench.closeEditors();
});

test('the results come back after they were closed', async ({ workbench, results }) => {
  await workbench.execute('identityTrail.showResults');
  await results.title.first().waitFor();
  await workbench.closeEditors();
});

test('a new query names its source; a scenario opens as KQL', async ({ workbench }) => {
  await workbench.execute('identityTrail.newQuery');
  expect(await activeText(workbench, /\S/)).toMatch(/sample/i);
  await workbench.execute('identityTrail.openScenarioQuery', 'sp-arm');
  await activeText(workbench, /let lookback/);
  await workbench.closeEditors();
});

test('the query at the cursor is explained step by step, and made into a rule', async ({ workbench }) => {
  await workbench.openQuery('AADServicePrincipalSignInLogs\n| where TimeGenerated > ago(1d)\n| summarize Failures = count() by ServicePrincipalId');
  await workbench.execute('identityTrail.explainQuery');
  expect(await activeText(workbench, /summarize/)).toMatch(/where/);
  await workbench.closeEditors();
  await workbench.openQuery('AADServicePrincipalSignInLogs\n| where ResultType == "7000222"\n| project TimeGenerated, ServicePrincipalId');
  await workbench.execute('identityTrail.makeRuleOfQuery');
  expect(await activeText(workbench, /^kind: Scheduled/m)).toMatch(/7000222/);
  await workbench.closeEditors();
});

test('the code of a diagnostic leads to its heading in the documentation of lints', async ({ workbench }) => {
  await workbench.openQuery('SigninLogs | where TimeGenerated > ago(1d) and ResultType == 50126');
  const read = (): Promise<string> => workbench.inHost((vscode) => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return (uri ? vscode.languages.getDiagnostics(uri) : []).map(({ code }) => (typeof code === 'object' ? `${String(code.value)} ${code.target.toString(true)}` : '')).join('\n');
  });
  const link = 'IT001 command:identityTrail.openLintHelp?["docs/lints.md","it001"]';
  await until(async () => (await read()).includes(link), link);
  await workbench.execute('identityTrail.openLintHelp', 'docs/lints.md', 'it001');
  await until(() => workbench.inHost((vscode) => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('lints.md') === true), 'the preview of docs/lints.md');
  await workbench.closeEditors();
});

test('what is selected in any text is explained', async ({ workbench }) => {
  await workbench.inHost(async (vscode) => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'sign-in failed with AADSTS7000222 at 10:00' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 20, 0, 33);
  });
  await workbench.execute('identityTrail.explainSelection');
  await workbench.page.locator('.monaco-dialog-box').getByText(/7000222/).first().waitFor();
  await workbench.page.keyboard.press('Escape');
  await workbench.closeEditors();
});

test('a running query is cancelled by its command', async ({ workbench, results }) => {
  await workbench.runQuery('range a from 1 to 100000000 step 1 | extend k = 1 | join kind=inner (range b from 1 to 100000000 step 1 | extend k = 1) on k | summarize count()');
  await results.button(/cancel|stop/i).waitFor();
  await workbench.execute('identityTrail.cancelQuery');
  await results.cancelled.waitFor();
  await workbench.closeEditors();
});

test('a folder is opened from the explorer; a query is sent to the sample all the same', async ({ workbench, results, folder }) => {
  const logs = path.join(folder, 'hostile');
  mkdirSync(logs);
  writeHostileLogs(logs);
  await workbench.inHost((vscode, target) => void vscode.commands.executeCommand('identityTrail.addResourceAsSource', vscode.Uri.file(target)), logs);
  await workbench.find('sources', /hostile.*in use/);
  await workbench.openQuery(`AADServicePrincipalSignInLogs | where ServicePrincipalName == "${pipeline}" | summarize SignIns = count()`);
  await workbench.execute('identityTrail.runQueryOnSample');
  await workbench.find('sources', /Sample tenant.*in use/);
  await results.header('SignIns').waitFor();
  await expect.poll(() => results.column('SignIns'), { timeout: 60_000 }).toEqual(['4']);
  await workbench.closeEditors();
});

test('the source is switched from a list, and used from its row', async ({ workbench }) => {
  await workbench.execute('identityTrail.switchSource');
  await workbench.pick(/hostile/);
  await workbench.find('sources', /hostile.*in use/);
  await workbench.execute('identityTrail.useSource');
  await workbench.pick(/Sample tenant/);
  await workbench.find('sources', /Sample tenant.*in use/);
});

test('a source loaded again has what was written to it since', async ({ workbench, folder }) => {
  await workbench.execute('identityTrail.switchSource');
  await workbench.pick(/hostile/);
  await workbench.find('sources', /hostile.*in use/);
  const before = Object.keys(hostileNames).length;
  await workbench.find('sources', new RegExp(`AADServicePrincipalSignInLogs\\s*${before} rows`));
  const file = path.join(folder, 'hostile', 'insights-logs-serviceprincipalsigninlogs', 'PT1H.json');
  mkdirSync(path.join(folder, 'hostile', 'later'));
  const [line] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(path.join(folder, 'hostile', 'later', 'PT1H.json'), `${line}\nno log line\n`);
  await workbench.execute('identityTrail.reloadSource');
  await workbench.find('sources', new RegExp(`AADServicePrincipalSignInLogs\\s*${before + 1} rows`));
});

test('the import report names the record that was left out, with its file and line', async ({ workbench }) => {
  await workbench.execute('identityTrail.showImportReport');
  expect(await activeText(workbench, /PT1H\.json/)).toMatch(/later[/\\]PT1H\.json.*2/);
  await workbench.closeEditors();
});

test('a table is queried and its name copied from its row', async ({ workbench, results }) => {
  const table = await workbench.find('sources', /AADServicePrincipalSignInLogs/);
  await workbench.fromContextMenu(table, 'Copy Table Name');
  await until(async () => (await workbench.clipboard()) === 'AADServicePrincipalSignInLogs', 'the name on the clipboard');
  await workbench.fromContextMenu(table, 'Query This Table');
  await results.waitForRows();
  await workbench.closeEditors();
});

test('refreshing reads the identities anew', async ({ workbench }) => {
  await workbench.execute('identityTrail.refreshIdentities');
  await workbench.row('identities', 'HYPERLINK').first().waitFor();
});

test('a single file is added through the file dialog', async ({ workbench, folder }) => {
  await workbench.execute('identityTrail.addLocalFile');
  await workbench.choosePath(path.join(folder, 'hostile', 'later', 'PT1H.json'));
  await workbench.find('sources', /PT1H\.json.*in use/);
});

test('a source is removed by its command after a question', async ({ workbench }) => {
  await workbench.execute('identityTrail.removeSource');
  await workbench.pick(/PT1H\.json/);
  await workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Remove' }).click();
  await until(async () => (await workbench.row('sources', /PT1H\.json/).count()) === 0, 'the source to go');
});

test('the log opens in the output panel', async ({ workbench }) => {
  await workbench.execute('identityTrail.showLog');
  await workbench.page.locator('.panel .output-view, .part.panel .pane-body.output-view').first().waitFor();
  await workbench.execute('workbench.action.closePanel');
});
