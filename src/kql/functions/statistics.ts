import type { KqlType } from '../../base/index.ts';
import { physicalType } from '../sql/index.ts';
import { as } from './convert.ts';
import { argument, refuse, sqlOf, type SqlArgument } from './row.ts';
import type { Aggregate } from './aggregateRow.ts';

function real(args: readonly SqlArgument[], index: number): string {
  const arg = argument(args, index);
  return arg.type === 'real' ? arg.sql : arg.type === 'datetime' || arg.type === 'timespan' ? `CAST(${arg.sql} AS DOUBLE)` : as(arg, 'real');
}

/** Neither a sample of one nor one of none has a spread: 0. */
const spread = (name: string): Aggregate => (args, filter) => {
  const value = real(args, 0);
  if (argument(args, 0).type !== 'real') return `coalesce(${name}(${value})${filter}, 0.0::DOUBLE)`;
  // DuckDB refuses values that are no finite number; what they lead to is none either.
  const finite = filter === '' ? ` FILTER (WHERE isfinite(${value}))` : filter.replace(/\)$/, ` AND isfinite(${value}))`);
  return `(CASE WHEN coalesce(bool_or(NOT isfinite(${value}))${filter}, false) THEN 'NaN'::DOUBLE ELSE coalesce(${name}(${value})${finite}, 0.0::DOUBLE) END)`;
};
const together = (name: string): Aggregate => (args, filter) => `${name}(${real(args, 0)}, ${real(args, 1)})${filter}`;

function shareOf(arg: SqlArgument): number {
  const share = Number(arg.value);
  if (arg.value === null || arg.value === undefined || !(share >= 0 && share <= 100)) return refuse('The local engine needs a literal percentage from 0 to 100 here.');
  return share;
}

/** The percentages of an array literal or of several arguments. */
function sharesOf(args: readonly SqlArgument[]): readonly number[] {
  return args.flatMap((arg) => {
    const parsed: unknown = arg.type === 'dynamic' && typeof arg.value === 'string' ? JSON.parse(arg.value) : undefined;
    if (!Array.isArray(parsed)) return [shareOf(arg)];
    return parsed.map((value: unknown) => shareOf({ sql: '', type: 'real', value: Number(value) }));
  });
}

/** Nearest rank, exact, where Kusto estimates. */
const percentile: Aggregate = (args, filter) => `quantile_disc(${sqlOf(args, 0)}, ${String(shareOf(argument(args, 1)) / 100)})${filter}`;

/** The physical value (ticks for times) with its weight, as JSON for the native percentile. */
export function weightedValues(args: readonly SqlArgument[], weighted: boolean, filter: string): string {
  const value = argument(args, 0);
  // A number that is none has no place in an order.
  const json = value.type === 'real' ? `(CASE WHEN isfinite(${value.sql}) THEN to_json(${value.sql}) ELSE error('KQL060: percentiles: a value is NaN or infinite')::JSON END)` : `to_json(${value.sql})`;
  const pair = `json_array(${json}, ${weighted ? `CAST(${sqlOf(args, 1)} AS BIGINT)` : '1'})`;
  const present = filter === '' ? ` FILTER (WHERE ${value.sql} IS NOT NULL)` : filter;
  return `CAST(coalesce(to_json(list(${pair})${present}), '[]'::JSON) AS VARCHAR)`;
}

function fromPhysical(json: string, type: KqlType): string {
  return `TRY_CAST(json_extract_string(${json}, '$') AS ${physicalType(type)})`;
}

const percentileWeighted: Aggregate = (args, filter) => {
  const { type } = argument(args, 0);
  return fromPhysical(`json_extract(kql_weighted_percentiles(${weightedValues(args, true, filter)}, '[${String(shareOf(argument(args, 2)))}]')::JSON, '$[0]')`, type);
};

const percentilesArray = (weighted: boolean): Aggregate => (args, filter) => {
  const { type } = argument(args, 0);
  if (type === 'datetime' || type === 'timespan') return refuse('The local engine gives percentiles of times as columns (percentiles), not as an array.');
  const shares = sharesOf(args.slice(weighted ? 2 : 1));
  return `CAST(kql_weighted_percentiles(${weightedValues(args, weighted, filter)}, '[${shares.join(',')}]') AS JSON)`;
};

type Entry = readonly [names: readonly string[], aggregate: Aggregate, conditional?: readonly [names: readonly string[], at: number]];

export const statisticAggregates: readonly Entry[] = [
  [['stdev'], spread('stddev_samp'), [['stdevif'], 1]],
  [['stdevp'], spread('stddev_pop'), [['stdevpif'], 1]],
  [['variance'], spread('var_samp'), [['varianceif'], 1]],
  [['variancep'], spread('var_pop'), [['variancepif'], 1]],
  [['covariance'], together('covar_samp'), [['covarianceif'], 2]],
  [['covariancep'], together('covar_pop'), [['covariancepif'], 2]],
  [['percentile'], percentile], [['percentilew'], percentileWeighted],
  [['percentiles_array'], percentilesArray(false)], [['percentilesw_array'], percentilesArray(true)],
];
