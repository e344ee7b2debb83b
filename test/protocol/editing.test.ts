import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, CodeLens, InlayHint, Position, SelectionRange, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageMessages, type ExplainQueryResult, type LanguageInitialization, type RuleOfQueryResult } from '../../src/protocol/index.ts';
import { startServerInMemory, type LanguageClient } from '../support/languageServer.ts';
import { readMarked } from '../support/marked.ts';

let client: LanguageClient;
const options: LanguageInitialization = { inlayHints: true, lenses: ['runOnSample', 'explainQuery', 'makeRule'] };

beforeAll(async () => {
  client = startServerInMemory();
  await client.initialize(options);
});
afterAll(async () => client.close());

interface Opened {
  readonly uri: string;
  readonly document: TextDocument;
  readonly offset: number;
  readonly position: Position;
}

async function openAt(marked: string, languageId = 'kusto'): Promise<Opened> {
  const { text, offset } = readMarked(marked);
  const uri = await client.open(text, languageId);
  const document = TextDocument.create(uri, languageId, 1, text);
  return { uri, document, offset, position: document.positionAt(offset) };
}

/** The text after the action of this title; the selection is what stands between the mark and the optional `<|`. */
async function apply(marked: string, title: string, languageId = 'kusto'): Promise<string | undefined> {
  const [before = '', selected] = marked.split('<|');
  const end = selected === undefined ? undefined : before.length - 2;
  const { uri, document, position } = await openAt(before + (selected ?? ''), languageId);
  const range = { start: position, end: end === undefined ? position : document.positionAt(end) };
  const actions = await client.ask<CodeAction[]>('textDocument/codeAction', uri, { range, context: { diagnostics: [] } });
  const edits = actions.find((action) => action.title === title)?.edit?.changes?.[uri];
  return edits && TextDocument.applyEdits(document, edits);
}

const id = '5f1a0c2e-1111-4222-8333-444455556666';
const other = '5f1a0c2e-1111-4222-8333-444455557777';

describe('rewriting', () => {
  beforeAll(async () => {
    const identity = { kind: 'servicePrincipal', applicationId: '00000000-aaaa-4bbb-8ccc-000000000001', lastSignIn: '' } as const;
    await client.connection.sendNotification(languageMessages.setIdentities, {
      identities: [{ ...identity, name: 'deploy', servicePrincipalId: id }, { ...identity, name: 'twins', servicePrincipalId: id }, { ...identity, name: 'twins', servicePrincipalId: other }],
    });
  });

  it.each<readonly [title: string, marked: string, expected: string | undefined]>([
    ['Extract to let window', 'SigninLogs | where TimeGenerated > ago(|>1d)', 'let window = 1d;\nSigninLogs | where TimeGenerated > ago(window)'],
    ['Extract to let text', 'SigninLogs | where ResultType == |>"50126"', 'let text = "50126";\nSigninLogs | where ResultType == text'],
    ['Extract to let number', 'SigninLogs | take |>10', 'let number = 10;\nSigninLogs | take number'],
    ['Extract to let window2', 'let window = 1h;\nSigninLogs | where TimeGenerated > ago(|>1d) + window', 'let window = 1h;\nlet window2 = 1d;\nSigninLogs | where TimeGenerated > ago(window2) + window'],
    ['Extract to let instant', 'SigninLogs | where TimeGenerated > |>ago(1d)<|', 'let instant = ago(1d);\nSigninLogs | where TimeGenerated > instant'],
    ['Extract to let text', 'SigninLogs | extend X = |>strcat(AppId, "a")<|', undefined],
    ['Extract to let rows', 'SigninLogs | join kind=inner (|>AuditLogs | take 1<|) on CorrelationId', 'let rows = AuditLogs | take 1;\nSigninLogs | join kind=inner (rows) on CorrelationId'],
    ['Inline window', 'let |>window = 1d;\nSigninLogs | where TimeGenerated > ago(window)', 'SigninLogs | where TimeGenerated > ago(1d)'],
    ['Inline window', 'let window = 1d + 1h;\nSigninLogs | where TimeGenerated > ago(|>window)', 'SigninLogs | where TimeGenerated > ago((1d + 1h))'],
    ['Inline T', 'let T = SigninLogs | take 1;\n|>T | count', '(SigninLogs | take 1) | count'],
    ['Inline window', 'let |>window = 1d;\nSigninLogs | take 1', undefined],
    ['Wrap in a function', '|>SigninLogs\n| take 1', 'let query = () {\n    SigninLogs\n    | take 1\n};\nquery()'],
    ['Wrap in a function', 'let window = 1d;\n|>SigninLogs | take 1', 'let window = 1d;\nlet query = () {\n    SigninLogs | take 1\n};\nquery()'],
    ['Wrap in a function', '|>SigninLogs | where Nothing == 1', undefined],
    ['Add a time filter', '|>SigninLogs | take 1', 'SigninLogs | where TimeGenerated > ago(1d) | take 1'],
    ['Add a time filter', '|>SigninLogs\n| take 1', 'SigninLogs\n| where TimeGenerated > ago(1d)\n| take 1'],
    ['Add a time filter', '|>SigninLogs\n| where TimeGenerated > ago(3d)', undefined],
    ['Compare ServicePrincipalId instead of the name', 'AADServicePrincipalSignInLogs | where ServicePrincipalName == |>"deploy"', `AADServicePrincipalSignInLogs | where ServicePrincipalId == "${id}"`],
    ['Compare ServicePrincipalId: 2 objects bear this name', 'AADServicePrincipalSignInLogs | where ServicePrincipalName =~ |>"twins"', `AADServicePrincipalSignInLogs | where ServicePrincipalId in ("${id}", "${other}")`],
    ['Compare ServicePrincipalId instead of the name', 'AADServicePrincipalSignInLogs | where ServicePrincipalName == |>"unknown"', undefined],
    ['Switch IT001 off for this line', 'SigninLogs\n  | where ResultType == |>1', 'SigninLogs\n  // identity-trail-disable-next-line IT001\n  | where ResultType == 1'],
  ])('%s: %s', async (title, marked, expected) => {
    expect(await apply(marked, title)).toBe(expected);
  });

  it('keeps the indentation of a rule', async () => {
    const rule = 'query: |\n  SigninLogs\n  | where ResultType == |>1\n';
    expect(await apply(rule, 'Switch IT001 off for this line', 'yaml')).toBe('query: |\n  SigninLogs\n  // identity-trail-disable-next-line IT001\n  | where ResultType == 1\n');
  });

  it('gives only the kinds that were asked for', async () => {
    const { uri, position } = await openAt('|>SigninLogs | where ResultType == 1');
    const ask = async (only: string) => (await client.ask<CodeAction[]>('textDocument/codeAction', uri, { range: { start: position, end: { line: 0, character: 34 } }, context: { diagnostics: [], only: [only] } })).map(({ kind }) => kind);
    expect(new Set(await ask('quickfix'))).toEqual(new Set(['quickfix']));
    expect(new Set(await ask('refactor'))).toEqual(new Set(['refactor.extract', 'refactor.rewrite']));
    expect(await ask('refactor.inline')).toEqual([]);
  });
});

describe('formatting while typing', () => {
  it.each([
    ['SigninLogs\n    ||>', 'SigninLogs\n|'],
    ['    SigninLogs\n||>', '    SigninLogs\n    |'],
    ['SigninLogs\n  | take 1\n||>', 'SigninLogs\n  | take 1\n  |'],
    ['let f = () {\n    SigninLogs\n    | take 1\n    }|>', 'let f = () {\n    SigninLogs\n    | take 1\n}'],
    ['SigninLogs\n| join kind=inner (\n    AuditLogs\n||>\n) on Id', 'SigninLogs\n| join kind=inner (\n    AuditLogs\n    |\n) on Id'],
    ['SigninLogs\n| take 1 ||>', 'SigninLogs\n| take 1 |'],
    ['SigninLogs // a\n    // ||>', 'SigninLogs // a\n    // |'],
  ])('%j', async (marked, expected) => {
    const cursor = marked.lastIndexOf('|>');
    const text = marked.slice(0, cursor) + marked.slice(cursor + 2);
    const uri = await client.open(text);
    const document = TextDocument.create(uri, 'kusto', 1, text);
    const edits = await client.at<TextEdit[]>('textDocument/onTypeFormatting', uri, document.positionAt(cursor), { ch: text[cursor - 1], options: { tabSize: 4, insertSpaces: true } });
    expect(TextDocument.applyEdits(document, edits)).toBe(expected);
  });
});

describe('selections that grow', () => {
  async function grow(marked: string, languageId = 'kusto'): Promise<readonly string[]> {
    const { uri, document, position } = await openAt(marked, languageId);
    const [first] = await client.ask<SelectionRange[]>('textDocument/selectionRange', uri, { positions: [position] });
    const found: string[] = [];
    for (let range = first; range; range = range.parent) found.push(document.getText(range.range));
    return found;
  }

  it('goes from the word to the document', async () => {
    const found = await grow('SigninLogs\n| where App|>Id == "a" and ResultType == "0"\n\nAuditLogs');
    expect(found).toEqual(expect.arrayContaining(['AppId', 'AppId == "a"', 'AppId == "a" and ResultType == "0"', 'SigninLogs\n| where AppId == "a" and ResultType == "0"']));
    expect(found[0]).toBe('AppId');
    expect(found.at(-1)).toBe('SigninLogs\n| where AppId == "a" and ResultType == "0"\n\nAuditLogs');
    for (const [index, text] of found.entries()) if (index > 0) expect(text).toContain(found[index - 1]);
  });

  it('stays in the query of a fence before it takes the page', async () => {
    expect((await grow('# A\n```kql\nSigninLogs | take |>1\n```\n', 'markdown')).slice(-2)).toEqual(['SigninLogs | take 1', '# A\n```kql\nSigninLogs | take 1\n```\n']);
  });

  it('takes the document where there is no query', async () => {
    expect(await grow('# |>A\n', 'markdown')).toEqual(['# A\n']);
  });
});

describe('hints of types', () => {
  async function hints(text: string): Promise<readonly string[]> {
    const uri = await client.open(text);
    const document = TextDocument.create(uri, 'kusto', 1, text);
    const range = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
    const found = await client.ask<InlayHint[]>('textDocument/inlayHint', uri, { range });
    return found.map(({ position, label }) => `${/\w+$/.exec(text.slice(0, document.offsetAt(position)))?.[0] ?? ''}${typeof label === 'string' ? label : ''}`);
  }

  it.each<readonly [string, readonly string[]]>([
    ['SigninLogs | extend Day = startofday(TimeGenerated), City = LocationDetails.city', ['Day: datetime', 'City: dynamic']],
    ['SigninLogs | summarize Failures = count(), Share = avg(1.0) by bin(TimeGenerated, 1h)', ['Failures: long', 'Share: real']],
    ['let window = 1d;\nlet rows = SigninLogs;\nrows | where TimeGenerated > ago(window)', ['window: timespan']],
    ['SigninLogs | project AppId', []],
  ])('%s', async (text, expected) => {
    expect(await hints(text)).toEqual(expected);
  });

  it('are off until the setting asks for them', async () => {
    const plain = startServerInMemory();
    await plain.initialize();
    const uri = await plain.open('let window = 1d; SigninLogs | where TimeGenerated > ago(window)');
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    expect(await plain.ask<InlayHint[]>('textDocument/inlayHint', uri, { range })).toEqual([]);
    expect((await plain.ask<CodeLens[]>('textDocument/codeLens', uri)).map(({ command }) => command?.command)).toEqual(['identityTrail.runQuery']);
    await plain.close();
  });
});

describe('code lenses', () => {
  it('stand above each query', async () => {
    const uri = await client.open('SigninLogs\n| take 1\n\nAuditLogs\n| take 2\n');
    const lenses = await client.ask<CodeLens[]>('textDocument/codeLens', uri);
    expect(lenses.map(({ range, command }) => [range.start.line, command?.title, command?.arguments?.[1] as unknown])).toEqual([0, 3].flatMap((line) => ['$(play) Run query', 'Run on sample', 'Explain', 'Make a rule of this'].map((title) => [line, title, { line, character: 0 }])));
  });
});

describe('explaining a query', () => {
  async function explain(marked: string, languageId = 'kusto'): Promise<string> {
    const { uri, position } = await openAt(marked, languageId);
    return (await client.at<ExplainQueryResult | null>(languageMessages.explainQuery, uri, position))?.markdown ?? '';
  }

  it('tells the steps in the order of the rows', async () => {
    const markdown = await explain('let failed = SigninLogs | where ResultType != "0";\n|>failed\n| summarize Failures = count() by AppId');
    const order = ['# What this query does', '## failed', 'SigninLogs', 'where ResultType != "0"', '## The result', 'summarize Failures = count() by AppId', 'AppId, Failures'];
    const places = order.map((part) => markdown.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('tells what is wrong', async () => {
    expect(await explain('SigninLogs | where |>Nothing == 1')).toMatch(/What is wrong with it[^]*Nothing/);
  });

  it('has nothing to tell beside queries', async () => {
    expect(await explain('# |>A page\n', 'markdown')).toBe('');
  });
});

describe('making a rule of a query', () => {
  it('gives YAML that holds the query and the tables\u2019 connector', async () => {
    const { uri, position } = await openAt('AuditLogs | take 1\n\nAADServicePrincipalSignInLogs\n| where |>ResultType != "0"\n| project AppId');
    const yaml = (await client.at<RuleOfQueryResult | null>(languageMessages.ruleOfQuery, uri, position))?.yaml ?? '';
    expect(yaml).toMatch(/^id: [0-9a-f-]{36}$/m);
    expect(yaml).toMatch(/query: \|\n +AADServicePrincipalSignInLogs\n +\| where ResultType != "0"\n +\| project AppId/);
    expect(yaml).not.toContain('AuditLogs | take 1');
    const rule = await client.open(yaml, 'yaml');
    expect((await client.diagnostics(rule)).diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);
  });

  it('has none to give beside queries', async () => {
    const { uri, position } = await openAt('# |>A page\n', 'markdown');
    expect(await client.at(languageMessages.ruleOfQuery, uri, position)).toBeNull();
  });
});
