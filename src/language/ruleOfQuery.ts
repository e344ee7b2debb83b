import { newRule } from '../rules/index.ts';
import type { KqlDocument } from './document.ts';
import { statementAt, statementNear } from './statementAt.ts';

/** The query at the offset as a scheduled rule with this ID; undefined where there is no query. */
export function ruleOfQuery(document: KqlDocument, offset: number, id: string): string | undefined {
  const found = statementAt(document, offset);
  return found && newRule({ query: found.query, analysis: statementNear(document, offset)?.content.analysis, id });
}
