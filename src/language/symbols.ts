import type { Span } from '../base/index.ts';
import type { TreeNode } from '../kql/index.ts';
import { statementsOf, type KqlDocument, type Statement } from './document.ts';
import { toDocument } from './place.ts';
import { wholeOf } from './statementAt.ts';
import { sourceOf, walk } from './treeAt.ts';

export interface DocumentSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: 'query' | 'function' | 'variable' | 'column';
  readonly span: Span;
  /** The name itself. */
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

/** One entry per query, with its `let` names below it: the outline and the breadcrumbs. */
export function symbols(document: KqlDocument): readonly DocumentSymbol[] {
  return statementsOf(document).map(symbolOf);
}

function symbolOf(statement: Statement): DocumentSymbol {
  const { analysis, text } = statement.content;
  const lets = analysis ? [...walk(analysis.tree())].filter(({ kind }) => kind === 'LetStatement') : [];
  const span = toDocument(statement, wholeOf(statement));
  const first = (/^[^\n\r]*/.exec(text)?.[0] ?? '').trim();
  return {
    name: analysis ? nameOf(analysis.tree(), first) : first,
    kind: 'query',
    span,
    nameSpan: toDocument(statement, { start: 0, length: Math.min(first.length, text.length) }),
    children: lets.flatMap((node) => letSymbol(statement, node)),
  };
}

const sourceKinds: ReadonlySet<string> = new Set(['table', 'variable', 'function']);

/** The table a query reads says more than its first line, which is often a `let`. */
function nameOf(tree: TreeNode, otherwise: string): string {
  const query = [...walk(tree)].filter(({ kind }) => kind === 'ExpressionStatement').at(-1);
  const table = query && [...walk(query)].find(({ kind, symbol }) => kind === 'NameReference' && symbol && sourceKinds.has(symbol.kind));
  return table?.symbol?.name ?? (otherwise === '' ? 'query' : otherwise.slice(0, 60));
}

function letSymbol(statement: Statement, node: TreeNode): readonly DocumentSymbol[] {
  const name = node.children.find(({ kind }) => kind === 'NameDeclaration');
  const value = node.children.at(-1);
  if (!name) return [];
  return [
    {
      name: sourceOf(statement.content.text, name),
      kind: name.symbol?.kind === 'function' ? 'function' : 'variable',
      span: toDocument(statement, node.span),
      nameSpan: toDocument(statement, name.span),
      children: [],
      ...(value?.type && { detail: value.type }),
    },
  ];
}
