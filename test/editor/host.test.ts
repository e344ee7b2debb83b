import { existsSync, readFileSync } from 'node:fs';
import { expect, inject } from 'vitest';
import type { CaseResult } from './host/caseResult.ts';
import { test } from './editorTest.ts';
import { until } from '../support/vscode/index.ts';

/** The suite of test/editor/host runs inside the extension host; here its report is read. */
test('the suite inside the extension host passes', async ({ workbench }) => {
  const { reportFile } = inject('editorRun');
  await workbench.execute('identityTrailCompanion.runSuite');
  await until(() => existsSync(reportFile), 'the report of the in-host suite', 170_000);
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as readonly CaseResult[];
  for (const { name, note } of report) if (note !== undefined) console.log(`in host: ${name}: ${note}`);
  expect(report.filter(({ error }) => error !== undefined)).toEqual([]);
  expect(report.length).toBeGreaterThan(0);
}, 180_000);
