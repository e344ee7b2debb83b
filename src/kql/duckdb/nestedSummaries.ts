import type { Expression, NamedExpression, Project, Summarize, Union, UnionInput } from '../plan/index.ts';
import { latestOnly, soleArgMax } from './latestMatch.ts';

const timeColumn = 'time within rank';

/**
 * `union (… | summarize arg_max(T, …) by K | extend Rank = 3), (… | extend Rank = 2) | summarize arg_max(Rank, …) by K`: the latest row
 * of the highest rank. Grouped once, by rank and then by time, instead of once for each input and once more. Any other summary stays as it is.
 */
export function groupedOnce(outer: Summarize): Summarize {
  const { input, keys } = outer;
  const extreme = soleArgMax(outer);
  if (input.kind !== 'union' || input.sourceColumn !== undefined || input.columns.some(({ name }) => name === timeColumn)) return outer;
  if (extreme?.by.kind !== 'column' || extreme.by.type !== 'long') return outer;
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
  if (relation.kind !== 'project' || relation.input.kind !== 'summarize') return undefined;
  const summarize = relation.input;
  const latest = soleArgMax(summarize);
  if (latest?.by.type !== 'datetime') return undefined;
  const outer = new Map(relation.items.map(({ name, expression }) => [name, expression]));
  const valueOf = new Map(columns.map(({ name }, index) => [name, outer.get(sources[index] ?? '')]));
  const ranked = valueOf.get(rank);
  if (ranked?.kind !== 'literal' || typeof ranked.value !== 'bigint') return undefined;
  const groups = keyNames.map((name) => innerName(valueOf.get(name ?? '')));
  const inner = new Map([...summarize.keys, ...latest.items].map(({ name, expression }) => [name, expression]));
  if (groups.length !== summarize.keys.length || !summarize.keys.every(({ name }) => groups.includes(name))) return undefined;
  const items: NamedExpression[] = [{ name: timeColumn, expression: latest.by }];
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
