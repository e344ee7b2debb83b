import path from 'node:path';
import { ProblemError, visibleText, type Problem, type Span } from '../base/index.ts';
import type { PlacedText, TextRange } from '../protocol/index.ts';
import { readRuleTests, readYamlRules, ruleDefinition, type RuleDefinition, type RuleTest } from '../rules/index.ts';
import { problemsOf } from './failure.ts';
import { queryPlaces, rangeIn } from './rulePlaces.ts';

/** A rule as a file holds it. */
export interface RuleFileText {
  readonly file: string;
  readonly definition: RuleDefinition;
  /** Of its name, or of its first line. */
  readonly range: TextRange;
  /** Where a place of its query stands in the file. */
  readonly placeOf: (span: Span) => TextRange;
}

export interface ReadTestFile {
  readonly file: string;
  readonly text: string;
  readonly rulePath: string;
  /** Absent where it cannot be read; a fault says why. */
  readonly rule?: RuleFileText;
  readonly tests: readonly RuleTest[];
  readonly faults: readonly TestFileFault[];
}

export interface TestFileFault {
  readonly name: string;
  readonly problem: Problem;
  readonly place: PlacedText;
}

type ReadText = (file: string) => Promise<string>;

/** A test file and its rule. Rejects only where the test file itself cannot be read. */
export async function readTestFile(file: string, readText: ReadText): Promise<ReadTestFile> {
  return readTestText(file, await readText(file), readText);
}

export async function readTestText(file: string, text: string, readText: ReadText): Promise<ReadTestFile> {
  const { rule, tests, problems } = readRuleTests(text);
  const rulePath = rule === undefined ? file.replace(/\.test\.(ya?ml)$/, '.$1') : path.join(path.dirname(file), rule);
  const fault = (name: string, problem: Problem, inFile: string, range: TextRange): TestFileFault => ({ name, problem, place: { code: problem.code, text: `${problem.code}: ${visibleText(problem.message)}`, file: inFile, range } });
  const faults = problems.map((problem) => fault('the test file', problem, file, rangeIn(text, problem.span ?? { start: 0, length: 1 })));
  let ruleText = '';
  try {
    ruleText = await readText(rulePath);
    return { file, text, rulePath, tests, faults, rule: ruleOf(rulePath, ruleText) };
  } catch (error) {
    const more = ruleProblems(error, rulePath).map((problem) => (ruleText === '' ? fault('the rule', problem, file, rangeIn(text, { start: 0, length: 1 })) : fault('the rule', problem, rulePath, rangeIn(ruleText, problem.span ?? { start: 0, length: 1 }))));
    return { file, text, rulePath, tests, faults: [...faults, ...more] };
  }
}

/** The rule of a text. Throws ProblemError where it has none that could run. */
export function ruleOf(file: string, text: string): RuleFileText {
  const { rules, problems } = readYamlRules(text);
  const [problem] = problems;
  const [rule] = rules;
  if (problem || !rule) throw new ProblemError(problem ?? { code: 'IT165', message: `${file} is no Sentinel rule.` });
  const definition = ruleDefinition(rule);
  const name = rule.field('name');
  return { file, definition, range: rangeIn(text, name?.span ?? { start: rule.span.start, length: 1 }), placeOf: queryPlaces(text, definition.query) };
}

function ruleProblems(error: unknown, rulePath: string): readonly Problem[] {
  const known = problemsOf(error);
  if (known.length > 0) return known;
  if (isMissingFile(error)) return [{ code: 'IT168', severity: 'error', message: `There is no rule ${rulePath}. A test file names its rule with "rule:", or stands beside it: x.test.yaml tests x.yaml.` }];
  throw error;
}

export function isMissingFile(error: unknown): error is NodeJS.ErrnoException {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
