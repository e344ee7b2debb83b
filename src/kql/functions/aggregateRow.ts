import { argument, type Lowering, type LoweringContext, type SqlArgument } from './row.ts';

/** An aggregate over the rows that pass `filter` (SQL of a FILTER clause, or nothing). */
export type Aggregate = (args: readonly SqlArgument[], filter: string, context: LoweringContext) => string;

/** The lowering of an aggregate, or of its conditional form, whose predicate stands at `predicateAt`. */
export function aggregateOver(aggregate: Aggregate, predicateAt?: number): Lowering {
  if (predicateAt === undefined) return (args, context) => aggregate(args, '', context);
  return (args, context) => aggregate(args.filter((_, index) => index !== predicateAt), ` FILTER (WHERE ${argument(args, predicateAt).sql})`, context);
}
