import type { Column, KqlType } from '../../base/index.ts';
import type { Expression, NamedExpression, Relation } from '../plan/index.ts';
import { elementsOf, present, type ExpressionNode } from './nodes.ts';
import { columnReference, type OperatorContext } from './operatorContext.ts';

export type EvaluateNode = Kusto.Language.Syntax.EvaluateOperator;

/** Makers of plan nodes that all have one place: the plugin's call. */
export interface PlanBuilder {
  readonly span: Relation['span'];
  readonly call: (name: string, type: KqlType, ...args: readonly Expression[]) => Expression;
  readonly aggregate: (name: string, type: KqlType, ...args: readonly Expression[]) => Expression;
  readonly column: (name: string, type: KqlType) => Expression;
  readonly filter: (input: Relation, predicate: Expression) => Relation;
  readonly project: (input: Relation, items: readonly NamedExpression[]) => Relation;
  readonly summarize: (input: Relation, keys: readonly NamedExpression[], aggregates: readonly NamedExpression[]) => Relation;
  /** By the keys after the first, then by the first, which is a bin of time. */
  readonly sort: (input: Relation, keys: readonly NamedExpression[]) => Relation;
  /** The relation computed once, however often it is read. */
  readonly share: (relation: Relation) => Relation;
}

/** Plan nodes with the plugin's own place. */
export function builder({ span, scope }: OperatorContext): PlanBuilder {
  const call = (name: string, type: KqlType, ...args: readonly Expression[]): Expression => ({ kind: 'call', name, type, arguments: args, span });
  const aggregate = (name: string, type: KqlType, ...args: readonly Expression[]): Expression => ({ kind: 'aggregate', name, type, arguments: args, span });
  const column = (name: string, type: KqlType): Expression => columnReference({ name, type }, span);
  const filter = (input: Relation, predicate: Expression): Relation => ({ kind: 'filter', input, predicate, columns: input.columns, span });
  const typed = (items: readonly NamedExpression[]): readonly Column[] => items.map(({ name, expression }) => ({ name, type: expression.type }));
  const project = (input: Relation, items: readonly NamedExpression[]): Relation => ({ kind: 'project', input, items, columns: typed(items), span });
  const summarize = (input: Relation, keys: readonly NamedExpression[], aggregates: readonly NamedExpression[]): Relation => ({ kind: 'summarize', input, keys, aggregates, extremes: [], columns: typed([...keys, ...aggregates]), span });
  /** By the dimensions, then by the bin, which is the first key. */
  const sort = (input: Relation, [bin, ...dimensions]: readonly NamedExpression[]): Relation => {
    const keys = [...dimensions, ...(bin ? [bin] : [])].map(({ name, expression }) => ({ expression: column(name, expression.type), descending: false, nullsFirst: true }));
    return { kind: 'sort', input, keys, columns: input.columns, span };
  };
  const share = (relation: Relation): Relation => (relation.kind === 'shared' || relation.kind === 'table' ? relation : { kind: 'shared', id: scope.nextId(), name: 'evaluated', relation, columns: relation.columns, span, materialized: false });
  return { call, aggregate, column, filter, project, summarize, sort, share, span };
}

export function argumentsOf({ FunctionCall }: EvaluateNode): readonly ExpressionNode[] {
  return elementsOf(present(present(FunctionCall).ArgumentList).Expressions);
}
