import type { Expression, Literal } from '../plan/index.ts';
import { valueOf } from './items.ts';
import { elementsOf, present, refusal, stringValueOf } from './nodes.ts';
import { columnReference } from './operatorContext.ts';
import { expressionOf, placeOf, relationOf, type Scope } from './scope.ts';

type CallNode = Kusto.Language.Syntax.FunctionCallExpression;

/** Functions whose meaning is in the query rather than in values: they become other expressions before anything runs. */
export const rewrittenCalls: Readonly<Record<string, (node: CallNode, scope: Scope) => Expression | undefined>> = {
  pack_all: (node, scope) => {
    const [ignoreNulls] = elementsOf(present(node.ArgumentList).Expressions);
    const options = ignoreNulls ? expressionOf(ignoreNulls, scope) : undefined;
    const span = placeOf(node, scope);
    const columns = (scope.input?.columns ?? []).map((column) => columnReference(column, span));
    return bagOf(columns.map((column) => [nameOf(column), column]), options?.kind === 'literal' && options.value === true, node, scope);
  },
  bag_pack_columns: (node, scope) => {
    const columns = elementsOf(present(node.ArgumentList).Expressions).map((argument) => ({ argument, value: expressionOf(argument, scope) }));
    return bagOf(columns.map(({ argument, value }) => [scope.kusto.KustoFacts.GetExpressionResultName(argument, '', null) ?? nameOf(value), value]), false, node, scope);
  },
  column_ifexists: columnIfExists,
  columnifexists: columnIfExists,
  iscolumnexists: (node, scope) => {
    const name = columnNameIn(node, scope);
    return { kind: 'literal', type: 'bool', value: scope.input?.columns.some((column) => column.name === name) === true, span: placeOf(node, scope) };
  },
  column_names_of: (node, scope) => {
    const relation = relationOf(valueOf(present(elementsOf(present(node.ArgumentList).Expressions)[0])), scope);
    return { kind: 'literal', type: 'dynamic', value: JSON.stringify(relation.columns.map(({ name }) => name)), span: placeOf(node, scope) };
  },
  bin_auto: (node, scope) => {
    const span = placeOf(node, scope);
    const [value] = elementsOf(present(node.ArgumentList).Expressions).map((argument) => expressionOf(argument, scope));
    const size = scope.options.get('query_bin_auto_size');
    if (!value || !size) throw refusal('KQL037', 'bin_auto() needs the size of a bin, given by "set query_bin_auto_size=…" before the query.', span);
    const at = scope.options.get('query_bin_auto_at');
    return at
      ? { kind: 'call', name: 'bin_at', type: value.type, span, arguments: [value, size, at] }
      : { kind: 'call', name: 'bin', type: value.type, span, arguments: [value, size] };
  },
};

function columnIfExists(node: CallNode, scope: Scope): Expression {
  const [, fallback] = elementsOf(present(node.ArgumentList).Expressions);
  const text = columnNameIn(node, scope);
  const column = scope.input?.columns.find((candidate) => candidate.name === text);
  return column ? columnReference(column, placeOf(node, scope)) : expressionOf(present(fallback), scope);
}

function columnNameIn(node: CallNode, scope: Scope): string {
  const [name] = elementsOf(present(node.ArgumentList).Expressions);
  const text = name && stringValueOf(name);
  if (text === undefined) throw refusal('KQL034', 'The local engine needs the name of the column as a literal here.', placeOf(node, scope));
  return text;
}

function nameOf(expression: Expression): string {
  return expression.kind === 'column' ? expression.name : '';
}

function bagOf(pairs: readonly (readonly [string, Expression])[], withoutNulls: boolean, node: CallNode, scope: Scope): Expression {
  const span = placeOf(node, scope);
  const key = (value: string): Literal => ({ kind: 'literal', type: 'string', value, span });
  const bag: Expression = { kind: 'call', name: 'bag_pack', type: 'dynamic', span, arguments: pairs.flatMap(([name, value]) => [key(name), value]) };
  return withoutNulls ? { kind: 'call', name: 'bag_without_empty', type: 'dynamic', span, arguments: [bag] } : bag;
}
