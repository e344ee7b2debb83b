import { describe, expect, it } from 'vitest';
import { armToYaml, newRule, readYamlRules, validateRules, yamlToArm } from '../../../src/rules/index.ts';
import { goodRule, goodRuleWith, world } from './ruleText.ts';

interface Template {
  readonly resources: readonly { readonly kind: string; readonly name: string; readonly type: string; readonly properties: Readonly<Record<string, unknown>> }[];
}

const template = (yaml: string) => JSON.parse(yamlToArm(yaml)) as Template;

describe('a rule as a template', () => {
  it('says everything in the words of the API', () => {
    const [resource] = template(goodRule).resources;
    expect(resource?.name).toBe("[concat(parameters('workspace'), '/Microsoft.SecurityInsights/0f1c5a1e-5b1a-4a6e-9d1c-2f4c1a7b9e01')]");
    expect(resource?.properties).toMatchObject({
      displayName: 'Many failed sign-ins of one workload identity', enabled: true, queryFrequency: 'PT1H', queryPeriod: 'P1D', triggerOperator: 'GreaterThan', triggerThreshold: 0,
      techniques: ['T1110'], subTechniques: ['T1110.003'], suppressionEnabled: false, templateVersion: '1.0.0',
    });
    expect(Object.keys(resource?.properties ?? {})).not.toContain('requiredDataConnectors');
  });

  it('has no faults, and shows those of the rule', () => {
    expect(validateRules(yamlToArm(goodRule), 'arm', world).findings).toEqual([]);
    const text = yamlToArm(goodRuleWith('columnName: ServicePrincipalId', 'columnName: Nobody'));
    expect(validateRules(text, 'arm', world).findings.map(({ code, span }) => [code, text.slice(span.start, span.start + span.length)])).toEqual([['IT134', '"Nobody"']]);
  });

  it('keeps text that looks like an expression', () => {
    const yaml = goodRuleWith('name: Many failed sign-ins of one workload identity', 'name: "[resourceGroup().id]"');
    expect(template(yaml).resources[0]?.properties['displayName']).toBe('[[resourceGroup().id]');
    expect(armToYaml(yamlToArm(yaml))[0]?.yaml).toContain('name: "[resourceGroup().id]"');
  });

  it('comes back as the same rule', () => {
    const [back] = armToYaml(yamlToArm(goodRule));
    const there = readYamlRules(goodRule).rules[0]?.map.toJSON() as Record<string, unknown>;
    const { suppressionEnabled, suppressionDuration, enabled, ...rest } = readYamlRules(back?.yaml ?? '').rules[0]?.map.toJSON() as Record<string, unknown>;
    expect([suppressionEnabled, suppressionDuration, enabled]).toEqual([false, '5h', true]);
    const { requiredDataConnectors, ...deployed } = there;
    expect(requiredDataConnectors).toBeDefined();
    expect(rest).toEqual(deployed);
  });

  it('may be nested, hunting queries among them', () => {
    const hunting = 'id: 0f1c5a1e-5b1a-4a6e-9d1c-2f4c1a7b9e02\nname: Hunt\ndescription: d\ntactics:\n  - Persistence\nrelevantTechniques:\n  - T1098\nquery: |\n  AuditLogs\n';
    const nested = JSON.stringify({ resources: [{ properties: { mainTemplate: JSON.parse(yamlToArm(hunting)) as unknown } }] });
    const [back] = armToYaml(nested);
    expect(back?.yaml).toBe(hunting);
  });

  it('is refused where there is none', () => {
    expect(() => yamlToArm('a: 1')).toThrow('holds no Sentinel rule');
    expect(() => armToYaml('{"type": "Microsoft.SecurityInsights/dataConnectors"}')).toThrow('holds no Sentinel rule');
  });
});

describe('a new rule', () => {
  it('names connectors and entities of its query', () => {
    const query = 'AADServicePrincipalSignInLogs\n| where ResultType != "0"\n| summarize count() by ServicePrincipalId, IPAddress';
    const yaml = newRule({ query, analysis: world.analyze(query), id: '0f1c5a1e-5b1a-4a6e-9d1c-2f4c1a7b9e03' });
    expect(validateRules(yaml, 'yaml', world).findings).toEqual([]);
    expect(yaml).toContain('  - connectorId: AzureActiveDirectory\n    dataTypes:\n      - AADServicePrincipalSignInLogs\n');
    expect(yaml).toContain('  - entityType: IP\n    fieldMappings:\n      - identifier: Address\n        columnName: IPAddress\n');
    expect(yaml).toContain('query: |\n  AADServicePrincipalSignInLogs\n  | where');
  });
});
