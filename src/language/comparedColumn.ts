import type { TreeNode } from '../kql/index.ts';
import { ancestors, operatorOf, parts, walk } from './treeAt.ts';

export interface ComparedColumn {
  readonly name: string;
  /** Type of the side that is compared, after conversions such as `tostring(…)`. */
  readonly type: TreeNode['type'];
  readonly node: TreeNode;
}

const comparisons: ReadonlySet<string> = new Set(['BinaryExpression', 'InExpression', 'HasAnyExpression', 'HasAllExpression']);
const joining: ReadonlySet<string> = new Set(['And', 'Or']);

/** The column that a literal is compared with: `X == lit`, `lit == X`, `X in (lit, …)`, `tostring(X) =~ lit`, `case(X == lit, …)`. */
export function comparedColumn(literal: TreeNode): ComparedColumn | undefined {
  for (const node of ancestors(literal)) {
    if (node.kind.endsWith('Operator') || node.kind.endsWith('Statement')) return undefined;
    if (!comparisons.has(node.kind)) continue;
    if (joining.has(node.symbol?.name ?? '')) return undefined;
    return columnOfSide(parts(node).find((side) => !holds(side, literal)));
  }
  return undefined;
}

/** The operator, where a literal stands right beside `==` or its kin, or in the list of an `in`; undefined elsewhere. */
export function equalityOf(literal: TreeNode): string | undefined {
  const holder = literal.parent?.kind === 'ExpressionList' ? literal.parent.parent : literal.parent;
  const operator = holder && (holder.kind === 'BinaryExpression' || holder.kind === 'InExpression') ? operatorOf(holder) : '';
  return /^(?:==|!=|=~|!~|!?in~?)$/.test(operator) ? operator : undefined;
}

/** The only column that a side of a comparison reads; undefined where it reads none or several. */
export function columnOfSide(side: TreeNode | undefined): ComparedColumn | undefined {
  if (!side) return undefined;
  const paths = [...walk(side)].filter((node) => node.kind === 'PathExpression');
  const last = paths[0] && parts(paths[0]).at(-1);
  const columns = [...walk(side)].filter((node) => node.kind === 'NameReference' && node.symbol?.kind === 'column');
  const [column] = columns;
  if (columns.length !== 1 || !column?.symbol) return undefined;
  // The value compared is that of the path's last part: Status.errorCode is a code, Status is not.
  const name = last && last !== column ? nameOf(last) : column.symbol.name;
  return { name: name ?? column.symbol.name, type: side.type, node: column };
}

function nameOf(node: TreeNode): string | undefined {
  return [...walk(node)].find(({ kind }) => kind === 'Token')?.text;
}

function holds(side: TreeNode, node: TreeNode): boolean {
  return side.span.start <= node.span.start && node.span.start + node.span.length <= side.span.start + side.span.length;
}
