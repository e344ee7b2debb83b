import { type Column, type Row } from '../base/index.ts';
import type { QueryRequest, QueryResult, ResultFooter, ResultHeader, ResultSink } from '../protocol/index.ts';
import type { LogSource } from '../sources/index.ts';

const slice = 2_000;

/**
 * Runs the same query on two sources and delivers the rows that only one of them has, each as often as it is missing in
 * the other, under a first column `OnlyIn`. Columns are matched by name; those of one side alone are told in a warning.
 */
export async function compareSources(left: LogSource, right: LogSource, request: QueryRequest, sink: ResultSink, signal: AbortSignal): Promise<ResultFooter> {
  const started = performance.now();
  const [ours, theirs] = await Promise.all([collect(left, request, sink, signal), collect(right, request, sink, signal)]);
  const { columns, unmatched } = matchColumns(ours.columns, theirs.columns);
  const project = ({ columns: own, rows }: QueryResult) => {
    const places = columns.map(({ name }) => own.findIndex((column) => column.name === name));
    return rows.map((row): Row => places.map((place) => row[place] ?? null));
  };
  const differing = difference(project(ours), project(theirs), sideNames(left, right));
  sink.header({ columns: [{ name: 'OnlyIn', type: 'string' }, ...columns] });
  for (let index = 0; index < differing.length; index += slice) {
    signal.throwIfAborted();
    await sink.rows(differing.slice(index, index + slice));
  }
  return {
    statistics: { engine: ours.statistics.engine, rows: differing.length, elapsedMs: Math.round(performance.now() - started), leftRows: ours.rows.length, rightRows: theirs.rows.length },
    warnings: [
      ...(unmatched.length === 0 ? [] : [{ kind: 'note', code: 'ENG030', severity: 'information', message: `Only one side has the columns ${unmatched.join(', ')}; they were left out of the comparison.` } as const]),
      ...ours.warnings.map((warning) => ({ ...warning, message: `${left.summary.title}: ${warning.message}` })),
      ...theirs.warnings.map((warning) => ({ ...warning, message: `${right.summary.title}: ${warning.message}` })),
    ],
    asOf: ours.asOf,
  };
}

/** Rows as a multiset: what is left of each side once the rows both have are taken away. */
export function difference(left: readonly Row[], right: readonly Row[], [leftName, rightName]: readonly [string, string]): readonly Row[] {
  const balance = new Map<string, { count: number; readonly row: Row }>();
  const add = (rows: readonly Row[], step: number) => {
    for (const row of rows) {
      const key = JSON.stringify(row, sortedKeys);
      const entry = balance.get(key) ?? { count: 0, row };
      entry.count += step;
      balance.set(key, entry);
    }
  };
  add(left, 1);
  add(right, -1);
  return [...balance.values()].flatMap(({ count, row }) => Array.from({ length: Math.abs(count) }, (): Row => [count > 0 ? leftName : rightName, ...row]));
}

/** An object says the same whatever the order of its keys. */
function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function matchColumns(left: readonly Column[], right: readonly Column[]): { readonly columns: readonly Column[]; readonly unmatched: readonly string[] } {
  const has = (columns: readonly Column[], name: string) => columns.some((column) => column.name === name);
  return {
    columns: left.filter(({ name }) => has(right, name)),
    unmatched: [...left.filter(({ name }) => !has(right, name)), ...right.filter(({ name }) => !has(left, name))].map(({ name }) => name),
  };
}

function sideNames(left: LogSource, right: LogSource): readonly [string, string] {
  const [first, second] = [left.summary.title, right.summary.title];
  return first === second ? [`${first} (first)`, `${second} (second)`] : [first, second];
}

async function collect(source: LogSource, request: QueryRequest, outer: ResultSink, signal: AbortSignal): Promise<QueryResult> {
  let header: ResultHeader = { columns: [] };
  const rows: Row[] = [];
  const sink: ResultSink = {
    header: (value) => { header = value; },
    rows: (part) => { for (const row of part) rows.push(row); },
    progress: (message, fraction) => outer.progress?.(message, fraction),
  };
  const footer = await source.run(request, sink, signal);
  return { ...header, ...footer, rows };
}
