import { physicalType } from '../sql/index.ts';
import { as } from './convert.ts';
import { nativeNamed } from './native/index.ts';
import { argument, refuse, rows, sqlOf, type Lowering, type SqlArgument } from './row.ts';
import { requireComparable } from './comparable.ts';
import type { KqlType } from '../../base/index.ts';

const isReal = (type: string) => type === 'real';

/** Down to a multiple of the size, also below zero; a size that is not positive gives null. */
const bin: Lowering = (args, { resultType }) => binAt(as(argument(args, 0), resultType), args[1] ? as(args[1], args[1].type === 'timespan' ? 'timespan' : resultType) : '1', undefined, isReal(resultType));

function binAt(value: string, size: string, at: string | undefined, real: boolean): string {
  const from = at === undefined ? value : `(${value} - ${at})`;
  const back = at === undefined ? '' : ` + ${at}`;
  const bins = real ? `floor(${from} / ${size}) * ${size}` : `${from} - (((${from} % ${size}) + ${size}) % ${size})`;
  return `(CASE WHEN ${size} > 0 THEN ${bins}${back} END)`;
}

const binWithFixedPoint: Lowering = (args, { resultType }) => {
  const [value, size, at] = [argument(args, 0), argument(args, 1), argument(args, 2)];
  return binAt(as(value, resultType), as(size, size.type === 'timespan' ? 'timespan' : resultType), as(at, at.type === 'dynamic' ? resultType : at.type), isReal(resultType));
};

/** Halves go away from zero; whole numbers stay what they are unless places before the point are asked. */
const round: Lowering = (args, { resultType }) => {
  const value = argument(args, 0);
  const places = args.length > 1 ? `, (${sqlOf(args, 1)})::INTEGER` : '';
  const kept = value.type === 'real' || value.type === 'decimal' ? value.sql : `CAST(${sqlOf(args, 0)} AS BIGINT)`;
  return `CAST(round(${kept}${places}) AS ${physicalType(resultType)})`;
};

const bitwise = (operator: string): Lowering => (args) => `(CAST(${sqlOf(args, 0)} AS BIGINT) ${operator} CAST(${sqlOf(args, 1)} AS BIGINT))`;

const tohex: Lowering = (args, context) => nativeNamed(argument(args, 0).type === 'int' ? 'tohex_int' : 'tohex')(args, context);

const random: Lowering = (args) => (args.length === 0 ? 'random()' : `(CASE WHEN ${sqlOf(args, 0)} > 1 THEN floor(random() * ${sqlOf(args, 0)}) ELSE random() END)`);

/** A dynamic is read as what the other arguments are; three dynamics as numbers. */
const around: Lowering = (args) => {
  const [value, center, delta] = [argument(args, 0), argument(args, 1), argument(args, 2)];
  const known = [center.type, value.type].find((type) => type !== 'dynamic') ?? (delta.type === 'timespan' ? refuse('Convert what is given to around() with a timespan, for example with todatetime().') : 'real');
  if (!/^(int|long|real|decimal|datetime|timespan)$/.test(known)) refuse(`around() compares by distance, and a ${known} has none; use == or has.`);
  const distance = known === 'datetime' ? 'timespan' : known;
  for (const [{ type }, wanted] of [[value, known], [center, known], [delta, distance]] as const) requireComparable(type, wanted);
  const read = (arg: SqlArgument, type: KqlType) => (arg.type === 'dynamic' ? as(arg, type) : arg.sql);
  const [middle, reach] = [read(center, known), read(delta, distance)];
  return `(${read(value, known)} BETWEEN ${middle} - ${reach} AND ${middle} + ${reach})`;
};

export const numberRows = rows({
  bin, floor: bin, bin_at: binWithFixedPoint, bin_auto: () => refuse('The local engine does not run bin_auto(); use bin() with the size.'),
  abs: (args) => `abs(${sqlOf(args, 0)})`, round,
  ceiling: (args, { resultType }) => `CAST(${/^(int|long)$/.test(argument(args, 0).type) ? sqlOf(args, 0) : `ceil(${sqlOf(args, 0)})`} AS ${physicalType(resultType)})`,
  pi: () => 'pi()', rand: random,
  isnan: (args) => `coalesce(isnan(CAST(${sqlOf(args, 0)} AS DOUBLE)), false)`, isinf: (args) => `coalesce(isinf(CAST(${sqlOf(args, 0)} AS DOUBLE)), false)`, isfinite: (args) => `coalesce(isfinite(CAST(${sqlOf(args, 0)} AS DOUBLE)), false)`,
  binary_and: bitwise('&'), binary_or: bitwise('|'), binary_xor: (args) => `xor(CAST(${sqlOf(args, 0)} AS BIGINT), CAST(${sqlOf(args, 1)} AS BIGINT))`, binary_not: (args) => `(~CAST(${sqlOf(args, 0)} AS BIGINT))`,
  tohex,
  around,
  new_guid: () => 'uuid()',
});
