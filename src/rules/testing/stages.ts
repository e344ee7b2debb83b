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
  /** The query that ends before it; absent for what a query begins with. */
  readonly input?: string;
  /** Microsoft's name of the operator. */
  readonly kind: string;
  /** Of a `where`: its predicate, then the comparisons that `and` and `or` join in it. */
  readonly predicates: readonly Predicate[];
}

export interface Predicate {
  readonly text: string;
  readonly span: Span;
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
  const upTo = (part: TreeNode) => {
    const end = part.span.start + part.span.length;
    return of === undefined ? text.slice(0, end) : `${text.slice(0, end)};\n${of}`;
  };
  return chain.map((part, index) => {
    const before = chain[index - 1];
    const { span, kind } = part;
    return {
      label: oneLine(text.slice(span.start, span.start + span.length)), span, kind, query: upTo(part), predicates: kind === 'FilterOperator' ? predicatesOf(part, text) : [],
      ...(before ? { input: upTo(before) } : {}), ...(of === undefined ? {} : { of }),
    };
  });
}

/** More comparisons than this are no choice that anybody tests one by one, such as a list written out. */
const mostPredicates = 20;

function predicatesOf(filter: TreeNode, text: string): readonly Predicate[] {
  const condition = filter.children.findLast(({ kind }) => kind !== 'Token');
  if (!condition) return [];
  const predicate = ({ span }: TreeNode): Predicate => ({ span, text: text.slice(span.start, span.start + span.length) });
  const parts = joined(condition);
  return [predicate(condition), ...(parts.length > 1 && parts.length <= mostPredicates ? parts.map(predicate) : [])];
}

function joined(node: TreeNode): readonly TreeNode[] {
  const inner = node.children.filter(({ kind }) => kind !== 'Token');
  const [only] = inner;
  if (node.kind === 'ParenthesizedExpression' && inner.length === 1 && only) return joined(only);
  const joins = node.kind === 'BinaryExpression' && node.children.some(({ kind, text }) => kind === 'Token' && /^(?:and|or)$/i.test(text ?? ''));
  return joins ? inner.flatMap(joined) : [node];
}

/** An operator on one line, without comments and cut at a readable length. */
export function oneLine(text: string): string {
  const line = text.replace(/\/\/.*$/gm, '').replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
