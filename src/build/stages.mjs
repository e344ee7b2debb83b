import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { capture, root, run } from './processes.mjs';

/** What a stage of the test run came to. */
const counted = (passed, failed) => ({ passed, failed });

/** TypeScript 7 over everything; each error counts as one failure. */
export function checkTypes() {
  const { code, output } = capture(process.execPath, ['node_modules/tsc7/bin/tsc', '--noEmit', '-p', 'tsconfig.json', '--pretty', 'false']);
  if (output.trim()) console.log(output.trim());
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line)).length;
  return code === 0 ? counted(1, 0) : counted(0, Math.max(1, errors));
}

/** ESLint over everything; a warning counts like an error. */
export async function checkStyle() {
  const report = reportFile('eslint.json');
  const code = await run(process.execPath, ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '--format', 'json', '--output-file', report, '.']);
  const files = readReport(report) ?? [];
  let faults = 0;
  for (const file of files) {
    for (const message of file.messages) {
      faults += 1;
      console.log(`${path.relative(root, file.filePath)}:${message.line ?? 1}:${message.column ?? 1} ${message.message} (${message.ruleId})`);
    }
  }
  return code === 0 ? counted(1, 0) : counted(0, Math.max(1, faults));
}

/** One vitest run. */
export async function runVitest(name, args) {
  return countRun(await vitest(name, args));
}

/**
 * A vitest run that drives a browser. Files that failed run once more, each test of them in a window of its file's own, and that second run counts:
 * a window that stalls on a busy machine is told from a fault, which fails twice. What needed the second run is said.
 */
export async function runWindowTests(name, args) {
  const first = await vitest(name, args);
  const again = filesToRepeat(first.results);
  if (again.length === 0) return countRun(first);
  console.log(`\n${name}: once more, since they failed: ${again.map((file) => path.relative(root, file)).join(', ')}`);
  const second = await vitest(`${name}-again`, [...args, ...again]);
  const outcome = countTwoRuns(first, second, again);
  console.log(outcome.failed === 0 ? `${name}: passed at the second run.` : `${name}: failed twice.`);
  return outcome;
}

/** The most files of a run that are tried again; more of them is a fault of the whole and not of a window. */
const mostRepeated = 3;

/** Paths of the files to run again; none when all passed, when the run broke off, or when too many failed. */
export function filesToRepeat(results) {
  const failed = (results?.testResults ?? []).filter((file) => file.status === 'failed').map((file) => file.name);
  return failed.length <= mostRepeated ? failed : [];
}

/** The outcome of a run whose failed files ran again: of those files the second run counts. */
export function countTwoRuns(first, second, repeated) {
  const kept = first.results.testResults.filter((file) => !repeated.includes(file.name));
  const passedBefore = kept.flatMap((file) => file.assertionResults).filter((test) => test.status === 'passed').length;
  const { passed, failed } = countRun(second);
  return counted(passedBefore + passed, failed);
}

/** A file that could not be loaded counts as one failure, and so does a run that broke off. */
export function countRun({ code, results }) {
  if (!results) return counted(0, 1);
  const unloaded = results.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
  const failed = results.numFailedTests + unloaded;
  // A run that found no test has tested nothing, and a non-zero exit without a failed test is an error outside tests.
  const broken = failed === 0 && (code !== 0 || results.numPassedTests === 0);
  return counted(results.numPassedTests, broken ? 1 : failed);
}

async function vitest(name, args) {
  const report = reportFile(`${name}.json`);
  const code = await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args]);
  return { code, results: readReport(report) };
}

function reportFile(name) {
  const folder = path.join(root, 'test-output', 'reports');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  rmSync(file, { force: true });
  return file;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
