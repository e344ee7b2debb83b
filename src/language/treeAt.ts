import type { Span } from '../base/index.ts';
import type { TreeNode } from '../kql/index.ts';

export function contains({ start, length }: Span, offset: number): boolean {
  return start <= offset && offset <= start + length;
}

/** The token whose text holds the offset; of two that touch there the name or literal. */
export function tokenAt(root: TreeNode, offset: number): TreeNode | undefined {
  const touching: TreeNode[] = [];
  const search = (node: TreeNode): void => {
    if (!contains(node.span, offset)) return;
    if (node.kind === 'Token') touching.push(node);
    for (const child of node.children) search(child);
  };
  search(root);
  return touching.find(({ text }) => /^[\w"'$@]/.test(text ?? '')) ?? touching[0];
}

/** The node and what it is in, innermost first. */
export function* ancestors(node: TreeNode): Generator<TreeNode> {
  for (let current: TreeNode | undefined = node; current; current = current.parent) yield current;
}

/** Every node below, and the node itself, in order of place. */
export function* walk(node: TreeNode): Generator<TreeNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

/** The text a node spans. */
export function sourceOf(text: string, { span }: TreeNode): string {
  return text.slice(span.start, span.start + span.length);
}

/** Children that are no tokens. */
export function parts(node: TreeNode): readonly TreeNode[] {
  return node.children.filter(({ kind }) => kind !== 'Token');
}

/** The token between two operands, such as `==`. */
export function operatorOf(node: TreeNode): string {
  return node.children.find(({ kind }) => kind === 'Token')?.text ?? '';
}
