import { describe, expect, it } from 'vitest';
import { complete, describeCompletion, KnownIdentities, type LanguageKind, type LanguageWorld } from '../../../src/language/index.ts';
import { bundledWorld, openMarked } from '../../support/marked.ts';

const hostile = '"; drop [x](command:a) <b>\n| where';
const world: LanguageWorld = {
  ...bundledWorld,
  identities: new KnownIdentities([
    { name: 'pipeline-prod', kind: 'servicePrincipal', servicePrincipalId: '5a1e8d64-0000-4000-8000-000000000001', applicationId: '5a1e8d64-0000-4000-8000-000000000002', lastSignIn: '2026-01-02T00:00:00.0000000Z' },
    { name: hostile, kind: 'systemAssigned', servicePrincipalId: '5a1e8d64-0000-4000-8000-000000000003', applicationId: '', lastSignIn: '2026-01-01T00:00:00.0000000Z' },
  ]),
};

interface Expected {
  /** The labels that come first, in this order. */
  readonly first?: readonly string[];
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  /** What an item would replace. */
  readonly replaces?: string;
  readonly none?: true;
}

function labelsAt(marked: string, kind: LanguageKind) {
  const { document, offset } = openMarked(marked, kind, world);
  const found = complete(document, offset);
  const items = [...(found?.items ?? [])].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  return { labels: items.map(({ label }) => label), items, replaced: found ? document.text.slice(found.replace.start, found.replace.start + found.replace.length) : '' };
}

function check(marked: string, { first = [], has = [], lacks = [], replaces, none }: Expected, kind: LanguageKind = 'kusto'): void {
  const { labels, replaced } = labelsAt(marked, kind);
  if (none) expect(labels).toEqual([]);
  expect(labels.slice(0, first.length)).toEqual(first);
  expect(has.filter((label) => !labels.includes(label))).toEqual([]);
  expect(lacks.filter((label) => labels.includes(label))).toEqual([]);
  if (replaces !== undefined) expect(replaced).toBe(replaces);
}

describe('names', () => {
  it.each<[string, Expected]>([
    ['|>', { first: ['SigninLogs', 'AADNonInteractiveUserSignInLogs', 'AADServicePrincipalSignInLogs', 'AADManagedIdentitySignInLogs'], has: ['print', 'datatable'] }],
    ['SigninLogs | |>', { first: ['where', 'summarize', 'extend', 'project', 'join', 'sort', 'take'], has: ['summarize', 'mv-expand', 'join'], lacks: ['SigninLogs'] }],
    ['SigninLogs\n| where AppId == "a"\n| |>', { first: ['where'], has: ['summarize'] }],
    ['SigninLogs | where |>', { first: ['TimeGenerated', 'ResultType'], has: ['AppId', 'isempty', 'tostring'], lacks: ['ServicePrincipalCredentialKeyId_'] }],
    ['AADServicePrincipalSignInLogs | where |>', { first: ['TimeGenerated', 'ResultType', 'ServicePrincipalId', 'ServicePrincipalName'], lacks: ['UserPrincipalName'] }],
    ['SigninLogs | where Res|>', { has: ['ResultType'], replaces: 'Res' }],
    ['SigninLogs | where ResultType |>', { first: ['==', '!=', 'in', 'in~'], has: ['matches regex'], lacks: ['ResultType'] }],
    ['SigninLogs | summarize count(|>)', { none: true }],
    ['SigninLogs | summarize dcount(|>)', { first: ['TimeGenerated', 'ResultType'] }],
    ['SigninLogs | summarize |>', { has: ['count', 'arg_max', 'make_set'] }],
    ['SigninLogs | summarize count() by |>', { first: ['TimeGenerated', 'ResultType'], has: ['bin'] }],
    ['SigninLogs | project AppId | where |>', { has: ['AppId'], lacks: ['ResultType'] }],
    ['SigninLogs | join kind=|>', { has: ['inner', 'leftanti', 'innerunique'] }],
    ['SigninLogs | join (|>', { has: ['AuditLogs'] }],
    ['union |>', { has: ['AuditLogs', 'SigninLogs'] }],
    ['let known = SigninLogs; |>', { has: ['known', 'SigninLogs'] }],
    ['let known = SigninLogs;\n\n|>', { has: ['known', 'SigninLogs'] }],
    ['print 1\n\n|>', { has: ['SigninLogs'] }],
    ['let window = 1h; SigninLogs | where TimeGenerated > ago(|>', { has: ['window'] }],
    ['SigninLogs | render |>', { has: ['timechart', 'barchart'] }],
  ])('%s', (marked, expected) => check(marked, expected));
});

describe('values', () => {
  it.each<[string, Expected]>([
    ['SigninLogs | where ResultType in~ (|>)', { first: ['"0"'] }],
    ['SigninLogs | where ResultType !in~ ("0", |>)', { first: ['"0"'] }],
    ['AuditLogs | where OperationName in~ ("|>")', { has: ['"Add owner to application"'] }],
    ['SigninLogs | where ResultType == |>', { first: ['"0"'], has: ['"50126"', '"7000215"', '"7000222"'] }],
    ['SigninLogs | where ResultType == "|>"', { first: ['"0"'], has: ['"50126"'], lacks: ['AppId'], replaces: '""' }],
    ['SigninLogs | where ResultType == "700|>"', { has: ['"7000215"'], replaces: '"700"' }],
    ['SigninLogs | where ResultType == \'|>\'', { has: ['\'7000215\''], replaces: '\'\'' }],
    ['SigninLogs | where ResultType != |>', { first: ['"0"'] }],
    ['SigninLogs | where ResultType in (|>)', { first: ['"0"'] }],
    ['SigninLogs | where ResultType in ("0", |>)', { has: ['"50126"'] }],
    ['SigninLogs | where ResultType in |>', { lacks: ['"0"'] }],
    ['AADServicePrincipalSignInLogs | where ResourceIdentity == |>', { has: ['"00000003-0000-0000-c000-000000000000"', '"cfa8b339-82a2-471a-a3c9-0fc0be7a4093"'] }],
    ['AADServicePrincipalSignInLogs | where ResourceDisplayName == |>', { has: ['"Windows Azure Service Management API"', '"Microsoft Graph"'] }],
    ['AuditLogs | where OperationName == |>', { has: ['"Add service principal"', '"Update application \u2013 Certificates and secrets management "'] }],
    ['AuditLogs | where Category == |>', { has: ['"AuditLogs"'] }],
    ['AADServicePrincipalSignInLogs | where ServicePrincipalId == |>', { first: ['"5a1e8d64-0000-4000-8000-000000000001"'] }],
    ['AADServicePrincipalSignInLogs | where AppId == "|>"', { first: ['"5a1e8d64-0000-4000-8000-000000000002"'], has: ['"00000003-0000-0000-c000-000000000000"'] }],
    ['AADServicePrincipalSignInLogs | where ServicePrincipalName == |>', { first: ['"pipeline-prod"', '"\\"; drop [x](command:a) <b>\\n| where"'] }],
    ['SigninLogs | where ConditionalAccessStatus == |>', { has: ['"success"', '"notApplied"'] }],
    ['SigninLogs | where TimeGenerated > |>', { first: ['ago(1d)', 'ago(7d)'] }],
    ['SigninLogs | where TimeGenerated between (|>', { first: ['ago(7d) .. now()'] }],
    ['SigninLogs | where CreatedDateTime >= a|>', { first: ['ago(1d)'], replaces: 'a' }],
    ['SigninLogs | where IsInteractive == |>', { first: ['true', 'false'] }],
    ['SigninLogs | where AppDisplayName == "|>"', { lacks: ['"0"'] }],
  ])('%s', (marked, expected) => check(marked, expected));

  it('names codes beside them, with their meaning as documentation', () => {
    const { items } = labelsAt('SigninLogs | where ResultType == |>', 'kusto');
    const item = items.find(({ label }) => label === '"7000222"');
    expect(item).toMatchObject({ detail: 'InvalidClientSecretExpiredKeysProvided' });
    expect(item?.documentation).toMatch(/expired/);
    expect(item?.filter).toContain('InvalidClientSecret');
  });
});

describe('parts of dynamic columns', () => {
  it.each<[string, Expected]>([
    ['AuditLogs | extend by = InitiatedBy | where by.|>', { first: ['app', 'user'] }],
    ['AuditLogs | project app = InitiatedBy.app | extend n = app.|>', { has: ['servicePrincipalId'], lacks: ['app'] }],
    ['AuditLogs | mv-expand target = TargetResources | extend k = target.|>', { has: ['modifiedProperties'] }],
    ['AuditLogs | extend x = InitiatedBy.|>', { has: ['app', 'user'] }],
    ['AuditLogs | extend x = InitiatedBy.app.|>', { has: ['servicePrincipalId', 'displayName'] }],
    ['AuditLogs | extend x = InitiatedBy.app.serv|>', { has: ['servicePrincipalId'], replaces: 'serv' }],
    ['AuditLogs | extend x = TargetResources[0].|>', { has: ['modifiedProperties', 'displayName', 'id'] }],
    ['AuditLogs | extend x = TargetResources[3].|>', { has: ['modifiedProperties'] }],
    ['SigninLogs | extend x = LocationDetails.|>', { has: ['city', 'countryOrRegion'] }],
    ['SigninLogs | extend x = Zzz.|>', { none: true }],
  ])('%s', (marked, expected) => check(marked, expected));
});

describe('places without completion, and other languages', () => {
  it.each<[string, Expected, LanguageKind]>([
    ['// a |>', { none: true }, 'kusto'],
    ['SigninLogs // a |>', { none: true }, 'kusto'],
    ['kind: Scheduled\nquery: |\n  SigninLogs\n  | where Res|>\n', { has: ['ResultType'], replaces: 'Res' }, 'yaml'],
    ['kind: Scheduled\nquery: |\n  SigninLogs\n  | where ResultType == "|>"\n', { has: ['"50126"'], replaces: '""' }, 'yaml'],
    ['kind: Sched|>uled\nquery: |\n  SigninLogs\n', { none: true }, 'yaml'],
    ['```kql\nSigninLogs | where Res|>\n```\n', { has: ['ResultType'], replaces: 'Res' }, 'markdown'],
    ['text |>\n```kql\nSigninLogs\n```\n', { none: true }, 'markdown'],
  ])('%s', (marked, expected, kind) => check(marked, expected, kind));
});

describe('documentation of an item', () => {
  it.each([
    ['function', 'datetime_diff', /borders of the unit/],
    ['aggregate', 'arg_max', /./],
    ['keyword', 'summarize', /one row per combination/],
    ['table', 'SigninLogs', /Volume/],
    ['column', 'UniqueTokenIdentifier', /exact link/],
  ])('%s %s', (kind, label, expected) => expect(describeCompletion(kind, label)).toMatch(expected));

  it('is absent where there is none', () => expect(describeCompletion('column', 'Zzz')).toBeUndefined());
});

describe('inserted text', () => {
  it('leaves the caret inside a call', () => {
    const { items } = labelsAt('SigninLogs | where |>', 'kusto');
    expect(items.find(({ label }) => label === 'isempty')).toMatchObject({ before: 'isempty(', after: ')' });
    expect(items.find(({ label }) => label === 'AppId')).toMatchObject({ before: 'AppId', after: '' });
  });
});
