import type { Expression, Relation } from '../plan/index.ts';
import { childrenOf, isNode, isRelation } from './planFacts.ts';

/** The columns of the row in scope that an expression reads; those of a join's sides are told apart by `side`. */
export function columnsRead(expression: Expression, side?: 'left' | 'right'): readonly string[] {
  if (expression.kind === 'column') return expression.side === side ? [expression.name] : [];
  return childrenOf(expression).flatMap((child) => (isRelation(child) ? [] : columnsRead(child, side)));
}

/** What must all hold for a predicate to hold. */
export function conjuncts(predicate: Expression): readonly Expression[] {
  return predicate.kind === 'call' && predicate.name === 'and' ? predicate.arguments.flatMap(conjuncts) : [predicate];
}

interface NodeMap {
  readonly relation: (relation: Relation) => Relation;
  readonly expression: (expression: Expression) => Expression;
}

/** The same node over what its relations and expressions become; one expression in two places stays one. */
export function mapChildren<N extends Relation | Expression>(node: N, map: NodeMap): N {
  const known = new Map<object, unknown>();
  const visit = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || value instanceof Set) return value;
    const before = known.get(value);
    if (before !== undefined) return before;
    const after = isNode(value) ? (isRelation(value) ? map.relation(value) : map.expression(value)) : Array.isArray(value) ? value.map(visit) : mapObject(value);
    known.set(value, after);
    return after;
  };
  const mapObject = (object: object) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, key === 'columns' || key === 'span' ? (value as unknown) : visit(value)]));
  return mapObject(node) as unknown as N;
}

/** The expression with each part replaced, from the leaves up; sub-queries stay as they are. */
export function replaceParts(expression: Expression, replace: (part: Expression) => Expression): Expression {
  return replace(expression.kind === 'literal' || expression.kind === 'column' ? expression : mapChildren(expression, { relation: (query) => query, expression: (part) => replaceParts(part, replace) }));
}
