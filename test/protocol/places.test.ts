import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, CodeLens, CompletionList, DocumentSymbol, FoldingRange, Hover, InlayHint, Location, Range, SelectionRange, SemanticTokens, SignatureHelp, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageMessages, type LanguageInitialization, type StatementAtResult } from '../../src/protocol/index.ts';
import { fits, kqlPlaces, placed, readMarks, type KqlPlace } from '../support/kqlPlaces.ts';
import { startServerInMemory, type LanguageClient } from '../support/languageServer.ts';

/**
 * Each feature in every kind of document: the answer is the same wherever the query stands, and its ranges are
 * those of the document. `|>` is the cursor; guillemets are around what the answer must name.
 */
type Feature = 'hover' | 'definition' | 'references' | 'highlights' | 'prepareRename';

let client: LanguageClient;
let opened = 0;

beforeAll(async () => {
  client = startServerInMemory();
  await client.initialize({ inlayHints: true, lenses: ['runOnSample', 'explainQuery', 'makeRule'] } satisfies LanguageInitialization);
});
afterAll(async () => client.close());

interface Opened {
  readonly uri: string;
  readonly document: TextDocument;
  /** In the document. */
  readonly offset: number;
  readonly at: (offset: number) => number;
  readonly read: (text: string) => string;
}

async function openQuery(query: string, cursor: number, place: KqlPlace): Promise<Opened> {
  const { text, at, read } = placed(query, place);
  opened += 1;
  const uri = await client.open(text, place.languageId, place.uri?.(opened));
  return { uri, document: TextDocument.create(uri, place.languageId, 1, text), offset: at(Math.max(0, cursor)), at, read };
}

/** The pieces between guillemets, as ranges of the document. */
function rangesOf({ document, at }: Opened, spans: readonly { readonly start: number; readonly length: number }[]): readonly Range[] {
  return spans.map(({ start, length }) => ({ start: document.positionAt(at(start)), end: document.positionAt(at(start + length)) }));
}

function edited({ document, read }: Opened, edits: readonly TextEdit[] | undefined): string | undefined {
  return edits && read(TextDocument.applyEdits(document, [...edits]));
}

function describePlaces(what: string, queries: readonly string[], run: (marked: string, place: KqlPlace) => Promise<void>): void {
  const cases = queries.flatMap((marked) => kqlPlaces.filter((place) => fits(readMarks(marked).query, place)).map((place) => [place.name, marked, place] as const));
  describe(what, () => {
    it.each(cases)('%s: %s', async (_name, marked, place) => run(marked, place));
  });
}

const ask: Readonly<Record<Feature, (opened: Opened) => Promise<readonly Range[]>>> = {
  hover: async ({ uri, document, offset }) => {
    const hover = await client.at<Hover | null>('textDocument/hover', uri, document.positionAt(offset));
    return hover?.range ? [hover.range] : [];
  },
  definition: async ({ uri, document, offset }) => (await client.at<Location[]>('textDocument/definition', uri, document.positionAt(offset))).map(({ range }) => range),
  references: async ({ uri, document, offset }) => (await client.at<Location[]>('textDocument/references', uri, document.positionAt(offset), { context: { includeDeclaration: true } })).map(({ range }) => range),
  highlights: async ({ uri, document, offset }) => (await client.at<Location[]>('textDocument/documentHighlight', uri, document.positionAt(offset))).map(({ range }) => range),
  prepareRename: async ({ uri, document, offset }) => {
    const range = await client.at<Range | null>('textDocument/prepareRename', uri, document.positionAt(offset));
    return range ? [range] : [];
  },
};

const ranges: Readonly<Record<Feature, readonly string[]>> = {
  hover: [
    'SigninLogs | where TimeGenerated > ago(1d) and «Result|>Type» == "0"',
    'SigninLogs\n| where TimeGenerated > ago(1d)\n| where ResultType == «"50|>126"»',
    'AADServicePrincipalSignInLogs\n| where TimeGenerated > ago(1d)\n| where ResultType in ("0", «"7000215|>"»)',
    '«|>SigninLogs»\n| where TimeGenerated > ago(1d)',
    'SigninLogs\n| where TimeGenerated > «ag|>o»(1d)',
    'SigninLogs\n| «summ|>arize» dcount(AppId) by bin(TimeGenerated, 1h)',
    'AuditLogs\n| where TimeGenerated > ago(1d)\n| extend Who = InitiatedBy.app.«service|>PrincipalId»',
    'SigninLogs // «AADSTS|>50126» is a wrong password\n| where TimeGenerated > ago(1d)',
    'AADServicePrincipalSignInLogs\n| where ResourceIdentity == "«00000003-0000-0000-c000-00000|>0000000»"',
    'let «win|>dow» = 1d;\nSigninLogs | where TimeGenerated > ago(window)',
    'SigninLogs\n| where TimeGenerated > ago(1d) |> ',
  ],
  definition: [
    'let «window» = 1d;\nSigninLogs | where TimeGenerated > ago(win|>dow)',
    'let «failed» = SigninLogs | where ResultType != "0";\nfai|>led | count',
    'let recent = («since»: timespan) { SigninLogs | where TimeGenerated > ago(sin|>ce) };\nrecent(1d)',
    'let «recent» = (since: timespan) { SigninLogs | where TimeGenerated > ago(since) };\nrec|>ent(1d)',
    'SigninLogs\n| extend «Hour» = bin(TimeGenerated, 1h)\n| summarize count() by Ho|>ur',
    'SigninLogs\n| summarize «Failures» = count() by AppId\n| where Fail|>ures > 3',
    'SigninLogs\n| where App|>Id != ""',
  ],
  references: [
    'let «win|>dow» = 1d;\nSigninLogs | where TimeGenerated > ago(«window») and CreatedDateTime > ago(«window»)',
    'SigninLogs\n| extend «Hour» = bin(TimeGenerated, 1h)\n| summarize count() by «Ho|>ur»\n| order by «Hour» asc',
    'let «T» = SigninLogs | take 1;\nunion «T», «|>T»',
    'SigninLogs | where |>ResultType == "0"',
  ],
  highlights: [
    'let «win|>dow» = 1d;\nSigninLogs | where TimeGenerated > ago(«window»)',
    'SigninLogs\n| summarize «Failures» = count() by AppId\n| top 3 by «Fail|>ures»',
  ],
  prepareRename: [
    'let window = 1d;\nSigninLogs | where TimeGenerated > ago(«win|>dow»)',
    'SigninLogs\n| extend Hour = bin(TimeGenerated, 1h)\n| summarize count() by «Ho|>ur»',
    'SigninLogs | where |>ResultType == "0"',
    'SigninLogs | whe|>re ResultType == "0"',
  ],
};

for (const [feature, queries] of Object.entries(ranges)) {
  describePlaces(feature, queries, async (marked, place) => {
    const { query, cursor, spans } = readMarks(marked);
    const open = await openQuery(query, cursor, place);
    expect(await ask[feature as Feature](open)).toEqual(rangesOf(open, spans));
  });
}

const newName = 'renamed_1';
describePlaces('rename', [
  'let «win|>dow» = 1d;\nSigninLogs | where TimeGenerated > ago(«window»)',
  'let recent = («since»: timespan) { SigninLogs | where TimeGenerated > ago(«sin|>ce») };\nrecent(1d)',
  'let «rec|>ent» = (since: timespan) { SigninLogs | where TimeGenerated > ago(since) };\n«recent»(1d)',
  'let «T» = SigninLogs | take 1;\n«T|>»\n| join kind=inner («T») on CorrelationId',
  'SigninLogs\n| extend «Hour» = bin(TimeGenerated, 1h)\n| summarize count() by «Ho|>ur»\n| order by «Hour» asc',
  'SigninLogs\n| summarize «Fail|>ures» = count() by AppId\n| where «Failures» > 3',
], async (marked, place) => {
  const { query, cursor, spans } = readMarks(marked);
  const open = await openQuery(query, cursor, place);
  const { changes } = await client.at<WorkspaceEdit>('textDocument/rename', open.uri, open.document.positionAt(open.offset), { newName });
  expect(changes?.[open.uri]).toEqual(rangesOf(open, spans).map((range) => ({ range, newText: newName })));
});

const signatures: readonly (readonly [marked: string, label: string, parameter: number])[] = [
  ['SigninLogs\n| where TimeGenerated > ago(|>1d)', 'ago(timespan)', 0],
  ['SigninLogs\n| summarize dcount(AppId, |>2) by bin(TimeGenerated, 1h)', 'dcount(expr, [accuracy])', 1],
  ['SigninLogs\n| extend A = strcat(AppId, "-", |>UserId)', 'strcat(arg, …)', 0],
  ['let f = (a: string, b: long) { print a, b };\nf("x", |>1)', 'f(a, b)', 1],
];
describePlaces('signature help', signatures.map(([marked]) => marked), async (marked, place) => {
  const { query, cursor } = readMarks(marked);
  const [, label, parameter] = signatures.find(([known]) => known === marked) ?? [];
  const open = await openQuery(query, cursor, place);
  const help = await client.at<SignatureHelp | null>('textDocument/signatureHelp', open.uri, open.document.positionAt(open.offset));
  expect([help?.signatures[help.activeSignature ?? 0]?.label, help?.activeParameter]).toEqual([label, parameter]);
});

const completions: readonly (readonly [marked: string, label: string])[] = [
  ['SigninLogs\n| where TimeGenerated > ago(1d)\n| where «Result|>»', 'ResultType'],
  ['SigninLogs\n| where TimeGenerated > ago(1d)\n| where ResultType == «"70|>"»', '"7000215"'],
  ['SigninLogs\n| where TimeGenerated > ago(1d)\n| where ResultType == «|>»', '"0"'],
  ['«Sign|>»', 'SigninLogs'],
  ['AuditLogs\n| extend A = InitiatedBy.app.«ser|>»', 'servicePrincipalId'],
  ['AuditLogs\n| where OperationName == «"|>"»', '"Add service principal"'],
];
describePlaces('completion', completions.map(([marked]) => marked), async (marked, place) => {
  const { query, cursor, spans } = readMarks(marked);
  const label = completions.find(([known]) => known === marked)?.[1];
  const open = await openQuery(query, cursor, place);
  const list = await client.at<CompletionList | null>('textDocument/completion', open.uri, open.document.positionAt(open.offset));
  const item = list?.items.find((candidate) => candidate.label === label);
  expect(item?.label).toBe(label);
  const written = place.escape?.(label ?? '') ?? label;
  expect((item?.textEditText ?? label)?.slice(0, written?.length)).toBe(written);
  expect([list?.itemDefaults?.editRange]).toEqual(rangesOf(open, spans));
});

const problems: readonly (readonly [marked: string, codes: readonly string[]])[] = [
  ['SigninLogs\n| where TimeGenerated > ago(1d)\n| where ResultType == «50126»', ['IT001']],
  ['SigninLogs\n| where TimeGenerated > ago(1d)\n| summarize «makeset»(AppId)', ['IT006']],
  ['SigninLogs\n| where TimeGenerated > ago(1d)\n| where «Nothing» == 1', ['KS142']],
  ['«ServicePrincipalSignInLogs»\n| where TimeGenerated > ago(1d)', ['IT003']],
  ['SigninLogs\n| where TimeGenerated > ago(1d)\n| «join» (AuditLogs | where TimeGenerated > ago(1d)) on CorrelationId', ['IT008']],
  ['SigninLogs\n| where TimeGenerated > ago(1d)', []],
];
describePlaces('diagnostics', problems.map(([marked]) => marked), async (marked, place) => {
  const { query, spans } = readMarks(marked);
  const codes = problems.find(([known]) => known === marked)?.[1] ?? [];
  const open = await openQuery(query, 0, place);
  // What is said of the rule around the query is another matter.
  const found = (await client.diagnostics(open.uri)).diagnostics.filter(({ code }) => !/^IT1\d\d$/.test(String(code)));
  expect(found.map(({ code, range }) => ({ code, range }))).toEqual(rangesOf(open, spans).map((range, index) => ({ code: codes[index], range })));
});

const actions: readonly (readonly [title: string, marked: string, expected: string])[] = [
  ['Write "50126"', 'SigninLogs\n| where TimeGenerated > ago(1d)\n| where ResultType == |>50126', 'SigninLogs\n| where TimeGenerated > ago(1d)\n| where ResultType == "50126"'],
  ['Extract to let window', 'SigninLogs\n| where TimeGenerated > ago(|>1d)', 'let window = 1d;\nSigninLogs\n| where TimeGenerated > ago(window)'],
  ['Inline window', 'let |>window = 1d;\nSigninLogs\n| where TimeGenerated > ago(window)', 'SigninLogs\n| where TimeGenerated > ago(1d)'],
  ['Wrap in a function', '|>SigninLogs\n| take 1', 'let query = () {\n    SigninLogs\n    | take 1\n};\nquery()'],
  ['Add a time filter', '|>SigninLogs\n| take 1', 'SigninLogs\n| where TimeGenerated > ago(1d)\n| take 1'],
];
describePlaces('code actions', actions.map(([, marked]) => marked), async (marked, place) => {
  const { query, cursor } = readMarks(marked);
  const [title, , expected] = actions.find(([, known]) => known === marked) ?? [];
  const open = await openQuery(query, cursor, place);
  const position = open.document.positionAt(open.offset);
  const offered = await client.ask<CodeAction[]>('textDocument/codeAction', open.uri, { range: { start: position, end: position }, context: { diagnostics: [] } });
  const found = offered.find((action) => action.title === title);
  const written = edited(open, found?.edit?.changes?.[open.uri]);
  // Line ends are blanks there, and are not made anew.
  const blanks = (text: string | undefined) => (place.folded ?? place.line ? text?.replace(/\s+/g, ' ') : text);
  expect(blanks(written)).toBe(blanks(expected));
});

const messy: readonly (readonly [query: string, expected: string])[] = [
  ['SigninLogs|where  TimeGenerated>ago(1d)|take 10', 'SigninLogs | where TimeGenerated > ago(1d) | take 10'],
  ['SigninLogs\n|  where   ResultType  ==  "0"', 'SigninLogs\n| where ResultType == "0"'],
  ['SigninLogs // people\n|  where   ResultType  ==  "0" // success', 'SigninLogs // people\n| where ResultType == "0" // success'],
  ['let w=1d;\nSigninLogs|where TimeGenerated>ago(w)', 'let w = 1d;\nSigninLogs | where TimeGenerated > ago(w)'],
];
describePlaces('formatting', messy.map(([query]) => query), async (query, place) => {
  const expected = messy.find(([known]) => known === query)?.[1];
  const open = await openQuery(query, 0, place);
  const options = { tabSize: 4, insertSpaces: true };
  const end = open.document.positionAt(open.document.getText().length);
  for (const [method, more] of [['formatting', {}], ['rangeFormatting', { range: { start: { line: 0, character: 0 }, end } }]] as const) {
    const edits = await client.ask<TextEdit[]>(`textDocument/${method}`, open.uri, { options, ...more });
    expect(edited(open, edits)).toBe(expected);
    const text = TextDocument.applyEdits(open.document, edits);
    expect(text.includes('\r')).toBe(place.eol !== undefined);
    const again = TextDocument.create(await client.open(text, place.languageId), place.languageId, 1, text);
    expect(TextDocument.applyEdits(again, await client.ask<TextEdit[]>(`textDocument/${method}`, again.uri, { options, ...more }))).toBe(text);
  }
});

const outlines = [
  'let «window» = 1d;\n«SigninLogs»\n| where TimeGenerated > ago(window)',
  'let «recent» = (since: timespan) { SigninLogs | where TimeGenerated > ago(since) };\n«recent»(1d)\n| take 1',
  '«SigninLogs»\n| take 1',
];
describePlaces('document symbols', outlines, async (marked, place) => {
  const { query, spans } = readMarks(marked);
  const open = await openQuery(query, 0, place);
  const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', open.uri);
  const [whole] = rangesOf(open, [{ start: 0, length: query.length }]);
  const found = symbols.find(({ range }) => range.start.line === whole?.start.line);
  expect(found?.range).toEqual(whole);
  const names = spans.map(({ start, length }) => query.slice(start, start + length));
  expect(found?.name).toBe(names.at(-1));
  expect(found?.children?.map(({ name }) => name)).toEqual(names.slice(0, -1));
  expect(found?.children?.map(({ selectionRange }) => selectionRange)).toEqual(rangesOf(open, spans.slice(0, -1)));
});

describePlaces('folding', ['«SigninLogs\n| where TimeGenerated > ago(1d)\n| take 1»', 'SigninLogs\n| take 1\n| join kind=inner (\n  AuditLogs\n) on CorrelationId', 'SigninLogs // one line'], async (marked, place) => {
  const { query } = readMarks(marked);
  const open = await openQuery(query, 0, place);
  const start = open.document.positionAt(open.at(0)).line;
  const end = open.document.positionAt(open.at(query.length)).line;
  const folds = (await client.ask<FoldingRange[]>('textDocument/foldingRange', open.uri)).filter(({ startLine, endLine }) => startLine >= start && endLine <= end);
  const join = query.split('\n').findIndex((line) => line.endsWith('('));
  expect(folds.map(({ startLine, endLine }) => [startLine - start, endLine - start])).toEqual([...(end > start ? [[0, end - start]] : []), ...(join > 0 ? [[join, join + 1]] : [])]);
});

describePlaces('growing selections', ['SigninLogs\n| where TimeGenerated > ago(1d) and App|>Id == "a" or ResultType == "0"'], async (marked, place) => {
  const { query, cursor } = readMarks(marked);
  const open = await openQuery(query, cursor, place);
  const [first] = await client.ask<SelectionRange[]>('textDocument/selectionRange', open.uri, { positions: [open.document.positionAt(open.offset)] });
  const found: Range[] = [];
  for (let range = first; range; range = range.parent) found.push(range.range);
  for (const part of ['AppId', 'AppId == "a"', query]) expect(found).toContainEqual(rangesOf(open, [{ start: query.indexOf(part), length: part.length }])[0]);
});

const coloured: readonly (readonly [marked: string, types: readonly string[]])[] = [
  ['«SigninLogs»\n| «where» «TimeGenerated» > «ago»(1d)', ['class', 'keyword', 'property', 'function']],
  ['let «window» = 1d;\n«SigninLogs»\n| «where» «TimeGenerated» > «ago»(«window»)', ['variable', 'class', 'keyword', 'property', 'function', 'variable']],
];
describePlaces('semantic tokens', coloured.map(([marked]) => marked), async (marked, place) => {
  const { query, spans } = readMarks(marked);
  const types = coloured.find(([known]) => known === marked)?.[1] ?? [];
  const open = await openQuery(query, 0, place);
  const [whole] = rangesOf(open, [{ start: 0, length: query.length }]);
  const { data } = await client.ask<SemanticTokens>('textDocument/semanticTokens/range', open.uri, { range: whole });
  const all = tokensIn(data);
  const found = all.filter(({ line, character }) => open.document.offsetAt({ line, character }) >= open.at(0) && open.document.offsetAt({ line, character }) < open.at(query.length));
  const names = legend;
  for (const [index, { start, length }] of spans.entries()) {
    const { line, character } = open.document.positionAt(open.at(start));
    expect(found).toContainEqual({ line, character, length, type: names.indexOf(types[index] ?? '') });
  }
  expect(tokensIn((await client.ask<SemanticTokens>('textDocument/semanticTokens/full', open.uri)).data)).toEqual(expect.arrayContaining(found));
});

const legend = ['comment', 'string', 'number', 'keyword', 'operator', 'type', 'class', 'property', 'function', 'variable', 'parameter', 'namespace', 'macro'];

function tokensIn(data: readonly number[]): readonly { readonly line: number; readonly character: number; readonly length: number; readonly type: number }[] {
  const tokens = [];
  let [line, character] = [0, 0];
  for (let index = 0; index < data.length; index += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(index, index + 4);
    line += lines;
    character = lines === 0 ? character + characters : characters;
    tokens.push({ line, character, length, type });
  }
  return tokens;
}

describePlaces('hints of types', ['SigninLogs\n| extend Day«» = startofday(TimeGenerated)\n| summarize Failures«» = count() by Day'], async (marked, place) => {
  const { query, spans } = readMarks(marked);
  const open = await openQuery(query, 0, place);
  const [whole] = rangesOf(open, [{ start: 0, length: query.length }]);
  const hints = await client.ask<InlayHint[]>('textDocument/inlayHint', open.uri, { range: whole });
  expect(hints.map(({ position }) => position)).toEqual(rangesOf(open, spans).map(({ start }) => start));
  expect(hints.map(({ label }) => label)).toEqual([': datetime', ': long']);
});

describePlaces('code lenses and the query to run', ['SigninLogs\n| where Time|>Generated > ago(1d)\n| take 1', 'let window = 1d;\nSigninLogs | where TimeGenerated > ago(|>window)'], async (marked, place) => {
  const { query, cursor } = readMarks(marked);
  const open = await openQuery(query, cursor, place);
  const [whole] = rangesOf(open, [{ start: 0, length: query.length }]);
  const lenses = (await client.ask<CodeLens[]>('textDocument/codeLens', open.uri)).filter(({ range }) => range.start.line === whole?.start.line);
  expect(lenses.map(({ command }) => command?.title)).toEqual(['$(play) Run query', 'Run on sample', 'Explain', 'Make a rule of this']);
  const found = await client.at<StatementAtResult | null>(languageMessages.statementAt, open.uri, open.document.positionAt(open.offset));
  expect(found?.range).toEqual(whole);
  expect(found?.query).toBe(place.folded ? query.replaceAll('\n', ' ') : place.eol ? query.replaceAll('\n', place.eol) : query);
});
