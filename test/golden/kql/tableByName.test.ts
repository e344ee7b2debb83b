import { describe, expect, it } from 'vitest';
import { runKql, sqlOf } from '../../support/runKql.ts';

const tables = [{ name: 'Codes', columns: [{ name: 'Code', type: 'string' as const }] }];

describe('table()', () => {
  it.each([
    'table("Codes") | where Code == "a"',
    'let Name = "Codes"; table(Name) | where Code == "a"',
    'let Of = (name: string) { table(name) | where Code == "a" }; Of("Codes")',
    'let Of = (name: string) { table(name) }; Of("Codes") | where Code == "a"',
  ])('%s reads the table of that name', (query) => {
    expect(sqlOf(query, tables)).toContain('"Codes"');
    expect(sqlOf(query, tables)).toBe(sqlOf('Codes | where Code == "a"', tables));
  });
  it('refuses a name that only the data knows, and one that no table has', () => {
    expect(() => sqlOf('table("Elsewhere")', tables)).toThrow(/^K/);
    expect(() => sqlOf('let Of = (name: string) { table(name) }; Of(strcat("Co", "des"))', tables)).toThrow(/^K/);
  });
});

it('a bracket after a dot reads as one without it', async () => {
  const codes = 'datatable(Code: dynamic)[dynamic({"list": [{"v": 1}, {"v": 2}]})]';
  expect((await runKql(`${codes} | project First = Code.["list"].[0].v, Last = Code.list.[-1]["v"]`)).rows).toEqual([[1, 2]]);
});
