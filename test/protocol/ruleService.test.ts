import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RuleTestReport } from '../../src/protocol/index.ts';
import { RuleClient } from '../../src/protocol/ruleClient.ts';

const rule = `id: 0f1c5a1e-5b1a-4a6e-9d1c-2f4c1a7b9e01
name: Failures
kind: Scheduled
severity: Medium
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
query: |
  AADServicePrincipalSignInLogs
  | where ResultType != "0" and AppId != "known"
`;
const tests = `tests:
  - name: passes
    at: 2026-03-01T12:00:00Z
    tables: { AADServicePrincipalSignInLogs: [{ TimeGenerated: -5m, ResultType: "1" }] }
    expect: alert
  - name: fails
    at: 2026-03-01T12:00:00Z
    tables: { AADServicePrincipalSignInLogs: [{ TimeGenerated: -5m, ResultType: "0", AppId: a }] }
    expect:
      rows:
        - { AppId: a }
`;

describe('the rule process', () => {
  const client = new RuleClient({ script: path.resolve('dist/cli.js') });
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'identity-trail-service-'));
    file = path.join(folder, 'a.test.yaml');
    await writeFile(file, tests);
    await writeFile(path.join(folder, 'a.yaml'), rule);
    await writeFile(path.join(folder, 'b.yaml'), rule.replace('Failures', 'Without a test'));
  });
  afterAll(async () => {
    client.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  const run = async (request: Omit<Parameters<RuleClient['runTests']>[0], 'files'> & { readonly names?: readonly string[] } = {}, signal = new AbortController().signal) => {
    const reports: RuleTestReport[] = [];
    const started: string[] = [];
    const { names, ...more } = request;
    const coverage = await client.runTests({ files: [{ file, ...(names ? { tests: names } : {}) }], ...more }, { started: (_, name) => started.push(name), finished: (report) => reports.push(report) }, signal);
    return { coverage, reports, started };
  };

  it('lists the tests of a text with their places, saved or not', async () => {
    const listing = await client.list(file, `# not saved\n${tests}`);
    expect(listing.ruleName).toBe('Failures');
    expect(listing.rule).toBe(path.join(folder, 'a.yaml'));
    expect(listing.tests.map(({ name, range }) => [name, range.start])).toEqual([['passes', { line: 2, character: 4 }], ['fails', { line: 6, character: 4 }]]);
    expect((await client.list(file, 'tests: []')).problems.map(({ code }) => code)).toEqual(['IT162']);
    expect((await client.list(path.join(folder, 'gone.test.yaml'), tests)).problems.map(({ code }) => code)).toEqual(['IT168']);
  });

  it('runs tests and tells of each, with the failure at its expectation and the step that lost the row', async () => {
    const { reports, started, coverage } = await run();
    expect(started).toEqual(['passes', 'fails']);
    expect(reports.map(({ name, status }) => [name, status])).toEqual([['passes', 'passed'], ['fails', 'failed']]);
    expect(reports[1]?.messages.map(({ file: place, range, expected, actual }) => [place, range.start.line, expected, actual])).toEqual([
      [file, 8, 'at least 1 alert', '0 alerts'],
      [file, 10, 'AppId: "a"', 'no other row'],
      [path.join(folder, 'a.yaml'), 10, undefined, undefined],
    ]);
    expect(reports[1]?.messages[2]?.text).toMatch(/1 row came to this step .*, 0 left/);
    expect(reports[1]?.output).toMatch(/where ResultType != "0".*← lost here/);
    expect(coverage).toEqual([]);
  });

  it('runs only what was named, and shows the rows after each step', async () => {
    const { reports } = await run({ names: ['passes'], rowsPerStep: 5 });
    expect(reports.map(({ name }) => name)).toEqual(['passes']);
    expect(reports[0]?.steps).toMatch(/1 row\n[\s\S]*ResultType[\s\S]*\| where ResultType != "0"/);
  });

  it('says what tests reach, and which rules have none', async () => {
    const { coverage } = await run({ coverage: true, folders: [folder] });
    expect(coverage.map(({ rule: name, tests: count, range }) => [name, count, range.start.line])).toEqual([['Failures', 2, 1], ['Without a test', 0, 1]]);
    const [, step] = coverage[0]!.steps;
    expect(step?.branches.map(({ met, unmet, range }) => [met, unmet, range.start.line])).toEqual([[true, true, 10], [true, true, 10], [true, false, 10]]);
  });

  it('ends a run that is cancelled, and runs the next one', async () => {
    const stop = new AbortController();
    const cancelled = run({}, stop.signal);
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ cancelled: true });
    expect((await run({ names: ['passes'] })).reports.map(({ status }) => status)).toEqual(['passed']);
  });
});
