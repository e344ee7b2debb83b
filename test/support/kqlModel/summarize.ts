import { expressionOf, type Choice } from './expression.ts';
import type { ModelQuery } from './query.ts';
import { keyOf, order, type ModelColumn, type ModelRow, type ModelType, type Value } from './value.ts';

interface Aggregate {
  readonly text: string;
  readonly type: ModelType;
  readonly of: (rows: readonly ModelRow[]) => Value;
}

/** One row per group; without keys one row, also of nothing. Nulls group together and do not count in an aggregate. */
export function summarized(query: ModelQuery, choices: readonly Choice[], keys: readonly ModelColumn[], fresh: () => string): ModelQuery {
  const grouped = (choices[0]?.pick ?? 0) % 4 !== 0;
  const by = grouped ? keys : [];
  const places = by.map((column) => query.columns.indexOf(column));
  const items = (choices.length > 1 ? choices.slice(1) : [{ pick: 0, below: [] }]).map((choice) => ({ name: fresh(), ...aggregateOf(choice, query.columns) }));
  const groups = new Map<string, ModelRow[]>();
  if (!grouped) groups.set('', []);
  for (const row of query.rows) {
    const key = grouped ? keyOf(places.map((place) => row[place] ?? null)) : '';
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const list = items.map(({ name, text }) => `${name} = ${text}`).join(', ');
  return {
    text: `${query.text}\n| summarize ${list}${grouped ? ` by ${by.map(({ name }) => name).join(', ')}` : ''}`,
    columns: [...by, ...items.map(({ name, type }) => ({ name, type }))],
    rows: [...groups.values()].map((rows) => [...places.map((place) => rows[0]?.[place] ?? null), ...items.map((item) => item.of(rows))]),
    ordered: false,
  };
}

function aggregateOf(choice: Choice, columns: readonly ModelColumn[]): Aggregate {
  const build = builders[choice.pick % builders.length]!;
  return build(choice.below[0] ?? { pick: choice.pick, below: [] }, columns);
}

type Builder = (choice: Choice, columns: readonly ModelColumn[]) => Aggregate;

function over(name: string, input: ModelType, type: ModelType, run: (values: readonly NonNullable<Value>[]) => Value): Builder {
  return (choice, columns) => {
    const expression = expressionOf(choice, input, columns);
    return { text: `${name}(${expression.text})`, type, of: (rows) => run(rows.map(expression.of).filter((value) => value !== null)) };
  };
}

const sum = (values: readonly NonNullable<Value>[]): bigint => values.reduce<bigint>((total, value) => total + (value as bigint), 0n);
const least = (values: readonly NonNullable<Value>[]): Value => values.toSorted(order)[0] ?? null;
const greatest = (values: readonly NonNullable<Value>[]): Value => values.toSorted(order).at(-1) ?? null;
const different = (values: readonly NonNullable<Value>[]): bigint => BigInt(new Set(values).size);

const builders: readonly Builder[] = [
  () => ({ text: 'count()', type: 'long', of: (rows) => BigInt(rows.length) }),
  (choice, columns) => {
    const predicate = expressionOf(choice, 'bool', columns);
    return { text: `countif(${predicate.text})`, type: 'long', of: (rows) => BigInt(rows.filter((row) => predicate.of(row) === true).length) };
  },
  (choice, columns) => {
    const predicate = expressionOf(choice, 'bool', columns);
    return { text: `sumif(2, ${predicate.text})`, type: 'long', of: (rows) => 2n * BigInt(rows.filter((row) => predicate.of(row) === true).length) };
  },
  over('sum', 'long', 'long', sum),
  over('min', 'long', 'long', least), over('max', 'long', 'long', greatest),
  over('min', 'datetime', 'datetime', least), over('max', 'datetime', 'datetime', greatest),
  over('min', 'real', 'real', least), over('max', 'real', 'real', greatest),
  over('dcount', 'string', 'long', different), over('dcount', 'long', 'long', different), over('count_distinct', 'datetime', 'long', different),
];
