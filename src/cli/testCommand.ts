import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ProblemError } from '../base/index.ts';
import { createRuleDatabase } from './engineRuleDatabase.ts';
import { coverageOfRule, joinCoverage } from './coverageReport.ts';
import { findTests, readFileText, untestedCoverage } from './findRuleTests.ts';
import { runRuleTests } from './ruleTestRun.ts';
import type { Terminal } from './terminal.ts';
import { formatTests, type TestFormat } from './testReport.ts';

export interface TestOptions {
  readonly format: TestFormat;
  readonly jobs?: number;
  /** Only tests whose name this matches. */
  readonly filter?: string;
  readonly out?: string;
  /** Say which steps and branches of the rules the tests reach. */
  readonly coverage?: boolean;
}

/** Runs the rule tests of files and folders; exit code 1 when one fails or cannot be run. */
export async function testRules(terminal: Terminal, paths: readonly string[], { format, jobs, filter, out, coverage = false }: TestOptions): Promise<number> {
  const started = performance.now();
  const found = await findTests(paths);
  if (found.tests.length === 0) throw new ProblemError({ code: 'CLI040', message: `No rule test was found. A test is a file such as my-rule.test.yaml beside my-rule.yaml.` });
  const say = (line: string) => { terminal.note(line); };
  const databases = Array.from({ length: Math.min(jobs ?? availableParallelism(), found.tests.length, 8) }, () => createRuleDatabase(say));
  try {
    const pattern = filter === undefined ? undefined : patternOf(filter);
    const { reports, rules } = await runRuleTests({ files: found.tests, databases, readText: readFileText, coverage, wanted: (_, name) => pattern?.test(name) ?? true });
    if (reports.length === 0) throw new ProblemError({ code: 'CLI041', message: `No test has a name that matches "${filter ?? ''}".` });
    const tested = new Set(reports.map(({ rule }) => path.resolve(rule)));
    const untested = found.rules.filter((rule) => !tested.has(path.resolve(rule)));
    const covered = coverage ? { coverage: joinCoverage([...rules.map(coverageOfRule), ...(await untestedCoverage(untested, readFileText))]) } : {};
    await terminal.write(formatTests({ reports, untested, milliseconds: performance.now() - started, ...covered }, format), out);
    return reports.every(({ status }) => status === 'passed') ? 0 : 1;
  } finally {
    for (const database of databases) database.dispose();
  }
}

function patternOf(filter: string): RegExp {
  try {
    return new RegExp(filter, 'i');
  } catch {
    throw new ProblemError({ code: 'CLI042', message: `"${filter}" is no regular expression.` });
  }
}
