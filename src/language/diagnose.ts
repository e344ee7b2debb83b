import type { Problem, Severity, Span } from '../base/index.ts';
import type { KqlAnalysis } from '../kql/index.ts';
import { statementsOf, type KqlDocument, type LanguageWorld, type Statement, type StatementContent } from './document.ts';
import type { Finding } from './finding.ts';
import type { Lint, LintContext, LintHit } from './lints/lint.ts';
import { lints } from './lints/lints.ts';
import { Origins } from './origin.ts';
import { changeInDocument, toDocument } from './place.ts';
import { suppressedAt } from './suppressions.ts';
import { walk } from './treeAt.ts';

/** How grave each lint is, by code; what is absent keeps its own severity. */
export type LintSettings = Readonly<Record<string, Severity | 'off'>>;

/** Kusto's suggestions that a lint of ours makes with better words and a fix. */
const coveredByLints: ReadonlySet<string> = new Set(['KS500', 'KS507', 'KS508']);

const tooLarge: Omit<Finding, 'span'> = {
  code: 'IT000',
  severity: 'warning',
  message: 'This query nests too deeply, or is too long, to be checked while you write. Split it with let.',
};

/** Every problem of the document, in order of place; offsets are the document's. */
export function diagnose(document: KqlDocument, settings: LintSettings = {}): readonly Finding[] {
  return statementsOf(document).flatMap((statement) => diagnoseStatement(document, statement, settings));
}

/** One query's problems, so that a server can let other requests in between. Computed once per text. */
export function diagnoseStatement(document: KqlDocument, statement: Statement, settings: LintSettings = {}): readonly Finding[] {
  const { content } = statement;
  content.findings ??= findProblems(content, document.world);
  const suppressed = suppressedAt(statement.region);
  return content.findings.flatMap((finding) => {
    const severity = settings[finding.code] ?? finding.severity;
    if (severity === 'off' || suppressed(finding.code, statement.start + finding.span.start)) return [];
    return [{ ...finding, severity, span: toDocument(statement, finding.span), ...(finding.fixes && { fixes: finding.fixes.map((fix) => ({ ...fix, changes: fix.changes.map((change) => changeInDocument(statement, change)) })) }) }];
  });
}

function findProblems(content: StatementContent, world: LanguageWorld): readonly Finding[] {
  const { analysis, text } = content;
  if (!analysis) return [{ ...tooLarge, span: { start: 0, length: Math.min(text.length, text.search(/\n|$/)) } }];
  const tree = analysis.tree();
  const nodes = [...walk(tree)];
  const own = analysis.problems().filter(({ code }) => !coveredByLints.has(code)).map(withSpan);
  const errors = own.filter(({ severity }) => severity === 'error').map(({ code, span }) => ({ code, ...span }));
  const broken = errors.length > 0;
  const context: LintContext = { text, analysis, nodes, errors, broken, inRule: content.inRule, folded: content.folded, origins: new Origins(tree), tables: world.schema.tables };
  const hits = lints.filter(({ onErrors }) => onErrors === true || !broken).flatMap((lint) => [...lint.check(context)].map((hit) => ({ lint, hit })));
  const kept = own.filter(({ span }) => !hits.some(({ hit }) => isReplaced(span, hit)));
  const found = [...kept, ...hits.map(({ lint, hit }) => toFinding(lint, hit))];
  const refused = found.some(({ severity }) => severity === 'error') ? [] : refusals(text, analysis, world);
  return [...found, ...refused].sort((a, b) => a.span.start - b.span.start);
}

/** A table that union with isfuzzy may do without: asked for, so it is worth a hint and no more. */
const absentFuzzyTable = 'KS205';

function withSpan(problem: Problem): Finding {
  return { ...problem, ...(problem.code === absentFuzzyTable && { severity: 'hint' }), span: problem.span ?? { start: 0, length: 0 } };
}

function isReplaced(span: Span, { replaces, span: own }: LintHit): boolean {
  if (replaces === 'following') return span.start + span.length >= own.start - 1;
  return replaces === 'same' && span.start === own.start;
}

function toFinding({ code, severity }: Lint, { span, message, fixes, severity: own }: LintHit): Finding {
  return { code, severity: own ?? severity, message, span, ...(fixes && { fixes }), ...(code === 'IT006' && { deprecated: true }) };
}

/** A text of declarations alone is no query, and no mistake either. */
const noQuery = 'KQL041';

/** What the local engine would refuse: worth knowing before running, but no mistake of the query. */
function refusals(text: string, analysis: KqlAnalysis, { translator, schema }: LanguageWorld): readonly Finding[] {
  if (!translator || text.startsWith('.')) return [];
  const result = translator.translate(text, { tables: schema.tables, ...(schema.functions && { functions: schema.functions }), asOf: 0n, analysis });
  const problems = result.ok ? [...result.problems, ...result.value.flatMap(({ notes }) => notes)] : result.problems;
  return problems.filter(({ code }) => code !== noQuery && code.startsWith('KQL')).map((problem) => ({ ...withSpan(problem), severity: 'information' as const }));
}
