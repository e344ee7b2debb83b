import type { Column } from '../../base/index.ts';
import { undocumented } from '../functions/index.ts';
import type { Expression, QueryPlan, Relation } from '../plan/index.ts';
import { lowerCalledBody } from './lowerCall.ts';
import { operators } from './operators.ts';
import { lowerFind, lowerSearch } from './lowerSearch.ts';
import { lowerUnion } from './lowerUnion.ts';
import { lowerItems } from './items.ts';
import { classOf, columnsOf, elementsOf, parametersOf, present, refusal, scalarTypeOf, textOf, type ExpressionNode } from './nodes.ts';
import { bindingOf, expressionOf, placeOf, relationOf, type Scope } from './scope.ts';

/** A tabular expression of Microsoft's tree as plan nodes. */
export function lowerRelation(node: ExpressionNode, scope: Scope): Relation {
  const lower = sources[classOf(node)];
  if (lower) return lower(node, scope);
  // A sub-query of mv-apply or partition begins with an operator: its rows are those of the part.
  if (scope.input && operators[classOf(node)]) return lowerOperator(node, scope.input, node, scope);
  throw refusal('KQL010', `The local engine does not run ${nameOf(node)}.`, placeOf(node, scope));
}

function nameOf(node: ExpressionNode): string {
  return `"${textOf(node).split(/[\s(]/)[0] ?? ''}" (${classOf(node)})`;
}

const sources: Readonly<Record<string, (node: ExpressionNode, scope: Scope) => Relation>> = {
  ParenthesizedExpression: (node, scope) => lowerRelation(present((node as Kusto.Language.Syntax.ParenthesizedExpression).Expression), scope),
  PipeExpression: (node, scope) => {
    const { Expression: input, Operator: operator } = node as Kusto.Language.Syntax.PipeExpression;
    return lowerOperator(present(operator), lowerRelation(present(input), scope), node, scope);
  },
  NameReference: lowerName,
  PathExpression: lowerQualified,
  FunctionCallExpression: lowerTableCall,
  DataTableExpression: lowerDatatable,
  PrintOperator: lowerPrint,
  RangeOperator: lowerRange,
  UnionOperator: (node, scope) => lowerUnion(node as Kusto.Language.Syntax.UnionOperator, undefined, node, scope),
  SearchOperator: (node, scope) => lowerSearch(node as Kusto.Language.Syntax.SearchOperator, undefined, columnsOf(node), scope),
  FindOperator: (node, scope) => lowerFind(node as Kusto.Language.Syntax.FindOperator, columnsOf(node), scope),
  MaterializeExpression: (node, scope) => {
    const relation = lowerRelation(present((node as Kusto.Language.Syntax.MaterializeExpression).Expression), scope);
    return { kind: 'shared', id: scope.nextId(), name: 'materialized', relation, columns: relation.columns, span: relation.span, materialized: true };
  },
};

function lowerOperator(node: ExpressionNode, input: Relation, result: ExpressionNode, scope: Scope): Relation {
  const row = operators[classOf(node)];
  const span = placeOf(node, scope);
  const reason = undocumented[textOf(node).split(/\s/)[0] ?? ''];
  if (!row) throw refusal('KQL010', `The local engine does not run the operator ${nameOf(node)}${reason ? `: ${reason}` : ''}.`, span);
  return row.lower(node, {
    input, scope: { ...scope, input }, span, result,
    get columns(): readonly Column[] {
      return columnsOf(result);
    },
  });
}

function lowerName(node: ExpressionNode, scope: Scope): Relation {
  const name = (node as Kusto.Language.Syntax.NameReference).SimpleName ?? '';
  const binding = bindingOf(scope, name);
  if (binding?.kind === 'relation') return binding.relation;
  const alias = scope.aliases.get(name);
  if (alias) return alias;
  const body = lowerCalledBody(node, scope);
  if (body) return relationOf(body.expression, body.scope);
  return lowerTable(node, name, scope);
}

function lowerTable(node: ExpressionNode, name: string, scope: Scope): Relation {
  // `table("x")` refers to the function; its type is the table, also where a parameter of a function names it.
  const symbol = [node.ReferencedSymbol, node.ResultType].find((found) => found && classOf(found as never).endsWith('TableSymbol') && (found === node.ReferencedSymbol || scope.stored.has(found.Name ?? '')));
  if (!symbol) throw refusal('KQL011', `"${name}" is no table of this source.`, placeOf(node, scope));
  const table = symbol.Name ?? name;
  return { kind: 'table', name: table, columns: columnsOf(node), span: placeOf(node, scope), stored: scope.stored.get(table) ?? new Set() };
}

/** `database("x").T`: the binder has found the table, or it is none of this source. */
function lowerQualified(node: ExpressionNode, scope: Scope): Relation {
  const { Selector } = node as Kusto.Language.Syntax.PathExpression;
  const selected = present(Selector);
  const body = lowerCalledBody(selected, scope);
  if (body) return relationOf(body.expression, body.scope);
  return lowerTable(node, textOf(selected), scope);
}

function lowerTableCall(node: ExpressionNode, scope: Scope): Relation {
  const body = lowerCalledBody(node, scope);
  if (body) return lowerRelation(body.expression, body.scope);
  const name = (node as Kusto.Language.Syntax.FunctionCallExpression).Name?.SimpleName ?? '';
  if (name === 'table' || name === 'materialized_view') return lowerTable(node, name, scope);
  throw refusal('KQL012', `The local engine does not run the tabular function ${name}().`, placeOf(node, scope));
}

function lowerDatatable(node: ExpressionNode, scope: Scope): Relation {
  const columns = columnsOf(node);
  const values = elementsOf((node as Kusto.Language.Syntax.DataTableExpression).Values).map((value) => expressionOf(value, scope));
  const rows: Expression[][] = [];
  for (let start = 0; start < values.length; start += columns.length) {
    rows.push(values.slice(start, start + columns.length).map((value, index) => retype(value, present(columns[index]))));
  }
  return { kind: 'values', rows, columns, span: placeOf(node, scope) };
}

/** A value of a datatable takes its column's type. */
function retype(value: Expression, column: Column): Expression {
  if (value.type === column.type) return value;
  if (value.kind === 'literal' && value.value === null) return { ...value, type: column.type };
  return { kind: 'call', name: `to${column.type}`, type: column.type, span: value.span, arguments: [value] };
}

function lowerPrint(node: ExpressionNode, scope: Scope): Relation {
  const columns = columnsOf(node);
  const span = placeOf(node, scope);
  const items = lowerItems(elementsOf((node as Kusto.Language.Syntax.PrintOperator).Expressions), columns, scope);
  return { kind: 'values', rows: [items.map(({ expression }) => expression)], columns, span };
}

function lowerRange(node: ExpressionNode, scope: Scope): Relation {
  const { From, To, Step } = node as Kusto.Language.Syntax.RangeOperator;
  const [from, to, step] = [From, To, Step].map((part) => expressionOf(present(part), scope)) as [Expression, Expression, Expression];
  if (!scalarTypeOf(present(From).ResultType)) throw refusal('KQL013', 'The type of this range cannot be told.', placeOf(node, scope));
  return { kind: 'range', from, to, step, columns: columnsOf(node), span: placeOf(node, scope) };
}

/** How the query asked to be drawn, if its last operator is `render`. */
export function renderOf(node: ExpressionNode): QueryPlan['render'] {
  if (classOf(node) !== 'PipeExpression') return undefined;
  const operator = (node as Kusto.Language.Syntax.PipeExpression).Operator;
  if (!operator || classOf(operator) !== 'RenderOperator') return undefined;
  const { ChartType, Parameters, WithClause } = operator as Kusto.Language.Syntax.RenderOperator;
  const properties = [...parametersOf(Parameters), ...parametersOf(WithClause?.Properties ?? null)].map(([name, { text }]) => [name, text] as const);
  return { visualization: ChartType?.Text ?? 'table', properties: Object.fromEntries(properties) };
}
