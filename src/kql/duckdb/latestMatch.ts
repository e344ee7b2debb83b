import type { ArgExtreme, Expression, Filter, Join, LatestMatch, Relation, Summarize } from '../plan/index.ts';
import { conjuncts } from './planExpressions.ts';

/**
 * The input of a summary that keeps, for each row of one side of a join, the latest row of the other side before it:
 * `join kind=inner … | where A >= T and A <= T + window | summarize arg_max(T, …) by A, keys of the join, …`. Only that
 * latest row can reach the result, so the join may look for nothing else. Any other summary's input is given as it is.
 */
export function latestOnly(summarize: Summarize): Relation {
  const { input, keys } = summarize;
  const extreme = soleArgMax(summarize);
  if (extreme?.by.kind !== 'column') return input;
  const { predicates, source } = below(input);
  if (source.kind !== 'join' || source.joinKind !== 'inner') return input;
  const match = findMatch(source, predicates, extreme.by.name);
  if (!match || !groupsByRow(source, keys.map(({ expression }) => expression), match)) return input;
  return replaceSource(input, { ...source, latest: match });
}

/** The one thing that a summary asks for, where that is `arg_max(…)`. */
export function soleArgMax({ aggregates, extremes }: Summarize): (ArgExtreme & { readonly by: Expression }) | undefined {
  const [extreme, ...others] = extremes;
  if (extreme?.function !== 'arg_max' || extreme.filter || !extreme.by || others.length > 0 || aggregates.length > 0) return undefined;
  return { ...extreme, by: extreme.by };
}

/**
 * Whether what `latestOnly` gives holds one answer for each group, in as many rows as were alike: one time and one set of join keys find
 * one row of the other side, and nothing else is asked for. Then groups need no state, which DuckDB could not spill.
 */
export function isOneAnswerEach({ extremes }: Summarize, input: Relation): boolean {
  const { source } = below(input);
  if (source.kind !== 'join' || !source.latest) return false;
  const { side } = source.latest.before;
  const found = new Set(source.outputs.filter((output) => output.side === side).map(({ name }) => name));
  return extremes.every(({ items }) => items.every(({ expression }) => expression.kind === 'column' && found.has(expression.name)));
}

/** The filters on top of a relation, taken apart, and the relation. */
function below(relation: Relation): { readonly predicates: readonly Expression[]; readonly source: Relation } {
  if (relation.kind !== 'filter') return { predicates: [], source: relation };
  const { predicates, source } = below(relation.input);
  return { predicates: [...predicates, ...conjuncts(relation.predicate)], source };
}

function replaceSource(relation: Relation, source: Join): Relation {
  return relation.kind === 'filter' ? ({ ...relation, input: replaceSource(relation.input, source) } satisfies Filter) : source;
}

/** Every predicate must be `A >= T` or let a later T pass wherever an earlier one does. */
function findMatch({ outputs }: Join, predicates: readonly Expression[], time: string): LatestMatch | undefined {
  const late = outputs.find(({ name }) => name === time);
  const lower = predicates.map((predicate) => lowerBound(predicate, time)).find((bound) => bound !== undefined);
  const early = outputs.find(({ name }) => name === lower?.at);
  if (!late || !lower || !early || early.side === late.side) return undefined;
  const others = predicates.filter((predicate) => lowerBound(predicate, time)?.at !== lower.at);
  if (!others.every((predicate) => isUpperBound(predicate, lower.at, time))) return undefined;
  return { at: early, before: late, orEqual: lower.orEqual };
}

/** `A >= T` or `A > T`, written either way round. */
function lowerBound(predicate: Expression, time: string): { readonly at: string; readonly orEqual: boolean } | undefined {
  if (predicate.kind !== 'call') return undefined;
  const [first, second] = predicate.arguments;
  const turned = predicate.name === '<=' || predicate.name === '<';
  if (!turned && predicate.name !== '>=' && predicate.name !== '>') return undefined;
  const [at, before] = turned ? [second, first] : [first, second];
  if (at?.kind !== 'column' || before?.kind !== 'column' || before.name !== time || at.type !== 'datetime' || before.type !== 'datetime') return undefined;
  return { at: at.name, orEqual: predicate.name.endsWith('=') };
}

/** `A <= T + constant` or `A < T + constant`. */
function isUpperBound(predicate: Expression, at: string, time: string): boolean {
  if (predicate.kind !== 'call' || (predicate.name !== '<=' && predicate.name !== '<')) return false;
  const [left, right] = predicate.arguments;
  if (left?.kind !== 'column' || left.name !== at || right?.kind !== 'call' || right.name !== '+') return false;
  const [base, length] = right.arguments;
  return base?.kind === 'column' && base.name === time && length?.kind === 'literal' && length.type === 'timespan';
}

/** Whether rows of one group have one time and one set of join keys, and differ in nothing of the side that is looked up. */
function groupsByRow({ on, outputs }: Join, keys: readonly Expression[], { at, before }: LatestMatch): boolean {
  const grouped = keys.map((key) => (key.kind === 'column' ? outputs.find(({ name }) => name === key.name) : undefined));
  const has = (side: 'left' | 'right', source: string) => grouped.some((output) => output?.side === side && output.source === source);
  const equal = on.map(({ left, right }) => ({ left: left.kind === 'column' ? left.name : undefined, right: right.kind === 'column' ? right.name : undefined }));
  const joinKeysGrouped = equal.every(({ left, right }) => (left !== undefined && has('left', left)) || (right !== undefined && has('right', right)));
  const fromOneSide = grouped.every((output) => output !== undefined && (output.side === at.side || equal.some((pair) => pair[before.side] === output.source)));
  return joinKeysGrouped && fromOneSide && has(at.side, at.source);
}
