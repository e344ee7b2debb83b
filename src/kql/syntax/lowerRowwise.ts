import type { Column, KqlType } from '../../base/index.ts';
import type { Expression, NamedExpression, Relation, SortKey } from '../plan/index.ts';
import { lowerItems, namesOf, tupleColumns, tupleElement, valueOf } from './items.ts';
import { classOf, elementsOf, present, refusal, textOf, type ExpressionNode, type Node } from './nodes.ts';
import { columnReference, projectTo, type LowerOperator, type OperatorContext } from './operatorContext.ts';
import { expressionOf, placeOf, type Scope } from './scope.ts';

export const lowerFilter: LowerOperator = (node, { input, scope, span }) => ({
  kind: 'filter', input, span, columns: input.columns,
  predicate: expressionOf(present((node as Kusto.Language.Syntax.FilterOperator).Condition), scope),
});

export const lowerProject: LowerOperator = (node, { input, scope, span, columns }) =>
  projectTo(input, lowerItems(elementsOf((node as Kusto.Language.Syntax.ProjectOperator).Expressions), columns, scope), columns, span);

/** `project-away`, `project-keep` and `project-reorder`: the binder has resolved names and patterns already. */
export const keepByName: LowerOperator = (_node, { input, columns, span }) => projectTo(input, columns.map((column) => ({ name: column.name, expression: columnReference(column, span) })), columns, span);

/** `project-rename` keeps every column in its place. */
export const lowerRename: LowerOperator = (_node, { input, columns, span }) =>
  projectTo(input, columns.map((column, index) => ({ name: column.name, expression: columnReference(present(input.columns[index]), span) })), columns, span);

export function lowerExtend(node: Node, context: OperatorContext): Relation {
  const { input, scope, span, columns } = context;
  const nodes = elementsOf((node as Kusto.Language.Syntax.ExtendOperator).Expressions);
  const taken = new Set(input.columns.map((column) => column.name));
  const types = new Map(columns.map((column) => [column.name, column]));
  const given = new Map<string, Expression>();
  const fresh = columns.filter((column) => !taken.has(column.name)).map((column) => column.name);
  const nextFresh = () => fresh.find((candidate) => !given.has(candidate));
  const give = (name: string | undefined, expression: Expression, place: ExpressionNode) => {
    if (name === undefined || !types.has(name)) throw refusal('KQL014', 'The local engine cannot name a column of this extend.', placeOf(place, scope));
    given.set(name, expression);
  };
  for (const item of nodes) {
    const tuple = tupleColumns(item);
    if (tuple) {
      const value = expressionOf(valueOf(item), scope);
      const explicit = namesOf(item);
      Array.from({ length: Math.max(tuple.length, explicit.length) }, (_, index) => explicit[index] ?? nextFresh()).forEach((name, index) => {
        give(name, tupleElement(value, index, types.get(name ?? '') ?? present(tuple[index])), item);
      });
      continue;
    }
    give(nameOf(item, scope, nextFresh, (name) => types.has(name)), expressionOf(item, scope), item);
  }
  if (nextFresh() !== undefined) throw refusal('KQL014', 'The local engine needs one column for each expression here.', span);
  return projectTo(input, columns.map((column) => ({ name: column.name, expression: given.get(column.name) ?? columnReference(column, span) })), columns, span);
}

/** The written name, else the one Kusto makes of the expression, else the next new column of the binder's result. */
function nameOf(item: ExpressionNode, scope: Scope, nextFresh: () => string | undefined, exists: (name: string) => boolean): string | undefined {
  if (classOf(item) === 'SimpleNamedExpression') return (item as Kusto.Language.Syntax.SimpleNamedExpression).Name?.SimpleName ?? undefined;
  const automatic = scope.kusto.KustoFacts.GetExpressionResultName(item, null, null);
  return automatic !== null && exists(automatic) ? automatic : nextFresh();
}

export const lowerSerialize: LowerOperator = (node, context) => (elementsOf((node as Kusto.Language.Syntax.SerializeOperator).Expressions).length === 0 ? context.input : lowerExtend(node, context));

export const lowerDistinct: LowerOperator = (node, { input, scope, span, columns }) => {
  const nodes = elementsOf((node as Kusto.Language.Syntax.DistinctOperator).Expressions);
  const all = nodes.some((item) => classOf(item) === 'StarExpression');
  if (all && nodes.length > 1) throw refusal('KQL014', 'The local engine takes distinct * or named columns, not both.', span);
  return { kind: 'distinct', input: all ? input : projectTo(input, lowerItems(nodes, columns, scope), columns, span), columns, span };
};

export const lowerSort: LowerOperator = (node, { input, scope, span }) => ({
  kind: 'sort', input, span, columns: input.columns, keys: elementsOf((node as Kusto.Language.Syntax.SortOperator).Expressions).map((key) => sortKey(key, scope)),
});

export const lowerTop: LowerOperator = (node, { input, scope, span }) => {
  const { Expression: count, ByExpression: by } = node as Kusto.Language.Syntax.TopOperator;
  const sorted: Relation = { kind: 'sort', input, span, columns: input.columns, keys: [sortKey(present(by), scope)] };
  return { kind: 'take', input: sorted, span, columns: input.columns, count: expressionOf(present(count), scope) };
};

/** `take`, `limit`; and `sample`, which promises nothing about the rows it chooses. */
export const lowerTake: LowerOperator = (node, { input, scope, span }) => ({
  kind: 'take', input, span, columns: input.columns, count: expressionOf(present((node as Kusto.Language.Syntax.TakeOperator).Expression), scope),
});

export const lowerSampleDistinct: LowerOperator = (node, { input, scope, span, columns }) => {
  const { Expression: count, OfExpression: of } = node as Kusto.Language.Syntax.SampleDistinctOperator;
  const projected = projectTo(input, [{ name: present(columns[0]).name, expression: expressionOf(present(of), scope) }], columns, span);
  return { kind: 'take', input: { kind: 'distinct', input: projected, columns, span }, columns, span, count: expressionOf(present(count), scope) };
};

export function sortKey(node: ExpressionNode, scope: Scope): SortKey {
  const ordered = classOf(node) === 'OrderedExpression' ? (node as Kusto.Language.Syntax.OrderedExpression) : undefined;
  const direction = ordered?.Ordering?.AscOrDescKeyword?.Text ?? 'desc';
  if (direction.startsWith('granny')) throw refusal('KQL014', `The local engine does not sort by ${direction}.`, placeOf(node, scope));
  const expression = expressionOf(ordered ? present(ordered.Expression) : node, scope);
  if (expression.type === 'dynamic') throw refusal('KS116', "The value of type 'dynamic' is not allowed in this context. Convert it first, for example with tolong() or tostring().", placeOf(node, scope));
  const descending = direction !== 'asc';
  const nulls = ordered?.Ordering?.NullsClause?.FirstOrLastKeyword?.Text;
  return { expression, descending, nullsFirst: nulls ? nulls === 'first' : !descending };
}

/** `T | as Name`: the name stands for these rows in what follows. */
export const lowerAs: LowerOperator = (node, { input, scope, span }) => {
  const name = (node as Kusto.Language.Syntax.AsOperator).Name?.SimpleName ?? '';
  const shared: Relation = input.kind === 'shared' ? input : { kind: 'shared', id: scope.nextId(), name, relation: input, columns: input.columns, span, materialized: false };
  scope.aliases.set(name, shared);
  return shared;
};

const systemTypes: Readonly<Record<KqlType, string>> = {
  bool: 'System.SByte', int: 'System.Int32', long: 'System.Int64', real: 'System.Double', decimal: 'System.Data.SqlTypes.SqlDecimal', string: 'System.String',
  datetime: 'System.DateTime', timespan: 'System.TimeSpan', guid: 'System.Guid', dynamic: 'System.Object',
};

export const lowerGetSchema: LowerOperator = (_node, { input, span, columns }) => {
  const text = (value: string): Expression => ({ kind: 'literal', type: 'string', value, span });
  const row = (column: Column, index: number): readonly Expression[] => [text(column.name), { kind: 'literal', type: 'long', value: BigInt(index), span }, text(systemTypes[column.type]), text(column.type)];
  return { kind: 'values', rows: input.columns.map(row), columns, span };
};

/** `assert-schema (a:long, *)`: the binder has checked nothing, so the columns are checked here. */
export const lowerAssertSchema: LowerOperator = (node, { input, span }) => {
  const { Schema } = node as Kusto.Language.Syntax.AssertSchemaOperator;
  const wanted = elementsOf(Schema?.Columns ?? null).map((column) => textOf(column).replace(/\s/g, ''));
  const found = new Set(input.columns.map(({ name, type }) => `${name}:${type}`));
  const missing = wanted.find((column) => !found.has(column));
  if (missing !== undefined) throw refusal('KQL018', `The schema asserted here is not that of the rows: "${missing}" is not among their columns.`, span);
  return input;
};

export function namedColumns(items: readonly NamedExpression[]): readonly Column[] {
  return items.map(({ name, expression }) => ({ name, type: expression.type }));
}
