import type { CompletionKind, TokenClass } from './languageTypes.ts';

/** Microsoft's `Editor.CompletionKind` by number. */
const completionKinds: readonly CompletionKind[] = [
  'other', 'keyword', 'operator', 'keyword', 'other', 'value', 'keyword', 'keyword', 'keyword', 'keyword', 'keyword', 'operator', 'value', 'column', 'table',
  'function', 'function', 'function', 'aggregate', 'parameter', 'variable', 'database', 'database', 'table', 'other', 'other', 'type', 'keyword', 'table',
];

export function completionKindOf(kind: number): CompletionKind {
  return completionKinds[kind] ?? 'other';
}

/** Microsoft's `Editor.ClassificationKind` by number. */
const tokenClasses: readonly TokenClass[] = [
  'plain', 'comment', 'punctuation', 'directive', 'literal', 'string', 'type', 'column', 'table', 'database', 'function', 'parameter', 'variable', 'plain',
  'parameter', 'parameter', 'operator', 'operator', 'queryOperator', 'keyword', 'keyword', 'table', 'column', 'parameter', 'keyword',
];

export function tokenClassOf(kind: number): TokenClass {
  return tokenClasses[kind] ?? 'plain';
}
