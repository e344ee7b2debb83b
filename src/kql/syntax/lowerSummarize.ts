import type { Column } from '../../base/index.ts';
import type { ArgExtreme, Expression, NamedExpression, Relation } from '../plan/index.ts';
import { tupleColumns, tupleElement, valueOf, widthOf } from './items.ts';
import { classOf, elementsOf, parametersOf, present, refusal, type ExpressionNode, type Node } from './nodes.ts';
import { columnReference, type LowerOperator, type OperatorContext } from './operatorContext.ts';
import { sortKey } from './lowerRowwise.ts';
import { expressionOf } from './scope.ts';

/** Names come from the binder's result: the keys first, then the columns of each aggregate in turn. */
export function lowerSummarize(node: Node, context: OperatorContext): Relation {
  const { Aggregates, ByClause } = node as Kusto.Language.Syntax.SummarizeOperator;
  if (ByClause?.BinClause) throw refusal('KQL015', 'The local engine does not run "summarize … bin=".', context.span);
  const keyNodes = elementsOf(ByClause?.Expressions ?? null);
  const names = new ColumnQueue(context);
  const keys = keyNodes.map((key) => ({ name: names.take().name, expression: expressionOf(key, context.scope) }));
  const items = elementsOf(Aggregates);
  const aggregates: NamedExpression[] = [];
  const extremes: ArgExtreme[] = [];
  items.forEach((item, index) => {
    const later = items.slice(index + 1).reduce((sum, other) => sum + widthOf(other), 0);
    const call = extremeCall(item);
    if (call) extremes.push(lowerExtreme(call, names, later, new Set(keys.map(({ name }) => name)), context));
    else aggregates.push(...lowerAggregate(item, names, context));
  });
  names.finish();
  return { kind: 'summarize', input: context.input, keys, aggregates, extremes, columns: context.columns, span: context.span };
}

/** The binder's columns, handed out in order. */
class ColumnQueue {
  readonly #context: OperatorContext;
  #next = 0;

  constructor(context: OperatorContext) {
    this.#context = context;
  }

  take(): Column {
    const column = this.#context.columns[this.#next];
    if (!column) throw this.#unnamed();
    this.#next += 1;
    return column;
  }

  left(): number {
    return this.#context.columns.length - this.#next;
  }

  finish(): void {
    if (this.left() !== 0) throw this.#unnamed();
  }

  #unnamed() {
    return refusal('KQL014', 'The local engine cannot name the columns of this operator.', this.#context.span);
  }
}

/** Aggregates of several columns that are several calls of one aggregate: `percentiles(x, 50, 95)`. */
const spread: Readonly<Record<string, { readonly single: string; readonly shared: number }>> = { percentiles: { single: 'percentile', shared: 1 }, percentilesw: { single: 'percentilew', shared: 2 } };

/** One share alone is no tuple. */
function single(value: Expression): Expression {
  const several = value.kind === 'aggregate' ? spread[value.name] : undefined;
  return several ? { ...value, name: several.single } as Expression : value;
}

function lowerAggregate(item: ExpressionNode, names: ColumnQueue, { scope }: OperatorContext): readonly NamedExpression[] {
  const tuple = tupleColumns(item);
  if (!tuple) return [{ name: names.take().name, expression: single(expressionOf(item, scope)) }];
  const value = expressionOf(valueOf(item), scope);
  const several = value.kind === 'aggregate' ? spread[value.name] : undefined;
  return Array.from({ length: widthOf(item) }, (_, index) => {
    const column = names.take();
    if (value.kind !== 'aggregate' || !several) return { name: column.name, expression: tupleElement(value, index, column) };
    const share = present(value.arguments[several.shared + index]);
    const call: Expression = { ...value, name: several.single, type: column.type, arguments: [...value.arguments.slice(0, several.shared), share] };
    return { name: column.name, expression: call };
  });
}

function lowerExtreme(call: Kusto.Language.Syntax.FunctionCallExpression, names: ColumnQueue, later: number, keys: ReadonlySet<string>, { input, scope, span }: OperatorContext): ArgExtreme {
  const name = call.Name?.SimpleName ?? '';
  const args = elementsOf(present(call.ArgumentList).Expressions);
  const picksAny = !name.startsWith('arg');
  const by = picksAny ? undefined : expressionOf(present(args[0]), scope);
  const conditional = /if$/i.test(name);
  const rest = picksAny ? (conditional ? args.slice(0, -1) : args) : args.slice(1);
  const filter = conditional ? expressionOf(present(args.at(-1)), scope) : undefined;
  const items: NamedExpression[] = by ? [{ name: names.take().name, expression: by }] : [];
  for (const [at, value] of rest.entries()) {
    if (classOf(value) !== 'StarExpression') {
      items.push({ name: names.take().name, expression: expressionOf(value, scope) });
      continue;
    }
    const count = names.left() - later - (rest.length - at - 1);
    const known = new Map(input.columns.map((column) => [column.name, column]));
    const starred = starColumns(input, keys, args[0] && !picksAny ? args[0] : undefined);
    for (let index = 0; index < count; index += 1) {
      const column = names.take();
      const source = known.get(column.name) ?? starred[index];
      if (!source) throw refusal('KQL014', 'The local engine cannot tell the columns that "*" stands for here.', span);
      items.push({ name: column.name, expression: columnReference(source, span) });
    }
  }
  return { function: picksAny ? 'take_any' : name.endsWith('min') ? 'arg_min' : 'arg_max', ...(by ? { by } : {}), items, ...(filter ? { filter } : {}), span };
}

function starColumns(input: Relation, keys: ReadonlySet<string>, by: ExpressionNode | undefined): readonly Column[] {
  const own = by && classOf(by) === 'NameReference' ? (by as Kusto.Language.Syntax.NameReference).SimpleName : undefined;
  return input.columns.filter(({ name }) => !keys.has(name) && name !== own);
}

function extremeCall(node: ExpressionNode): Kusto.Language.Syntax.FunctionCallExpression | undefined {
  const value = valueOf(node);
  if (classOf(value) !== 'FunctionCallExpression') return undefined;
  const call = value as Kusto.Language.Syntax.FunctionCallExpression;
  return /^(arg_(max|min)|take_any(if)?|any(if)?|argm(ax|in))$/.test(call.Name?.SimpleName ?? '') ? call : undefined;
}

export const lowerCount: LowerOperator = (_node, { input, span, columns }) => ({
  kind: 'summarize', input, span, columns, keys: [], extremes: [],
  aggregates: [{ name: present(columns[0]).name, expression: { kind: 'aggregate', name: 'count', arguments: [], type: 'long', span } }],
});

/** Kusto estimates these; the local engine counts. */
export const lowerTopHitters: LowerOperator = (node, { input, scope, span, columns }) => {
  const { Expression: count, OfExpression: of, ByClause } = node as Kusto.Language.Syntax.TopHittersOperator;
  const [key, total] = [present(columns[0]), present(columns[1])];
  const by = ByClause?.Expression ? expressionOf(ByClause.Expression, scope) : undefined;
  const aggregate: Expression = by ? { kind: 'aggregate', name: 'sum', arguments: [by], type: total.type, span } : { kind: 'aggregate', name: 'count', arguments: [], type: 'long', span };
  const summed: Relation = { kind: 'summarize', input, keys: [{ name: key.name, expression: expressionOf(present(of), scope) }], aggregates: [{ name: total.name, expression: aggregate }], extremes: [], columns, span };
  const sorted: Relation = { kind: 'sort', input: summed, keys: [{ expression: columnReference(total, span), descending: true, nullsFirst: false }], columns, span };
  return { kind: 'take', input: sorted, count: expressionOf(present(count), scope), columns, span };
};

export const lowerMakeSeries: LowerOperator = (node, { input, scope, span, columns }) => {
  const { Aggregates, OnClause, RangeClause, ByClause, Parameters } = node as Kusto.Language.Syntax.MakeSeriesOperator;
  const keyNodes = elementsOf(ByClause?.Expressions ?? null);
  const items = elementsOf(Aggregates);
  const keys = keyNodes.map((key, index) => ({ name: present(columns[index]).name, expression: expressionOf(key, scope) }));
  if (columns.length !== keys.length + items.length + 1) throw refusal('KQL014', 'The local engine cannot name the columns of this make-series.', span);
  const aggregates = items.map((item, index) => {
    const fallback = item.DefaultExpression?.Expression;
    return { name: present(columns[keys.length + index]).name, expression: expressionOf(present(item.Expression), scope), fallback: fallback ? expressionOf(fallback, scope) : undefined };
  });
  const on = present(OnClause?.Expression);
  const axis = { name: present(columns.at(-1)).name, expression: expressionOf(on, scope) };
  const nonEmpty = parametersOf(Parameters).get('kind')?.text === 'nonempty';
  if (nonEmpty && keys.length > 0) throw refusal('KQL014', 'The local engine runs make-series kind=nonempty without "by" only: what Kusto gives for no rows then is not documented.', span);
  return { kind: 'makeSeries', id: scope.nextId(), input, keys, aggregates, axis, nonEmpty, columns, span, ...seriesRange(present(RangeClause), scope, span) };
};

function seriesRange(clause: Node, scope: OperatorContext['scope'], span: OperatorContext['span']): { readonly from?: Expression; readonly to?: Expression; readonly step: Expression; readonly aligned: boolean } {
  if (classOf(clause) === 'MakeSeriesInRangeClause') {
    const [from, to, step] = elementsOf((clause as Kusto.Language.Syntax.MakeSeriesInRangeClause).Arguments?.Expressions ?? null).map((part) => expressionOf(part, scope));
    if (!from || !to || !step) throw refusal('KQL014', 'make-series needs a start, an end and a step.', span);
    return { from, to, step, aligned: true };
  }
  const { MakeSeriesFromClause: from, MakeSeriesToClause: to, MakeSeriesStepClause: step } = clause as Kusto.Language.Syntax.MakeSeriesFromToStepClause;
  return {
    ...(from?.Expression ? { from: expressionOf(from.Expression, scope) } : {}),
    ...(to?.Expression ? { to: expressionOf(to.Expression, scope) } : {}),
    step: expressionOf(present(step?.Expression), scope),
    aligned: false,
  };
}

export const lowerTopNested: LowerOperator = (node, { input, scope, span, columns }) => {
  const clauses = elementsOf((node as Kusto.Language.Syntax.TopNestedOperator).Clauses);
  if (columns.length !== clauses.length * 2) throw refusal('KQL014', 'The local engine cannot name the columns of this top-nested.', span);
  const levels = clauses.map((clause, index) => {
    const ordered = sortKey(present(clause.ByExpression), scope);
    const [key, aggregate] = [present(columns[index * 2]), present(columns[index * 2 + 1])];
    const others = clause.WithOthersClause?.Expression;
    return {
      ...(clause.Expression ? { count: expressionOf(clause.Expression, scope) } : {}),
      key: { name: key.name, expression: expressionOf(present(clause.OfExpression), scope) },
      aggregate: { name: aggregate.name, expression: ordered.expression },
      descending: ordered.descending,
      ...(others ? { others: expressionOf(others, scope) } : {}),
    };
  });
  return { kind: 'topNested', id: scope.nextId(), input, levels, columns, span };
};

