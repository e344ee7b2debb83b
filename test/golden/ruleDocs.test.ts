import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKqlLanguage } from '../../src/kql/index.ts';
import { tables } from '../../src/reference/index.ts';
import { readRuleTests, ruleDefinition, runTest, validateRules } from '../../src/rules/index.ts';
import { openRuleDatabase, type TestRuleDatabase } from '../support/ruleDatabase.ts';

/** The one YAML block of a page. */
function example(page: string): string {
  const blocks = [...readFileSync(path.join(import.meta.dirname, '../../docs', page), 'utf8').matchAll(/^```yaml\n(.*?)^```/gms)];
  expect(blocks.length).toBe(1);
  return blocks[0]![1]!;
}

const kql = createKqlLanguage();
let database: TestRuleDatabase;
beforeAll(async () => {
  database = await openRuleDatabase();
});
afterAll(() => database.close());

describe('the pages about rules', () => {
  const rule = validateRules(example('writing-a-rule.md'), 'yaml', { tables, analyze: (query) => kql.analyze(query, { tables }) });
  const read = readRuleTests(example('writing-a-rule-test.md'));

  it('show a rule and a test file without a fault', () => {
    expect(rule.findings).toEqual([]);
    expect(read.problems).toEqual([]);
  });

  it.each(read.tests.map((test) => [test.name, test] as const))('%s', async (_, test) => {
    const world = { database, schemas: tables, analyze: (query: string, all: Parameters<typeof kql.analyze>[1]['tables']) => kql.analyze(query, { tables: all }), readFile: () => Promise.reject(new Error('no files here')) };
    const { failures } = await runTest(ruleDefinition(rule.rules[0]!), test, world);
    expect(failures).toEqual([]);
  });
});
