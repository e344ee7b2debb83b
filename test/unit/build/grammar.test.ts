import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { grammarFiles } from '../../../src/build/grammar.ts';
import { scenarios } from '../../../src/scenarios/index.ts';
import { openGrammar, scopesOf } from '../../support/grammar.ts';

describe('syntaxes/', () => {
  it.each(Object.entries(grammarFiles()))('%s is what the generator writes; UPDATE_GENERATED=1 writes it anew', (name, text) => {
    const file = path.resolve('syntaxes', name);
    if (process.env['UPDATE_GENERATED'] === '1') writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

describe('the grammar of KQL', () => {
  let grammar: IGrammar;
  beforeAll(async () => {
    grammar = await openGrammar('source.kusto');
  });

  /** The scopes of each word of a line, as `word:last scope` without its ending. */
  const check = (text: string, expected: string) => {
    const found = scopesOf(grammar, text)
      .filter(({ text: piece, scopes }) => piece.trim() !== '' && scopes.length > 1)
      .map(({ text: piece, scopes }) => `${piece.trim()}:${(scopes.at(-1) ?? '').replace(/\.kusto$/, '')}`);
    expect(found.join(' ')).toBe(expected);
  };

  it.each([
    ['// where', '// where:comment.line.double-slash'],
    ['SigninLogs | where x', 'SigninLogs:entity.name.type.table |:keyword.operator.pipe where:keyword.control.query'],
    ['| project-away Source*', '|:keyword.operator.pipe project-away:keyword.control.query *:keyword.operator.arithmetic'],
    ['| summarize count() by AppId', '|:keyword.operator.pipe summarize:keyword.control.query count:entity.name.function by:keyword.control'],
    ['| where ResultType == "0"', '|:keyword.operator.pipe where:keyword.control.query ==:keyword.operator.comparison ":string.quoted.double 0:string.quoted.double ":string.quoted.double'],
    ['| where a has_cs "b"', '|:keyword.operator.pipe where:keyword.control.query has_cs:keyword.operator.word ":string.quoted.double b:string.quoted.double ":string.quoted.double'],
    ['| where a !in~ (b)', '|:keyword.operator.pipe where:keyword.control.query !in~:keyword.operator.word'],
    ['| where a matches regex "x"', '|:keyword.operator.pipe where:keyword.control.query matches regex:keyword.operator.word ":string.quoted.double x:string.quoted.double ":string.quoted.double'],
    ['let window = 1h;', 'let:keyword.control window:variable.other.definition =:keyword.operator.assignment 1h:constant.numeric.timespan ;:punctuation.terminator'],
    ['| join kind=leftanti (x) on $left.a == $right.b', '|:keyword.operator.pipe join:keyword.control.query kind:variable.parameter.option =:keyword.operator.assignment leftanti:constant.language.option on:keyword.control $left:variable.language .:punctuation.accessor a:variable.other.property ==:keyword.operator.comparison $right:variable.language .:punctuation.accessor b:variable.other.property'],
    ['print 1, 2.5e3, 0x1F, 3d, true', 'print:keyword.control.query 1:constant.numeric ,:punctuation.separator 2.5e3:constant.numeric ,:punctuation.separator 0x1F:constant.numeric ,:punctuation.separator 3d:constant.numeric.timespan ,:punctuation.separator true:constant.language'],
    ['print datetime(2026-01-01T00:00:00Z)', 'print:keyword.control.query datetime:storage.type 2026-01-01T00:00:00Z:constant.other.literal'],
    ['datatable(a: string)', 'datatable:keyword.control.query ::punctuation.separator string:storage.type'],
    ['| mv-expand x to typeof(string)', '|:keyword.operator.pipe mv-expand:keyword.control.query to:keyword.control typeof:keyword.control string:storage.type'],
    ['| render timechart', '|:keyword.operator.pipe render:keyword.control.query timechart:constant.language.chart'],
    ['"a\\"b" x', '":string.quoted.double a:string.quoted.double \\":constant.character.escape b:string.quoted.double ":string.quoted.double'],
    ['@"a\\" x', '@":string.quoted.double.verbatim a\\:string.quoted.double.verbatim ":string.quoted.double.verbatim'],
    ['"open\nSigninLogs', '":string.quoted.double open:string.quoted.double SigninLogs:entity.name.type.table'],
    ['```\nSigninLogs | where\n``` x', '```:string.quoted.other.multiline SigninLogs | where:string.quoted.other.multiline ```:string.quoted.other.multiline'],
    ['| extend count = 1, by = 2', '|:keyword.operator.pipe extend:keyword.control.query =:keyword.operator.assignment 1:constant.numeric ,:punctuation.separator =:keyword.operator.assignment 2:constant.numeric'],
    ['a.b.c', '.:punctuation.accessor b:variable.other.property .:punctuation.accessor c:variable.other.property'],
    ['.show tables', '.show:keyword.control.command'],
    ['SigninLogsX | take 1', '|:keyword.operator.pipe take:keyword.control.query 1:constant.numeric'],
    ['where x\n| where y', 'where:keyword.control.query |:keyword.operator.pipe where:keyword.control.query'],
  ])('%s', (text, expected) => check(text, expected));

  it('leaves no string or comment open after a scenario', () => {
    for (const { query } of scenarios) {
      const last = scopesOf(grammar, `${query}\nSigninLogs`).at(-1);
      expect(last).toEqual({ text: 'SigninLogs', scopes: ['source.kusto', 'entity.name.type.table.kusto'] });
    }
  });
});

/** Enough of YAML and Markdown for an injection to hang on; the in-editor tests have VS Code's own. */
const hosts = {
  'source.yaml': { scopeName: 'source.yaml', patterns: [{ name: 'keyword.other.yaml', match: '^\\s*(?:-\\s+(?=query)|\\w+:)' }] },
  'text.html.markdown': { scopeName: 'text.html.markdown', patterns: [{ name: 'markup.heading.markdown', match: '^#.*$' }] },
};

/** Lines that are KQL for the grammar around. */
async function embeddedLines(scope: keyof typeof hosts, text: string): Promise<readonly string[]> {
  const grammar = await openGrammar(scope, hosts);
  const pieces = scopesOf(grammar, text);
  return pieces.filter(({ scopes }) => scopes.includes('meta.embedded.block.kusto') && scopes.some((name) => name.startsWith('entity.name.type.table'))).map((piece) => piece.text);
}

describe('KQL inside YAML', () => {
  it.each([
    ['a block', 'query: |\n  SigninLogs\n\n  AuditLogs\nname: SigninLogs', ['SigninLogs', 'AuditLogs']],
    ['a folded block with a comment', 'query: >- # why\n  SigninLogs', ['SigninLogs']],
    ['a nested block', 'a:\n  query: |\n    SigninLogs\n  other: AuditLogs', ['SigninLogs']],
    ['a list\'s block', 'a:\n- query: |\n    SigninLogs\n  other: AuditLogs', ['SigninLogs']],
    ['a parser', 'FunctionQuery: |\n  SigninLogs', ['SigninLogs']],
    ['no block', 'query: SigninLogs\nx: |\n  AuditLogs', []],
  ])('%s', async (_, text, expected) => {
    expect(await embeddedLines('source.yaml', text)).toEqual(expected);
  });
});

describe('KQL inside Markdown', () => {
  it.each([
    ['kql', '```kql\nSigninLogs\n```\nAuditLogs', ['SigninLogs']],
    ['Kusto with attributes', '~~~Kusto title="x"\nSigninLogs\n\nAuditLogs\n~~~', ['SigninLogs', 'AuditLogs']],
    ['a longer fence', '````kusto\nSigninLogs\n```\nAuditLogs\n````\nUsage', ['SigninLogs', 'AuditLogs']],
    ['indented in a list', '- a\n  ```kql\n  SigninLogs\n  ```\n  AuditLogs', ['SigninLogs']],
    ['another language', '```sql\nSigninLogs\n```\n```kqlx\nSigninLogs\n```', []],
  ])('%s', async (_, text, expected) => {
    expect(await embeddedLines('text.html.markdown', text)).toEqual(expected);
  });
});
