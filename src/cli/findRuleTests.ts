import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '../base/index.ts';
import type { RuleCoverage } from '../protocol/index.ts';
import { readYamlRules } from '../rules/index.ts';
import { coverageOfRule } from './coverageReport.ts';
import { problemsOf } from './failure.ts';
import { ruleOf } from './ruleTestFiles.ts';
import { analyzer, coverageOf } from './ruleTestRun.ts';

const testFile = /\.test\.ya?ml$/;

export interface FoundTests {
  readonly tests: readonly string[];
  /** Rule files of the folders that were searched. */
  readonly rules: readonly string[];
}

export async function findTests(paths: readonly string[]): Promise<FoundTests> {
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

export function readFileText(file: string): Promise<string> {
  return readFile(file, 'utf8');
}

/** The coverage of rules that no test is about: none of it. A rule that could not run is left to `check`. */
export async function untestedCoverage(rules: readonly string[], readText: (file: string) => Promise<string>): Promise<readonly RuleCoverage[]> {
  const analyze = analyzer();
  const found: RuleCoverage[] = [];
  for (const file of rules) {
    try {
      const rule = ruleOf(file, await readText(file));
      found.push(coverageOfRule({ file, rule, coverage: coverageOf(rule, analyze), tests: 0 }));
    } catch (error) {
      if (problemsOf(error).length === 0) throw error;
    }
  }
  return found;
}
