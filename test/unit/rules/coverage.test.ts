import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableSchema } from '../../../src/base/index.ts';
import { createKqlLanguage } from '../../../src/kql/index.ts';
import { tables } from '../../../src/reference/index.ts';
import { QueryCoverage, readRuleTests, readYamlRules, ruleDefinition, runTest, stagesOf, type StepCoverage } from '../../../src/rules/index.ts';
import { openRuleDatabase, type TestRuleDatabase } from '../../support/ruleDatabase.ts';

let database: TestRuleDatabase;
beforeAll(async () => {
  database = await openRuleDatabase();
});
afterAll(() => database.close());

const kql = createKqlLanguage();
const analyze = (query: string, known: readonly TableSchema[]) => kql.analyze(query, { tables: known });

/** What tests with these rows, one test for each element, reach of a query. */
async function cover(query: string, rows: readonly string[], content = '', files: Readonly<Record<string, string>> = {}): Promise<readonly StepCoverage[]> {
  const rule = ['id: 0f1c5a1e-5b1a-4a6e-9d1c-2f4c1a7b9e01', 'name: n', 'kind: Scheduled', 'queryFrequency: 1h', 'queryPeriod: 1h', 'triggerOperator: gt', 'triggerThreshold: 0', 'query: |', ...query.split('\n').map((line) => `  ${line}`), ''].join('\n');
  const definition = ruleDefinition(readYamlRules(rule).rules[0]!);
  const { tests, problems } = readRuleTests(`tests:\n${rows.map((row, index) => `  - name: test ${String(index)}\n    at: 2026-03-01T12:00:00Z\n${content}    tables: { AADServicePrincipalSignInLogs: [${row}] }\n    expect: none\n`).join('')}`);
  expect(problems).toEqual([]);
  const coverage = new QueryCoverage(stagesOf(definition.query, analyze(definition.query, tables)));
  for (const test of tests) await runTest(definition, test, { database, schemas: tables, analyze, readFile: (file) => Promise.resolve(files[file] ?? '') }, { coverage });
  return coverage.steps;
}

const shown = (steps: readonly StepCoverage[]) => steps.map(({ label, reached, branches }) => [label, reached, ...branches.map((branch) => [`${branch.label}:`, ...(branch.met ? ['met'] : []), ...(branch.unmet ? ['unmet'] : [])].join(' '))]);
const query = 'AADServicePrincipalSignInLogs\n| where ResultType != "0" and (IPAddress == "192.0.2.1" or Location == "DE")\n| where AppId == "a"';

describe('coverage of a rule', () => {
  it('has no step reached where there is no row', async () => {
    expect(shown(await cover(query, ['']))).toEqual([
      ['AADServicePrincipalSignInLogs', false],
      [expect.stringMatching(/^where ResultType/), false, expect.stringMatching(/:$/), 'ResultType != "0":', 'IPAddress == "192.0.2.1":', 'Location == "DE":'],
      ['where AppId == "a"', false, 'AppId == "a":'],
    ]);
  });

  it('tells the branches of a predicate apart, over all tests', async () => {
    const one = '{ TimeGenerated: -1m, ResultType: "1", IPAddress: 192.0.2.1, AppId: b }';
    expect(shown(await cover(query, [one])).slice(1)).toEqual([
      [expect.stringMatching(/^where ResultType/), true, expect.stringMatching(/: met$/), 'ResultType != "0": met', 'IPAddress == "192.0.2.1": met', 'Location == "DE": unmet'],
      ['where AppId == "a"', true, 'AppId == "a": unmet'],
    ]);
    const two = '{ TimeGenerated: -1m, ResultType: "0", Location: DE, AppId: a }';
    const three = '{ TimeGenerated: -1m, ResultType: "1", Location: DE, AppId: a }';
    expect((await cover(query, [one, two, three])).every(({ reached, branches }) => reached && branches.every(({ met, unmet }) => met && unmet))).toBe(true);
  });

  it('stands at the place in the rule, also behind saved functions and watchlists', async () => {
    const text = 'failed()\n| where ServicePrincipalId in ((_GetWatchlist("vips") | project SearchKey))\n| where AppId == "a"';
    const content = '    watchlists: { vips: [{ SearchKey: sp-1 }] }\n    functions: { failed: failed.kql }\n';
    const steps = await cover(text, ['{ TimeGenerated: -1m, ServicePrincipalId: sp-1, AppId: a }'], content, { 'failed.kql': 'AADServicePrincipalSignInLogs' });
    const last = steps.at(-1)!;
    expect(text.slice(last.span.start, last.span.start + last.span.length)).toBe('where AppId == "a"');
    expect([last.reached, last.branches.map(({ met, unmet }) => [met, unmet])]).toEqual([true, [[true, false]]]);
  });
});
