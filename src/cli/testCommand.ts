import { readdir, readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ProblemError } from '../base/index.ts';
import { EngineClient } from '../protocol/engineClient.ts';
import { readYamlRules } from '../rules/index.ts';
import { EngineRuleDatabase } from './engineRuleDatabase.ts';
import { runRuleTests } from './ruleTestRun.ts';
import type { Terminal } from './terminal.ts';
import { formatTests, type TestFormat } from './testReport.ts';

export interface TestOptions {
  readonly format: TestFormat;
  readonly jobs?: number;
  /** Only tests whose name this matches. */
  readonly filter?: string;
  readonly out?: string;
}

const testFile = /\.test\.ya?ml$/;

/** Runs the rule tests of files and folders; exit code 1 when one fails or cannot be run. */
export async function testRules(terminal: Terminal, paths: readonly string[], { format, jobs, filter, out }: TestOptions): Promise<number> {
  const started = performance.now();
  const found = await findTests(paths);
  if (found.tests.length === 0) throw new ProblemError({ code: 'CLI040', message: `No rule test was found. A test is a file such as my-rule.test.yaml beside my-rule.yaml.` });
  const databases = Array.from({ length: Math.min(jobs ?? availableParallelism(), found.tests.length, 8) }, () => createDatabase(terminal));
  try {
    const reports = await runRuleTests(found.tests, databases, filter === undefined ? undefined : patternOf(filter));
    if (reports.length === 0) throw new ProblemError({ code: 'CLI041', message: `No test has a name that matches "${filter ?? ''}".` });
    const tested = new Set(reports.map(({ rule }) => path.resolve(rule)));
    const untested = found.rules.filter((rule) => !tested.has(path.resolve(rule)));
    await terminal.write(formatTests({ reports, untested, milliseconds: performance.now() - started }, format), out);
    return reports.every(({ status }) => status === 'passed') ? 0 : 1;
  } finally {
    for (const database of databases) database.dispose();
  }
}

function createDatabase(terminal: Terminal): EngineRuleDatabase {
  return new EngineRuleDatabase(new EngineClient({ script: path.join(__dirname, 'engine.js'), onNotice: ({ code, message }) => { terminal.note(`${code}: ${message}`); } }));
}

function patternOf(filter: string): RegExp {
  try {
    return new RegExp(filter, 'i');
  } catch {
    throw new ProblemError({ code: 'CLI042', message: `"${filter}" is no regular expression.` });
  }
}

interface FoundTests {
  readonly tests: readonly string[];
  /** Rule files of the folders that were searched. */
  readonly rules: readonly string[];
}

async function findTests(paths: readonly string[]): Promise<FoundTests> {
  const tests = new Set<string>();
  const rules: string[] = [];
  for (const target of paths) {
    const files = (await stat(target)).isDirectory() ? await yamlBelow(target) : [target];
    for (const file of files) {
      if (testFile.test(file)) tests.add(file);
      else if (files.length === 1 && file === target) tests.add(await testBeside(file));
      else if (readYamlRules(await readFile(file, 'utf8')).rules.some(({ kind }) => kind !== 'Hunting')) rules.push(file);
    }
  }
  return { tests: [...tests], rules };
}

/** A rule stands for its test. */
async function testBeside(file: string): Promise<string> {
  const test = file.replace(/\.(ya?ml)$/, '.test.$1');
  if (test !== file && (await stat(test).catch(() => undefined))) return test;
  throw new ProblemError({ code: 'CLI043', message: `${file} is no test file, and there is none beside it: ${path.basename(test)}.` });
}

async function yamlBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(folder, file).split(path.sep).some((part) => part === 'node_modules' || part.startsWith('.')))
    .sort();
}
