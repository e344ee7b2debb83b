import type { Span } from '../base/index.ts';
import type { TokenClass } from '../kql/index.ts';
import { statementsOf, type KqlDocument } from './document.ts';
import { toDocument } from './place.ts';
import { wholeOf } from './statementAt.ts';

/** LSP token types that we use, in the order of the legend. */
export const semanticTokenTypes = ['comment', 'string', 'number', 'keyword', 'operator', 'type', 'class', 'property', 'function', 'variable', 'parameter', 'namespace', 'macro'] as const;
export type SemanticTokenType = (typeof semanticTokenTypes)[number];

export interface SemanticToken {
  readonly span: Span;
  readonly type: SemanticTokenType;
}

/** What the binder knows and a grammar of regular expressions cannot: tables, columns, variables, functions. */
const types: Readonly<Partial<Record<TokenClass, SemanticTokenType>>> = {
  type: 'type',
  column: 'property',
  table: 'class',
  database: 'namespace',
  function: 'function',
  parameter: 'parameter',
  variable: 'variable',
  queryOperator: 'keyword',
  directive: 'macro',
};

/** Tokens in order of place, of the queries that touch the span where one is given. Comments, strings, numbers and punctuation are left to the grammar, which is there at once. */
export function semanticTokens(document: KqlDocument, within?: Span): readonly SemanticToken[] {
  return statementsOf(document).filter((statement) => !within || touches(toDocument(statement, wholeOf(statement)), within)).flatMap((statement) =>
    (statement.content.analysis?.classify() ?? []).flatMap(({ span, class: kind }) => {
      const type = types[kind];
      return type && span.length > 0 ? [{ span: toDocument(statement, span), type }] : [];
    }),
  );
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.start + b.length && b.start <= a.start + a.length;
}
