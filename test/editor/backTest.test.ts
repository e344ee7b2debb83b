import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { root } from '../../src/build/processes.mjs';
import { until } from '../support/vscode/index.ts';
import { test } from './editorTest.ts';

const pack = path.join(root, 'src', 'rules', 'pack');

test('a rule is run over the history of the sample from its code lens', async ({ workbench, results, folder }) => {
  const file = path.join(folder, 'failed.yaml');
  copyFileSync(path.join(pack, 'failed-sign-ins-with-expired-or-wrong-key.yaml'), file);
  await workbench.openSample();
  await workbench.inHost(async (vscode, where) => {
    await vscode.window.showTextDocument(vscode.Uri.file(where), { viewColumn: vscode.ViewColumn.One });
  }, file);
  await workbench.page.locator('.codelens-decoration a', { hasText: 'Back-test' }).first().click();
  await results.title.filter({ hasText: /^Back-test: / }).waitFor();
  await results.frame.getByText(/\d+ alerts? in \d+ runs/).first().waitFor();
  await results.waitForRows();
  expect(await results.rowCount()).toBeGreaterThan(5);
  await results.frame.locator('.chart-figure, .chart-pane, [class*="chart"] svg').first().waitFor();
  await workbench.screenshot('back-test');
});

test('an edit is compared with the saved file, by its command', async ({ workbench, results, folder }) => {
  await workbench.inHost(async (vscode, where) => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(where));
    const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    const at = document.getText().indexOf('triggerThreshold:');
    const line = document.positionAt(at).line;
    await editor.edit((edit) => edit.replace(document.lineAt(line).range, 'triggerThreshold: 100000'));
  }, path.join(folder, 'failed.yaml'));
  await workbench.execute('identityTrail.backTestRule');
  await results.header('Before').waitFor();
  await results.frame.getByText(/Compared with the saved file/).first().waitFor();
  expect(new Set(await results.column('Alerts'))).toEqual(new Set(['0']));
  await workbench.screenshot('back-test-compared');
});

test('a rule becomes a template, and the template rules', async ({ workbench, folder }) => {
  const file = path.join(folder, 'template.json');
  const yaml = path.join(folder, 'plain.yaml');
  writeFileSync(yaml, readFileSync(path.join(pack, 'failed-sign-ins-with-expired-or-wrong-key.yaml')));
  await workbench.inHost(async (vscode, where) => {
    await vscode.window.showTextDocument(vscode.Uri.file(where), { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('identityTrail.convertRule');
  }, yaml);
  const shown = () => workbench.inHost((vscode) => ({ language: vscode.window.activeTextEditor?.document.languageId ?? '', text: vscode.window.activeTextEditor?.document.getText() ?? '' }));
  await until(async () => (await shown()).language === 'json', 'the template');
  const template = (await shown()).text;
  expect(template).toContain('Microsoft.OperationalInsights/workspaces/providers/alertRules');
  writeFileSync(file, template);
  await workbench.inHost(async (vscode, where) => {
    await vscode.window.showTextDocument(vscode.Uri.file(where), { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('identityTrail.convertRule');
  }, file);
  await until(async () => (await shown()).language === 'yaml', 'the rule');
  expect((await shown()).text).toMatch(/^id: /);
});
