import { describe, expect, it } from 'vitest';
import { hover, KnownIdentities, type LanguageKind } from '../../../src/language/index.ts';
import { bundledWorld, openMarked } from '../../support/marked.ts';

/** The hover at the mark holds each of the words, and no link, HTML or command. `undefined`: there is none. */
function check(marked: string, expected: readonly (string | RegExp)[] | undefined, kind: LanguageKind = 'kusto'): void {
  const { document, offset } = openMarked(marked, kind);
  const found = hover(document, offset);
  if (!expected) {
    expect(found?.markdown).toBeUndefined();
    return;
  }
  const shown = (found?.markdown ?? '').replace(/\\([^\w\s])/g, '$1');
  for (const word of expected) expect(shown).toMatch(word instanceof RegExp ? word : new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  expect(found?.markdown).not.toMatch(/command:|\]\(|(?<!\\)<[a-z]/i);
}

describe('tables', () => {
  it.each([
    ['Signin|>Logs | take 1', ['SigninLogs (table)', 'Collected with: Microsoft Entra ID diagnostic settings', 'licence', 'Volume:', 'SignInLogs']],
    ['|>SigninLogs', ['SigninLogs (table)']],
    ['SigninLogs|>', ['SigninLogs (table)']],
    ['AADServicePrincipalSignInLogs | join (AADManagedIdentity|>SignInLogs) on AppId', ['AADManagedIdentitySignInLogs (table)', 'ManagedIdentitySignInLogs']],
    ['union AuditLogs, MicrosoftGraph|>ActivityLogs', ['MicrosoftGraphActivityLogs (table)']],
    ['ServicePrincipal|>SignInLogs | take 1', ['diagnostic-settings category', 'write AADServicePrincipalSignInLogs']],
  ])('%s', (marked, expected) => check(marked, expected));
});

describe('columns', () => {
  it.each([
    ['SigninLogs | where Result|>Type == "0"', ['SigninLogs.ResultType (string)']],
    ['AADServicePrincipalSignInLogs | project ServicePrincipal|>Id', ['AADServicePrincipalSignInLogs.ServicePrincipalId (string)', /object ID/i]],
    ['AADServicePrincipalSignInLogs | project Token = Unique|>TokenIdentifier', ['exact link', 'SignInActivityId']],
    ['AADServicePrincipalSignInLogs | summarize arg_max(Time|>Generated, *) by AppId', ['TimeGenerated (datetime)']],
    ['AADServicePrincipalSignInLogs | extend Code = ResultType | where Co|>de == "0"', ['Code: string', 'Computed in this query']],
    ['union SigninLogs, AADServicePrincipalSignInLogs | project App|>Id', ['AppId']],
    ['AuditLogs | extend x = Initiated|>By', ['AuditLogs.InitiatedBy (dynamic)', 'Inside it:']],
    ['AuditLogs | extend x = InitiatedBy.app.service|>PrincipalId', ['InitiatedBy.app.servicePrincipalId', 'key to its sign-ins']],
    ['AuditLogs | extend x = TargetResources[0].modified|>Properties', ['TargetResources[0].modifiedProperties']],
    ['SigninLogs | extend x = LocationDetails.ci|>ty', ['LocationDetails.city']],
    ['AADServicePrincipalSignInLogs | where User|>PrincipalName == "a"', ['UserPrincipalName']],
  ])('%s', (marked, expected) => check(marked, expected));
});

describe('error codes', () => {
  it.each([
    ['SigninLogs | where ResultType == "7000|>222"', ['AADSTS7000222', 'expired', 'Likely causes', 'Next:', 'Scenario to run: credential-inventory']],
    ['SigninLogs | where ResultType == 50|>126', ['AADSTS50126', 'compare it with "50126"']],
    ['SigninLogs | where ResultType in ("0", "7000|>215")', ['AADSTS7000215']],
    ['SigninLogs | where ResultType !in ("50|>057")', ['AADSTS50057']],
    ['SigninLogs | where "7000|>215" == ResultType', ['AADSTS7000215']],
    ['SigninLogs | where tostring(ResultType) =~ "5|>3003"', ['AADSTS53003']],
    ['SigninLogs | where ResultType == "|>0"', ['success']],
    ['SigninLogs | where Status.errorCode == 500|>11', ['AADSTS50011']],
    ['SigninLogs | summarize countif(ResultType == "700|>016")', ['AADSTS700016']],
    ['SigninLogs | where ResultDescription has "AADSTS7000|>215"', ['AADSTS7000215']],
    ['let codes = dynamic(["7000|>215"]);', ['AADSTS7000215']],
    ['// look for AADSTS7000|>229 too\nSigninLogs', ['AADSTS7000229']],
    ['// only a comment: AADSTS500|>11', ['AADSTS50011']],
    ['datatable(Code: string) ["7000|>215"]', ['AADSTS7000215']],
    ['SigninLogs | take 500|>11', undefined],
    ['SigninLogs | where ResultType == "99999|>999"', undefined],
  ])('%s', (marked, expected) => check(marked, expected));
});

describe('identifiers, operations, categories', () => {
  it.each([
    ['SigninLogs | where AppId == "00000003-0000-|>0000-c000-000000000000"', ['Microsoft Graph', 'MicrosoftGraphActivityLogs']],
    ['// token for 797f4846-ba00-4fd7-|>ba43-dac1f8f63013', ['Windows Azure Service Management API']],
    ['SigninLogs | where ResourceIdentity in ("cfa8b339-82a2-|>471a-a3c9-0fc0be7a4093")', ['Azure Key Vault']],
    ['SigninLogs | where AppId == "12121212-1111-|>1111-1111-111111111111"', undefined],
    ['AuditLogs | where OperationName == "Add service |>principal credentials."', ['operation of AuditLogs']],
    ['AuditLogs | where OperationName has "Update application \u2013 Certificates and secrets |>management "', ['Certificates and secrets management', 'blanks']],
    ['AzureDiagnostics | where Category == "Service|>PrincipalSignInLogs"', ['AADServicePrincipalSignInLogs']],
  ])('%s', (marked, expected) => check(marked, expected));
});

describe('functions, operators, variables', () => {
  it.each([
    ['print datetime_|>diff("second", now(), ago(1h))', ['datetime_diff', 'borders of the unit']],
    ['SigninLogs | summarize arg_|>max(TimeGenerated, *) by AppId', ['arg_max']],
    ['SigninLogs | summ|>arize count()', ['one row per combination']],
    ['SigninLogs | where AppId h|>as "a"', ['whole word']],
    ['SigninLogs | where AppId !|>in ("a")', ['none of the listed values']],
    ['SigninLogs | where AppId =|>~ "a"', ['whatever the case']],
    ['SigninLogs | join ki|>nd=inner (AuditLogs) on CorrelationId', ['innerunique']],
    ['let win|>dow = 1h; SigninLogs | where TimeGenerated > ago(window)', ['window', 'timespan', '1h']],
    ['let window = 1h; SigninLogs | where TimeGenerated > ago(win|>dow)', ['window', 'timespan', '1h']],
    ['let failed = (t: timespan) { SigninLogs | where TimeGenerated > ago(t) }; fai|>led(1h)', ['failed', 't']],
    ['let recent = SigninLogs | take 5; rec|>ent | count', ['recent']],
  ])('%s', (marked, expected) => check(marked, expected));
});

describe('KQL inside other languages', () => {
  const rule = (query: string) => `id: a\nkind: Scheduled\nquery: |\n${query}\nname: b\n`;
  it.each<[string, readonly string[] | undefined, LanguageKind]>([
    [rule('  Signin|>Logs\n  | take 1'), ['SigninLogs (table)'], 'yaml'],
    [rule('  SigninLogs\n  | where ResultType == "7000|>215"'), ['AADSTS7000215'], 'yaml'],
    ['kind: Scheduled\nquery: >-\n  SigninLogs\n  | where ResultType == "7000|>215"\n', ['AADSTS7000215'], 'yaml'],
    ['kind: Scheduled\nquery: \'Signin|>Logs | take 1\'\n', ['SigninLogs (table)'], 'yaml'],
    ['kind: Scheduled\nquery: Signin|>Logs | take 1\n', ['SigninLogs (table)'], 'yaml'],
    ['queries:\n  - name: a\n    query: |\n      SigninLogs\n      | where ResultType == "7000|>215"\n', ['AADSTS7000215'], 'yaml'],
    ['name: Signin|>Logs\n', undefined, 'yaml'],
    ['services:\n  db:\n    query: |\n      select * from Signin|>Logs\n', undefined, 'yaml'],
    ['# a\n\n```kql\nSignin|>Logs\n```\n', ['SigninLogs (table)'], 'markdown'],
    ['> ~~~kusto\n> Signin|>Logs\n> ~~~\n', ['SigninLogs (table)'], 'markdown'],
    ['1. x\n   ```Kusto\n   Signin|>Logs\n   ```\n', ['SigninLogs (table)'], 'markdown'],
    ['```sql\nSignin|>Logs\n```\n', undefined, 'markdown'],
    ['Signin|>Logs\n', undefined, 'markdown'],
  ])('%s', (marked, expected, kind) => check(marked, expected, kind));
});

describe('hostile text', () => {
  it.each([
    ['let a = "<img src=x onerror=alert(1)>"; print |>a'],
    ['let a = "[x](command:workbench.action.quit)"; print |>a'],
    ['let a = "```\\n[x](command:a)"; print |>a'],
    ['datatable([\'[x](command:a)\']: string) ["a"] | where [\'[x](comm|>and:a)\'] == "b"'],
  ])('%s', (marked) => {
    const { document, offset } = openMarked(marked);
    const markdown = hover(document, offset)?.markdown ?? '';
    // What stays of it outside code is escaped.
    const outside = markdown.replace(/(`{3,})[\s\S]*?\1/g, '').replace(/(`+)[^`]+\1/g, '');
    expect(outside).not.toMatch(/(?<!\\)\]\(|(?<!\\)</);
  });

  it('says where the hover belongs, in the document', () => {
    const { document, offset } = openMarked('kind: NRT\nquery: |\n    SigninLogs\n    | where ResultType == "7000|>215"\n', 'yaml');
    const { start, length } = hover(document, offset)!.span;
    expect(document.text.slice(start, start + length)).toBe('"7000215"');
  });
});

describe('identities of the source', () => {
  const identity = { name: '<b>[x](command:a)</b>\u202e', kind: 'servicePrincipal', servicePrincipalId: '5a1e8d64-0000-4000-8000-000000000001', applicationId: '5a1e8d64-0000-4000-8000-000000000002', lastSignIn: '2026-01-02T03:04:05.0000000Z' } as const;
  const world = { ...bundledWorld, identities: new KnownIdentities([identity]) };
  const markdownAt = (marked: string) => {
    const { document, offset } = openMarked(marked, 'kusto', world);
    return hover(document, offset)?.markdown ?? '';
  };

  it('are named, with which of their IDs it is and their last sign-in', () => {
    const markdown = markdownAt('AADServicePrincipalSignInLogs | where ServicePrincipalId == "5a1e8d64-0000-|>4000-8000-000000000001"');
    expect(markdown).toMatch(/service principal of this source/);
    expect(markdown).toMatch(/its service principal object ID/);
    expect(markdown.replaceAll('\\', '')).toMatch(/Application ID: 5a1e8d64-0000-4000-8000-000000000002/);
    expect(markdown.replaceAll('\\', '')).toMatch(/Last sign-in: 2026-01-02 03:04:05 UTC/);
    expect(markdownAt('// 5A1E8D64-0000-4000-8000-0000|>00000002')).toMatch(/its application ID/);
  });

  it('show a hostile name as text', () => {
    const markdown = markdownAt('// 5a1e8d64-0000-4000-8000-0000|>00000002');
    expect(markdown).toContain('\\<b\\>\\[x\\]\\(command\\:a\\)\\<\\/b\\>⟨U\\+202E⟩');
  });
});
