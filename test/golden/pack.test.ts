import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKqlLanguage } from '../../src/kql/index.ts';
import { tables } from '../../src/reference/index.ts';
import { readRuleTests, readYamlRules, ruleDefinition, runTest, validateRules } from '../../src/rules/index.ts';
import { openRuleDatabase, type TestRuleDatabase } from '../support/ruleDatabase.ts';

const folder = path.join(import.meta.dirname, '../../src/rules/pack');
const ruleFiles = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.endsWith('.test.yaml'));
const textOf = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const kql = createKqlLanguage();
const known = { tables };

let database: TestRuleDatabase;
beforeAll(async () => {
  database = await openRuleDatabase();
});
afterAll(() => database.close());

describe('the rule pack', () => {
  it('has at least twenty rules, each with an ID of its own', () => {
    expect(ruleFiles.length).toBeGreaterThanOrEqual(20);
    const ids = ruleFiles.map((name) => /^id: (.+)$/m.exec(textOf(name))?.[1]);
    expect(new Set(ids).size).toBe(ruleFiles.length);
  });

  it.each(ruleFiles)('%s is valid, documented and tested from several sides', (name) => {
    const text = textOf(name);
    const { findings, rules } = validateRules(text, 'yaml', { ...known, analyze: (query) => kql.analyze(query, known) });
    expect(findings).toEqual([]);
    expect(rules.length).toBe(1);
    for (const heading of ['What it sees', 'Blind spots', 'False positives', 'Tuning', 'Response']) expect(text).toMatch(new RegExp(`^# ${heading}: .{20}`, 'm'));
    const { tests, problems } = readRuleTests(textOf(name.replace('.yaml', '.test.yaml')));
    expect(problems).toEqual([]);
    expect(tests.filter(({ expect: { alerts } }) => alerts === 0).length).toBeGreaterThanOrEqual(2);
    expect(tests.filter(({ expect: { alerts } }) => alerts !== 0).length).toBeGreaterThanOrEqual(2);
  });

  describe.each(ruleFiles)('%s', (name) => {
    const definition = ruleDefinition(readYamlRules(textOf(name)).rules[0]!);
    it.each(readRuleTests(textOf(name.replace('.yaml', '.test.yaml'))).tests.map((test) => [test.name, test] as const))('%s', async (_, test) => {
      const { failures } = await runTest(definition, test, { database, schemas: tables, analyze: (query, all) => kql.analyze(query, { tables: all }), readFile: (file) => readFile(path.join(folder, file), 'utf8') });
      expect(failures).toEqual([]);
    });
  });
});
