import type { TableInfo } from '../../protocol/index.ts';
import type { Scenario } from '../../scenarios/index.ts';
import { tableExpression } from './kqlText.ts';

const typicalWidth = 110;

/** The first text of a new query document. `source`: title of the source in use, fit for one line. */
export function newQueryText(source: string | undefined): string {
  return [
    `// Query on ${source ?? 'a source of your choice'}`,
    '// Shift+Enter runs the query at the cursor. Hover over names and codes to read what they are; Ctrl+Space completes.',
    'AADServicePrincipalSignInLogs',
    '| where TimeGenerated > ago(1d)',
    '| take 100',
    '',
  ].join('\n');
}

/** The newest records of a table. */
export function tableQuery({ name, columns }: TableInfo): string {
  const timed = columns.some((column) => column.name === 'TimeGenerated');
  return [tableExpression(name), ...(timed ? ['| top 100 by TimeGenerated desc'] : ['| take 100']), ''].join('\n');
}

/** A scenario as a document of its own: what it answers and how, then its query with the parameters on top. */
export function scenarioKql(scenario: Scenario, source: string | undefined): string {
  const { title, answers, matches, cannotTell, parameters, query } = scenario;
  return [
    ...comment(title),
    ...comment(answers),
    '//',
    ...comment(`How it matches: ${matches}`),
    ...comment(`What it cannot tell: ${cannotTell}`),
    '//',
    ...parameters.flatMap(({ name, description }) => comment(`${name}: ${description}`)),
    ...comment(`Shift+Enter runs it on ${source === undefined ? 'a source of your choice' : `"${source}"`}.`),
    query.trimEnd(),
    '',
  ].join('\n');
}

/** A text as comment lines, broken between words. */
function comment(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '//';
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length >= typicalWidth) {
      lines.push(line);
      line = '//';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
