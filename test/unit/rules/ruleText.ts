import { createKqlLanguage } from '../../../src/kql/index.ts';
import { tables } from '../../../src/reference/index.ts';
import type { RuleWorld } from '../../../src/rules/index.ts';

const kql = createKqlLanguage();
const schema = { tables };

export const world: RuleWorld = { tables, analyze: (query) => kql.analyze(query, schema) };

/** A rule without faults, for tests that break one thing of it. */
export const goodRule = `id: 0f1c5a1e-5b1a-4a6e-9d1c-2f4c1a7b9e01
name: Many failed sign-ins of one workload identity
description: |
  Counts failures per identity.
severity: Medium
requiredDataConnectors:
  - connectorId: AzureActiveDirectory
    dataTypes:
      - AADServicePrincipalSignInLogs
queryFrequency: 1h
queryPeriod: 1d
triggerOperator: gt
triggerThreshold: 0
tactics:
  - CredentialAccess
relevantTechniques:
  - T1110.003
query: |
  AADServicePrincipalSignInLogs
  | where TimeGenerated > ago(1h)
  | where ResultType != "0" # no comment of YAML
  | summarize Failures = count(), Addresses = make_set(IPAddress) by ServicePrincipalId
  | where Failures > 10
entityMappings:
  - entityType: Account
    fieldMappings:
      - identifier: AadUserId
        columnName: ServicePrincipalId
customDetails:
  Failures: Failures
alertDetailsOverride:
  alertDisplayNameFormat: "{{Failures}} failures of {{ServicePrincipalId}}"
eventGroupingSettings:
  aggregationKind: AlertPerResult
version: 1.0.0
kind: Scheduled
`.replace(' # no comment of YAML', '');

/** The good rule with one piece of its text replaced, which has to be there. */
export function goodRuleWith(piece: string, replacement: string): string {
  if (!goodRule.includes(piece)) throw new Error(`The rule has no "${piece}".`);
  return goodRule.replace(piece, () => replacement);
}
