import { describe, expect, it } from 'vitest';
import { validateRules } from '../../../src/rules/index.ts';
import { goodRule, goodRuleWith, world } from './ruleText.ts';

/** Findings as `CODE marked text`. */
function check(text: string, expected: readonly string[]): void {
  const { findings } = validateRules(text, 'yaml', world);
  expect(findings.map(({ code, span }) => `${code} ${text.slice(span.start, span.start + span.length)}`)).toEqual(expected);
}

function messageOf(text: string): string {
  return validateRules(text, 'yaml', world).findings[0]?.message ?? '';
}

/** The text after the first fix of the first finding. */
function fixed(text: string): string {
  const changes = validateRules(text, 'yaml', world).findings[0]?.fixes?.[0]?.changes ?? [];
  return [...changes].sort((a, b) => b.span.start - a.span.start).reduce((done, { span, text: piece }) => done.slice(0, span.start) + piece + done.slice(span.start + span.length), text);
}

describe('a rule file', () => {
  it('without faults has no findings', () => {
    check(goodRule, []);
  });

  it('is not everything that has a query', () => {
    check('query: SELECT 1\nname: a report\n', []);
    check('openapi: 3.0.0\npaths:\n  /x:\n    get:\n      parameters:\n        - in: query\n', []);
  });

  it('that is no YAML says so and nothing else', () => {
    const text = goodRuleWith('  - T1110.003', '   - T1110.003\n  - T1078');
    const { findings } = validateRules(text, 'yaml', world);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['IT100']));
  });

  it('names the same key once', () => {
    check(goodRuleWith('severity: Medium\n', 'severity: Medium\nseverity: High\n'), ['IT100 s']);
  });

  it('needs its keys', () => {
    check(goodRuleWith('severity: Medium\n', ''), ['IT101 id']);
    expect(messageOf(goodRuleWith('severity: Medium\n', ''))).toBe('"severity" is missing; a scheduled rule needs it.');
    check(goodRuleWith('kind: Scheduled\n', ''), ['IT101 id']);
  });

  it('has values of the right kind', () => {
    check(goodRuleWith('triggerThreshold: 0', 'triggerThreshold: many'), ['IT102 many']);
    check(goodRuleWith('tactics:\n  - CredentialAccess', 'tactics: CredentialAccess'), ['IT102 CredentialAccess']);
    check(goodRuleWith('severity: Medium', 'severity:'), ['IT102 severity']);
  });

  it('spells its keys, or a fix does', () => {
    const text = goodRuleWith('relevantTechniques:', 'relevantTechnique:');
    check(text, ['IT103 relevantTechnique']);
    expect(fixed(text)).toBe(goodRule);
  });
});

describe('what names and classifies a rule', () => {
  it('is a GUID', () => {
    check(goodRuleWith('0f1c5a1e-5b1a-4a6e-9d1c-2f4c1a7b9e01', '0f1c5a1e-5b1a-4a6e-9d1c'), ['IT104 0f1c5a1e-5b1a-4a6e-9d1c']);
  });

  it('is a name and a description of limited length', () => {
    const long = 'x'.repeat(257);
    check(goodRuleWith('name: Many failed sign-ins of one workload identity', `name: ${long}`), [`IT106 ${long}`]);
    check(goodRuleWith('name: Many failed sign-ins of one workload identity', `name: ${'x'.repeat(256)}`), []);
  });

  it('is a severity of the service', () => {
    const text = goodRuleWith('severity: Medium', "severity: 'medium'");
    check(text, ["IT119 'medium'"]);
    expect(fixed(text)).toBe(goodRuleWith('severity: Medium', "severity: 'Medium'"));
  });

  it('is a tactic Sentinel offers', () => {
    check(goodRuleWith('  - CredentialAccess', '  - CredentialAccess\n  - Credential Access'), ['IT120 Credential Access']);
    expect(fixed(goodRuleWith('  - CredentialAccess', '  - Stealth'))).toBe(goodRuleWith('  - CredentialAccess', '  - DefenseEvasion'));
    check(goodRuleWith('  - CredentialAccess', '  - CredentialAccess\n  - CredentialAccess'), ['IT124 CredentialAccess']);
  });

  it('is a technique of ATT&CK under one of its tactics', () => {
    check(goodRuleWith('T1110.003', 'T1110.009'), ['IT121 T1110.009']);
    check(goodRuleWith('T1110.003', '1110'), ['IT121 1110']);
    check(goodRuleWith('T1110.003', 'T1562.001'), ['IT123 T1562.001']);
    check(goodRuleWith('T1110.003', 'T1098.001'), ['IT122 T1098.001']);
    check(goodRuleWith('T1110.003', 'T1552'), []);
    check(goodRuleWith('T1110.003', 'T0817'), []);
  });

  it('is a version of three numbers', () => {
    check(goodRuleWith('version: 1.0.0', 'version: 1.0'), ['IT147 1.0']);
  });
});

describe('when a rule runs', () => {
  it('is said in durations', () => {
    check(goodRuleWith('queryFrequency: 1h', 'queryFrequency: hourly'), ['IT110 hourly']);
    check(goodRuleWith('queryFrequency: 1h', 'queryFrequency: PT1H'), []);
    check(goodRuleWith('queryFrequency: 1h', 'queryFrequency: PT'), ['IT110 PT']);
  });

  it('is within the limits of the service', () => {
    check(goodRuleWith('queryFrequency: 1h', 'queryFrequency: 4m'), ['IT111 4m']);
    check(goodRuleWith('queryFrequency: 1h', 'queryFrequency: 5m'), []);
    check(goodRuleWith('queryPeriod: 1d', 'queryPeriod: 14d'), []);
    check(goodRuleWith('queryPeriod: 1d', 'queryPeriod: 15d'), ['IT111 15d']);
  });

  it('leaves no gap', () => {
    check(goodRuleWith('queryFrequency: 1h', 'queryFrequency: 2d'), ['IT112 1d']);
    check(goodRuleWith('queryFrequency: 1h', 'queryFrequency: 1d'), []);
  });

  it('is hourly at most for long look-backs', () => {
    check(goodRuleWith('queryFrequency: 1h\nqueryPeriod: 1d', 'queryFrequency: 30m\nqueryPeriod: 2d'), ['IT113 30m']);
    check(goodRuleWith('queryFrequency: 1h\nqueryPeriod: 1d', 'queryFrequency: 30m\nqueryPeriod: 47h'), []);
  });

  it('bounds what the query may ask for', () => {
    check(goodRuleWith('ago(1h)', 'ago(7d)'), ['IT115 query']);
    check(goodRuleWith('AADServicePrincipalSignInLogs\n  | where TimeGenerated > ago(1h)', 'let lookback = 7d;\n  AADServicePrincipalSignInLogs\n  | where TimeGenerated > ago(lookback)'), ['IT115 query']);
    check(goodRuleWith('ago(1h)', 'ago(1d)'), []);
  });

  it('is fixed for near-real-time rules', () => {
    check(goodRuleWith('kind: Scheduled', 'kind: NRT'), ['IT116 queryFrequency', 'IT116 queryPeriod', 'IT116 triggerOperator', 'IT116 triggerThreshold']);
  });

  it('has a trigger', () => {
    check(goodRuleWith('triggerOperator: gt', 'triggerOperator: ge'), ['IT117 ge']);
    check(goodRuleWith('triggerOperator: gt', 'triggerOperator: GreaterThan'), []);
    check(goodRuleWith('triggerThreshold: 0', 'triggerThreshold: 10001'), ['IT118 10001']);
    check(goodRuleWith('aggregationKind: AlertPerResult', 'aggregationKind: AlertPerRow'), ['IT144 AlertPerRow']);
    check(goodRuleWith('version: 1.0.0', 'suppressionEnabled: true\nversion: 1.0.0'), ['IT145 true']);
    check(goodRuleWith('version: 1.0.0', 'suppressionEnabled: true\nsuppressionDuration: 5h\nversion: 1.0.0'), []);
  });
});

describe('what an alert shows', () => {
  const entity = '  - entityType: Account\n    fieldMappings:\n      - identifier: AadUserId\n        columnName: ServicePrincipalId\n';

  it('is an entity the service knows', () => {
    check(goodRuleWith('entityType: Account', 'entityType: User'), ['IT131 User']);
    check(goodRuleWith('identifier: AadUserId', 'identifier: ObjectId'), ['IT133 Account', 'IT132 ObjectId']);
    check(goodRuleWith('identifier: AadUserId', 'identifier: AadTenantId'), ['IT133 Account']);
    check(goodRuleWith('identifier: AadUserId', 'identifier: aaduserid'), []);
  });

  it('is ten entities of three identifiers at most', () => {
    check(goodRuleWith(entity, entity.repeat(10)), []);
    check(goodRuleWith(entity, entity.repeat(11)), ['IT130 entityMappings']);
    const field = '      - identifier: Name\n        columnName: ServicePrincipalId\n';
    check(goodRuleWith(entity, entity + field.repeat(3)), ['IT130 fieldMappings']);
  });

  it('comes from columns the query returns', () => {
    check(goodRuleWith('columnName: ServicePrincipalId', 'columnName: ServicePrincipalID'), ['IT134 ServicePrincipalID']);
    expect(fixed(goodRuleWith('columnName: ServicePrincipalId', 'columnName: ServicePrincipalID'))).toBe(goodRule);
    check(goodRuleWith('columnName: ServicePrincipalId', 'columnName: IPAddress'), ['IT134 IPAddress']);
    check(goodRuleWith('columnName: ServicePrincipalId', 'columnName: Addresses'), ['IT135 Addresses']);
    check(goodRuleWith('  Failures: Failures', '  Failures: FailureCount'), ['IT134 FailureCount']);
    check(goodRuleWith('of {{ServicePrincipalId}}', 'of {{ServicePrincipalName}}'), ['IT134 ServicePrincipalName']);
  });

  it('says nothing of columns nobody can know', () => {
    const open = goodRuleWith('| where Failures > 10', '| extend Bag = bag_pack("a", 1)\n  | evaluate bag_unpack(Bag)').replace('columnName: ServicePrincipalId', 'columnName: a');
    check(open, []);
    check(goodRuleWith('| where Failures > 10', '| where NoSuchColumn > 10').replace('columnName: ServicePrincipalId', 'columnName: Whatever'), []);
  });

  it('is details of limited number and name', () => {
    check(goodRuleWith('  Failures: Failures', '  Failures-here: Failures'), ['IT136 Failures-here']);
    check(goodRuleWith('  Failures: Failures', `  ${'F'.repeat(21)}: Failures`), [`IT136 ${'F'.repeat(21)}`]);
    const many = Array.from({ length: 21 }, (_, index) => `  D${String(index)}: Failures`).join('\n');
    check(goodRuleWith('  Failures: Failures', many), ['IT136 customDetails']);
    check(goodRuleWith('"{{Failures}} failures of {{ServicePrincipalId}}"', '"{{Failures}} {{Failures}} {{Failures}} {{Failures}}"'), ['IT137 "{{Failures}} {{Failures}} {{Failures}} {{Failures}}"']);
  });
});

describe('what a rule reads', () => {
  it('is one query the service takes', () => {
    check(goodRule.replace(/query: \|[^]*?(?=entityMappings)/, "query: ''\n"), ['IT140 query']);
    check(goodRule.replace(/query: \|[^]*?(?=entityMappings)/, 'query: |\n  search * | take 1\n'), ['IT143 query']);
  });

  it('is named in the connectors, or a fix does so', () => {
    const text = goodRuleWith('      - AADServicePrincipalSignInLogs\n', '      - SigninLogs\n');
    check(text, ['IT138 requiredDataConnectors']);
    expect(fixed(text)).toContain('requiredDataConnectors:\n  - connectorId: AzureActiveDirectory\n    dataTypes:\n      - AADServicePrincipalSignInLogs\n  - connectorId: AzureActiveDirectory\n    dataTypes:\n      - SigninLogs\n');
    check(fixed(text), []);
    const none = goodRule.replace(/requiredDataConnectors:[^]*?(?=queryFrequency)/, '');
    check(none, ['IT138 query']);
    check(fixed(none), []);
  });
});
