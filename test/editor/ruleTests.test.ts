import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { until, type Workbench } from '../support/vscode/index.ts';
import { test } from './editorTest.ts';

const rule = `id: 0f1c5a1e-5b1a-4a6e-9d1c-2f4c1a7b9e01
name: Failed sign-ins
kind: Scheduled
severity: Medium
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
query: |
  AADServicePrincipalSignInLogs
  | where ResultType != "0" and AppId != "known"
  | where IPAddress startswith "192."
`;
const tests = `tests:
  - name: a failure alerts
    at: 2026-03-01T12:00:00Z
    tables: { AADServicePrincipalSignInLogs: [{ TimeGenerated: -5m, ResultType: "7000222", IPAddress: 192.0.2.1 }] }
    expect: alert
  - name: a success is expected to
    at: 2026-03-01T12:00:00Z
    tables: { AADServicePrincipalSignInLogs: [{ TimeGenerated: -5m, ResultType: "0", AppId: app-1 }] }
    expect:
      rows:
        - { AppId: app-1 }
`;

async function show(workbench: Workbench, file: string): Promise<void> {
  await workbench.inHost(async (vscode, name) => {
    await vscode.window.showTextDocument(vscode.Uri.file(name), { viewColumn: vscode.ViewColumn.One, preview: false });
  }, file);
}

const editorText = (workbench: Workbench): Promise<string> => workbench.inHost((vscode) => vscode.window.activeTextEditor?.document.getText() ?? '');

test('each test of a rule has its place in the text, with a button to run it, and other tools\' files have none', async ({ workbench, folder }) => {
  mkdirSync(path.join(folder, 'rules'));
  writeFileSync(path.join(folder, 'rules', 'failed.yaml'), rule);
  writeFileSync(path.join(folder, 'rules', 'failed.test.yaml'), tests);
  writeFileSync(path.join(folder, 'rules', 'lonely.yaml'), rule.replace('Failed sign-ins', 'No test yet').replace('9e01', '9e02'));
  writeFileSync(path.join(folder, 'chart.test.yaml'), 'suite: a chart\ntests:\n  - it: renders\n    asserts: []\n');
  await show(workbench, path.join(folder, 'rules', 'failed.test.yaml'));
  const buttons = workbench.page.locator('.editor-group-container.active .testing-run-glyph');
  await until(async () => (await buttons.count()) === 2, 'a button beside each test');
  const lineOf = async (glyph: Locator): Promise<number> => Math.round((await glyph.boundingBox())?.y ?? -1);
  const first = await workbench.page.locator('.editor-group-container.active .view-line', { hasText: 'a failure alerts' }).boundingBox();
  expect(Math.abs((await lineOf(buttons.first())) - (first?.y ?? -100))).toBeLessThan(8);
  await show(workbench, path.join(folder, 'chart.test.yaml'));
  expect(await buttons.count()).toBe(0);
});

const glyphs = (workbench: Workbench, state: 'passed' | 'failed'): Locator => workbench.page.locator(`.editor-group-container.active .testing-run-glyph.codicon-testing-${state}-icon`);

test('Run beside a test runs that one, Run All both; the failure says what was expected and where the row was lost', async ({ workbench, folder }) => {
  await show(workbench, path.join(folder, 'rules', 'failed.test.yaml'));
  await workbench.page.locator('.editor-group-container.active .testing-run-glyph').first().click();
  await glyphs(workbench, 'passed').first().waitFor();
  expect(await glyphs(workbench, 'failed').count()).toBe(0);
  await workbench.execute('testing.runAll');
  await glyphs(workbench, 'failed').first().waitFor();
  expect(await glyphs(workbench, 'passed').count()).toBe(1);
  const message = workbench.page.locator('.test-output-peek-message-container').first();
  await until(async () => {
    if (!(await message.isVisible())) await workbench.execute('testing.goToNextMessage');
    return /app-1[\s\S]*ResultType/.test((await message.textContent()) ?? '');
  }, 'the row that was expected and the step that lost it');
  await workbench.screenshot('rule-tests-failure');
  await workbench.page.keyboard.press('Escape');
});

test('Debug shows the rows after each step of the query', async ({ workbench }) => {
  await workbench.execute('testing.debugAll');
  await until(async () => /rows after each step[\s\S]*\| where ResultType != "0"[\s\S]*7000222/.test(await editorText(workbench)), 'the document with the rows');
  await workbench.screenshot('rule-tests-steps');
});

test('coverage says which branches and which rules no test exercises', async ({ workbench, folder }) => {
  await show(workbench, path.join(folder, 'rules', 'failed.yaml'));
  await workbench.execute('testing.coverageAll');
  await workbench.page.locator('.monaco-list-row', { hasText: 'lonely.yaml' }).locator('.test-coverage-bars').first().waitFor();
  await workbench.page.locator('.editor-group-container.active .coverage-deco-gutter').first().waitFor();
  await workbench.screenshot('rule-tests-coverage');
});

test('a continuous run runs what an edit of the rule concerns', async ({ workbench, folder }) => {
  await show(workbench, path.join(folder, 'rules', 'failed.test.yaml'));
  await workbench.execute('testing.startContinuousRun');
  await until(async () => {
    if (await workbench.question.isVisible()) await workbench.page.keyboard.press('Enter');
    // Each write is a change of its own, until the run that watches has begun.
    writeFileSync(path.join(folder, 'rules', 'failed.yaml'), rule.replace('ResultType != "0" and ', '').replace('  | where IPAddress startswith "192."\n', ''));
    await glyphs(workbench, 'failed').first().waitFor({ state: 'hidden', timeout: 2_000 }).catch(() => undefined);
    return (await glyphs(workbench, 'passed').count()) === 2;
  }, 'the edited rule to pass its test', 90_000);
  await workbench.execute('testing.stopContinuousRun');
});
