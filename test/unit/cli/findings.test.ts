import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { formatFindings, toFinding } from '../../../src/cli/findings.ts';
import { lints } from '../../../src/language/index.ts';

const tool = { version: '1.0.0', pages: pathToFileURL('./').href };
const text = 'print 1\nprint y\n';
const finding = toFinding('rules/a b.kql', text, { code: 'KS142', message: "The name 'y' is unknown.", severity: 'error', span: { start: 14, length: 1 } });

test('a span becomes 1-based lines and columns with an exclusive end', () => {
  expect(finding).toMatchObject({ line: 2, column: 7, endLine: 2, endColumn: 8 });
});

test('a problem without a place stands at the start of the file', () => {
  expect(toFinding('a.kql', text, { code: 'X', message: 'm', severity: 'warning' })).toMatchObject({ line: 1, column: 1, endLine: 1, endColumn: 1 });
});

test('text is one line each, control characters made visible', () => {
  expect(formatFindings([{ ...finding, message: 'two\nlines' }], 'text', tool)).toBe('rules/a b.kql:2:7 error KS142 two⏎lines\n');
  expect(formatFindings([], 'text', tool)).toBe('');
});

test('SARIF names the rule, the level and the region', () => {
  const sarif = JSON.parse(formatFindings([finding, { ...finding, code: 'IT001', severity: 'hint' }], 'sarif', tool)) as {
    version: string;
    runs: { tool: { driver: { rules: { id: string; helpUri?: string; fullDescription?: { text: string } }[] } }; results: { ruleId: string; ruleIndex: number; level: string; locations: object[] }[] }[];
  };
  expect(sarif.version).toBe('2.1.0');
  const [lint, kusto] = sarif.runs[0]?.tool.driver.rules ?? [];
  expect(lint?.id).toBe('IT001');
  expect(lint?.fullDescription?.text).toMatch(/string in every sign-in table/);
  expect(kusto).toEqual({ id: 'KS142' });
  expect(sarif.runs[0]?.results[0]).toMatchObject({
    ruleId: 'KS142',
    ruleIndex: 1,
    level: 'error',
    locations: [{ physicalLocation: { artifactLocation: { uri: 'rules/a%20b.kql' }, region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 8 } } }],
  });
  expect(sarif.runs[0]?.results[1]?.level).toBe('note');
});

interface SarifLog {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly { readonly columnKind: string; readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly Readonly<Record<string, unknown>>[] } }; readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[] }[];
}

test('each lint has a rule with what SARIF 2.1.0 asks of it, and a link to its heading', () => {
  const all = lints.map(({ code, severity }) => ({ ...finding, code, severity }));
  const { runs: [run] } = JSON.parse(formatFindings(all, 'sarif', tool)) as SarifLog;
  const rules = run?.tool.driver.rules ?? [];
  expect(rules.map(({ id }) => id)).toEqual(lints.map(({ code }) => code).sort());
  for (const rule of rules) {
    for (const property of ['shortDescription', 'fullDescription', 'help']) expect(rule[property]).toEqual({ text: expect.stringMatching(/\.$/) as string });
    expect(rule['defaultConfiguration']).toEqual({ level: expect.stringMatching(/^(?:error|warning|note)$/) as string });
    // helpUri is an absolute URI whose file is there.
    const [file = '', heading] = String(rule['helpUri']).split('#');
    expect(heading).toBe(String(rule['id']).toLowerCase());
    expect(readFileSync(new URL(file), 'utf8')).toContain(`\n## ${String(rule['id'])}\n`);
  }
  expect(run?.results.every(({ ruleId, ruleIndex }) => rules[ruleIndex]?.['id'] === ruleId)).toBe(true);
});
