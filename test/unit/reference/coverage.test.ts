import { describe, expect, it } from 'vitest';
import { auditOperations, categories, errorCodes, explain, findErrorCode, findTable, tables, workloadResources } from '../../../src/reference/index.ts';
import { scenarios } from '../../../src/scenarios/index.ts';

// The counts are those of the public references the facts were taken from; a text that gets lost fails here.
describe('every code has a text of its own', () => {
  it('covers the 355 codes, 108 of them with advice for workload identities', () => {
    expect(errorCodes).toHaveLength(355);
    expect(new Set(errorCodes.map(({ code }) => code)).size).toBe(355);
    expect(errorCodes.filter(({ workload }) => workload).length).toBe(108);
    expect(errorCodes.filter(({ documented }) => !documented).map(({ code }) => code)).toHaveLength(10);
  });

  it.each(errorCodes.map((reference) => [reference.code, reference] as const))('%i', (code, { meaning, workload }) => {
    expect(meaning.length).toBeGreaterThan(20);
    expect(meaning).toMatch(/[.!?)]$/);
    expect(meaning).not.toMatch(/[{}<>]|https?:/);
    expect(explain(String(code))?.title).toContain(`AADSTS${String(code)}`);
    if (!workload) return;
    expect(workload.causes.length).toBeGreaterThan(0);
    expect(workload.checks.length).toBeGreaterThan(0);
    expect(workload.next).not.toBe('');
    expect(scenarios.map(({ id }) => id)).toContain(workload.scenario);
  });

  it('tells codes apart: hardly two have the same text', () => {
    expect(new Set(errorCodes.map(({ meaning }) => meaning)).size).toBeGreaterThan(350);
  });

  it('knows 0 as success', () => {
    expect(findErrorCode(0)?.name).toBe('Success');
  });
});

describe('every column has a text of its own', () => {
  it('covers 34 tables with 1,528 columns', () => {
    expect(tables).toHaveLength(34);
    expect(tables.flatMap(({ columns }) => columns)).toHaveLength(1528);
  });

  it.each(tables.map((table) => [table.name, table] as const))('%s', (_, { purpose, collectedWith, volume, columns }) => {
    for (const text of [purpose, collectedWith, volume]) expect(text.length).toBeGreaterThan(3);
    expect(columns.filter(({ meaning }) => meaning.length < 10).map(({ name }) => name)).toEqual([]);
    expect(columns.filter(({ meaning }) => /[<>]|https?:|command:/.test(meaning)).map(({ name }) => name)).toEqual([]);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  });
});

describe('other references', () => {
  it('has a category for each identity table, each with its own table', () => {
    for (const table of ['SigninLogs', 'AADNonInteractiveUserSignInLogs', 'AADServicePrincipalSignInLogs', 'AADManagedIdentitySignInLogs', 'AuditLogs', 'MicrosoftGraphActivityLogs']) {
      expect(categories.filter((category) => category.table === table).length).toBe(1);
    }
    expect(categories.filter(({ lostWithout }) => lostWithout.length < 20).map(({ name }) => name)).toEqual([]);
  });

  it('has 240 operations of AuditLogs, each with a meaning', () => {
    expect(auditOperations).toHaveLength(240);
    expect(auditOperations.filter(({ meaning }) => meaning.length < 15).map(({ name }) => name)).toEqual([]);
  });

  it('says what followed a sign-in to each resource a workload uses', () => {
    expect(workloadResources().length).toBeGreaterThan(20);
    for (const { notable } of workloadResources()) for (const table of notable?.followedIn ?? []) expect(table).toMatch(/^\w+$/);
    expect(workloadResources().filter(({ notable }) => notable?.followedIn.some((table) => findTable(table))).length).toBeGreaterThan(10);
  });
});
