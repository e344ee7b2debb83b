import { describe, expect, it } from 'vitest';
import { mayHoldKql, otherKqlExtensions, sharesKql, type OtherKqlExtension } from '../../../src/extension/model/index.ts';

const own = { id: 'identity-trail.identity-trail', packageJSON: { main: './dist/extension.js', contributes: { languages: [{ id: 'kusto' }] } } };
const server = { id: 'RossHamish.kuskus-kusto-language-server', packageJSON: { displayName: '[Kuskus] Kusto Language Server', main: './client/out/extension', contributes: { languages: [{ id: 'kusto' }] } } };
const notebooks = { id: 'donjayamanne.kusto', packageJSON: { displayName: 'Kusto Notebooks', browser: './out/browser.js', contributes: { languages: [{ id: 'python' }, { id: 'kusto' }] } } };
const grammar = { id: 'rosshamish.kuskus-kusto-syntax-highlighting', packageJSON: { contributes: { languages: [{ id: 'kusto' }], grammars: [{ language: 'kusto' }] } } };
const foreign = { id: 'redhat.vscode-yaml', packageJSON: { main: './x', contributes: { languages: [{ id: 'yaml' }] } } };
const odd = [{ id: 'a.a', packageJSON: undefined }, { id: 'a.b', packageJSON: { main: 3, contributes: { languages: 'kusto' } } }, { id: 'a.c', packageJSON: { main: './x', contributes: { languages: [null, { id: 'kql' }] } } }];

describe('extensions that serve KQL too', () => {
  it.each<readonly [string, readonly { id: string; packageJSON: unknown }[], readonly OtherKqlExtension[]]>([
    ['none', [own, grammar, foreign], []],
    ['one that is known to show the same', [own, server], [{ id: server.id, name: '[Kuskus] Kusto Language Server', doubles: true }]],
    ['one that may', [notebooks, own], [{ id: 'donjayamanne.kusto', name: 'Kusto Notebooks', doubles: false }]],
    ['odd manifests', odd, [{ id: 'a.c', name: 'a.c', doubles: false }]],
  ])('%s', (_, installed, expected) => {
    expect(otherKqlExtensions(installed, own.id)).toEqual(expected);
  });

  it.each([
    ['auto', [], false],
    ['auto', [server], true],
    ['auto', [notebooks], false],
    ['share', [notebooks], true],
    ['share', [], false],
    ['all', [server, notebooks], false],
  ] as const)('with the setting %s: %j', (setting, installed, expected) => {
    expect(sharesKql(setting, otherKqlExtensions(installed, own.id))).toBe(expected);
  });
});

describe('texts that may hold KQL', () => {
  it.each([
    ['kusto', '', true],
    ['kql', '', true],
    ['csl', '', true],
    ['sql', 'query: |', false],
    ['yaml', 'name: x\nquery: |\n  T', true],
    ['yaml', '- query: T', true],
    ['yaml', '"query": "T"', true],
    ['yaml', 'ParserQuery: |\n  T', true],
    ['yaml', 'queries: 1', false],
    ['markdown', '```kql\nT\n```', true],
    ['markdown', '> ~~~kusto\n> T', true],
    ['markdown', '1. ```KQL\n   T', true],
    ['markdown', '```sql\nT\n```', false],
  ])('%s %j', (language, text, expected) => {
    expect(mayHoldKql(language, text)).toBe(expected);
  });
});
