import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkPaths } from '../../../src/cli/checkCommand.ts';
import type { FindingFormat } from '../../../src/cli/findings.ts';
import type { Terminal } from '../../../src/cli/terminal.ts';
import type { LintSettings } from '../../../src/language/index.ts';
import { lintExamples } from '../../support/lintExamples.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'identity-trail-check-'));
  for (const { code, text, languageId } of lintExamples) writeFileSync(path.join(folder, `${code}.${languageId === 'yaml' ? 'yaml' : 'kql'}`), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Checked {
  readonly exit: number;
  readonly text: string;
  readonly notes: readonly string[];
}

async function check(format: FindingFormat, severities: LintSettings = {}): Promise<Checked> {
  const written: string[] = [];
  const notes: string[] = [];
  const terminal: Terminal = {
    shape: {},
    open: () => Promise.reject(new Error('nothing is opened')),
    write: (text) => Promise.resolve(void written.push(text)),
    note: (line) => void notes.push(line),
    readStandardInput: () => Promise.resolve(''),
  };
  return { exit: await checkPaths(terminal, [folder], { format, severities }), text: written.join(''), notes };
}

test('each lint is found on the command line, as text, as JSON and as SARIF', async () => {
  const [asText, asJson, asSarif] = [await check('text'), await check('json'), await check('sarif')];
  const found = JSON.parse(asJson.text) as readonly { readonly path: string; readonly code: string; readonly line: number; readonly column: number; readonly severity: string }[];
  const sarif = JSON.parse(asSarif.text) as { readonly runs: readonly { readonly results: readonly { readonly ruleId: string; readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number; readonly startColumn: number } } }[] }[] }[] };
  for (const { code } of lintExamples) {
    const finding = found.find((candidate) => candidate.code === code && path.basename(candidate.path).startsWith(code));
    expect(finding?.code).toBe(code);
    expect(asText.text).toContain(`${finding?.path ?? ''}:${String(finding?.line)}:${String(finding?.column)} ${finding?.severity ?? ''} ${code} `);
    const places = sarif.runs[0]?.results.filter(({ ruleId }) => ruleId === code).map(({ locations }) => locations[0]?.physicalLocation);
    expect(places).toContainEqual(expect.objectContaining({ region: expect.objectContaining({ startLine: finding?.line, startColumn: finding?.column }) as unknown }));
  }
  expect([asText.exit, asJson.exit, asSarif.exit]).toEqual([1, 1, 1]);
});

test('severities are settable; nothing is left when all are off', async () => {
  const all = JSON.parse((await check('json')).text) as readonly { readonly code: string }[];
  const off = Object.fromEntries(all.map(({ code }) => [code, 'off'] as const));
  expect(await check('json', off)).toMatchObject({ exit: 0, text: '[]\n' });
  const hints = JSON.parse((await check('json', { IT001: 'hint' })).text) as readonly { readonly code: string; readonly severity: string }[];
  expect(hints.filter(({ code }) => code === 'IT001').map(({ severity }) => severity)).toEqual(['hint']);
});
