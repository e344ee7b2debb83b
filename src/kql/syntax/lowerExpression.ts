import type { KqlType } from '../../base/index.ts';
import type { Expression } from '../plan/index.ts';
import { isAggregate, scalarLowering } from '../functions/index.ts';
import { lowerCompoundString, lowerLiteral } from './literals.ts';
import { lowerCalledBody } from './lowerCall.ts';
import { rewrittenCalls } from './lowerMacros.ts';
import { classOf, elementsOf, present, refusal, scalarTypeOf, stringValueOf, textOf, type ExpressionNode } from './nodes.ts';
import { stepColumn } from './lowerScan.ts';
import { bindingOf, placeOf, relationOf, type Scope } from './scope.ts';

/** A scalar expression of Microsoft's tree as a plan node. */
export function lowerExpression(node: ExpressionNode, scope: Scope): Expression {
  const lower = lowerings[classOf(node)];
  if (!lower) throw refusal('KQL030', `The local engine does not run this expression (${classOf(node)}).`, placeOf(node, scope));
  return lower(node, scope);
}

function typeOf(node: ExpressionNode, scope: Scope): KqlType {
  const type = scalarTypeOf(node.ResultType);
  if (!type) throw refusal('KQL021', `The type of ${textOf(node)} cannot be told before the query runs.`, placeOf(node, scope));
  return type;
}

function call(name: string, node: ExpressionNode, args: readonly Expression[], scope: Scope): Expression {
  return { kind: 'call', name, type: typeOf(node, scope), span: placeOf(node, scope), arguments: args };
}

const lowerings: Readonly<Record<string, (node: ExpressionNode, scope: Scope) => Expression>> = {
  LiteralExpression: lowerLiteral,
  DynamicExpression: lowerLiteral,
  CompoundStringLiteralExpression: (node) => lowerCompoundString(node as Kusto.Language.Syntax.CompoundStringLiteralExpression),
  ParenthesizedExpression: (node, scope) => lowerExpression(present((node as Kusto.Language.Syntax.ParenthesizedExpression).Expression), scope),
  SimpleNamedExpression: (node, scope) => lowerExpression(present((node as Kusto.Language.Syntax.SimpleNamedExpression).Expression), scope),
  NameReference: lowerName,
  PathExpression: lowerPath,
  ElementExpression: lowerElement,
  FunctionCallExpression: lowerFunctionCall,
  PrefixUnaryExpression: lowerUnary,
  BinaryExpression: lowerBinary,
  InExpression: lowerIn,
  HasAnyExpression: lowerList,
  HasAllExpression: lowerList,
  BetweenExpression: lowerBetween,
  TypeOfLiteralExpression: (node, scope) => ({ kind: 'literal', type: 'string', value: scalarTypeOf(node.ReferencedSymbol) ?? textOf(node), span: placeOf(node, scope) }),
  MaterializeExpression: (node, scope) => lowerExpression(present((node as Kusto.Language.Syntax.MaterializeExpression).Expression), scope),
  ToScalarExpression: (node, scope) => ({
    kind: 'scalarQuery',
    type: typeOf(node, scope),
    span: placeOf(node, scope),
    relation: relationOf(present((node as Kusto.Language.Syntax.ToScalarExpression).Expression), scope),
  }),
} satisfies Record<string, (node: ExpressionNode, scope: Scope) => Expression>;

function lowerName(node: ExpressionNode, scope: Scope): Expression {
  const name = (node as Kusto.Language.Syntax.NameReference).SimpleName ?? '';
  const symbol = node.ReferencedSymbol;
  if (symbol && !(symbol instanceof present(scope.kusto.Symbols.ColumnSymbol as unknown as new () => object))) {
    const binding = bindingOf(scope, name);
    if (binding?.kind === 'expression') return binding.expression;
    const body = lowerCalledBody(node, scope);
    if (body) return lowerExpression(body.expression, body.scope);
    throw refusal('KQL031', `"${name}" is no scalar value that the local engine can use here.`, placeOf(node, scope));
  }
  return { kind: 'column', name, type: typeOf(node, scope), span: placeOf(node, scope) };
}

function lowerPath(node: ExpressionNode, scope: Scope): Expression {
  const { Expression: operand, Selector: selector } = node as Kusto.Language.Syntax.PathExpression;
  const side = textOf(present(operand));
  const name = (selector as Kusto.Language.Syntax.NameReference | null)?.SimpleName;
  if (side === '$left' || side === '$right') {
    return { kind: 'column', name: name ?? '', side: side === '$left' ? 'left' : 'right', type: typeOf(node, scope), span: placeOf(node, scope) };
  }
  const ofStep = stepColumn(node as Kusto.Language.Syntax.PathExpression, scope, placeOf(node, scope));
  if (ofStep) return ofStep;
  // `a.[0]` and `a.["b"]` are ways to write `a[0]` and `a["b"]`.
  if (selector && classOf(selector) === 'BracketedExpression') return lowerElement(node, scope);
  if (name === null || name === undefined) throw refusal('KQL030', 'The local engine does not run this path.', placeOf(node, scope));
  return step(lowerExpression(present(operand), scope), name, node, scope);
}

function step(operand: Expression, key: string | number, node: ExpressionNode, scope: Scope): Expression {
  if (operand.type !== 'dynamic') throw refusal('KQL032', 'Only a dynamic value has properties.', placeOf(node, scope));
  const base = operand.kind === 'path' ? operand : undefined;
  return { kind: 'path', type: 'dynamic', span: placeOf(node, scope), operand: base?.operand ?? operand, steps: [...(base?.steps ?? []), key] };
}

function lowerElement(node: ExpressionNode, scope: Scope): Expression {
  const { Expression: operand, Selector: selector } = node as Kusto.Language.Syntax.ElementExpression;
  const inner = (selector as Kusto.Language.Syntax.BracketedExpression).Expression;
  const key = lowerExpression(present(inner), scope);
  const value = key.kind === 'literal' ? key.value : key.kind === 'call' && key.name === 'negate' && key.arguments[0]?.kind === 'literal' ? -Number((key.arguments[0]).value) : undefined;
  const target = lowerExpression(present(operand), scope);
  if (typeof value === 'string') return step(target, value, node, scope);
  if (typeof value === 'bigint' || typeof value === 'number') return step(target, Number(value), node, scope);
  return call('[]', node, [target, key], scope);
}

function lowerFunctionCall(node: ExpressionNode, scope: Scope): Expression {
  const { Name, ArgumentList } = node as Kusto.Language.Syntax.FunctionCallExpression;
  const name = Name?.SimpleName ?? '';
  const body = lowerCalledBody(node, scope);
  if (body) return lowerExpression(body.expression, body.scope);
  const rewritten = rewrittenCalls[name]?.(node as Kusto.Language.Syntax.FunctionCallExpression, scope);
  if (rewritten) return rewritten;
  const args = elementsOf(present(ArgumentList).Expressions).map((argument) => lowerExpression(argument, scope));
  const tuple = node.ResultType && classOf(node.ResultType as never).endsWith('TupleSymbol');
  const type = tuple ? 'dynamic' : typeOf(node, scope);
  const kind = windowFunctions.has(name) ? 'window' : isAggregateSymbol(node, scope) ? 'aggregate' : 'call';
  return { kind, name, arguments: args, type, span: placeOf(node, scope) };
}

/** Functions of a row's place in a serialized input. */
export const windowFunctions: ReadonlySet<string> = new Set(['prev', 'next', 'row_number', 'row_cumsum', 'row_rank_dense', 'row_rank_min', 'row_window_session']);

/** The binder knows its aggregates, also those the local engine lacks; of a name that is both, such as `hll_merge`, only it can tell which is meant. */
function isAggregateSymbol(node: ExpressionNode, scope: Scope): boolean {
  const symbol = node.ReferencedSymbol as Kusto.Language.Symbols.FunctionSymbol | null;
  return symbol !== null && ((isAggregate(symbol.Name ?? '') && !scalarLowering(symbol.Name ?? '')) || scope.kusto.GlobalState.Default?.IsAggregateFunction(symbol) === true);
}

function lowerUnary(node: ExpressionNode, scope: Scope): Expression {
  const { Operator, Expression: operand } = node as Kusto.Language.Syntax.PrefixUnaryExpression;
  const value = lowerExpression(present(operand), scope);
  if (Operator?.Text === '+') return value;
  if (value.kind === 'literal' && typeof value.value === 'bigint') return { ...value, value: -value.value };
  if (value.kind === 'literal' && typeof value.value === 'number') return { ...value, value: -value.value };
  return call('negate', node, [value], scope);
}

function lowerBinary(node: ExpressionNode, scope: Scope): Expression {
  const { Left, Operator, Right } = node as Kusto.Language.Syntax.BinaryExpression;
  const name = Operator?.Text ?? '';
  if (classOf(present(Left)) === 'StarExpression') return anyColumn(node, (column) => call(name, node, [column, lowerExpression(present(Right), scope)], scope), scope);
  return call(name === '<>' ? '!=' : name, node, [lowerExpression(present(Left), scope), lowerExpression(present(Right), scope)], scope);
}

/** `* has "x"`: whether any column of text or dynamic has it. */
function anyColumn(node: ExpressionNode, test: (column: Expression) => Expression, scope: Scope): Expression {
  const span = placeOf(node, scope);
  const columns = (scope.input?.columns ?? []).filter(({ type }) => type === 'string' || type === 'dynamic');
  const tests = columns.map((column) => test({ kind: 'column', name: column.name, type: column.type, span }));
  if (tests.length === 0) return { kind: 'literal', type: 'bool', value: false, span };
  return { kind: 'call', name: 'or', type: 'bool', span, arguments: tests };
}

function isTabular(node: ExpressionNode): boolean {
  return node.ResultType?.IsTabular === true;
}

function lowerIn(node: ExpressionNode, scope: Scope): Expression {
  const { Left, Operator, Right } = node as Kusto.Language.Syntax.InExpression;
  const name = Operator?.Text ?? '';
  const items = elementsOf(present(Right).Expressions);
  const operand = lowerExpression(present(Left), scope);
  const [only] = items;
  if (items.length === 1 && only && isTabular(only)) {
    return { kind: 'inQuery', type: 'bool', span: placeOf(node, scope), operand, relation: relationOf(only, scope), negated: name.startsWith('!'), caseless: name.endsWith('~') };
  }
  return call(name, node, [operand, ...items.map((item) => lowerExpression(item, scope))], scope);
}

function lowerList(node: ExpressionNode, scope: Scope): Expression {
  const { Left, Operator, Right } = node as Kusto.Language.Syntax.HasAnyExpression;
  const items = elementsOf(present(Right).Expressions);
  const [only] = items;
  if (only && items.some(isTabular)) {
    // The one column of the query as a list.
    const relation = relationOf(only, scope);
    const [column] = relation.columns;
    const span = placeOf(node, scope);
    if (!column) throw refusal('KQL033', `The query after ${Operator?.Text ?? ''} gives no column.`, span);
    const list: Expression = { kind: 'aggregate', name: 'make_list', type: 'dynamic', span, arguments: [{ kind: 'column', name: column.name, type: column.type, span }] };
    const gathered: Expression = { kind: 'scalarQuery', type: 'dynamic', span, relation: { kind: 'summarize', input: relation, keys: [], aggregates: [{ name: 'list', expression: list }], extremes: [], columns: [{ name: 'list', type: 'dynamic' }], span } };
    return call(Operator?.Text ?? '', node, [lowerExpression(present(Left), scope), gathered], scope);
  }
  return call(Operator?.Text ?? '', node, [lowerExpression(present(Left), scope), ...items.map((item) => lowerExpression(item, scope))], scope);
}

function lowerBetween(node: ExpressionNode, scope: Scope): Expression {
  const { Left, Operator, Right } = node as Kusto.Language.Syntax.BetweenExpression;
  const args = [Left, Right?.First, Right?.Second].map((item) => lowerExpression(present(item), scope));
  return call(Operator?.Text ?? '', node, args, scope);
}

/** A string that must be written in the query itself. */
export function literalText(node: ExpressionNode, scope: Scope): string {
  const text = stringValueOf(node);
  if (text === undefined) throw refusal('KQL034', 'The local engine needs a string literal here.', placeOf(node, scope));
  return text;
}
