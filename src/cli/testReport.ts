import { counted, formatDatetime, visibleText } from '../base/index.ts';
import type { QueryRows, RuleRun, StageCount } from '../rules/index.ts';
import type { RuleCoverage } from '../protocol/index.ts';
import { coverageLines, coverageTotals } from './coverageReport.ts';
import { lostIn } from './lostStep.ts';
import type { TestReport } from './ruleTestRun.ts';
import { formatTable } from './table.ts';

export const testFormats = ['text', 'json', 'junit'] as const;
export type TestFormat = (typeof testFormats)[number];

export interface TestSummary {
  readonly reports: readonly TestReport[];
  /** Rules in the same folders that no test file is about. */
  readonly untested: readonly string[];
  readonly milliseconds: number;
  /** Where it was asked for. */
  readonly coverage?: readonly RuleCoverage[];
}

export function formatTests(summary: TestSummary, format: TestFormat): string {
  switch (format) {
    case 'text':
      return formatText(summary);
    case 'json':
      return `${JSON.stringify(jsonOf(summary), undefined, 2)}\n`;
    case 'junit':
      return formatJUnit(summary);
  }
}

export function countStatus(reports: readonly TestReport[], status: TestReport['status']): number {
  return reports.filter((report) => report.status === status).length;
}

function formatText({ reports, untested, milliseconds, coverage }: TestSummary): string {
  const lines: string[] = [];
  for (const [file, tests] of byFile(reports)) {
    const bad = tests.filter(({ status }) => status !== 'passed');
    lines.push(`${bad.length === 0 ? '✓' : '✗'} ${visibleText(file)}  ${String(tests.length - bad.length)} of ${String(tests.length)} passed`);
    for (const report of bad) lines.push(...failureLines(report).map((line) => `  ${line}`));
  }
  if (untested.length > 0) lines.push('', `Without a test: ${untested.map(visibleText).join(', ')}`);
  if (coverage) lines.push('', ...coverageLines(coverage));
  const [passed, failed, errors] = [countStatus(reports, 'passed'), countStatus(reports, 'failed'), countStatus(reports, 'error')];
  lines.push('', `${String(passed)} passed, ${String(failed)} failed${errors > 0 ? `, ${String(errors)} could not be run` : ''} in ${(milliseconds / 1000).toFixed(1)} s`);
  return `${lines.join('\n')}\n`;
}

function byFile(reports: readonly TestReport[]): ReadonlyMap<string, readonly TestReport[]> {
  const files = new Map<string, TestReport[]>();
  for (const report of reports) files.set(report.file, [...(files.get(report.file) ?? []), report]);
  return files;
}

/** A test that failed: what differs, then which step of the query lost the row. */
export function failureLines(report: TestReport): readonly string[] {
  const head = `✗ ${visibleText(report.name)}  (${visibleText(report.file)}:${String(report.line)})`;
  const problems = report.problems.map(({ code, message }) => `    ${code}: ${visibleText(message)}`);
  const failures = report.outcome?.failures ?? [];
  const told = failures.flatMap(({ message, details }) => [`    ${visibleText(message)}`, ...details.map((detail) => `      ${visibleText(detail)}`)]);
  return [head, ...problems, ...told, ...stageLines(report.outcome?.stages ?? [], report.outcome?.stagesRun).map((line) => `    ${line}`)];
}

function stageLines(stages: readonly StageCount[], run: RuleRun | undefined): readonly string[] {
  if (stages.length === 0 || !run) return [];
  const lost = lostIn(stages, run);
  return [
    `rows after each step of the query, run for ${short(run.at)}, window ${short(run.window.from)} to ${short(run.window.to)}:`,
    '    rows  fitting',
    ...stages.map((stage, index) => {
      const counts = `${String(stage.rows).padStart(8)}${stage.fitting === undefined ? '       ' : String(stage.fitting).padStart(9)}`;
      return `${counts}  ${stepText(stages, index)}${index === lost ? '   ← lost here' : ''}`;
    }),
  ];
}

function short(ticks: bigint): string {
  return formatDatetime(ticks).replace(/\.?0*Z$/, 'Z');
}

function stepText(stages: readonly StageCount[], index: number): string {
  const { of, label } = stages[index] ?? { label: '' };
  return visibleText(`${of === undefined ? '' : `${of}: `}${isFirstOf(stages, index) ? '' : '| '}${label}`);
}

/** What a test did, to be read: its runs, then the rows after each step of the query in one of them. */
export function stepsDocument(report: TestReport): string {
  const { outcome } = report;
  const lines = [`${visibleText(report.name)}: ${report.status}`, visibleText(`${report.file}, line ${String(report.line)}`), ...report.messages.flatMap(({ text }) => ['', ...text.split('\n').map(visibleText)])];
  if (outcome) {
    lines.push('', 'runs', ...outcome.runs.map(({ at, window, suppressed, result, alerts }) => `  ${short(at)}  window ${short(window.from)} to ${short(window.to)}  ${suppressed ? 'rests after an alert' : `${String(result.rows.length)} rows, ${String(alerts.length)} alerts`}`));
    lines.push('', ...stageLines(outcome.stages, outcome.stagesRun));
    outcome.stages.forEach(({ rows, first }, index) => {
      const more = first && first.rows.length < rows ? `, the first ${String(first.rows.length)} of them` : '';
      lines.push('', stepText(outcome.stages, index), `${counted(rows, 'row')}${more}`);
      if (first && first.rows.length > 0) lines.push(formatTable(...filledColumns(first), {}).trimEnd());
    });
  }
  return `${lines.join('\n')}\n`;
}

/** Tables have dozens of columns; a test fills a few. */
function filledColumns({ columns, rows }: QueryRows): readonly [QueryRows['columns'], QueryRows['rows']] {
  const filled = columns.flatMap((_, index) => (rows.some((row) => row[index] !== null && row[index] !== '') ? [index] : []));
  return [filled.flatMap((index) => columns[index] ?? []), rows.map((row) => filled.map((index) => row[index] ?? null))];
}

function isFirstOf(stages: readonly StageCount[], index: number): boolean {
  return index === 0 || stages[index - 1]?.of !== stages[index]?.of;
}

function jsonOf({ reports, untested, milliseconds, coverage }: TestSummary): object {
  return {
    passed: countStatus(reports, 'passed'),
    failed: countStatus(reports, 'failed'),
    errors: countStatus(reports, 'error'),
    milliseconds: Math.round(milliseconds),
    untested,
    ...(coverage ? { coverage: { ...coverageTotals(coverage), rules: coverage } } : {}),
    tests: reports.map(({ outcome, milliseconds: took, ofTest: _, messages: __, ...report }) => ({
      ...report,
      milliseconds: Math.round(took),
      failures: outcome?.failures.map(({ message, details }) => ({ message, details })) ?? [],
      stages: outcome?.stages ?? [],
      runs: outcome?.runs.map(({ at, suppressed, result, alerts }) => ({ at: formatDatetime(at), suppressed, rows: result.rows.length, alerts })) ?? [],
    })),
  };
}

function formatJUnit({ reports, milliseconds }: TestSummary): string {
  const suites = [...byFile(reports)].map(([file, tests]) => {
    const seconds = tests.reduce((sum, test) => sum + test.milliseconds, 0) / 1000;
    const attributes = `name="${xml(file)}" tests="${String(tests.length)}" failures="${String(countStatus(tests, 'failed'))}" errors="${String(countStatus(tests, 'error'))}" time="${seconds.toFixed(3)}"`;
    return `  <testsuite ${attributes}>\n${tests.map(testCase).join('')}  </testsuite>\n`;
  });
  const totals = `tests="${String(reports.length)}" failures="${String(countStatus(reports, 'failed'))}" errors="${String(countStatus(reports, 'error'))}" time="${(milliseconds / 1000).toFixed(3)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${totals}>\n${suites.join('')}</testsuites>\n`;
}

function testCase(report: TestReport): string {
  const head = `    <testcase name="${xml(report.name)}" classname="${xml(report.rule)}" file="${xml(report.file)}" line="${String(report.line)}" time="${(report.milliseconds / 1000).toFixed(3)}"`;
  if (report.status === 'passed') return `${head}/>\n`;
  const message = report.outcome?.failures[0]?.message ?? report.problems[0]?.message ?? '';
  const tag = report.status === 'failed' ? 'failure' : 'error';
  return `${head}>\n      <${tag} message="${xml(message)}">${xml(failureLines(report).join('\n'))}</${tag}>\n    </testcase>\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Line ends stay; other controls, which XML cannot hold, become visible marks. */
function xml(text: string): string {
  return text.split('\n').map((line) => visibleText(line)).join('\n').replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
