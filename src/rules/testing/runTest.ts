import { formatDatetime, ProblemError, type CellValue, type JsonValue, type TableSchema } from '../../base/index.ts';
import type { KqlAnalysis } from '../../kql/index.ts';
import { tablesNamed } from '../validate/queryFacts.ts';
import { compare, fits, type Failure } from './expectations.ts';
import { readRows } from './readRows.ts';
import type { RuleTest, SampleSlice } from './readTests.ts';
import { namedRow, type RuleDatabase } from './ruleDatabase.ts';
import type { RuleDefinition } from './ruleDefinition.ts';
import { runRule, type RuleRun } from './runRule.ts';
import { stagesOf } from './stages.ts';
import { testTable, type RowData, type TestTable } from './testTables.ts';

/** What running a test may use. */
export interface TestWorld {
  readonly database: RuleDatabase;
  /** Bundled tables. */
  readonly schemas: readonly TableSchema[];
  readonly analyze: (query: string, tables: readonly TableSchema[]) => KqlAnalysis;
  /** A file beside the test file; rejects where there is none. */
  readonly readFile: (path: string) => Promise<string>;
}

/** How many rows a step of the query gave, and how many of them could still become the row that was expected. */
export interface StageCount {
  readonly label: string;
  readonly of?: string;
  readonly rows: number;
  /** Absent where the step has none of the expected columns. */
  readonly fitting?: number;
}

export interface RuleTestOutcome {
  readonly failures: readonly Failure[];
  readonly runs: readonly RuleRun[];
  /** Where the expected row was lost; only for a test that fails for want of it. */
  readonly stages: readonly StageCount[];
}

/** Runs one test. Rejects with ProblemError, or as the database does, where the test or the query cannot be run at all. */
export async function runTest(rule: RuleDefinition, test: RuleTest, world: TestWorld): Promise<RuleTestOutcome> {
  const prepared = await prepareTest(rule, test, world);
  const runs = await runRule(rule, prepared.query, prepared.tables, test.schedule, world.database);
  const failures = compare(test.expect, runs, formatDatetime);
  const missed = failures.find((failure) => failure.missed !== undefined)?.missed;
  const stages = missed === undefined ? [] : await countStages(rule, prepared, runs, missed, world);
  return { failures, runs, stages };
}

export interface PreparedTest {
  /** With saved functions before it and watchlists as tables. */
  readonly query: string;
  readonly tables: readonly TestTable[];
}

export async function prepareTest(rule: RuleDefinition, test: RuleTest, world: TestWorld): Promise<PreparedTest> {
  const base = test.schedule.from;
  const { query, watchlists } = await withContent(rule.query, test, world);
  const named = tablesNamed(world.analyze(query, [...world.schemas, ...watchlists]));
  const schemaOf = (name: string) => world.schemas.find((schema) => schema.name === name);
  const rows = new Map<string, RowData[]>();
  const add = (name: string, more: readonly RowData[]) => rows.set(name, [...(rows.get(name) ?? []), ...more]);
  for (const name of named) if (schemaOf(name)) add(name, []);
  for (const [name, more] of Object.entries(test.tables)) add(name, more);
  for (const [name, file] of Object.entries(test.files)) add(name, readRows(file, await world.readFile(file)));
  if (test.sample) for (const [name, more] of await sampleRows(test.sample, named.filter(schemaOf), world)) add(name, more);
  const tables = [...rows].map(([name, all]) => testTable({ name, rows: all, schema: schemaOf(name), base }));
  return { query, tables: [...tables, ...watchlists] };
}

const watchlistCall = /_GetWatchlist\s*\(\s*(["'])([^"']+)\1\s*(?:,[^)]*)?\)/g;

/** The query with its watchlists as tables and the saved functions declared before it. */
async function withContent(query: string, test: RuleTest, world: TestWorld): Promise<{ readonly query: string; readonly watchlists: readonly TestTable[] }> {
  const watchlists: TestTable[] = [];
  for (const [alias, content] of Object.entries(test.watchlists)) {
    const rows = typeof content === 'string' ? readRows(content, await world.readFile(content)) : content;
    watchlists.push(testTable({ name: tableOfWatchlist(alias), rows, schema: undefined, base: test.schedule.from, timeless: true }));
  }
  const known = new Set(watchlists.map(({ name }) => name));
  const named = query.replace(watchlistCall, (_, __, alias: string) => {
    if (!known.has(tableOfWatchlist(alias))) throw new ProblemError({ code: 'IT166', message: `The rule reads the watchlist "${alias}", which the test does not give. Add it under "watchlists": rows, or a CSV file.` });
    return tableOfWatchlist(alias);
  });
  const functions: string[] = [];
  for (const [name, file] of Object.entries(test.functions)) functions.push(`let ${name} = () {\n${(await world.readFile(file)).trim()}\n};\n`);
  return { query: functions.join('') + named, watchlists };
}

function tableOfWatchlist(alias: string): string {
  return `Watchlist_${alias.replace(/\W/g, '_')}`;
}

async function sampleRows({ tables, from, to, without, change }: SampleSlice, named: readonly string[], world: TestWorld): Promise<ReadonlyMap<string, readonly RowData[]>> {
  const sample = await world.database.sample();
  const range = [...(from === undefined ? [] : [`TimeGenerated >= datetime(${formatDatetime(from)})`]), ...(to === undefined ? [] : [`TimeGenerated < datetime(${formatDatetime(to)})`])];
  const found = new Map<string, readonly RowData[]>();
  for (const table of tables ?? named) {
    const left = [without['*'], without[table]].flatMap((predicate) => (predicate === undefined ? [] : [`not(${predicate})`]));
    const changes = change.filter((one) => one.table === table);
    const marks = changes.map(({ where }, index) => `\n| extend Changed_${String(index)} = tobool(${where})`).join('');
    const filter = [...range, ...left].map((predicate) => `\n| where ${predicate}`).join('');
    const result = await sample.run({ query: `${table}${filter}${marks}`, asOf: formatDatetime(from ?? 0n) });
    const known = world.schemas.find(({ name }) => name === table)?.columns;
    // A source keeps fields of its records that the workspace's table has no column for; a rule there cannot read them either.
    const ofTable = (row: RowData) => (known ? Object.fromEntries(Object.entries(row).filter(([column]) => known.some(({ name }) => name === column))) : row);
    found.set(table, result.rows.map((row) => ofTable(changed(namedRow(result, row), changes))));
  }
  return found;
}

function changed(row: Readonly<Record<string, CellValue>>, changes: SampleSlice['change']): RowData {
  const plain: Record<string, JsonValue> = Object.fromEntries(Object.entries(row).filter(([column]) => !/^Changed_\d+$/.test(column)));
  changes.forEach(({ set }, index) => {
    if (row[`Changed_${String(index)}`] === true) Object.assign(plain, set);
  });
  return plain;
}

/** Rows of each step in the run that came nearest: the last one that looked at anything. */
async function countStages(rule: RuleDefinition, { query, tables }: PreparedTest, runs: readonly RuleRun[], missed: RowData, world: TestWorld): Promise<readonly StageCount[]> {
  const run = runs.filter(({ suppressed }) => !suppressed).at(-1);
  if (!run) return [];
  const stages = stagesOf(query, world.analyze(query, [...world.schemas, ...tables]));
  const counts: StageCount[] = [];
  for (const { label, of, query: prefix } of stages) {
    const [partial] = await runRule({ ...rule, suppression: 0n }, prefix, tables, { from: run.at, to: run.at }, world.database);
    const result = partial?.result ?? { columns: [], rows: [] };
    const names = new Set(result.columns.map(({ name }) => name));
    const conditions = Object.fromEntries(Object.entries(missed).filter(([column]) => names.has(column)));
    const fitting = Object.keys(conditions).length === 0 ? undefined : result.rows.filter((row) => fits(namedRow(result, row), conditions)).length;
    counts.push({ label, rows: result.rows.length, ...(of === undefined ? {} : { of }), ...(fitting === undefined ? {} : { fitting }) });
  }
  return counts;
}
