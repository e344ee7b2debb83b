import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createKqlLanguage, createTranslator } from '../../../src/kql/index.ts';
import { tables } from '../../../src/reference/index.ts';
import { readYamlRules } from '../../../src/rules/index.ts';

const pack = path.join(import.meta.dirname, '..', '..', '..', 'src', 'rules', 'pack');
const schema = { tables };
const language = createKqlLanguage();
const fresh = createTranslator();
const shared = createTranslator();

const queries = readdirSync(pack).filter((name) => name.endsWith('.yaml') && !name.endsWith('.test.yaml')).map((name) => [name, readYamlRules(readFileSync(path.join(pack, name), 'utf8')).rules[0]?.query ?? ''] as const);

test.each(queries)('%s is the same statement by the analysis that is there already', (_, query) => {
  // Twice: the second analysis takes over parts of the first.
  const analyses = [language.analyze(query, schema), language.analyze(`${query}\n| take 5`, schema)];
  for (const analysis of analyses) {
    const [own, taken] = [fresh.translate(analysis.text, { tables, asOf: 0n }), shared.translate(analysis.text, { tables, asOf: 0n, analysis })];
    expect(taken.ok && taken.value.map(({ sql }) => sql)).toEqual(own.ok && own.value.map(({ sql }) => sql));
    expect(taken.problems).toEqual(own.problems);
  }
});

test('an analysis of another text, or under other tables, is not taken', () => {
  const analysis = language.analyze('SigninLogs | project Id', schema);
  const translated = createTranslator().translate('print x = 1', { tables, asOf: 0n, analysis });
  expect(translated.ok && translated.value[0]?.columns).toEqual([{ name: 'x', type: 'long' }]);
  const elsewhere = createTranslator().translate('SigninLogs | project Id', { tables: [{ name: 'SigninLogs', columns: [{ name: 'Id', type: 'long' }] }], asOf: 0n, analysis });
  expect(elsewhere.ok && elsewhere.value[0]?.columns).toEqual([{ name: 'Id', type: 'long' }]);
});
