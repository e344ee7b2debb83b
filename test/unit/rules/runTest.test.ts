import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDatetime, type TableSchema } from '../../../src/base/index.ts';
import { createKqlLanguage } from '../../../src/kql/index.ts';
import { tables } from '../../../src/reference/index.ts';
import { readRuleTests, readYamlRules, ruleDefinition, runTest, type RuleTestOutcome } from '../../../src/rules/index.ts';
import { openRuleDatabase, type TestRuleDatabase } from '../../support/ruleDatabase.ts';

let database: TestRuleDatabase;
beforeAll(async () => {
  database = await openRuleDatabase();
});
afterAll(() => database.close());

const kql = createKqlLanguage();

const failures = `
  AADServicePrincipalSignInLogs
  | where ResultType != "0"
  | summarize Failures = count(), LastIP = max(IPAddress) by ServicePrincipalId
  | where Failures >= 3`;

interface RuleParts {
  readonly query?: string;
  readonly kind?: 'Scheduled' | 'NRT';
  readonly keys?: readonly string[];
}

function ruleText({ query = failures, kind = 'Scheduled', keys = ['queryFrequency: 1h', 'queryPeriod: 1h', 'triggerOperator: gt', 'triggerThreshold: 0'] }: RuleParts): string {
  return ['id: 0f1c5a1e-5b1a-4a6e-9d1c-2f4c1a7b9e01', 'name: Failures', 'description: d', `kind: ${kind}`, 'severity: Medium', ...keys, `query: |${query}`, ''].join('\n');
}

/** Runs the only test of a text on a rule; `files` stand beside it. */
async function run(rule: RuleParts, test: string, files: Readonly<Record<string, string>> = {}): Promise<RuleTestOutcome> {
  const read = readRuleTests(`defaults:\n  AADServicePrincipalSignInLogs: { ServicePrincipalId: sp-1, ResultType: "7000222", IPAddress: 192.0.2.1 }\ntests:\n  - name: it\n${test.replace(/^/gm, '    ')}`);
  expect(read.problems).toEqual([]);
  const world = {
    database,
    schemas: tables,
    analyze: (query: string, known: readonly TableSchema[]) => kql.analyze(query, { tables: known }),
    readFile: (path: string) => (path in files ? Promise.resolve(files[path]!) : Promise.reject(new Error(`no ${path}`))),
  };
  return runTest(ruleDefinition(readYamlRules(ruleText(rule)).rules[0]!), read.tests[0]!, world);
}

async function messages(rule: RuleParts, test: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  return (await run(rule, test, files)).failures.map(({ message }) => message);
}

const signIns = (rows: string) => `tables:\n  AADServicePrincipalSignInLogs:\n    ${rows.split('\n').join('\n    ')}`;

describe('a scheduled run', () => {
  it('alerts once for all rows, or not at all', async () => {
    expect(await messages({}, `at: 2026-03-01T12:00:00Z\n${signIns('- { TimeGenerated: -30m, $repeat: 3 }\n- { TimeGenerated: -30m, $repeat: 3, ServicePrincipalId: sp-2 }')}\nexpect: { alerts: 1, rowCount: 2 }`)).toEqual([]);
    expect(await messages({}, `at: 2026-03-01T12:00:00Z\n${signIns('- { TimeGenerated: -30m, $repeat: 2 }')}\nexpect: none`)).toEqual([]);
    expect(await messages({}, `at: 2026-03-01T12:00:00Z\n${signIns('- { TimeGenerated: -30m, $repeat: 2 }')}\nexpect: alert`)).toEqual(['expected an alert, got none']);
  });

  it('sees the period before its time: the first instant, but not the last', async () => {
    const rows = (time: string) => `at: 2026-03-01T12:00:00Z\n${signIns(`- { TimeGenerated: "${time}", $repeat: 3, $every: 0s }`)}\nexpect: `;
    expect(await messages({}, `${rows('2026-03-01T11:00:00Z')}alert`)).toEqual([]);
    expect(await messages({}, `${rows('2026-03-01T10:59:59.9999999Z')}none`)).toEqual([]);
    expect(await messages({}, `${rows('2026-03-01T12:00:00Z')}none`)).toEqual([]);
  });

  it('loses what falls apart at the border of two windows, unless they overlap', async () => {
    const test = `schedule: { from: 2026-03-01T12:00:00Z, to: +1h }\n${signIns('- { TimeGenerated: -1m, $repeat: 4, $every: 40s }')}\nexpect: `;
    expect(await messages({}, `${test}none`)).toEqual([]);
    const keys = ['queryFrequency: 1h', 'queryPeriod: 2h', 'triggerOperator: gt', 'triggerThreshold: 0'];
    expect(await messages({ keys }, `${test}{ alerts: 1, at: [+1h] }`)).toEqual([]);
  });

  it('alerts twice for one burst where windows overlap', async () => {
    const keys = ['queryFrequency: 1h', 'queryPeriod: 2h', 'triggerOperator: gt', 'triggerThreshold: 0'];
    const test = `schedule: { from: 2026-03-01T12:00:00Z, to: +2h }\n${signIns('- { TimeGenerated: -10m, $repeat: 3 }')}\nexpect: { alerts: 2, at: [+0s, +1h] }`;
    expect(await messages({ keys }, test)).toEqual([]);
  });

  it('knows by ingestion_time() when each row arrived, as rules for late records ask', async () => {
    const rule: RuleParts = { query: '\n  AADServicePrincipalSignInLogs\n  | where ingestion_time() between (ago(1h) .. now())', keys: ['queryFrequency: 1h', 'queryPeriod: 1d', 'triggerOperator: gt', 'triggerThreshold: 0'] };
    const test = (delay: string) => `at: 2026-03-01T12:00:00Z\n${signIns(`- { TimeGenerated: -5h, $arrives: ${delay} }`)}\nexpect: `;
    expect(await messages(rule, `${test('4h30m')}alert`)).toEqual([]);
    expect(await messages(rule, `${test('1h')}none`)).toEqual([]);
  });

  it('sees what arrives five minutes late, and loses what comes later', async () => {
    const test = (delay: string) => `schedule: { from: 2026-03-01T12:00:00Z, to: +2h }\n${signIns(`- { TimeGenerated: -1m, $repeat: 3, $arrives: ${delay} }`)}\nexpect: `;
    expect(await messages({}, `${test('5m')}{ alerts: 1, at: [+0s] }`)).toEqual([]);
    expect(await messages({}, `${test('10m')}none`)).toEqual([]);
    const keys = ['queryFrequency: 1h', 'queryPeriod: 2h', 'triggerOperator: gt', 'triggerThreshold: 0'];
    expect(await messages({ keys }, `${test('10m')}{ alerts: 1, at: [+1h] }`)).toEqual([]);
  });

  it('compares the number of rows as its trigger says', async () => {
    const keys = ['queryFrequency: 1h', 'queryPeriod: 1h', 'triggerOperator: lt', 'triggerThreshold: 1'];
    expect(await messages({ keys }, `at: 2026-03-01T12:00:00Z\nexpect: { alerts: 1, rowCount: 0 }`)).toEqual([]);
  });

  it('makes an alert of each row, 150 at most', async () => {
    const keys = ['queryFrequency: 1h', 'queryPeriod: 1h', 'triggerOperator: gt', 'triggerThreshold: 0', 'eventGroupingSettings:', '  aggregationKind: AlertPerResult'];
    const query = '\n  AADServicePrincipalSignInLogs | project ServicePrincipalId';
    const test = (number: number, alerts: number) => `at: 2026-03-01T12:00:00Z\n${signIns(`- { TimeGenerated: -30m, $repeat: ${String(number)}, ServicePrincipalId: "sp-{n}" }`)}\nexpect: { alerts: ${String(alerts)}, rowCount: ${String(number)} }`;
    expect(await messages({ keys, query }, test(3, 3))).toEqual([]);
    expect(await messages({ keys, query }, test(150, 150))).toEqual([]);
    const outcome = await run({ keys, query }, test(151, 150));
    expect(outcome.failures).toEqual([]);
    expect(outcome.runs[0]?.alerts.at(-1)?.rows.length).toBe(151);
  });

  it('rests after an alert', async () => {
    const keys = ['queryFrequency: 1h', 'queryPeriod: 1h', 'triggerOperator: gt', 'triggerThreshold: 0', 'suppressionEnabled: true', 'suppressionDuration: 3h'];
    const test = `schedule: { from: 2026-03-01T12:00:00Z, to: +4h }\n${signIns('- { TimeGenerated: -30m, $repeat: 300, $every: 1m }')}\nexpect: { alerts: 2, at: [+0s, +3h] }`;
    expect(await messages({ keys }, test)).toEqual([]);
  });
});

describe('a near-real-time run', () => {
  const query = '\n  AADServicePrincipalSignInLogs | where ResultType != "0"';

  it('sees what arrived in the last minute, whenever it was generated', async () => {
    const test = `schedule: { from: 2026-03-01T12:00:00Z, to: +10m }\n${signIns('- { TimeGenerated: -2h, $arrives: 2h3m30s }')}\nexpect: { alerts: 1, at: [+4m] }`;
    expect(await messages({ kind: 'NRT', keys: [], query }, test)).toEqual([]);
  });
});

describe('what an alert says', () => {
  const keys = [
    'queryFrequency: 1h', 'queryPeriod: 1h', 'triggerOperator: gt', 'triggerThreshold: 0', 'tactics: [CredentialAccess]', 'entityMappings:', '  - entityType: IP', '    fieldMappings:', '      - identifier: Address',
    '        columnName: LastIP', 'customDetails:', '  Failures: Failures', 'alertDetailsOverride:', '  alertDisplayNameFormat: "{{Failures}} failures of {{ServicePrincipalId}}"', '  alertSeverityColumnName: Grave',
  ];
  const query = `${failures}\n  | extend Grave = iff(Failures > 3, "High", "")`;
  const test = (number: number, expected: string) => `at: 2026-03-01T12:00:00Z\n${signIns(`- { TimeGenerated: -30m, $repeat: ${String(number)} }`)}\nexpect: ${expected}`;

  it('comes from its rows', async () => {
    expect(await messages({ keys, query }, test(4, '{ severity: High, name: 4 failures of sp-1, tactics: [CredentialAccess], entities: [{ type: IP, Address: 192.0.2.1 }], customDetails: { Failures: 4 } }'))).toEqual([]);
    expect(await messages({ keys, query }, test(3, '{ severity: Medium }'))).toEqual([]);
  });

  it('is compared in full', async () => {
    expect(await messages({ keys, query }, test(4, '{ severity: Low, name: x, tactics: [Impact], entities: [{ type: Account }], customDetails: { Failures: 5 }, rows: [{ Failures: 5 }], notRows: [{ ServicePrincipalId: sp-1 }], rowCount: 2 }'))).toEqual([
      'expected 2 rows, got 1', 'no row has Failures = 5', 'expected no row with ServicePrincipalId = "sp-1"', 'no alert has the entity type = "Account"', 'the severity of an alert differs', 'the name of an alert differs',
      'the tactics of an alert differ', 'no alert has the custom detail Failures = 5',
    ]);
  });

  it('may be compared loosely', async () => {
    expect(await messages({ keys, query }, test(4, '{ rows: [{ Failures: { atLeast: 4, atMost: 4 }, ServicePrincipalId: { matches: "^sp-\\\\d$" }, LastIP: { contains: "192." }, Grave: { not: Low } }] }'))).toEqual([]);
  });
});

describe('a row that was expected and not found', () => {
  it('is followed through the query to the step that lost it', async () => {
    const test = `at: 2026-03-01T12:00:00Z\n${signIns('- { TimeGenerated: -30m, $repeat: 2 }')}\nexpect: { rows: [{ ServicePrincipalId: sp-1 }] }`;
    const { stages } = await run({ query: `\n  let signIns = AADServicePrincipalSignInLogs\n  | where ResultType != "0";\n  signIns\n  | summarize Failures = count() by ServicePrincipalId\n  | where Failures >= 3` }, test);
    expect(stages.map(({ span: _, ...stage }) => stage)).toEqual([
      { of: 'signIns', label: 'AADServicePrincipalSignInLogs', rows: 2, fitting: 2 },
      { of: 'signIns', label: 'where ResultType != "0"', rows: 2, fitting: 2 },
      { label: 'signIns', rows: 2, fitting: 2 },
      { label: 'summarize Failures = count() by ServicePrincipalId', rows: 1, fitting: 1 },
      { label: 'where Failures >= 3', rows: 0, fitting: 0 },
    ]);
  });
});

describe('what a test reads', () => {
  it('is files of rows beside it', async () => {
    const files = { 'rows.ndjson': '{"TimeGenerated":"2026-03-01T11:30:00Z","ServicePrincipalId":"sp-9","ResultType":"1"}\n', 'rows.csv': 'TimeGenerated,ServicePrincipalId,ResultType\r\n2026-03-01T11:30:00Z,"sp,9",1\r\n' };
    const query = '\n  AADServicePrincipalSignInLogs | project ServicePrincipalId';
    expect(await messages({ query }, 'at: 2026-03-01T12:00:00Z\nfiles: { AADServicePrincipalSignInLogs: rows.ndjson }\nexpect: { rows: [{ ServicePrincipalId: sp-9 }], rowCount: 1 }', files)).toEqual([]);
    expect(await messages({ query }, 'at: 2026-03-01T12:00:00Z\nfiles: { AADServicePrincipalSignInLogs: rows.csv }\nexpect: { rows: [{ ServicePrincipalId: "sp,9" }], rowCount: 1 }', files)).toEqual([]);
  });

  it('is watchlists as rows or files', async () => {
    const query = '\n  AADServicePrincipalSignInLogs\n  | join kind=inner (_GetWatchlist("vips") | project SearchKey = tostring(SearchKey)) on $left.ServicePrincipalId == $right.SearchKey\n  | project ServicePrincipalId';
    const test = (watchlist: string) => `at: 2026-03-01T12:00:00Z\nwatchlists: { vips: ${watchlist} }\n${signIns('- { TimeGenerated: -1m }\n- { TimeGenerated: -1m, ServicePrincipalId: sp-2 }')}\nexpect: { rows: [{ ServicePrincipalId: sp-2 }], rowCount: 1 }`;
    expect(await messages({ query }, test('[{ SearchKey: sp-2 }]'))).toEqual([]);
    expect(await messages({ query }, test('vips.csv'), { 'vips.csv': 'SearchKey,Note\nsp-2,x\n' })).toEqual([]);
    await expect(messages({ query }, `at: 2026-03-01T12:00:00Z\nexpect: none`)).rejects.toThrow('The rule reads the watchlist "vips", which the test does not give.');
  });

  it('is saved functions as files', async () => {
    const query = '\n  failedSignIns()\n  | project ServicePrincipalId';
    const test = `at: 2026-03-01T12:00:00Z\nfunctions: { failedSignIns: failed.kql }\n${signIns('- { TimeGenerated: -1m }\n- { TimeGenerated: -1m, ResultType: "0", ServicePrincipalId: sp-2 }')}\nexpect: { rows: [{ ServicePrincipalId: sp-1 }], rowCount: 1 }`;
    expect(await messages({ query }, test, { 'failed.kql': 'AADServicePrincipalSignInLogs\n| where ResultType != "0"\n' })).toEqual([]);
  });

  it('is a slice of the sample tenant, changed', async () => {
    const query = '\n  AADServicePrincipalSignInLogs\n  | where IPAddress == "203.0.113.66"\n  | project ServicePrincipalId, ResultType, IPAddress';
    const keys = ['queryFrequency: 1d', 'queryPeriod: 14d', 'triggerOperator: gt', 'triggerThreshold: 0'];
    expect(await messages({ query, keys }, 'at: 2026-03-15T00:00:00Z\nsample: true\nexpect: { rowCount: 1, rows: [{ ResultType: "0" }] }')).toEqual([]);
    expect(await messages({ query, keys }, `at: 2026-03-15T00:00:00Z\nsample: { without: 'IPAddress == "203.0.113.66"' }\nexpect: none`)).toEqual([]);
    const change = `sample: { change: [{ table: AADServicePrincipalSignInLogs, where: 'IPAddress == "203.0.113.66"', set: { ResultType: "50126" } }] }`;
    expect(await messages({ query, keys }, `at: 2026-03-15T00:00:00Z\n${change}\nexpect: { rowCount: 1, rows: [{ ResultType: "50126" }] }`)).toEqual([]);
  });

  it('has only columns the table has, of their types', async () => {
    await expect(messages({}, `at: 2026-03-01T12:00:00Z\n${signIns('- { ServicePrincipalID: x }')}\nexpect: none`)).rejects.toThrow('AADServicePrincipalSignInLogs has no column "ServicePrincipalID"');
    await expect(messages({}, `at: 2026-03-01T12:00:00Z\n${signIns('- { CreatedDateTime: soon }')}\nexpect: none`)).rejects.toThrow('is of the type datetime; "soon" is no value of it');
  });
});

describe('a test file', () => {
  const check = (text: string, expected: readonly string[]) => {
    expect(readRuleTests(text).problems.map(({ code, span }) => `${code} ${text.slice(span!.start, span!.start + span!.length)}`.trim())).toEqual(expected);
  };

  it('says what is wrong, and where', () => {
    check('tests: []\n', ['IT162 tests']);
    check('a: 1\n', ['IT161 a', 'IT162 a']);
    check('tests:\n  - name: x\n    at: 2026-03-01\n    expect: none\n    table: {}\n', ['IT161 table']);
    check('tests:\n  - name: x\n    expect: none\n', ['IT162 n']);
    check('tests:\n  - name: x\n    at: noon\n    expect: none\n', ['IT162 at']);
    check('tests:\n  - name: x\n    at: 2026-03-01\n    expect: maybe\n', ['IT162 expect']);
    check('tests:\n  - name: x\n    at: 2026-03-01\n    expect: { alert: 1 }\n', ['IT161 alert']);
    check('tests:\n  - name: x\n    at: 2026-03-01\n    expect: none\n  - name: x\n    at: 2026-03-01\n    expect: none\n', ['IT163 name']);
    check('tests:\n - name: "x\n', ['IT160']);
  });

  it('counts a schedule in offsets from its start', () => {
    const [test] = readRuleTests('tests:\n  - name: x\n    schedule: { from: 2026-03-01T00:00:00Z, to: +1d, every: 30m }\n    expect: none\n').tests;
    expect([formatDatetime(test!.schedule.to), test!.schedule.every]).toEqual(['2026-03-02T00:00:00.0000000Z', 18_000_000_000n]);
  });
});
