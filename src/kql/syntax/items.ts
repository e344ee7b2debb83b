import type { Column } from '../../base/index.ts';
import type { Expression, NamedExpression } from '../plan/index.ts';
import { classOf, columnsOfSymbol, elementsOf, present, refusal, spanOf, type ExpressionNode } from './nodes.ts';
import { expressionOf, placeOf, type Scope } from './scope.ts';

/** The expression of `name = expression` or `(a, b) = expression`, or the expression itself. */
export function valueOf(node: ExpressionNode): ExpressionNode {
  const kind = classOf(node);
  if (kind !== 'SimpleNamedExpression' && kind !== 'CompoundNamedExpression') return node;
  return valueOf(present((node as Kusto.Language.Syntax.SimpleNamedExpression).Expression));
}

/** Columns of a value that is several columns at once, such as `series_stats(…)`; undefined for a scalar. */
export function tupleColumns(node: ExpressionNode): readonly Column[] | undefined {
  const symbol = valueOf(node).ResultType;
  return symbol && classOf(symbol as never).endsWith('TupleSymbol') ? columnsOfSymbol(symbol, spanOf(node)) : undefined;
}

/** How many result columns an item gives. */
export function widthOf(node: ExpressionNode): number {
  const tuple = tupleColumns(node);
  if (!tuple) return 1;
  if (classOf(node) !== 'CompoundNamedExpression') return tuple.length;
  return Math.max(tuple.length, namesOf(node).length);
}

/** The names of `(a, b) = …`. */
export function namesOf(node: ExpressionNode): readonly string[] {
  if (classOf(node) !== 'CompoundNamedExpression') return [];
  return elementsOf((node as Kusto.Language.Syntax.CompoundNamedExpression).Names?.Names ?? null).map((name) => name.SimpleName ?? '');
}

/** A column of a tuple: the function gives its values as an array, in their order. */
export function tupleElement(tuple: Expression, index: number, column: Column): Expression {
  const element: Expression = { kind: 'path', type: 'dynamic', span: tuple.span, operand: tuple, steps: [index] };
  return column.type === 'dynamic' ? element : { kind: 'call', name: `to${column.type}`, type: column.type, span: tuple.span, arguments: [element] };
}

/** Names from the binder's result, in order: one for each scalar item, several for a tuple. */
export function lowerItems(nodes: readonly ExpressionNode[], columns: readonly Column[], scope: Scope): readonly NamedExpression[] {
  let next = 0;
  const take = (node: ExpressionNode): Column => {
    const column = columns[next];
    if (!column) throw refusal('KQL014', 'The local engine cannot name the columns of this operator.', placeOf(node, scope));
    next += 1;
    return column;
  };
  const items = nodes.flatMap((node): readonly NamedExpression[] => {
    const tuple = tupleColumns(node);
    if (!tuple) return [{ name: take(node).name, expression: expressionOf(node, scope) }];
    const value = expressionOf(valueOf(node), scope);
    return Array.from({ length: widthOf(node) }, (_, index) => {
      const column = take(node);
      return { name: column.name, expression: tupleElement(value, index, column) };
    });
  });
  if (next !== columns.length) throw refusal('KQL014', 'The local engine needs one column for each expression here.', nodes[0] ? placeOf(nodes[0], scope) : { start: 0, length: 0 });
  return items;
}
