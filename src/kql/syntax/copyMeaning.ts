import { classOf } from './nodes.ts';

type Element = Kusto.Language.Syntax.SyntaxElement;
type SyntaxNode = Kusto.Language.Syntax.SyntaxNode;
type Meaning = Kusto.Language.Binding.SemanticInfo;

/** Operators whose meaning depends on their text, the columns that come in and the variables, and on nothing else. */
const plainOperators: ReadonlySet<string> = new Set([
  'FilterOperator', 'ExtendOperator', 'ProjectOperator', 'ProjectAwayOperator', 'ProjectKeepOperator', 'ProjectRenameOperator', 'ProjectReorderOperator', 'SummarizeOperator', 'SortOperator',
  'TakeOperator', 'TopOperator', 'DistinctOperator', 'CountOperator', 'JoinOperator', 'LookupOperator', 'MvExpandOperator', 'ParseOperator', 'ParseWhereOperator', 'SerializeOperator',
  'RenderOperator', 'UnionOperator', 'SampleOperator', 'RangeOperator', 'PrintOperator', 'MakeSeriesOperator', 'MvApplyOperator',
]);

/** What declares functions or names of its own, or is looked up elsewhere. */
const notPlain = /^(?:Function(?!Call)|Pattern|Custom|Command|Bad|EntityGroup|External|InlineExternal|Materialized|MacroExpand|Graph|MakeGraph|Directive|Skipped|ContextualDataTable|Fork|Facet|Partition|Scan)/;

function isPlain(node: Element): boolean {
  const name = classOf(node);
  return !notPlain.test(name) && (!name.endsWith('Operator') || plainOperators.has(name)) && (!name.endsWith('Statement') || name === 'LetStatement');
}

/**
 * Gives the nodes of one tree the meaning that the nodes of another of the same text have. Refuses, and gives nothing, where
 * that meaning is more than types and names: where it has diagnostics, which have places, or has called functions' bodies.
 */
export function copyMeaning(from: SyntaxNode, to: SyntaxNode, give: (node: SyntaxNode, meaning: Meaning) => void): boolean {
  const found: (readonly [SyntaxNode, Meaning])[] = [];
  const pending: (readonly [SyntaxNode, SyntaxNode])[] = [[from, to]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [known, node] = next;
    const { ChildCount: count } = node;
    if (known.constructor !== node.constructor || known.ChildCount !== count || !isPlain(node)) return false;
    const meaning = meaningOf(known);
    if (meaning) {
      if (hasAny(meaning.Diagnostics) || meaning.CalledFunctionInfo || meaning.Alternates) return false;
      found.push([node, meaning]);
    }
    for (let index = 0; index < count; index += 1) {
      const knownChild = known.GetChild(index);
      const child = node.GetChild(index);
      if (!knownChild !== !child || knownChild?.IsToken !== child?.IsToken) return false;
      if (knownChild && child && !child.IsToken) pending.push([knownChild as SyntaxNode, child as SyntaxNode]);
    }
  }
  for (const [node, meaning] of found) give(node, meaning);
  return true;
}

/** Left out by the library's type declarations. */
export function meaningOf(node: SyntaxNode): Meaning | null {
  return (node as unknown as { GetSemanticInfo(): Meaning | null }).GetSemanticInfo();
}

/** A read-only list of the library is a class of its own, or a plain array. */
function hasAny(list: { readonly Count?: number; readonly length?: number } | null): boolean {
  return (list?.Count ?? list?.length ?? 0) > 0;
}
