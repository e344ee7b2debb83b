import type { Column } from '../../base/index.ts';
import type { KqlAnalysis, TreeNode } from '../../kql/index.ts';

/** Operators whose columns depend on the data, so that nobody knows them beforehand. */
const openOperators: ReadonlySet<string> = new Set(['EvaluateOperator', 'SearchOperator', 'FindOperator', 'InvokeOperator', 'ExternalDataExpression', 'MaterializedViewCombineExpression']);

/** The columns of a query's result; undefined where the query has errors or its columns depend on the data. */
export function resultColumns(analysis: KqlAnalysis): readonly Column[] | undefined {
  if (analysis.problems().some(({ severity, code }) => severity === 'error' || code === 'KS205')) return undefined;
  const nodes = [...walk(analysis.tree())];
  if (nodes.some(({ kind, symbol, type }) => openOperators.has(kind) || (kind === 'FunctionCallExpression' && type === 'table' && symbol === undefined))) return undefined;
  const last = nodes.filter(({ kind }) => kind === 'ExpressionStatement').at(-1);
  return last?.children[0]?.columns;
}

/** Tables a query names, each once, in order of place. */
export function tablesNamed(analysis: KqlAnalysis): readonly string[] {
  const names = new Set<string>();
  for (const { symbol, kind } of walk(analysis.tree())) if (symbol?.kind === 'table' && kind === 'NameReference') names.add(symbol.name);
  return [...names];
}

/** Every node, parents first, in order of place. */
export function* walk(root: TreeNode): Iterable<TreeNode> {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child) pending.push(child);
    }
  }
}
