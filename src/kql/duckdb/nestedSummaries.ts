import type { Expression, NamedExpression, Project, Relation, Summarize, Union, UnionInput } from '../plan/index.ts';
import { latestOnly } from './latestMatch.ts';

/** The latest row of each group, its time, and the names its columns have outside. */
interface Latest {
  readonly summarize: Summarize;
  readonly time: Expression;
}

const timeColumn = 'time within rank';

/**
 * `union (… | summarize arg_max(T, …) by K | extend Rank = 3), (… | extend Rank = 2) | summarize arg_max(Rank, …) by K`: the latest row
 * of the highest rank. Grouped once, by rank and then by time, instead of once for each input and once more. Any other summary stays as it is.
 */
export function groupedOnce(outer: Summarize): Summarize {
  const { input, keys, aggregates, extremes } = outer;
  const [extreme, ...others] = extremes;
  if (input.kind !== 'union' || input.sourceColumn !== undefined || input.columns.some(({ name }) => name === timeColumn)) return outer;
  if (!extreme || others.length > 0 || aggregates.length > 0 || extreme.function !== 'arg_max' || extreme.filter || extreme.by?.kind !== 'column' || extreme.by.type !== 'long') return outer;
  const rank = extreme.by.name;
  const keyNames = keys.map(({ expression }) => (expression.kind === 'column' ? expression.name : undefined));
  const inputs: UnionInput[] = [];
  for (const one of input.inputs) {
    const opened = openedInput(one, input, rank, keyNames);
    if (!opened) return outer;
    inputs.push(opened);
  }
  const { span } = input;
  const union: Union = { ...input, inputs, columns: [...input.columns, { name: timeColumn, type: 'datetime' }] };
  return { ...outer, input: union, extremes: [{ ...extreme, within: { kind: 'column', name: timeColumn, type: 'datetime', span } }] };
}

/** An input of the union without its own grouping, with the time that it chose by. */
function openedInput({ relation, sources, sourceName }: UnionInput, { columns, span }: Union, rank: string, keyNames: readonly (string | undefined)[]): UnionInput | undefined {
  if (relation.kind !== 'project') return undefined;
  const latest = latestOf(relation.input);
  if (!latest) return undefined;
  const outer = new Map(relation.items.map(({ name, expression }) => [name, expression]));
  const valueOf = new Map(columns.map(({ name }, index) => [name, outer.get(sources[index] ?? '')]));
  const ranked = valueOf.get(rank);
  if (ranked?.kind !== 'literal' || typeof ranked.value !== 'bigint') return undefined;
  const groups = keyNames.map((name) => innerName(valueOf.get(name ?? '')));
  const { summarize, time } = latest;
  const inner = new Map([...summarize.keys, ...(summarize.extremes[0]?.items ?? [])].map(({ name, expression }) => [name, expression]));
  if (groups.length !== summarize.keys.length || !summarize.keys.every(({ name }) => groups.includes(name))) return undefined;
  const items: NamedExpression[] = [{ name: timeColumn, expression: time }];
  for (const { name } of columns) {
    const value = valueOf.get(name);
    const expression = value?.kind === 'literal' ? value : inner.get(innerName(value) ?? '');
    if (!expression) return undefined;
    items.push({ name, expression });
  }
  const project: Project = { kind: 'project', input: latestOnly(summarize), items, columns: items.map(({ name, expression }) => ({ name, type: expression.type })), span };
  return { relation: project, sources: [...columns.map(({ name }) => name), timeColumn], sourceName };
}

function innerName(value: Expression | undefined): string | undefined {
  return value?.kind === 'column' ? value.name : undefined;
}

function latestOf(relation: Relation): Latest | undefined {
  if (relation.kind !== 'summarize' || relation.aggregates.length > 0 || relation.extremes.length !== 1) return undefined;
  const [extreme] = relation.extremes;
  return extreme?.function === 'arg_max' && !extreme.filter && extreme.by?.type === 'datetime' ? { summarize: relation, time: extreme.by } : undefined;
}
