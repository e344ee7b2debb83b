import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import { grammars } from '../../src/extension/contributions/languages.ts';

const require = createRequire(import.meta.url);

/** A piece of a line and its scopes, outermost first. */
export interface ScopedText {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Reads grammars as VS Code does: ours by their contribution, and the given ones of the languages around. */
export async function openGrammar(scopeName: string, others: Readonly<Record<string, object>> = {}): Promise<IGrammar> {
  await loadWASM({ data: readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')) }).catch((error: unknown) => {
    // The module is loaded once per process, and says so at the second time.
    if (!/called more than once|already/i.test(String(error))) throw error;
  });
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner: (sources) => createOnigScanner(sources), createOnigString: (text) => createOnigString(text) }),
    loadGrammar: (scope) => {
      const own = grammars.find((grammar) => grammar.scopeName === scope);
      if (own) return Promise.resolve(parseRawGrammar(readFileSync(path.resolve(own.path), 'utf8'), own.path));
      return Promise.resolve(others[scope] ? parseRawGrammar(JSON.stringify(others[scope]), `${scope}.json`) : null);
    },
    getInjections: (scope) => grammars.filter(({ injectTo }) => injectTo?.includes(scope)).map((grammar) => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`There is no grammar ${scopeName}.`);
  return grammar;
}

/** Every piece of the text that has scopes besides the grammar's own. */
export function scopesOf(grammar: IGrammar, text: string): readonly ScopedText[] {
  let stack = INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
  });
}
