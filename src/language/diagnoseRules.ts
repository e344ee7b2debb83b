import type { KqlAnalysis } from '../kql/index.ts';
import { validateRules } from '../rules/index.ts';
import type { LintSettings } from './diagnose.ts';
import { statementsOf, type KqlDocument } from './document.ts';
import type { Finding } from './finding.ts';

/** What is wrong with the Sentinel rules of a YAML document besides their KQL; empty for other documents. */
export function diagnoseRules(document: KqlDocument, settings: LintSettings = {}): readonly Finding[] {
  if (document.kind !== 'yaml') return [];
  const { findings } = validateRules(document.text, 'yaml', { tables: document.world.schema.tables, analyze: (query) => analysisOf(document, query) });
  return findings.flatMap((finding): readonly Finding[] => {
    const severity = settings[finding.code] ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}

/** The analysis that the query's own diagnostics use, so that no query is bound twice: comments around it are no part of that. */
function analysisOf(document: KqlDocument, query: string): KqlAnalysis | undefined {
  const text = query.trim();
  const statement = statementsOf(document).find(({ region }) => region.region.text.trim() === text);
  return statement ? statement.content.analysis : document.world.kql.analyze(query, document.world.schema);
}
