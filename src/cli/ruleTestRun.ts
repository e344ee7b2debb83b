import path from 'node:path';
import type { Problem, TableSchema } from '../base/index.ts';
import { createKqlLanguage } from '../kql/index.ts';
import type { PlacedText } from '../protocol/index.ts';
import { tables as bundled } from '../reference/index.ts';
import { QueryCoverage, runTest, stagesOf, type RuleDatabase, type RuleTest, type RuleTestOutcome, type StageCount, type TestWorld } from '../rules/index.ts';
import { isCancelled, problemsOf } from './failure.ts';
import { isMissingFile, readTestFile, type ReadTestFile, type RuleFileText } from './ruleTestFiles.ts';
import { rangeIn } from './rulePlaces.ts';
import { lostIn } from './lostStep.ts';

/** One test and what became of it. `error`: it could not be run at all. */
export interface TestReport {
  readonly file: string;
  readonly rule: string;
  /** `the test file` or `the rule` where the report is about one of them. */
  readonly name: string;
  readonly line: number;
  readonly status: 'passed' | 'failed' | 'error';
  readonly milliseconds: number;
  /** Absent where the test could not be run. */
  readonly outcome?: RuleTestOutcome;
  readonly problems: readonly Problem[];
  /** What went wrong, each at its place in the test file or the rule. */
  readonly messages: readonly (PlacedText & { readonly expected?: string; readonly actual?: string })[];
  /** Whether it is a test of the file, and not the file or the rule as a whole. */
  readonly ofTest: boolean;
}

export interface TestedRule {
  readonly file: string;
  readonly rule: RuleFileText;
  readonly coverage: QueryCoverage;
  readonly tests: number;
}

export interface RuleTestRun {
  readonly files: readonly string[];
  readonly databases: readonly RuleDatabase[];
  readonly readText: (file: string) => Promise<string>;
  readonly wanted?: (file: string, name: string) => boolean;
  /** Note what the tests reach of their rules. */
  readonly coverage?: boolean;
  readonly rowsPerStep?: number;
  readonly signal?: AbortSignal;
  readonly onStart?: (file: string, name: string) => void;
  readonly onReport?: (report: TestReport) => void;
}

interface Task {
  readonly read: ReadTestFile & { readonly rule: RuleFileText };
  readonly test: RuleTest;
  readonly coverage: QueryCoverage | undefined;
}

/** Reads the test files and runs every test, as many side by side as there are databases. Reports come in the order of files and tests. */
export async function runRuleTests(run: RuleTestRun): Promise<{ readonly reports: readonly TestReport[]; readonly rules: readonly TestedRule[] }> {
  const { files, databases, readText, wanted = () => true, signal, onStart, onReport } = run;
  const analyze = analyzer();
  const reports: TestReport[] = [];
  const rules: TestedRule[] = [];
  const tasks: { readonly place: number; readonly task: Task }[] = [];
  for (const file of files) {
    const read = await readTestFile(file, readText);
    for (const { name, problem, place } of read.faults) {
      const report = faultReport(read, name, problem, place);
      reports.push(report);
      onReport?.(report);
    }
    const { rule } = read;
    const tests = rule ? read.tests.filter(({ name }) => wanted(file, name)) : [];
    if (!rule || tests.length === 0) continue;
    const coverage = run.coverage === true ? coverageOf(rule, analyze) : undefined;
    if (coverage) rules.push({ file: read.rulePath, rule, coverage, tests: tests.length });
    for (const test of tests) {
      tasks.push({ place: reports.length, task: { read: { ...read, rule }, test, coverage } });
      reports.push(baseReport(read, test));
    }
  }
  await Promise.all(
    databases.map(async (database) => {
      for (let next = tasks.shift(); next && signal?.aborted !== true; next = tasks.shift()) {
        onStart?.(next.task.read.file, next.task.test.name);
        const report = await runTask(next.task, database, analyze, run);
        reports[next.place] = report;
        onReport?.(report);
      }
    }),
  );
  signal?.throwIfAborted();
  return { reports, rules };
}

/** The coverage of a rule that no test has reached yet. */
export function coverageOf({ definition }: RuleFileText, analyze: TestWorld['analyze']): QueryCoverage {
  return new QueryCoverage(stagesOf(definition.query, analyze(definition.query, bundled)));
}

function baseReport({ file, rulePath, text }: ReadTestFile, test: RuleTest): TestReport {
  return { file, rule: rulePath, name: test.name, line: rangeIn(text, test.span).start.line + 1, status: 'error', milliseconds: 0, problems: [], messages: [], ofTest: true };
}

function faultReport({ file, rulePath }: ReadTestFile, name: string, problem: Problem, place: PlacedText): TestReport {
  return { file, rule: rulePath, name, line: place.range.start.line + 1, status: 'error', milliseconds: 0, problems: [problem], messages: [place], ofTest: false };
}

async function runTask({ read, test, coverage }: Task, database: RuleDatabase, analyze: TestWorld['analyze'], { readText, rowsPerStep }: RuleTestRun): Promise<TestReport> {
  const started = performance.now();
  const { file, text, rule } = read;
  const world: TestWorld = { database, schemas: bundled, analyze, readFile: (name) => readText(path.resolve(path.dirname(file), name)) };
  const base = baseReport(read, test);
  try {
    const outcome = await runTest(rule.definition, test, world, { ...(coverage ? { coverage } : {}), ...(rowsPerStep === undefined ? {} : { rowsPerStep }) });
    const messages: TestReport['messages'][number][] = outcome.failures.map(({ message, details, expected, actual, path: place }) => ({ text: [message, ...details].join('\n'), expected, actual, file, range: rangeIn(text, test.placeOf(place)) }));
    messages.push(...lostMessages(outcome, rule));
    return { ...base, status: outcome.failures.length === 0 ? 'passed' : 'failed', milliseconds: performance.now() - started, outcome, messages };
  } catch (error) {
    if (isCancelled(error)) throw error;
    const problems = isMissingFile(error) ? [missingFile(error)] : problemsOf(error);
    if (problems.length === 0) throw error;
    return { ...base, milliseconds: performance.now() - started, problems, messages: problems.map((problem) => placedProblem(problem, read, test)) };
  }
}

/** At the step of the rule's query that lost an expected row. */
function lostMessages({ failures, stages, stagesRun }: RuleTestOutcome, rule: RuleFileText): TestReport['messages'] {
  const index = failures.some(({ missed }) => missed !== undefined) && stagesRun ? lostIn(stages, stagesRun) : -1;
  const stage = stages[index];
  if (!stage?.span) return [];
  const left = ({ rows, fitting }: StageCount) => fitting ?? rows;
  const before = stages[index - 1];
  const came = before && before.of === stage.of ? `${String(left(before))} ${left(before) === 1 ? 'row' : 'rows'} came to this step that could be the expected one, ` : 'Of the rows that could be the expected one, ';
  return [{ text: `The expected row is lost here: ${came}${String(left(stage))} left.`, file: rule.file, range: rule.placeOf(stage.span) }];
}

function missingFile({ path: missing = '' }: NodeJS.ErrnoException): Problem {
  return { code: 'IT168', severity: 'error', message: `There is no file ${missing}. Files of a test are named from where the test file stands.` };
}

/** What the engine says of a query belongs to the rule; what the runner says of a test, to the test. */
function placedProblem({ code, message, span }: Problem, { file, text, rule }: Task['read'], test: RuleTest): PlacedText {
  const prefix = Object.keys(test.functions).length > 0;
  if (span && !prefix && !code.startsWith('IT')) return { code, text: `${code}: ${message}`, file: rule.file, range: rule.placeOf(span) };
  return { code, text: `${code}: ${message}`, file, range: rangeIn(text, test.span) };
}

/** Analyses are kept: many tests are of one rule, under the same tables. */
export function analyzer(): TestWorld['analyze'] {
  const language = createKqlLanguage();
  const schemas = new Map<string, { readonly tables: readonly TableSchema[] }>([['', { tables: bundled }]]);
  const known = new Map<string, ReturnType<TestWorld['analyze']>>();
  return (query, tables) => {
    const added = tables.length > bundled.length ? JSON.stringify(tables.slice(bundled.length).map(({ name, columns }) => ({ name, columns }))) : '';
    const schema = schemas.get(added) ?? { tables };
    schemas.set(added, schema);
    const key = `${added}\n${query}`;
    const analysis = known.get(key) ?? language.analyze(query, schema);
    known.set(key, analysis);
    return analysis;
  };
}
