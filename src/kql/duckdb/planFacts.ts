import type { Expression, Relation } from '../plan/index.ts';

type PlanNode = Relation | Expression;

export function isNode(value: unknown): value is PlanNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'span' in value;
}

/** Every relation and expression directly below a node, wherever the node keeps it. */
export function childrenOf(node: PlanNode): readonly PlanNode[] {
  const found: PlanNode[] = [];
  const visit = (value: unknown): void => {
    if (isNode(value)) found.push(value);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null && !(value instanceof Set)) Object.values(value).forEach(visit);
  };
  for (const [key, value] of Object.entries(node)) if (key !== 'columns' && key !== 'span') visit(value);
  return found;
}

/** How often each shared relation is named; what is below one is counted once. */
export function countShared(root: Relation): ReadonlyMap<number, number> {
  const uses = new Map<number, number>();
  const walk = (node: PlanNode): void => {
    if (node.kind === 'shared') {
      const before = uses.get(node.id) ?? 0;
      uses.set(node.id, before + 1);
      if (before > 0) return;
    }
    childrenOf(node).forEach(walk);
  };
  walk(root);
  return uses;
}

const cheapKinds: ReadonlySet<string> = new Set(['table', 'values', 'filter', 'project', 'union', 'shared']);

/** Whether computing a relation again costs no more than reading its table, so that filters had better reach it. */
export function isCheap(relation: Relation): boolean {
  return cheapKinds.has(relation.kind) && childrenOf(relation).every((child) => !isRelation(child) || isCheap(child)) && !hasWindow(relation);
}

function hasWindow(relation: Relation): boolean {
  return relation.kind === 'project' && relation.items.some(({ expression }) => containsKind(expression, 'window'));
}

const relationKinds: ReadonlySet<string> = new Set<Relation['kind']>([
  'table', 'values', 'range', 'shared', 'partRows', 'filter', 'project', 'distinct', 'sort', 'take', 'scan', 'summarize', 'makeSeries', 'topNested', 'join', 'union',
  'mvExpand', 'partition', 'apply', 'bagUnpack', 'pivot', 'narrow', 'parse', 'parseKv',
]);

export function isRelation(node: PlanNode): node is Relation {
  return relationKinds.has(node.kind);
}

export function containsKind(node: PlanNode, kind: PlanNode['kind']): boolean {
  return node.kind === kind || childrenOf(node).some((child) => containsKind(child, kind));
}
