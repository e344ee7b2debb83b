import { expect, test } from 'vitest';
import { countRun, countTwoRuns, filesToRepeat } from '../../../src/build/stages.mjs';

/** A vitest report with files of these tests: `+` passed, `-` failed; an empty text is a file that could not be loaded. */
const report = (code: number, files: Readonly<Record<string, string>>) => {
  const testResults = Object.entries(files).map(([name, marks]) => ({
    name,
    status: marks === '' || marks.includes('-') ? 'failed' : 'passed',
    assertionResults: Array.from(marks).map((mark) => ({ status: mark === '+' ? 'passed' : 'failed' })),
  }));
  const count = (mark: string): number => Object.values(files).join('').split(mark).length - 1;
  return { code, results: { testResults, numPassedTests: count('+'), numFailedTests: count('-') } };
};

test('a run counts its tests, and each file that could not be loaded as a failure', () => {
  expect(countRun(report(1, { a: '++-', b: '' }))).toEqual({ passed: 2, failed: 2 });
});

test('a run without a report, without a test, or with an error outside its tests has failed', () => {
  expect(countRun({ code: 1, results: undefined })).toEqual({ passed: 0, failed: 1 });
  expect(countRun(report(0, {}))).toEqual({ passed: 0, failed: 1 });
  expect(countRun(report(1, { a: '++' }))).toEqual({ passed: 2, failed: 1 });
});

test('failed files run again, but not when so many failed that the fault is no window\'s', () => {
  expect(filesToRepeat(report(1, { a: '++', b: '+-', c: '' }).results)).toEqual(['b', 'c']);
  expect(filesToRepeat(report(1, { a: '-', b: '-', c: '-', d: '-' }).results)).toEqual([]);
  expect(filesToRepeat(undefined)).toEqual([]);
});

test('of a repeated file the second run counts, of the others the first', () => {
  const first = report(1, { a: '++', b: '++-' });
  expect(countTwoRuns(first, report(0, { b: '+++' }), ['b'])).toEqual({ passed: 5, failed: 0 });
  expect(countTwoRuns(first, report(1, { b: '++-' }), ['b'])).toEqual({ passed: 4, failed: 1 });
  expect(countTwoRuns(first, { code: 1, results: undefined }, ['b'])).toEqual({ passed: 2, failed: 1 });
});
