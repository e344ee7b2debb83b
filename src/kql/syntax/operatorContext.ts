import type { Column, Span } from '../../base/index.ts';
import type { Expression, NamedExpression, Relation } from '../plan/index.ts';
import type { ExpressionNode, Node } from './nodes.ts';
import type { Scope } from './scope.ts';

/** What an operator works on. */
export interface OperatorContext {
  readonly input: Relation;
  readonly scope: Scope;
  readonly span: Span;
  /** The result's columns as Microsoft's binder names and types them; reading them refuses what has no type before the query runs. */
  readonly columns: readonly Column[];
  /** The binder's view of the result. */
  readonly result: ExpressionNode;
}

export type LowerOperator = (node: Node, context: OperatorContext) => Relation;

export function columnReference(column: Column, span: Span): Expression {
  return { kind: 'column', name: column.name, type: column.type, span };
}

export function projectTo(input: Relation, items: readonly NamedExpression[], columns: readonly Column[], span: Span): Relation {
  return { kind: 'project', input, items, columns, span };
}
