import { physicalType } from '../sql/index.ts';
import { as, jsonOf } from './convert.ts';
import { argument, refuse, rows, sqlOf, type FunctionRow, type SqlArgument } from './row.ts';
import { sketchAggregates } from './sketches.ts';
import { aggregateOver, type Aggregate } from './aggregateRow.ts';
import { statisticAggregates } from './statistics.ts';

const sum: Aggregate = (args, filter, { resultType }) => {
  const { sql } = argument(args, 0);
  return `coalesce(CAST(sum(${sql})${filter} AS ${physicalType(resultType)}), 0)`;
};

const average: Aggregate = (args, filter, { resultType }) => {
  const { sql, type } = argument(args, 0);
  if (resultType === 'decimal') return `CAST(kql_decimal_divide(CAST(sum(${sql})${filter} AS VARCHAR), CAST(count(${sql})${filter} AS VARCHAR)) AS ${physicalType('decimal')})`;
  if (type === 'datetime' || type === 'timespan') return `CAST(trunc(avg(${sql})${filter}) AS BIGINT)`;
  // Without values the sum is divided by zero.
  return `coalesce(avg(${type === 'dynamic' ? as(argument(args, 0), 'real') : sql})${filter}, 'nan'::DOUBLE)`;
};

const extreme = (name: 'min' | 'max'): Aggregate => (args, filter) => {
  const { sql, type } = argument(args, 0);
  if (type === 'dynamic') return refuse(`The local engine takes the ${name} of scalars, not of a dynamic.`);
  return type === 'string' ? `coalesce(${name}(${sql})${filter}, '')` : `${name}(${sql})${filter}`;
};

/** Exact, where Kusto estimates. */
const distinctCount: Aggregate = (args, filter) => `count(DISTINCT ${argument(args, 0).type === 'dynamic' ? `CAST(${sqlOf(args, 0)} AS VARCHAR)` : sqlOf(args, 0)})${filter}`;

/** The largest number of elements, the same for all rows. */
function limitOf(args: readonly SqlArgument[]): string | undefined {
  return args[1]?.varies?.() ? refuse('The largest size of a list or set must be a constant here, not a column.') : args[1]?.sql;
}

function limited(list: string, args: readonly SqlArgument[]): string {
  const limit = limitOf(args);
  return `coalesce(to_json(${limit === undefined ? list : `(${list})[1:${limit}]`}), '[]'::JSON)`;
}

export function withValue(sql: string, filter: string): string {
  return filter === '' ? ` FILTER (WHERE ${sql} IS NOT NULL)` : filter.replace(/\)$/, () => ` AND ${sql} IS NOT NULL)`);
}

const makeList: Aggregate = (args, filter) => limited(`list(${jsonOf(argument(args, 0))})${withValue(sqlOf(args, 0), filter)}`, args);
const makeListWithNulls: Aggregate = (args, filter) => limited(`list(coalesce(${jsonOf(argument(args, 0))}, 'null'::JSON))${filter}`, args);

/** The order within a set is Kusto's own affair; here it is sorted, so that the same query gives the same bytes. Arrays give their elements. */
const makeSet: Aggregate = (args, filter) => {
  const arg = argument(args, 0);
  const limit = limitOf(args);
  if (arg.type === 'dynamic') return `CAST(kql_set_of_lists(CAST(coalesce(to_json(list(${arg.sql})${withValue(arg.sql, filter)}), '[]'::JSON) AS VARCHAR), ${limit === undefined ? 'NULL::BIGINT' : `CAST(${limit} AS BIGINT)`}) AS JSON)`;
  // Sorted by value: what a JSON text would sort as, 10 before 9, is no order for a person.
  const ordered = `list(DISTINCT ${arg.sql} ORDER BY ${arg.sql})${withValue(arg.sql, filter)}`;
  return limited(`list_transform(${ordered}, x -> ${jsonOf({ sql: 'x', type: arg.type })})`, args);
};

const overBags = (name: string, empty: string): Aggregate => (args, filter) => `CAST(kql_${name}(CAST(coalesce(to_json(list(${jsonOf(argument(args, 0))})${withValue(sqlOf(args, 0), filter)}), '${empty}'::JSON) AS VARCHAR)) AS JSON)`;

const any: Aggregate = (args, filter) => {
  if (args.length !== 1) return refuse('The local engine takes one column in take_any().');
  return argument(args, 0).type === 'string' ? `coalesce(any_value(${sqlOf(args, 0)})${filter}, '')` : `any_value(${sqlOf(args, 0)})${filter}`;
};

const bits = (name: string, empty: string): Aggregate => (args, filter) => `coalesce(${name}(CAST(${sqlOf(args, 0)} AS BIGINT))${filter}, ${empty})`;

const count: Aggregate = (_args, filter) => `count(*)${filter}`;

/** Each aggregate, and where its `…if` form has the predicate. */
const table: readonly (readonly [names: readonly string[], aggregate: Aggregate, conditional?: readonly [names: readonly string[], at: number]])[] = [
  [['cnt'], count, [['countif'], 0]],
  [['sum'], sum, [['sumif'], 1]],
  [['avg'], average, [['avgif'], 1]],
  [['min'], extreme('min'), [['minif'], 1]],
  [['max'], extreme('max'), [['maxif'], 1]],
  [['dcount', 'count_distinct'], distinctCount, [['dcountif', 'count_distinctif'], 1]],
  [['make_list', 'makelist'], makeList, [['make_list_if'], 1]],
  [['make_list_with_nulls'], makeListWithNulls],
  [['make_set', 'makeset'], makeSet, [['make_set_if'], 1]],
  [['make_bag', 'make_dictionary'], overBags('merge_bags', '[]'), [['make_bag_if'], 1]],
  [['buildschema'], overBags('schema_of', '[]')],
  [['take_any', 'any'], any, [['take_anyif', 'anyif'], 1]],
  [['binary_all_and'], bits('bit_and', '-1')], [['binary_all_or'], bits('bit_or', '0')], [['binary_all_xor'], bits('bit_xor', '0')],
  ...statisticAggregates, ...sketchAggregates,
];

const entries: readonly FunctionRow[] = table.flatMap(([names, aggregate, conditional]) => [
  ...names.flatMap((name) => rows({ [name]: aggregateOver(aggregate) })),
  ...(conditional ? conditional[0].flatMap((name) => rows({ [name]: aggregateOver(aggregate, conditional[1]) })) : []),
]);

export const aggregateRows: ReadonlyMap<string, FunctionRow['lower']> = new Map([
  ...entries.map(({ name, lower }) => [name, lower] as const),
  // `count(predicate)` counts like countif; any other value is counted in every row, null or not.
  ['count', (args, context) => (args.length === 0 || argument(args, 0).type !== 'bool' ? 'count(*)' : aggregateOver(count, 0)(args, context))],
]);

const known = new Set(['arg_max', 'arg_min', 'argmax', 'argmin', 'percentiles', 'percentilesw']);

/** Whether a function name is an aggregate, also one that stands for several columns. */
export function isAggregate(name: string): boolean {
  return aggregateRows.has(name) || known.has(name);
}

