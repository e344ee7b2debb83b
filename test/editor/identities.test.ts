import { expect } from 'vitest';
import { until } from '../support/vscode/index.ts';
import { test } from './editorTest.ts';

const pipelineId = '8c02251f-3a19-';

test('an empty view says what to do, and its button opens the sample', async ({ workbench }) => {
  await workbench.openView('identities');
  const welcome = workbench.view('identities').locator('.welcome-view');
  await welcome.getByText('Service principals and managed identities appear here').waitFor();
  await workbench.screenshot('identities-welcome');
  await welcome.getByRole('button', { name: 'Open the Sample Tenant' }).click();
  await workbench.row('identities', 'Service principals').first().waitFor();
});

test('the tree parts service principals from system- and user-assigned managed identities', async ({ workbench }) => {
  for (const group of ['Managed identities', 'System-assigned', 'User-assigned']) await workbench.find('identities', group);
  await workbench.find('identities', 'vm-backup-01');
});

test('an identity shows its three IDs, each under its own name, and what it signs in to', async ({ workbench }) => {
  await workbench.execute('identityTrail.filterIdentities', 'deploy-pipeline');
  await until(async () => (await workbench.row('identities', /-sync/).count()) === 0, 'the filter to hide the others');
  await (await workbench.find('identities', 'deploy-pipeline-prod')).click();
  for (const name of ['Application ID', 'Service principal object ID', 'Application object ID', 'Resources', 'Addresses', 'Credentials']) {
    await workbench.row('identities', name).first().waitFor();
  }
  await workbench.view('identities').getByText(/1 of 43 identities match/).waitFor();
});

test('an ID is copied with the button of its row', async ({ workbench }) => {
  const row = await workbench.find('identities', 'Service principal object ID');
  await row.hover();
  await row.locator('.action-label.codicon-copy').click();
  await until(async () => (await workbench.clipboard()).startsWith(pipelineId), 'the object ID on the clipboard');
});

test('each of the other IDs is copied by its command', async ({ workbench }) => {
  await (await workbench.find('identities', 'deploy-pipeline-prod')).click();
  const copied = async (command: string): Promise<string> => {
    const before = await workbench.clipboard();
    await workbench.execute(command);
    await until(async () => (await workbench.clipboard()) !== before, `${command} to copy`);
    return workbench.clipboard();
  };
  expect(await copied('identityTrail.copyApplicationId')).toMatch(/^d86ee27b-d8/);
  expect(await copied('identityTrail.copyIdentityName')).toBe('deploy-pipeline-prod');
});

test('a scenario runs for the identity from its row, and asks about that identity only', async ({ workbench, results }) => {
  const row = await workbench.find('identities', 'deploy-pipeline-prod');
  await row.hover();
  await row.locator('.action-label.codicon-play').click();
  await workbench.pick('Service principal to Azure Resource Manager');
  await results.waitForRows(pipelineId);
  expect(new Set(await results.column('Identity'))).toEqual(new Set(['deploy-pipeline-prod']));
  await workbench.execute('identityTrail.clearIdentityFilter');
});

test('sorting by failures puts the most failing identity first', async ({ workbench }) => {
  await workbench.execute('identityTrail.sortIdentities');
  await workbench.pick('Failures, most first');
  await until(async () => (await workbench.rowTexts('identities'))[1]?.startsWith('report-export-bot') === true, 'report-export-bot to come first');
});

test('a failure is explained: its code has a name, and a dialog tells what it means', async ({ workbench }) => {
  await workbench.execute('identityTrail.filterIdentities', 'report-export-bot');
  await (await workbench.find('identities', 'report-export-bot')).click();
  await (await workbench.find('identities', 'Failures by code')).click();
  const failure = await workbench.find('identities', '7000222');
  await failure.hover();
  await failure.locator('.action-label.codicon-question').click();
  const dialog = workbench.page.locator('.monaco-dialog-box');
  await dialog.getByText(/expired/i).first().waitFor();
  await workbench.screenshot('identities-explanation');
  await workbench.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('an identity that two names share is told apart by its object ID', async ({ workbench }) => {
  await workbench.execute('identityTrail.filterIdentities', 'build-agent');
  await until(async () => (await workbench.rowTexts('identities')).filter((text) => text.startsWith('build-agent')).length === 2, 'both build-agents');
  const labels = (await workbench.rowTexts('identities')).filter((text) => text.startsWith('build-agent'));
  expect(new Set(labels).size).toBe(2);
});

test('the walkthrough opens with all its steps', async ({ workbench }) => {
  await workbench.execute('identityTrail.openWalkthrough');
  const steps = workbench.page.locator('.getting-started-step');
  await expect.poll(() => steps.count(), { timeout: 60_000 }).toBe(5);
  await workbench.page.locator('.getting-started-step', { hasText: 'Run a scenario' }).click();
});
