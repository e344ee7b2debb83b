import type { QueryPlan, Relation } from '../plan/index.ts';
import { renderOf } from './lowerRelation.ts';
import { classOf, elementsOf, nodesOf, present, refusal, type ExpressionNode } from './nodes.ts';
import { columnReference } from './operatorContext.ts';
import { expressionOf, placeOf, relationOf, subQueryOf, type Scope } from './scope.ts';

/** The results of one tabular statement: one, or as many as a closing `fork` or `facet` has branches. */
export function plansOf(node: ExpressionNode, scope: Scope): readonly QueryPlan[] {
  const pipe = classOf(node) === 'PipeExpression' ? (node as Kusto.Language.Syntax.PipeExpression) : undefined;
  const operator = pipe?.Operator ?? undefined;
  const kind = operator ? classOf(operator) : '';
  if (pipe && operator && kind === 'ForkOperator') return forked(operator as Kusto.Language.Syntax.ForkOperator, relationOf(present(pipe.Expression), scope), scope);
  if (pipe && operator && kind === 'FacetOperator') return faceted(operator as Kusto.Language.Syntax.FacetOperator, relationOf(present(pipe.Expression), scope), scope);
  const render = renderOf(node);
  return [{ relation: relationOf(node, scope), ...(render ? { render } : {}) }];
}

function forked(fork: Kusto.Language.Syntax.ForkOperator, input: Relation, scope: Scope): readonly QueryPlan[] {
  return nodesOf(fork.Expressions).map((branch) => ({ relation: subQueryOf(present(branch.Expression), input, scope) }));
}

/** A count per value of each column; with a sub-query its rows as well. */
function faceted(facet: Kusto.Language.Syntax.FacetOperator, input: Relation, scope: Scope): readonly QueryPlan[] {
  const span = placeOf(facet, scope);
  const counts = elementsOf(facet.Expressions).map((by): QueryPlan => {
    const key = expressionOf(by, { ...scope, input });
    if (key.kind !== 'column') throw refusal('KQL014', 'facet takes columns.', span);
    const columns = [{ name: key.name, type: key.type }, { name: `count_${key.name}`, type: 'long' as const }];
    const aggregate = { name: `count_${key.name}`, expression: { kind: 'aggregate' as const, name: 'count', arguments: [], type: 'long' as const, span } };
    return { relation: { kind: 'summarize', input, keys: [{ name: key.name, expression: columnReference({ name: key.name, type: key.type }, span) }], aggregates: [aggregate], extremes: [], columns, span } };
  });
  const clause = facet.WithClause;
  if (!clause) return counts;
  const inner = classOf(clause) === 'FacetWithExpressionClause' ? (clause as Kusto.Language.Syntax.FacetWithExpressionClause).Expression : (clause as Kusto.Language.Syntax.FacetWithOperatorClause).Operator;
  return [...counts, { relation: subQueryOf(present(inner), input, scope) }];
}

