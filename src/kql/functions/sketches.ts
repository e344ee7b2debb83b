import { textOf } from './convert.ts';
import { argument, sqlOf } from './row.ts';
import type { Aggregate } from './aggregateRow.ts';
import { weightedValues } from './statistics.ts';

/**
 * Kusto's sketches are estimates in a form of its own; the local engine keeps the exact values behind the same functions: an hll is the sorted
 * array of the values' hashes, a tdigest an array of [value, weight] pairs.
 */
const hll: Aggregate = (args, filter) => {
  const text = textOf(argument(args, 0));
  return `to_json(list(DISTINCT hash(${text})::VARCHAR ORDER BY hash(${text})::VARCHAR)${filter})`;
};

const merged = (name: string): Aggregate => (args, filter) => `CAST(kql_${name}(CAST(coalesce(to_json(list(${sqlOf(args, 0)})${filter}), '[]'::JSON) AS VARCHAR)) AS JSON)`;

const tdigest: Aggregate = (args, filter) => `nullif(CAST(${weightedValues(args, args.length > 1, filter)} AS JSON), '[]'::JSON)`;

type Entry = readonly [names: readonly string[], aggregate: Aggregate, conditional?: readonly [names: readonly string[], at: number]];

export const sketchAggregates: readonly Entry[] = [
  [['hll'], hll, [['hll_if'], 1]], [['hll_merge'], merged('union_of_lists')],
  [['tdigest'], tdigest], [['tdigest_merge', 'merge_tdigest'], merged('concat_of_lists')],
];
