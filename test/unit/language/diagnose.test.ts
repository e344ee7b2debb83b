import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../src/kql/index.ts';
import { diagnose, lints, openDocument, type LanguageKind, type LanguageWorld, type LintSettings } from '../../../src/language/index.ts';
import { scenarios } from '../../../src/scenarios/index.ts';
import { bundledWorld } from '../../support/marked.ts';

/** Findings as `CODE text under it`, and what the text becomes by each finding's first fix. */
function find(text: string, { kind = 'kusto', settings, world = bundledWorld }: { kind?: LanguageKind; settings?: LintSettings; world?: LanguageWorld } = {}) {
  return diagnose(openDocument(text, kind, world), settings).map(({ code, span, severity, message, fixes = [] }) => ({
    code,
    severity,
    message,
    under: text.slice(span.start, span.start + span.length),
    fixed: fixes.map(({ changes }) => [...changes].sort((a, b) => b.span.start - a.span.start).reduce((result, change) => result.slice(0, change.span.start) + change.text + result.slice(change.span.start + change.span.length), text)),
  }));
}

/** The findings of a query, each with its first fix; a time filter is taken for granted. */
function check(text: string, expected: readonly (readonly [code: string, under: string, fixed?: string])[]): void {
  const found = find(text, { settings: { IT011: 'off' } });
  expect(found.map(({ code, under, fixed }, index) => (expected[index]?.[2] === undefined ? [code, under] : [code, under, fixed[0]]))).toEqual(expected);
}

type Case = readonly [string, readonly (readonly [string, string, string?])[]];
const join = 'AADServicePrincipalSignInLogs | project T = TimeGenerated, ServicePrincipalId | join kind=inner (MicrosoftGraphActivityLogs | project TimeGenerated, ServicePrincipalId) on ServicePrincipalId';

describe.each<[string, readonly Case[]]>([
  ['IT001 a number for ResultType', [
    ['SigninLogs | where ResultType == 50126', [['IT001', '50126', 'SigninLogs | where ResultType == "50126"']]],
    ['SigninLogs | where ResultType != 0', [['IT001', '0', 'SigninLogs | where ResultType != "0"']]],
    ['SigninLogs | where 50126 == ResultType', [['IT001', '50126']]],
    ['SigninLogs | where ResultType in (50126, "50053")', [['IT001', '50126', 'SigninLogs | where ResultType in ("50126", "50053")']]],
    ['SigninLogs | where ResultType == "50126"', []],
    ['SigninLogs | where toint(ResultType) == 50126', []],
    ['SigninLogs | extend ResultType = toint(ResultType) | where ResultType == 0', []],
  ]],
  ['IT002 a display name as join key', [
    ['AADServicePrincipalSignInLogs | join kind=inner (AADServicePrincipalSignInLogs) on ServicePrincipalName', [['IT002', 'ServicePrincipalName', 'AADServicePrincipalSignInLogs | join kind=inner (AADServicePrincipalSignInLogs) on ServicePrincipalId']]],
    ['SigninLogs | join kind=inner (AuditLogs) on $left.AppDisplayName == $right.Identity', [['IT002', '$left.AppDisplayName == $right.Identity']]],
    ['AADServicePrincipalSignInLogs | join kind=inner (AADManagedIdentitySignInLogs) on $left.ServicePrincipalName == $right.ServicePrincipalName', [['IT002', '$left.ServicePrincipalName == $right.ServicePrincipalName', 'AADServicePrincipalSignInLogs | join kind=inner (AADManagedIdentitySignInLogs) on ServicePrincipalId']]],
    ['AADServicePrincipalSignInLogs | lookup kind=leftouter (AADServicePrincipalSignInLogs) on ServicePrincipalName', [['IT002', 'ServicePrincipalName']]],
    ['AADServicePrincipalSignInLogs | join kind=inner (AADManagedIdentitySignInLogs) on ServicePrincipalId', []],
  ]],
  ['IT003 a category for a table', [
    ['ServicePrincipalSignInLogs | take 1', [['IT003', 'ServicePrincipalSignInLogs', 'AADServicePrincipalSignInLogs | take 1']]],
    ['union ManagedIdentitySignInLogs, AuditLogs', [['IT003', 'ManagedIdentitySignInLogs', 'union AADManagedIdentitySignInLogs, AuditLogs']]],
    ['let ServicePrincipalSignInLogs = AADServicePrincipalSignInLogs; ServicePrincipalSignInLogs | take 1', []],
    ['AuditLogs | take 1', []],
  ]],
  ['IT004 as for a column', [
    ['SigninLogs | summarize count() as Failures by AppId', [['IT004', 'as Failures', 'SigninLogs | summarize Failures = count() by AppId']]],
    ['SigninLogs | summarize count() as Failures', [['IT004', 'as Failures', 'SigninLogs | summarize Failures = count()']]],
    ['SigninLogs | project AppId as App', [['IT004', 'as App', 'SigninLogs | project App = AppId']]],
    ['SigninLogs | extend tostring(AppId) as App', [['IT004', 'as App', 'SigninLogs | extend App = tostring(AppId)']]],
    ['SigninLogs | as T | take 1', []],
  ]],
  ['IT005 spellings of operations', [
    ['AuditLogs | where OperationName == "Update application - Certificates and secrets management"', [['IT005', '"Update application - Certificates and secrets management"', 'AuditLogs | where OperationName has "Certificates and secrets management"']]],
    ['AuditLogs | where OperationName =~ "Update application - Certificates and secrets management"', [['IT005', '"Update application - Certificates and secrets management"']]],
    ['AuditLogs | where OperationName has "Certificates and secrets management"', []],
    ['let names = dynamic(["Update application - Certificates and secrets management", "Add owner to application"]); AuditLogs | where OperationName in (names)', [['IT005', '"Update application - Certificates and secrets management"']]],
    ['let names = dynamic(["Update application - Certificates and secrets management"]); AuditLogs | where Category in (names)', []],
    ['AuditLogs | where OperationName has_any ("Update application - Certificates and secrets management")', [['IT005', '"Update application - Certificates and secrets management"']]],
    ['AuditLogs | where OperationName has_any ("Certificates and secrets management", "Add owner")', []],
    ['AuditLogs | where OperationName == "Add service principal"', []],
  ]],
  ['IT006 old functions', [
    ['SigninLogs | summarize makeset(AppId)', [['IT006', 'makeset', 'SigninLogs | summarize make_set(AppId)']]],
    ['SigninLogs | summarize makelist(AppId)', [['IT006', 'makelist', 'SigninLogs | summarize make_list(AppId)']]],
    ['SigninLogs | summarize make_set(AppId)', []],
    ['SigninLogs | extend D = parsejson(LocationDetails)', [['IT006', 'parsejson', 'SigninLogs | extend D = parse_json(LocationDetails)']]],
  ]],
  ['IT007 an ID that is no GUID', [
    ['SigninLogs | where AppId == "my-app"', [['IT007', '"my-app"', 'SigninLogs | where AppDisplayName =~ "my-app"']]],
    ['SigninLogs | where AppId != "my-app"', [['IT007', '"my-app"', 'SigninLogs | where AppDisplayName !~ "my-app"']]],
    ['SigninLogs | where AppId in ("my-app", "00000003-0000-0000-c000-000000000000")', [['IT007', '"my-app"']]],
    ['AADServicePrincipalSignInLogs | where ServicePrincipalId =~ "pipeline"', [['IT007', '"pipeline"', 'AADServicePrincipalSignInLogs | where ServicePrincipalName =~ "pipeline"']]],
    ['SigninLogs | where AppId == "00000003-0000-0000-C000-000000000000"', []],
    ['SigninLogs | where AppId == ""', []],
    ['SigninLogs | where AppId startswith "0000"', []],
  ]],
  ['IT008 join without kind', [
    ['SigninLogs | join (AuditLogs) on CorrelationId', [['IT008', 'join', 'SigninLogs | join kind=inner (AuditLogs) on CorrelationId']]],
    ['SigninLogs | join hint.strategy=broadcast (AuditLogs) on CorrelationId', [['IT008', 'join']]],
    ['SigninLogs | join kind=leftanti (AuditLogs) on CorrelationId', []],
  ]],
  ['IT009 a time compared with itself', [
    ['AADServicePrincipalSignInLogs | where datetime_add("hour", 1, TimeGenerated) <= TimeGenerated', [['IT009', 'datetime_add("hour", 1, TimeGenerated) <= TimeGenerated']]],
    ['SigninLogs | where TimeGenerated > TimeGenerated - 1h', [['IT009', 'TimeGenerated > TimeGenerated - 1h']]],
    ['SigninLogs | join kind=inner (AuditLogs) on CorrelationId | where TimeGenerated > TimeGenerated - 1h', [['IT009', 'TimeGenerated > TimeGenerated - 1h', 'SigninLogs | join kind=inner (AuditLogs) on CorrelationId | where TimeGenerated > TimeGenerated1 - 1h']]],
    ['SigninLogs | where TimeGenerated > CreatedDateTime - 1h', []],
    ['SigninLogs | where TimeGenerated > bin(TimeGenerated, 1h)', []],
  ]],
  ['IT010 kinds of ID', [
    ['AADServicePrincipalSignInLogs | where AppId == ServicePrincipalId', [['IT010', 'AppId == ServicePrincipalId']]],
    ['SigninLogs | join kind=inner (AADServicePrincipalSignInLogs) on $left.AppId == $right.ServicePrincipalId', [['IT010', '$left.AppId == $right.ServicePrincipalId', 'SigninLogs | join kind=inner (AADServicePrincipalSignInLogs) on $left.ServicePrincipalId == $right.ServicePrincipalId']]],
    ['AADServicePrincipalSignInLogs | project A = AppId, S = ServicePrincipalId | where A == S', [['IT010', 'A == S']]],
    ['AADServicePrincipalSignInLogs | extend A = tolower(AppId) | where A =~ ServicePrincipalId', [['IT010', 'A =~ ServicePrincipalId']]],
    ['AADServicePrincipalSignInLogs | extend A = strcat(AppId, "x") | where A =~ ServicePrincipalId', []],
    ['AuditLogs | extend a = tostring(InitiatedBy.app.appId) | join kind=inner (AADServicePrincipalSignInLogs) on $left.a == $right.ServicePrincipalId', [['IT010', '$left.a == $right.ServicePrincipalId', 'AuditLogs | extend a = tostring(InitiatedBy.app.appId) | join kind=inner (AADServicePrincipalSignInLogs) on $left.a == $right.AppId']]],
    ['AuditLogs | extend a = tostring(InitiatedBy.app.servicePrincipalId) | join kind=inner (AADServicePrincipalSignInLogs) on $left.a == $right.ServicePrincipalId', []],
    ['AuditLogs | mv-expand t = TargetResources | extend Id = tostring(t.id) | join kind=inner (AADServicePrincipalSignInLogs) on $left.Id == $right.AppId', [['IT010', '$left.Id == $right.AppId']]],
    ['AADServicePrincipalSignInLogs | where ServicePrincipalId == "00000003-0000-0000-c000-000000000000"', [['IT010', 'ServicePrincipalId == "00000003-0000-0000-c000-000000000000"', 'AADServicePrincipalSignInLogs | where AppId == "00000003-0000-0000-c000-000000000000"']]],
    ['AADServicePrincipalSignInLogs | where AppId == "00000003-0000-0000-c000-000000000000"', []],
    ['SigninLogs | join kind=inner (AADServicePrincipalSignInLogs) on $left.AppId == $right.AppId', []],
  ]],
  ['IT012 searching text', [
    ['SigninLogs | where AppDisplayName contains "azure"', [['IT012', '"azure"', 'SigninLogs | where AppDisplayName has "azure"']]],
    ['SigninLogs | where AppDisplayName !contains "azure"', [['IT012', '"azure"', 'SigninLogs | where AppDisplayName !has "azure"']]],
    ['SigninLogs | where AppDisplayName contains "-a"', []],
    ['SigninLogs | where AppDisplayName has ""', [['IT012', '""']]],
    ['SigninLogs | where AppDisplayName has "*azure*"', [['IT012', '"*azure*"', 'SigninLogs | where AppDisplayName contains "azure"']]],
    ['SigninLogs | where UserAgent == "azure*"', [['IT012', '"azure*"', 'SigninLogs | where UserAgent startswith "azure"']]],
    ['SigninLogs | where AppDisplayName !~ "*azure"', [['IT012', '"*azure"', 'SigninLogs | where AppDisplayName !endswith "azure"']]],
    ['AzureActivity | where Authorization has "*/read" or Authorization has "*"', []],
    ['SigninLogs | where AppDisplayName matches regex "azure.*"', []],
    ['SigninLogs | where AppId has "00000003-0000-0000-c000-000000000000"', [['IT012', '"00000003-0000-0000-c000-000000000000"', 'SigninLogs | where AppId =~ "00000003-0000-0000-c000-000000000000"']]],
    ['AzureActivity | where Claims has "00000003-0000-0000-c000-000000000000"', []],
    ['SigninLogs | where AppDisplayName has "azure"', []],
  ]],
  ['IT013 the case of names', [
    ['AADServicePrincipalSignInLogs | where ServicePrincipalName == "Pipeline"', [['IT013', '==', 'AADServicePrincipalSignInLogs | where ServicePrincipalName =~ "Pipeline"']]],
    ['SigninLogs | where UserPrincipalName in ("a@b.c")', [['IT013', 'in', 'SigninLogs | where UserPrincipalName in~ ("a@b.c")']]],
    ['SigninLogs | where UserPrincipalName != "a@b.c"', [['IT013', '!=', 'SigninLogs | where UserPrincipalName !~ "a@b.c"']]],
    ['AADServicePrincipalSignInLogs | where ServicePrincipalName =~ "Pipeline"', []],
    ['AADServicePrincipalSignInLogs | where ServicePrincipalName == ""', []],
    ['AuditLogs | where OperationName == "add Service principal"', [['IT013', '==', 'AuditLogs | where OperationName =~ "add Service principal"']]],
    ['AuditLogs | where OperationName in ("Add Service Principal")', [['IT013', 'in', 'AuditLogs | where OperationName in~ ("Add Service Principal")']]],
    ['AuditLogs | where OperationName =~ "add Service principal"', []],
    ['AZKVAuditLogs | where OperationName == "SecretGet"', []],
    ['AzureActivity | where OperationNameValue == "Microsoft.Authorization/roleAssignments/write"', [['IT013', '==', 'AzureActivity | where OperationNameValue =~ "Microsoft.Authorization/roleAssignments/write"']]],
  ]],
  ['IT014 SQL', [
    ['SELECT AppId, IPAddress FROM SigninLogs WHERE ResultType = "0" AND AppId <> "a" ORDER BY TimeGenerated DESC LIMIT 5', [['IT014', 'SELECT', 'SigninLogs\n| where ResultType == "0" and AppId != "a"\n| project AppId, IPAddress\n| sort by TimeGenerated desc\n| take 5']]],
    ['select * from SigninLogs', [['IT014', 'select', 'SigninLogs']]],
    ['select distinct AppId from SigninLogs', [['IT014', 'select', 'SigninLogs\n| distinct AppId']]],
    ['SigninLogs | where ResultType = "0"', [['IT014', '=', 'SigninLogs | where ResultType == "0"']]],
    ['SigninLogs | where ResultType == "0" AND IsRisky == true', [['IT014', 'AND', 'SigninLogs | where ResultType == "0" and IsRisky == true']]],
    ['SigninLogs | WHERE ResultType == "0"', [['IT014', 'WHERE', 'SigninLogs | where ResultType == "0"']]],
    ['SigninLogs | where ResultType IN ("0")', [['IT014', 'IN', 'SigninLogs | where ResultType in ("0")']]],
    ['SigninLogs where ResultType == "0"', [['IT014', 'where', 'SigninLogs | where ResultType == "0"']]],
    ['SigninLogs\nwhere ResultType == "0"', [['IT014', 'where', 'SigninLogs\n| where ResultType == "0"']]],
    ['SigninLogs | where UserPrincipalName is null', [['IT014', 'is null', 'SigninLogs | where isempty(UserPrincipalName)']]],
    ['SigninLogs | where UserPrincipalName IS NOT NULL', [['IT014', 'IS NOT NULL', 'SigninLogs | where isnotempty(UserPrincipalName)']]],
    ['SigninLogs | where UserPrincipalName == null', [['IT014', 'null', 'SigninLogs | where isempty(UserPrincipalName)']]],
    ['SigninLogs | where CreatedDateTime != null', [['IT014', 'null', 'SigninLogs | where isnotnull(CreatedDateTime)']]],
    ['SigninLogs | where AppDisplayName like "%azure%"', [['IT014', 'AppDisplayName like "%azure%"', 'SigninLogs | where AppDisplayName contains "azure"']]],
    ['SigninLogs | where AppDisplayName notlike "azure%"', [['IT014', 'AppDisplayName notlike "azure%"', 'SigninLogs | where AppDisplayName !startswith "azure"']]],
    ['SigninLogs | summarize Failures = count() by AppId | having Failures > 5', [['IT014', 'having', 'SigninLogs | summarize Failures = count() by AppId | where Failures > 5']]],
    ['SigninLogs | group by AppId', [['IT014', 'group', 'SigninLogs | summarize count() by AppId']]],
    ['SigninLogs | select AppId', [['IT014', 'select', 'SigninLogs | project AppId']]],
    ['SigninLogs | summarize count(*) by AppId', [['IT014', 'count(*)', 'SigninLogs | summarize count() by AppId']]],
    ['-- failed\nSigninLogs', [['IT014', '--', '// failed\nSigninLogs']]],
    ['SigninLogs | where IsRisky == true && ResultType == "0"', [['IT014', '&&', 'SigninLogs | where IsRisky == true and ResultType == "0"']]],
    ['SigninLogs | where IsRisky == true || ResultType == "0"', [['IT014', '||', 'SigninLogs | where IsRisky == true or ResultType == "0"']]],
    ['SigninLogs | where ResultType not in ("0")', [['IT014', 'not in', 'SigninLogs | where ResultType !in ("0")']]],
    ['SigninLogs | where UserAgent NOT CONTAINS "curl"', [['IT014', 'NOT CONTAINS', 'SigninLogs | where UserAgent !contains "curl"']]],
    ['SigninLogs | where not ResultType == "0" and IsRisky', [['IT014', 'not', 'SigninLogs | where not(ResultType == "0") and IsRisky']]],
    ['SigninLogs | where not isempty(AppId)', [['IT014', 'not', 'SigninLogs | where not(isempty(AppId))']]],
    ['SigninLogs | summarize count() group by AppId', [['IT014', 'group', 'SigninLogs | summarize count() by AppId']]],
    ['SigninLogs | extend x = LEN(AppId)', [['IT014', 'LEN', 'SigninLogs | extend x = strlen(AppId)']]],
    ['SigninLogs | extend x = concat(AppId, "a")', [['IT014', 'concat', 'SigninLogs | extend x = strcat(AppId, "a")']]],
    ["SigninLogs | where CreatedDateTime > '2026-01-01'", [['IT014', "> '2026-01-01'", 'SigninLogs | where CreatedDateTime > datetime(2026-01-01)']]],
    ['SigninLogs | where CreatedDateTime >= "2026-01-01 10:00"', [['IT014', '>= "2026-01-01 10:00"', 'SigninLogs | where CreatedDateTime >= datetime(2026-01-01 10:00)']]],
    ['SigninLogs | extend AND = 1', []],
    ['SigninLogs | where not(ResultType == "0") and IsRisky == true', []],
  ]],
  ['IT015 narrow windows', [
    [`${join} | where TimeGenerated between (T .. T + 10m)`, [['IT015', '10m', `${join} | where TimeGenerated between (T .. T + 90m)`]]],
    [`${join} | where TimeGenerated - T < 5m`, [['IT015', '5m']]],
    [`${join} | where TimeGenerated <= T + time(00:30:00)`, [['IT015', 'time(00:30:00)']]],
    [`${join} | where datetime_diff("minute", TimeGenerated, T) <= 15`, [['IT015', '15']]],
    [`let window = 10m; ${join} | where TimeGenerated between (T .. T + window)`, [['IT015', 'window', `let window = 90m; ${join} | where TimeGenerated between (T .. T + window)`]]],
    [`${join} | where TimeGenerated between (T .. T + 60m)`, []],
    [`${join} | where TimeGenerated > ago(10m)`, []],
    ['SigninLogs | where TimeGenerated > CreatedDateTime - 10m', []],
  ]],
  ['IT016 dropped columns', [
    ['SigninLogs | summarize count() by AppId | where ResultType == "0"', [['IT016', 'ResultType', 'SigninLogs | summarize count() by AppId, ResultType | where ResultType == "0"']]],
    ['SigninLogs | summarize count() | where ResultType == "0"', [['IT016', 'ResultType', 'SigninLogs | summarize count() by ResultType | where ResultType == "0"']]],
    ['SigninLogs | project AppId | where ResultType == "0"', [['IT016', 'ResultType', 'SigninLogs | project AppId, ResultType | where ResultType == "0"']]],
    ['SigninLogs | project-away ResultType | where ResultType == "0"', [['IT016', 'ResultType']]],
    ['SigninLogs | distinct AppId | project IPAddress', [['IT016', 'IPAddress']]],
  ]],
  ['IT017 columns of other tables', [
    ['AADServicePrincipalSignInLogs | where UserPrincipalName =~ "a"', [['IT017', 'UserPrincipalName', 'AADServicePrincipalSignInLogs | where ServicePrincipalName =~ "a"']]],
    ['AADServicePrincipalSignInLogs | project UserId', [['IT017', 'UserId', 'AADServicePrincipalSignInLogs | project ServicePrincipalId']]],
    ['AuditLogs | project ServicePrincipalName', [['IT017', 'ServicePrincipalName']]],
  ]],
  ['IT018 misspelt names', [
    ['SigninLogs | where ResultTyp == "0"', [['IT018', 'ResultTyp', 'SigninLogs | where ResultType == "0"']]],
    ['SigninLogs | where resulttype == "0"', [['IT018', 'resulttype', 'SigninLogs | where ResultType == "0"']]],
    ['SignInLogs | take 1', [['IT003', 'SignInLogs', 'SigninLogs | take 1']]],
    ['AuditLog | take 1', [['IT018', 'AuditLog', 'AuditLogs | take 1']]],
    ['SigninLogs | where Zzzzz == "0"', [['KS142', 'Zzzzz']]],
    ['SigninLogs | extend x = tostrng(AppId)', [['IT018', 'tostrng', 'SigninLogs | extend x = tostring(AppId)']]],
    ['SigninLogs | extend x = CASE(true, 1, 2)', [['IT018', 'CASE', 'SigninLogs | extend x = case(true, 1, 2)']]],
    ['SigninLogs | extend x = zzzzzzz(AppId)', [['KS211', 'zzzzzzz']]],
  ]],
  ['IT019 texts that are no code', [
    ['SigninLogs | where ResultType == "AADSTS50126"', [['IT019', '"AADSTS50126"', 'SigninLogs | where ResultType == "50126"']]],
    ['SigninLogs | where ResultType == "Success"', [['IT019', '"Success"', 'SigninLogs | where ResultType == "0"']]],
    ['SigninLogs | where ResultType in ("0", "AADSTS 50053")', [['IT019', '"AADSTS 50053"', 'SigninLogs | where ResultType in ("0", "50053")']]],
    ['SigninLogs | where ResultType == "failed"', [['IT019', '"failed"']]],
    ['SigninLogs | where ResultType == "99999999"', []],
    ['SigninLogs | where ResultType == ""', []],
    ['SigninLogs | where ResultDescription has "AADSTS50126"', []],
    ['AZKVAuditLogs | where ResultType =~ "Success"', []],
    ['SigninLogs | where ResultType has "AADSTS50126"', [['IT019', '"AADSTS50126"', 'SigninLogs | where ResultType has "50126"']]],
    ['SigninLogs | where ResultType has_any ("AADSTS50126")', [['IT019', '"AADSTS50126"', 'SigninLogs | where ResultType has_any ("50126")']]],
  ]],
])('%s', (_, cases) => {
  it.each(cases)('%s', (text, expected) => check(text, expected));
});

describe('IT011 no time filter', () => {
  const codes = (text: string, kind: LanguageKind = 'kusto') => find(text, { kind }).filter(({ code }) => code === 'IT011').map(({ under, fixed }) => [under, fixed[0]]);
  it.each<[string, readonly (readonly string[])[]]>([
    ['SigninLogs | where ResultType == "0"', [['SigninLogs', 'SigninLogs | where TimeGenerated > ago(1d) | where ResultType == "0"']]],
    ['SigninLogs\n| summarize count()', [['SigninLogs', 'SigninLogs\n| where TimeGenerated > ago(1d)\n| summarize count()']]],
    ['union SigninLogs, AuditLogs | summarize count()', [['SigninLogs', 'union SigninLogs, AuditLogs | where TimeGenerated > ago(1d) | summarize count()']]],
    ['SigninLogs | union AuditLogs | summarize count()', [['SigninLogs', 'SigninLogs | where TimeGenerated > ago(1d) | union AuditLogs | summarize count()']]],
    ['union SigninLogs, AuditLogs', []],
    ['union SigninLogs, AuditLogs | take 5', []],
    ['union isfuzzy=true SigninLogs, AuditLogs | where TimeGenerated > ago(1h) | count', []],
    ['SigninLogs | where TimeGenerated > ago(1d) | summarize count()', []],
    ['let recent = SigninLogs | where TimeGenerated > ago(1d); recent | summarize count()', []],
    ['SigninLogs | where CreatedDateTime between (ago(2d) .. ago(1d)) | summarize count()', []],
    ['SigninLogs | take 5', []],
    ['SigninLogs | getschema', []],
    ['SigninLogs', []],
    ['SigninLogs | where TimeGenerated > ago(1d) | join kind=inner (AuditLogs) on CorrelationId', [['AuditLogs', 'SigninLogs | where TimeGenerated > ago(1d) | join kind=inner (AuditLogs | where TimeGenerated > ago(1d)) on CorrelationId']]],
    ['SigninLogs | where TimeGenerated > ago(1d) | lookup (AuditLogs | where Category == "x") on CorrelationId', [['AuditLogs', 'SigninLogs | where TimeGenerated > ago(1d) | lookup (AuditLogs | where TimeGenerated > ago(1d) | where Category == "x") on CorrelationId']]],
    ['SigninLogs | where TimeGenerated > ago(1d) | join kind=inner (AuditLogs | where TimeGenerated > ago(2d)) on CorrelationId', []],
    ['SigninLogs | where TimeGenerated > ago(1d) | join kind=inner (IdentityInfo) on $left.UserId == $right.AccountObjectId', []],
    ['let recent = AuditLogs | where TimeGenerated > ago(1d); SigninLogs | where TimeGenerated > ago(1d) | join kind=inner (recent) on CorrelationId', []],
    ['print 1', []],
    ['datatable(a: string) ["b"] | where a == "b"', []],
  ])('%s', (text, expected) => expect(codes(text)).toEqual(expected));

  it('is not said of a rule, whose period limits it', () => {
    expect(codes('kind: Scheduled\nquery: |\n  SigninLogs\n  | where ResultType == "0"\n', 'yaml')).toEqual([]);
  });
});

describe('settings and comments', () => {
  const text = 'SigninLogs | where ResultType == 50126';
  it('takes severities by code', () => {
    expect(find(text, { settings: { IT001: 'error', IT011: 'off' } }).map(({ code, severity }) => [code, severity])).toEqual([['IT001', 'error']]);
    expect(find(text, { settings: { IT001: 'off', IT011: 'off' } })).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    [`// identity-trail-disable IT001, IT011\n${text}`, []],
    [`// identity-trail-disable\n${text}`, []],
    [`// identity-trail-disable-next-line IT001\n${text}`, ['IT011']],
    [`${text} // identity-trail-disable-line IT011`, ['IT001']],
    [`// identity-trail-disable-next-line\n\n${text}`, ['IT011', 'IT001']],
    [`// identity-trail-disable IT999\n${text}`, ['IT011', 'IT001']],
  ])('%s', (source, codes) => expect(find(source).map(({ code }) => code)).toEqual(codes));

  it('cannot be switched off by a text in quotes', () => {
    expect(find('SigninLogs | where AppId == "// identity-trail-disable" and ResultType == 0 and TimeGenerated > ago(1d)').map(({ code }) => code)).toContain('IT001');
  });
});

describe('several queries, other languages', () => {
  it('diagnoses each query on its own', () => {
    expect(find('SigninLogs | where ResultType == 1 and TimeGenerated > ago(1d)\n\nSigninLogs | where Zzzzz == 1\n\nprint 1').map(({ code }) => code)).toEqual(['IT001', 'KS142']);
  });

  it('knows nothing of a variable of another query, and all of a let before a blank line', () => {
    expect(find('let a = 1;\n\nprint a\n\nprint a').map(({ code, under }) => [code, under])).toEqual([['KS142', 'a']]);
  });

  it.each<[string, LanguageKind, readonly (readonly [string, string])[]]>([
    ['kind: Scheduled\nquery: |\n    SigninLogs\n\n    | where ResultType == 50126\n', 'yaml', [['IT001', '50126']]],
    ['kind: Scheduled\nquery: >\n  SigninLogs\n  | where ResultType ==\n  50126\n', 'yaml', [['IT001', '50126']]],
    ['kind: Scheduled\nquery: "SigninLogs | where ResultType == 50126"\n', 'yaml', [['IT001', '50126']]],
    ['a: 1\nquery: select 1\n', 'yaml', []],
    ['x\n```kql\nSigninLogs | where ResultType == 50126 and TimeGenerated > ago(1d)\n\nprint zz\n```\n', 'markdown', [['IT001', '50126'], ['KS142', 'zz']]],
  ])('%s', (text, kind, expected) => expect(find(text, { kind }).map(({ code, under }) => [code, under])).toEqual(expected));
});

describe('IT020 comments in folded blocks', () => {
  const rule = (header: string, query: string) => `kind: Scheduled\nquery: ${header}\n${query}`;
  const codes = (text: string) => find(text, { kind: 'yaml' }).map(({ code, under }) => [code, under]);

  it.each<[string, readonly (readonly string[])[]]>([
    [rule('>', '  SigninLogs // people\n  | where ResultType == 5\n'), [['IT020', '// people']]],
    [rule('>-', '  // people\n  SigninLogs\n'), [['IT020', '// people\n  SigninLogs']]],
    [rule('|', '  SigninLogs // people\n  | where ResultType == "5"\n'), []],
    [rule('>', '  SigninLogs\n  | where UserAgent has "http://x.y"\n'), []],
  ])('%j', (text, expected) => expect(codes(text)).toEqual(expected));
});

describe('what the local engine refuses', () => {
  const local: LanguageWorld = { ...bundledWorld, translator: createTranslator() };
  const remote: LanguageWorld = { kql: bundledWorld.kql, schema: bundledWorld.schema };
  const refused = 'print geo_point_buffer(1.0, 2.0, 3.0), current_principal()';
  it('is said for a local source only, as information', () => {
    const found = find(refused, { world: local });
    expect(found.every(({ code, severity }) => code.startsWith('KQL') && severity === 'information')).toBe(true);
    expect(found.length).toBeGreaterThan(0);
    expect(find(refused, { world: remote })).toEqual([]);
  });
});

describe('a mistake that a lint names', () => {
  const local: LanguageWorld = { ...bundledWorld, translator: createTranslator() };
  it.each(['SigninLogs | where ResultType == 50126', 'SigninLogs | where ResultType in (50126, 50053)'])('is not told a second time as a refusal: %s', (text) => {
    expect([...new Set(find(text, { world: local }).map(({ code }) => code))]).toEqual(['IT011', 'IT001']);
  });
});

describe('the lints themselves', () => {
  it('have codes in order, titles and explanations', () => {
    expect(lints.map(({ code }) => code)).toEqual(lints.map((_, index) => `IT${String(index + 1).padStart(3, '0')}`));
    for (const { title, explanation } of lints) {
      expect(title.length).toBeGreaterThan(5);
      expect(explanation.length).toBeGreaterThan(60);
    }
  });

  it.each(scenarios.map(({ id, query }) => [id, query] as const))('find nothing grave in the scenario %s', (_, query) => {
    expect(find(query).filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });
});
