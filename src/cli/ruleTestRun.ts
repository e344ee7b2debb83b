import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { lineColumnAt, type Problem } from '../base/index.ts';
import { createKqlLanguage } from '../kql/index.ts';
import { tables as bundled } from '../reference/index.ts';
import { readRuleTests, readYamlRules, ruleDefinition, runTest, type RuleDatabase, type RuleDefinition, type RuleTest, type RuleTestOutcome, type TestWorld } from '../rules/index.ts';
import { problemsOf } from './failure.ts';

/** One test and what became of it. `error`: it could not be run at all. */
export interface TestReport {
  readonly file: string;
  readonly rule: string;
  readonly name: string;
  readonly line: number;
  readonly status: 'passed' | 'failed' | 'error';
  readonly milliseconds: number;
  /** Absent where the test could not be run. */
  readonly outcome?: RuleTestOutcome;
  readonly problems: readonly Problem[];
}

interface Task {
  readonly file: string;
  readonly rule: string;
  readonly line: number;
  readonly definition: RuleDefinition;
  readonly test: RuleTest;
}

/** Reads the test files and runs every test, as many side by side as there are databases. Reports come in the order of files and tests. */
export async function runRuleTests(files: readonly string[], databases: readonly RuleDatabase[], filter: RegExp | undefined): Promise<readonly TestReport[]> {
  const reports: TestReport[] = [];
  const tasks: { readonly place: number; readonly task: Task }[] = [];
  for (const file of files) {
    const { problems, read } = await readTasks(file);
    for (const report of problems) reports.push(report);
    for (const task of read.filter(({ test }) => filter?.test(test.name) ?? true)) {
      tasks.push({ place: reports.length, task });
      reports.push(errorReport(task.file, task.rule, task.test.name, task.line, []));
    }
  }
  const analyze = analyzer();
  await Promise.all(
    databases.map(async (database) => {
      for (let next = tasks.shift(); next; next = tasks.shift()) reports[next.place] = await runTask(next.task, database, analyze);
    }),
  );
  return reports;
}

async function readTasks(file: string): Promise<{ readonly problems: readonly TestReport[]; readonly read: readonly Task[] }> {
  const text = await readFile(file, 'utf8');
  const tests = readRuleTests(text);
  const rule = tests.rule === undefined ? file.replace(/\.test\.(ya?ml)$/, '.$1') : path.join(path.dirname(file), tests.rule);
  const faults = tests.problems.map((problem) => errorReport(file, rule, 'the test file', lineColumnAt(text, problem.span?.start ?? 0).line, [problem]));
  try {
    const definition = await readDefinition(rule);
    return { problems: faults, read: tests.tests.map((test) => ({ file, rule, definition, test, line: lineColumnAt(text, test.span.start).line })) };
  } catch (error) {
    return { problems: [...faults, errorReport(file, rule, 'the rule', 1, problemsFrom(error))], read: [] };
  }
}

async function readDefinition(file: string): Promise<RuleDefinition> {
  const { rules, problems } = readYamlRules(await readFile(file, 'utf8'));
  const [problem] = problems;
  const [rule] = rules;
  if (problem || !rule) throw Object.assign(new Error(problem?.message ?? `${file} is no Sentinel rule.`), { problem: problem ?? { code: 'IT165', severity: 'error', message: `${file} is no Sentinel rule.` } });
  return ruleDefinition(rule);
}

function errorReport(file: string, rule: string, name: string, line: number, problems: readonly Problem[]): TestReport {
  return { file, rule, name, line, status: 'error', milliseconds: 0, problems };
}

async function runTask({ file, rule, line, definition, test }: Task, database: RuleDatabase, analyze: TestWorld['analyze']): Promise<TestReport> {
  const started = performance.now();
  const world: TestWorld = { database, schemas: bundled, analyze, readFile: (name) => readFile(path.join(path.dirname(file), name), 'utf8') };
  const base = { file, rule, name: test.name, line };
  try {
    const outcome = await runTest(definition, test, world);
    return { ...base, status: outcome.failures.length === 0 ? 'passed' : 'failed', milliseconds: performance.now() - started, outcome, problems: [] };
  } catch (error) {
    return { ...base, status: 'error', milliseconds: performance.now() - started, problems: problemsFrom(error) };
  }
}

function problemsFrom(error: unknown): readonly Problem[] {
  const known = problemsOf(error);
  if (known.length > 0) return known;
  const { problem, code, path: missing, message } = error as NodeJS.ErrnoException & { readonly problem?: Problem };
  if (problem) return [problem];
  if (code === 'ENOENT') return [{ code: 'IT168', severity: 'error', message: `There is no file ${missing ?? ''}. A test file names its rule with "rule:", or stands beside it: x.test.yaml tests x.yaml.` }];
  throw error instanceof Error ? error : new Error(message);
}

/** Analyses under the bundled tables are kept: many tests are of one rule. */
function analyzer(): TestWorld['analyze'] {
  const language = createKqlLanguage();
  const plain = { tables: bundled };
  const known = new Map<string, ReturnType<TestWorld['analyze']>>();
  return (query, tables) => {
    if (tables.length > bundled.length) return language.analyze(query, { tables });
    const analysis = known.get(query) ?? language.analyze(query, plain);
    known.set(query, analysis);
    return analysis;
  };
}
