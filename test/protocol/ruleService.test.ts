import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EngineFailure } from '../../src/protocol/engineClient.ts';
import type { QueryRequest, QueryResult, RuleTestReport } from '../../src/protocol/index.ts';
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

  it('turns rules into the other form', async () => {
    const [template, ...more] = await client.convert(rule);
    expect(more).toEqual([]);
    expect(template).toMatchObject({ name: 'azuredeploy.json', language: 'json' });
    expect((await client.convert(template?.text ?? '')).map(({ name, language, text }) => [name, language, text.includes('name: Failures')])).toEqual([['failures.yaml', 'yaml', true]]);
    await expect(client.convert('a: 1')).rejects.toMatchObject({ problems: [{ code: 'IT150' }] });
  });

  it('runs a rule over a history that the client queries, and says how far it is', async () => {
    const asked: QueryRequest[] = [];
    const progress: (readonly [number, number])[] = [];
    const answer = (request: QueryRequest): Promise<QueryResult> => {
      asked.push(request);
      const rows = request.asOf?.startsWith('2026-03-01T03') === true ? [['1']] : [];
      return Promise.resolve({ columns: [{ name: 'ResultType', type: 'string' }], rows, statistics: { engine: 'duckdb', rows: rows.length, elapsedMs: 1 }, warnings: [], asOf: '' });
    };
    const result = await client.backTest({ rule, from: '2026-03-01T00:30:00Z', to: '2026-03-01T05:00:00Z' }, { run: answer, progress: (done, all) => progress.push([done, all]) }, new AbortController().signal);
    expect(result).toMatchObject({ name: 'Failures', runs: 6, alerts: 1, days: [{ day: '2026-03-01', alerts: 1 }] });
    expect(asked[2]).toMatchObject({ asOf: '2026-03-01T03:00:00.0000000Z', timeRange: { from: '2026-03-01T02:00:00.0000000Z', to: '2026-03-01T03:00:00.0000000Z' } });
    expect(progress).toEqual(Array.from({ length: 6 }, (_, done) => [done, 6]));
  });

  it('ends a back-test whose query fails, and one that is cancelled', async () => {
    const refused = new EngineFailure([{ code: 'KQL050', severity: 'error', message: 'no' }], false);
    const history = { rule, from: '2026-03-01T00:30:00Z', to: '2026-03-01T05:00:00Z' };
    await expect(client.backTest(history, { run: () => Promise.reject(refused), progress: () => undefined }, new AbortController().signal)).rejects.toMatchObject({ cancelled: false, problems: [{ code: 'KQL050' }] });
    const stop = new AbortController();
    const run = (): Promise<QueryResult> => {
      stop.abort();
      return Promise.resolve({ columns: [], rows: [], statistics: { engine: 'duckdb', rows: 0, elapsedMs: 1 }, warnings: [], asOf: '' });
    };
    await expect(client.backTest(history, { run, progress: () => undefined }, stop.signal)).rejects.toMatchObject({ cancelled: true });
  });

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
