import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expandSnippet, snippetFile, type Snippet } from '../../../src/build/snippets.ts';
import { scenarios } from '../../../src/scenarios/index.ts';
import { kustoDiagnostics } from '../../support/kustoDiagnostics.ts';

const file = path.resolve('snippets/kql.json');
const snippets = Object.entries(JSON.parse(snippetFile()) as Record<string, Snippet>);

describe('snippets/kql.json', () => {
  it('is what the generator writes; UPDATE_GENERATED=1 writes it anew', () => {
    if (process.env['UPDATE_GENERATED'] === '1') writeFileSync(file, snippetFile());
    expect(readFileSync(file, 'utf8')).toBe(snippetFile());
  });

  it('has every scenario under its own ID, and both documented rules', () => {
    const prefixes = snippets.flatMap(([, { prefix }]) => prefix);
    expect(prefixes).toEqual(expect.arrayContaining([...scenarios.map(({ id }) => id), 'rule-failed-signins', 'rule-credential-added']));
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it('gives back a scenario when every placeholder keeps its default', () => {
    for (const { id, query } of scenarios) {
      const snippet = snippets.find(([, { prefix }]) => prefix.includes(id))?.[1];
      expect(snippet && expandSnippet(snippet)).toBe(query.trimEnd());
    }
  });

  it.each(snippets)('%s is sound KQL with its defaults', (_, snippet) => {
    const text = expandSnippet(snippet);
    expect(text).not.toContain('${');
    expect(kustoDiagnostics(text).filter(({ code }) => code !== 'KS205')).toEqual([]);
  });
});
