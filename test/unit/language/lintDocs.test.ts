import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagnose, lints, openDocument } from '../../../src/language/index.ts';
import { bundledWorld } from '../../support/marked.ts';

const sections = readFileSync('docs/lints.md', 'utf8').split(/^## /m).slice(1);

it('docs/lints.md has a section for each lint, in order of code', () => {
  expect(sections.map((section) => section.slice(0, 5))).toEqual(['IT000', ...lints.map(({ code }) => code).sort()]);
});

it.each(lints.map(({ code, title, explanation }) => [code, `**${title}.** ${explanation}`] as const))('%s says there what its own explanation says', (code, text) => {
  expect(sections.find((section) => section.startsWith(code))).toContain(text);
});

it.each(sections.map((section) => [section.slice(0, 5), section] as const))('%s finds the query of its section', (code, section) => {
  // A lint about YAML shows a rule instead of a query.
  const rule = /^```yaml\n([^]*?)^```/m.exec(section)?.[1];
  const document = rule === undefined ? openDocument(section, 'markdown', bundledWorld) : openDocument(rule, 'yaml', bundledWorld);
  expect(diagnose(document).map((finding) => finding.code)).toContain(code);
});
