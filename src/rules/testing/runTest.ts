import { formatDatetime, ProblemError, type CellValue, type JsonValue, type Span, type TableSchema } from '../../base/index.ts';
import type { KqlAnalysis } from '../../kql/index.ts';
import { tablesNamed } from '../validate/queryFacts.ts';
import type { QueryCoverage } from './coverage.ts';
import { compare, fits, type Failure } from './expectations.ts';
import { readRows } from './readRows.ts';
import type { RuleTest, SampleSlice } from './readTests.ts';
import { namedRow, type QueryRows, type RuleDatabase } from './ruleDatabase.ts';
import type { RuleDefinition } from './ruleDefinition.ts';
import { runRule, type AskRun, type RuleRun } from './runRule.ts';
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
  /** In the rule's query; absent for a step of a saved function. */
  readonly span?: Span;
  readonly of?: string;
  readonly rows: number;
  /** The first rows; only where they were asked for. */
  readonly first?: QueryRows;
  /** Absent where the step has none of the expected columns. */
  readonly fitting?: number;
}

export interface RuleTestOutcome {
  readonly failures: readonly Failure[];
  readonly runs: readonly RuleRun[];
  /** Where the expected row was lost; only for a test that fails for want of it, or where rows of steps were asked for. */
  readonly stages: readonly StageCount[];
  /** The run that `stages` is about. */
  readonly stagesRun?: RuleRun;
}

export interface TestWatch {
  /** Told which steps of the query the rows of this test reach. */
  readonly coverage?: QueryCoverage;
  /** Show this many rows after each step, whether or not the test fails. */
  readonly rowsPerStep?: number;
}

/** Runs one test. Rejects with ProblemError, or as the database does, where the test or the query cannot be run at all. */
export async function runTest(rule: RuleDefinition, test: RuleTest, world: TestWorld, { coverage, rowsPerStep }: TestWatch = {}): Promise<RuleTestOutcome> {
  const prepared = await prepareTest(rule, test, world);
  const { query, tables, start } = prepared;
  const steps = coverage && stagesOf(query, world.analyze(query, [...world.schemas, ...tables]));
  const inspect = steps && ((_: RuleRun, ask: AskRun) => coverage.observe(steps, start, ask));
  const runs = await runRule({ rule, query, tables, schedule: test.schedule, database: world.database, ...(inspect ? { inspect } : {}) });
  const failures = compare(test.expect, runs, formatDatetime);
  const missed = failures.find((failure) => failure.missed !== undefined)?.missed;
  if (missed === undefined && rowsPerStep === undefined) return { failures, runs, stages: [] };
  const run = runToExplain(runs, missed !== undefined);
  if (!run) return { failures, runs, stages: [] };
  return { failures, runs, stages: await countStages(rule, prepared, { run, missed: missed ?? {}, rows: rowsPerStep ?? 0 }, world), stagesRun: run };
}

/** The last run that looked at anything; for a test that passes rather the last that alerted. */
function runToExplain(runs: readonly RuleRun[], missed: boolean): RuleRun | undefined {
  return (missed ? undefined : runs.findLast(({ alerts }) => alerts.length > 0)) ?? runs.findLast(({ suppressed }) => !suppressed);
}

export interface PreparedTest {
  /** With saved functions before it and watchlists as tables. */
  readonly query: string;
  /** Where the rule's own text begins in it; from there on all places are the rule's. */
  readonly start: number;
  readonly tables: readonly TestTable[];
}

export async function prepareTest(rule: RuleDefinition, test: RuleTest, world: TestWorld): Promise<PreparedTest> {
  const base = test.schedule.from;
  const { query, start, watchlists } = await withContent(rule.query, test, world);
  const named = tablesNamed(world.analyze(query, [...world.schemas, ...watchlists]));
  const schemaOf = (name: string) => world.schemas.find((schema) => schema.name === name);
  const rows = new Map<string, RowData[]>();
  const add = (name: string, more: readonly RowData[]) => rows.set(name, [...(rows.get(name) ?? []), ...more]);
  for (const name of named) if (schemaOf(name)) add(name, []);
  for (const [name, more] of Object.entries(test.tables)) add(name, more);
  for (const [name, file] of Object.entries(test.files)) add(name, readRows(file, await world.readFile(file)));
  if (test.sample) for (const [name, more] of await sampleRows(test.sample, named.filter(schemaOf), world)) add(name, more);
  const tables = [...rows].map(([name, all]) => testTable({ name, rows: all, schema: schemaOf(name), base }));
  return { query, start, tables: [...tables, ...watchlists] };
}

const watchlistCall = /_GetWatchlist\s*\(\s*(["'])([^"']+)\1\s*(?:,[^)]*)?\)/g;

/** The query with its watchlists as tables and the saved functions declared before it. */
async function withContent(query: string, test: RuleTest, world: TestWorld): Promise<Omit<PreparedTest, 'tables'> & { readonly watchlists: readonly TestTable[] }> {
  const watchlists: TestTable[] = [];
  for (const [alias, content] of Object.entries(test.watchlists)) {
    const rows = typeof content === 'string' ? readRows(content, await world.readFile(content)) : content;
    watchlists.push(testTable({ name: tableOfWatchlist(alias), rows, schema: undefined, base: test.schedule.from, timeless: true }));
  }
  const known = new Set(watchlists.map(({ name }) => name));
  const named = query.replace(watchlistCall, (call, _, alias: string) => {
    if (!known.has(tableOfWatchlist(alias))) throw new ProblemError({ code: 'IT166', message: `The rule reads the watchlist "${alias}", which the test does not give. Add it under "watchlists": rows, or a CSV file.` });
    // As long as before, so that every place in the query stays where the rule has it.
    return tableOfWatchlist(alias).padEnd(call.length);
  });
  const functions: string[] = [];
  for (const [name, file] of Object.entries(test.functions)) functions.push(`let ${name} = () {\n${(await world.readFile(file)).trim()}\n};\n`);
  return { query: functions.join('') + named, start: functions.join('').length, watchlists };
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

interface StageRequest {
  readonly run: RuleRun;
  readonly missed: RowData;
  /** How many rows of each step are kept. */
  readonly rows: number;
}

/** Rows of each step of the query in one run. */
async function countStages(rule: RuleDefinition, { query, start, tables }: PreparedTest, { run, missed, rows }: StageRequest, { database, schemas, analyze }: TestWorld): Promise<readonly StageCount[]> {
  const counts: StageCount[] = [];
  const inspect = async (_: RuleRun, ask: AskRun) => {
    for (const { label, of, span, query: prefix } of stagesOf(query, analyze(query, [...schemas, ...tables]))) {
      const result = await ask(prefix);
      const names = new Set(result.columns.map(({ name }) => name));
      const conditions = Object.fromEntries(Object.entries(missed).filter(([column]) => names.has(column)));
      const fitting = Object.keys(conditions).length === 0 ? undefined : result.rows.filter((row) => fits(namedRow(result, row), conditions)).length;
      const first = rows === 0 ? undefined : { columns: result.columns, rows: result.rows.slice(0, rows) };
      counts.push({ label, rows: result.rows.length, ...(span.start < start ? {} : { span: { start: span.start - start, length: span.length } }), ...(of === undefined ? {} : { of }), ...(fitting === undefined ? {} : { fitting }), ...(first ? { first } : {}) });
    }
  };
  await runRule({ rule: { ...rule, suppression: 0n }, query, tables, schedule: { from: run.at, to: run.at }, database, inspect });
  return counts;
}
