import { readFileSync } from 'node:fs';

/** A query or rule of docs/lints.md that a lint finds. */
export interface LintExample {
  readonly code: string;
  readonly text: string;
  readonly languageId: 'kusto' | 'yaml';
}

const sections = readFileSync('docs/lints.md', 'utf8').split(/^## /m).slice(1);

/** The example of each section, in order. */
export const lintExamples: readonly LintExample[] = sections.map((section) => {
  const [, language, text = ''] = /^```(kql|yaml)\n([^]*?)\n```/m.exec(section) ?? [];
  return { code: section.slice(0, 5), text, languageId: language === 'yaml' ? 'yaml' : 'kusto' };
});
