import type { Expression, NamedExpression, Relation } from '../plan/index.ts';
import { present } from './nodes.ts';
import { columnReference, type OperatorContext } from './operatorContext.ts';
import { argumentsOf, builder, type EvaluateNode, type PlanBuilder } from './planBuilder.ts';
import { expressionOf } from './scope.ts';

/** Rows repeated at every step from their own bin on: a row counts in each window that reaches back to it. */
function spread(rows: Relation, bin: Expression, reach: Expression, step: Expression, { call, span, project, column }: PlanBuilder): Relation {
  const items = [...rows.columns.map((own) => ({ name: own.name, expression: columnReference(own, span) })), { name: 'own bin', expression: bin }];
  const binned = project(rows, items);
  const own = column('own bin', bin.type);
  const last = call('-', bin.type, call('+', bin.type, own, reach), step);
  return {
    kind: 'mvExpand', input: binned, bagAsArray: false, span, columns: [...binned.columns, { name: 'bin', type: bin.type }],
    items: [{ name: 'bin', expression: call('range', 'dynamic', own, last, step), type: bin.type }],
  };
}

/** `sliding_window_counts(id, time, start, end, lookback, bin, dimensions…)`. */
export function lowerSlidingWindowCounts(node: EvaluateNode, context: OperatorContext): Relation {
  const build = builder(context);
  const { call, column, aggregate, filter, summarize, sort } = build;
  const [id, time, start, end, lookback, size, ...dimensions] = argumentsOf(node).map((argument) => expressionOf(argument, context.scope)) as [Expression, Expression, Expression, Expression, Expression, Expression, ...Expression[]];
  const [timeColumn, ...others] = context.columns;
  const expanded = spread(context.input, call('bin_at', time.type, time, size, start), lookback, size, build);
  const bin = column('bin', time.type);
  const within = filter(expanded, call('and', 'bool', call('>=', 'bool', bin, start), call('<=', 'bool', bin, end)));
  const keys = [{ name: present(timeColumn).name, expression: bin }, ...dimensions.map((expression, index) => ({ name: present(others[index]).name, expression }))];
  const [count, distinct] = others.slice(dimensions.length);
  const counted = summarize(within, keys, [{ name: present(count).name, expression: aggregate('count', 'long') }, { name: present(distinct).name, expression: aggregate('dcount', 'long', id) }]);
  return sort(counted, keys);
}

/** `rolling_percentile(value, percent, index, bin, bins in a window, dimensions…)`. */
export function lowerRollingPercentile(node: EvaluateNode, context: OperatorContext): Relation {
  const build = builder(context);
  const { call, column, aggregate, filter, summarize, sort, share, span } = build;
  const [value, percent, index, size, bins, ...dimensions] = argumentsOf(node).map((argument) => expressionOf(argument, context.scope)) as [Expression, Expression, Expression, Expression, Expression, ...Expression[]];
  const input = share(context.input);
  const bin = call('bin', index.type, index, size);
  const expanded = spread(input, bin, call('*', size.type, size, bins), size, build);
  const latest: Expression = { kind: 'scalarQuery', type: index.type, span, relation: summarize(input, [], [{ name: 'latest', expression: aggregate('max', index.type, bin) }]) };
  const within = filter(expanded, call('<=', 'bool', column('bin', index.type), latest));
  const [indexColumn, ...others] = context.columns;
  const keys = [{ name: present(indexColumn).name, expression: column('bin', index.type) }, ...dimensions.map((expression, at) => ({ name: present(others[at]).name, expression }))];
  const result = present(others[dimensions.length]);
  const counted = summarize(within, keys, [{ name: result.name, expression: aggregate('percentile', result.type, value, percent) }]);
  return sort(counted, keys);
}

/** `active_users_count(id, time, start, end, lookback, period, least periods, bin, dimensions…)`: who appears now, and often enough before. */
export function lowerActiveUsersCount(node: EvaluateNode, context: OperatorContext): Relation {
  const build = builder(context);
  const { call, column, aggregate, filter, project, summarize, sort, span } = build;
  const [id, time, start, end, lookback, period, least, size, ...dimensions] = argumentsOf(node).map((argument) => expressionOf(argument, context.scope)) as [Expression, Expression, Expression, Expression, Expression, Expression, Expression, Expression, ...Expression[]];
  const from = call('-', start.type, start, lookback);
  const inRange = filter(context.input, call('and', 'bool', call('>=', 'bool', time, from), call('<=', 'bool', time, end)));
  const named = dimensions.map((expression, index) => ({ name: `dimension ${String(index)}`, expression }));
  const appearances = project(inRange, [{ name: 'id', expression: id }, ...named, { name: 'at', expression: call('bin_at', time.type, time, period, start) }]);
  const once: Relation = { kind: 'distinct', input: appearances, columns: appearances.columns, span };
  const expanded = spread(once, column('at', time.type), lookback, period, build);
  const bin = column('bin', time.type);
  const same = (items: readonly NamedExpression[]) => items.map(({ name, expression }) => ({ name, expression: column(name, expression.type) }));
  const counted = summarize(expanded, [{ name: 'id', expression: column('id', id.type) }, ...same(named), { name: 'bin', expression: bin }], [
    { name: 'periods', expression: aggregate('count', 'long') },
    { name: 'here', expression: aggregate('countif', 'long', call('==', 'bool', column('own bin', time.type), bin)) },
  ]);
  const zero: Expression = { kind: 'literal', type: 'long', value: 0n, span };
  const active = filter(counted, call('and', 'bool', call('>=', 'bool', column('periods', 'long'), least), call('>', 'bool', column('here', 'long'), zero), call('>=', 'bool', bin, start), call('<=', 'bool', bin, end)));
  const [timeColumn, ...others] = context.columns;
  const keys = [{ name: present(timeColumn).name, expression: call('bin_at', time.type, bin, size, start) }, ...named.map(({ name, expression }, index) => ({ name: present(others[index]).name, expression: column(name, expression.type) }))];
  const result = summarize(active, keys, [{ name: present(others[dimensions.length]).name, expression: aggregate('dcount', 'long', column('id', id.type)) }]);
  return sort(result, keys);
}
