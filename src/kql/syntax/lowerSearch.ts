import type { Column, KqlType } from '../../base/index.ts';
import type { Expression, NamedExpression, Relation } from '../plan/index.ts';
import { classOf, elementsOf, nameOfSymbol, parametersOf, present, refusal, scalarTypeOf, stringValueOf, textOf, type ExpressionNode } from './nodes.ts';
import { columnReference, projectTo } from './operatorContext.ts';
import { expressionOf, placeOf, relationOf, type Scope } from './scope.ts';
import { uniteBranches } from './lowerUnion.ts';

type Named = { readonly relation: Relation; readonly name: string };

/** Tables of a list such as `in (T1, T*)`, or all of the source. */
function tablesOf(clause: Kusto.Language.Syntax.FindInClause | null, scope: Scope, span: Relation['span']): readonly Named[] {
  if (!clause) return scope.tables().map((relation) => ({ relation: { ...relation, span }, name: relation.name }));
  return elementsOf(clause.Expressions).flatMap((node): readonly Named[] => {
    const symbol = node.ReferencedSymbol as { readonly Members?: { readonly Count: number; getItem(index: number): Kusto.Language.Symbols.Symbol | null } } | null;
    if (symbol && classOf(symbol as never).endsWith('GroupSymbol')) {
      const names = new Set(Array.from({ length: symbol.Members?.Count ?? 0 }, (_, index) => nameOfSymbol(present(symbol.Members?.getItem(index)))));
      return scope.tables().filter(({ name }) => names.has(name)).map((relation) => ({ relation: { ...relation, span }, name: relation.name }));
    }
    const relation = relationOf(node, scope);
    return [{ relation, name: relation.kind === 'table' ? relation.name : textOf(node) }];
  });
}

/** `search`: the terms in any column, over the piped rows, named tables or all; `$table` says where a row was found. */
export function lowerSearch(node: Kusto.Language.Syntax.SearchOperator, piped: Relation | undefined, columns: readonly Column[], scope: Scope): Relation {
  const span = placeOf(node, scope);
  const caseless = parametersOf(node.Parameters).get('kind')?.text !== 'case_sensitive';
  const inputs: readonly Named[] = piped ? [{ relation: piped, name: piped.kind === 'table' ? piped.name : '' }] : tablesOf(node.InClause, scope, span);
  const found = inputs.map(({ relation, name }) => ({ name, relation: { kind: 'filter', input: relation, predicate: matches(present(node.Condition), relation, { ...scope, input: relation }, caseless), columns: relation.columns, span } satisfies Relation }));
  return uniteBranches(found, columns, '$table', span);
}

/** A search's condition over one table: bare strings are terms in any column, `name:"x"` in one. */
function matches(node: ExpressionNode, table: Relation, scope: Scope, caseless: boolean): Expression {
  const span = placeOf(node, scope);
  const kind = classOf(node);
  if (kind === 'ParenthesizedExpression') return matches(present((node as Kusto.Language.Syntax.ParenthesizedExpression).Expression), table, scope, caseless);
  const term = stringValueOf(node) ?? (node.LiteralValue === undefined || kind !== 'LiteralExpression' ? undefined : (typeof node.LiteralValue === 'string' ? node.LiteralValue : textOf(node)));
  if (term !== undefined && kind === 'LiteralExpression') return inAnyColumn(term, table, caseless, span);
  if (kind === 'StarExpression') return { kind: 'literal', type: 'bool', value: true, span };
  if (kind === 'BinaryExpression') {
    const { Left, Operator, Right } = node as Kusto.Language.Syntax.BinaryExpression;
    const operator = Operator?.Text ?? '';
    if (operator === 'and' || operator === 'or') return { kind: 'call', name: operator, type: 'bool', span, arguments: [Left, Right].map((side) => matches(present(side), table, scope, caseless)) };
    if (operator === ':') return columnHas(present(Left), present(Right), table, scope, caseless);
  }
  if (kind === 'FunctionCallExpression' && (node as Kusto.Language.Syntax.FunctionCallExpression).Name?.SimpleName === 'not') {
    const [inner] = elementsOf(present((node as Kusto.Language.Syntax.FunctionCallExpression).ArgumentList).Expressions);
    return { kind: 'call', name: 'not', type: 'bool', span, arguments: [matches(present(inner), table, scope, caseless)] };
  }
  return overColumnsOf(expressionOf(node, scope), table, span);
}

function columnHas(left: ExpressionNode, right: ExpressionNode, table: Relation, scope: Scope, caseless: boolean): Expression {
  const span = placeOf(left, scope);
  const name = textOf(left);
  const term = stringValueOf(right) ?? textOf(right);
  if (classOf(left) === 'StarExpression') return inAnyColumn(term, table, caseless, span);
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) return { kind: 'literal', type: 'bool', value: false, span };
  return has(columnReference(column, span), term, caseless);
}

function inAnyColumn(term: string, table: Relation, caseless: boolean, span: Relation['span']): Expression {
  const tests = table.columns.map((column) => has(columnReference(column, span), term, caseless));
  return tests.length === 0 ? { kind: 'literal', type: 'bool', value: false, span } : { kind: 'call', name: 'or', type: 'bool', arguments: tests, span };
}

/** A term may hold `*` at its ends, which widens it to a prefix, a suffix or any place. */
function has(column: Expression, term: string, caseless: boolean): Expression {
  const { span } = column;
  const asText: Expression = column.type === 'string' ? column : { kind: 'call', name: 'tostring', type: 'string', arguments: [column], span };
  const [before, after] = [term.startsWith('*'), term.endsWith('*') && term.length > 1];
  const inner = term.slice(before ? 1 : 0, after ? -1 : undefined);
  if (inner === '') return { kind: 'literal', type: 'bool', value: true, span };
  if (inner.includes('*')) throw refusal('KQL034', 'The local engine takes "*" at the ends of a search term only.', span);
  const operator = `${before && after ? 'contains' : before ? 'hassuffix' : after ? 'hasprefix' : 'has'}${caseless ? '' : '_cs'}`;
  return { kind: 'call', name: operator, type: 'bool', span, arguments: [asText, { kind: 'literal', type: 'string', value: inner, span }] };
}

/** A predicate bound over all tables at once: a column this table lacks is null, one of another type is not guessed at. */
function overColumnsOf(expression: Expression, table: Relation, span: Relation['span']): Expression {
  if (expression.kind === 'column') {
    const own = table.columns.find(({ name }) => name === expression.name);
    if (!own) return { kind: 'literal', type: expression.type, value: expression.type === 'string' ? '' : null, span };
    return columnReference(own, expression.span);
  }
  if (expression.kind === 'call' || expression.kind === 'aggregate') return { ...expression, arguments: expression.arguments.map((argument) => overColumnsOf(argument, table, span)) };
  if (expression.kind === 'path') return { ...expression, operand: overColumnsOf(expression.operand, table, span) };
  return expression;
}

/** `find`: the rows of several tables for which a predicate holds, with the table's name and what is not projected packed. */
export function lowerFind(node: Kusto.Language.Syntax.FindOperator, columns: readonly Column[], scope: Scope): Relation {
  const span = placeOf(node, scope);
  const sourceColumn = parametersOf(node.Parameters).get('withsource')?.text ?? 'source_';
  if (node.ProjectAway) throw refusal('KQL014', 'The local engine does not run find with project-away.', span);
  const inputs = tablesOf(node.InClause, scope, span);
  const branches = inputs.flatMap(({ relation, name }) => {
    const inner = { ...scope, input: relation };
    const condition = present(node.Condition);
    if (lacksColumns(condition, relation)) return [];
    const filtered: Relation = { kind: 'filter', input: relation, predicate: matches(condition, relation, inner, true), columns: relation.columns, span };
    const own = columns.filter((column) => column.name !== sourceColumn);
    const items = own.map((column): NamedExpression => ({ name: column.name, expression: findColumn(column, relation, own, span) }));
    return [{ name, relation: projectTo(filtered, items, own, span) }];
  });
  return uniteBranches(branches, columns, sourceColumn, span);
}

/** A table without any column that the predicate names cannot hold a match. */
function lacksColumns(condition: ExpressionNode, relation: Relation): boolean {
  const names: string[] = [];
  const walk = (element: Kusto.Language.Syntax.SyntaxElement) => {
    if (classOf(element) === 'NameReference' && (element as ExpressionNode).ReferencedSymbol && scalarTypeOf((element as ExpressionNode).ResultType)) names.push((element as Kusto.Language.Syntax.NameReference).SimpleName ?? '');
    for (let index = 0; index < element.ChildCount; index += 1) {
      const child = element.GetChild(index);
      if (child) walk(child);
    }
  };
  walk(condition);
  return names.length > 0 && !names.some((name) => relation.columns.some((column) => column.name === name));
}

function findColumn(column: Column, relation: Relation, projected: readonly Column[], span: Relation['span']): Expression {
  if (column.name === 'pack_') {
    const shown = new Set(projected.map(({ name }) => name));
    const rest = relation.columns.filter(({ name }) => !shown.has(name));
    return { kind: 'call', name: 'bag_pack', type: 'dynamic', span, arguments: rest.flatMap((own) => [{ kind: 'literal', type: 'string', value: own.name, span } satisfies Expression, columnReference(own, span)]) };
  }
  const own = relation.columns.find(({ name, type }) => name === column.name || `${name}_${type}` === column.name);
  if (!own) return { kind: 'literal', type: column.type, value: column.type === 'string' ? '' : null, span };
  return own.type === column.type ? columnReference(own, span) : convert(columnReference(own, span), column.type);
}

function convert(expression: Expression, type: KqlType): Expression {
  return { kind: 'call', name: `to${type}`, type, arguments: [expression], span: expression.span };
}

