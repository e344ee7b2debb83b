import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../src/kql/index.ts';
import { runKql } from '../../support/runKql.ts';

const tables = [{ name: 'Codes', columns: [{ name: 'Code', type: 'string' as const }] }];
const translator = createTranslator();

function sqlOf(query: string): string {
  const translated = translator.translate(query, { tables, asOf: 0n });
  if (!translated.ok) throw new Error(translated.problems.map(({ code }) => code).join(' '));
  return translated.value.map(({ sql }) => sql).join(';\n');
}

describe('table()', () => {
  it.each([
    'table("Codes") | where Code == "a"',
    'let Name = "Codes"; table(Name) | where Code == "a"',
    'let Of = (name: string) { table(name) | where Code == "a" }; Of("Codes")',
    'let Of = (name: string) { table(name) }; Of("Codes") | where Code == "a"',
  ])('%s reads the table of that name', (query) => {
    expect(sqlOf(query)).toContain('"Codes"');
    expect(sqlOf(query)).toBe(sqlOf('Codes | where Code == "a"'));
  });
  it('refuses a name that only the data knows, and one that no table has', () => {
    expect(() => sqlOf('table("Elsewhere")')).toThrow(/^K/);
    expect(() => sqlOf('let Of = (name: string) { table(name) }; Of(strcat("Co", "des"))')).toThrow(/^K/);
  });
});

it('a bracket after a dot reads as one without it', async () => {
  const codes = 'datatable(Code: dynamic)[dynamic({"list": [{"v": 1}, {"v": 2}]})]';
  expect((await runKql(`${codes} | project First = Code.["list"].[0].v, Last = Code.list.[-1]["v"]`)).rows).toEqual([[1, 2]]);
});
