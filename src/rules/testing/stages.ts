import type { Span } from '../../base/index.ts';
import type { KqlAnalysis, TreeNode } from '../../kql/index.ts';

/** One step of a query: what it begins with, or an operator; and a query that ends there. */
export interface Stage {
  /** The operator as it is written, on one line. */
  readonly label: string;
  /** The `let` name it belongs to; absent for the query's own steps. */
  readonly of?: string;
  readonly span: Span;
  readonly query: string;
}

/** The steps of a query in order: those of each `let` that holds a table, then those of the query itself. */
export function stagesOf(text: string, analysis: KqlAnalysis): readonly Stage[] {
  const block = analysis.tree().children.find(({ kind }) => kind === 'QueryBlock');
  return (block?.children ?? []).flatMap((statement): readonly Stage[] => {
    if (statement.kind === 'LetStatement') {
      const name = statement.children.find(({ kind }) => kind === 'NameDeclaration')?.symbol?.name;
      const value = statement.children.at(-1)?.text === ';' ? statement.children.at(-2) : statement.children.at(-1);
      return name !== undefined && value?.type === 'table' && value.kind === 'PipeExpression' ? steps(value, text, name) : [];
    }
    const [expression] = statement.children;
    return statement.kind === 'ExpressionStatement' && expression?.type === 'table' ? steps(expression, text) : [];
  });
}

/** Steps that only draw or name the result. */
const withoutRows: ReadonlySet<string> = new Set(['RenderOperator', 'AsOperator']);

function steps(expression: TreeNode, text: string, of?: string): readonly Stage[] {
  const chain: TreeNode[] = [];
  let node: TreeNode = expression;
  while (node.kind === 'PipeExpression') {
    const parts = node.children.filter(({ kind }) => kind !== 'Token');
    const operator = parts[1];
    if (operator && !withoutRows.has(operator.kind)) chain.unshift(operator);
    const input = parts[0];
    if (!input) break;
    node = input;
  }
  chain.unshift(node);
  return chain.map(({ span }) => {
    const end = span.start + span.length;
    const query = of === undefined ? text.slice(0, end) : `${text.slice(0, end)};\n${of}`;
    return { label: oneLine(text.slice(span.start, end)), span, query, ...(of === undefined ? {} : { of }) };
  });
}

function oneLine(text: string): string {
  const line = text.replace(/\/\/.*$/gm, '').replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
