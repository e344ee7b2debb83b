import { expect, test } from 'vitest';
import { formatFindings, toFinding } from '../../../src/cli/findings.ts';

const text = 'print 1\nprint y\n';
const finding = toFinding('rules/a b.kql', text, { code: 'KS142', message: "The name 'y' is unknown.", severity: 'error', span: { start: 14, length: 1 } });

test('a span becomes 1-based lines and columns with an exclusive end', () => {
  expect(finding).toMatchObject({ line: 2, column: 7, endLine: 2, endColumn: 8 });
});

test('a problem without a place stands at the start of the file', () => {
  expect(toFinding('a.kql', text, { code: 'X', message: 'm', severity: 'warning' })).toMatchObject({ line: 1, column: 1, endLine: 1, endColumn: 1 });
});

test('text is one line each, control characters made visible', () => {
  expect(formatFindings([{ ...finding, message: 'two\nlines' }], 'text', '1.0.0')).toBe('rules/a b.kql:2:7 error KS142 two⏎lines\n');
  expect(formatFindings([], 'text', '1.0.0')).toBe('');
});

test('SARIF names the rule, the level and the region', () => {
  const sarif = JSON.parse(formatFindings([finding, { ...finding, code: 'IT001', severity: 'hint' }], 'sarif', '1.0.0')) as {
    version: string;
    runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number; level: string; locations: object[] }[] }[];
  };
  expect(sarif.version).toBe('2.1.0');
  expect(sarif.runs[0]?.tool.driver.rules).toEqual([{ id: 'IT001' }, { id: 'KS142' }]);
  expect(sarif.runs[0]?.results[0]).toMatchObject({
    ruleId: 'KS142',
    ruleIndex: 1,
    level: 'error',
    locations: [{ physicalLocation: { artifactLocation: { uri: 'rules/a%20b.kql' }, region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 8 } } }],
  });
  expect(sarif.runs[0]?.results[1]?.level).toBe('note');
});
