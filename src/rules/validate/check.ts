import type { Column, Problem, Severity, Span, TableSchema } from '../../base/index.ts';
import type { KqlAnalysis } from '../../kql/index.ts';
import type { RuleField, RuleView } from '../model/ruleView.ts';

export interface RuleChange {
  readonly span: Span;
  readonly text: string;
}

/** A way to mend a finding, offered by name. */
export interface RuleFix {
  readonly title: string;
  readonly changes: readonly RuleChange[];
  readonly preferred?: boolean;
}

/** A problem of a rule at its place. */
export interface RuleFinding extends Problem {
  readonly span: Span;
  readonly fixes?: readonly RuleFix[];
}

/** What the checks know besides the text. */
export interface RuleWorld {
  /** Tables that a query may name. */
  readonly tables: readonly TableSchema[];
  /** Microsoft's view of a query; undefined for one too large to be parsed. */
  readonly analyze: (query: string) => KqlAnalysis | undefined;
}

/** One rule with what its query returns. */
export interface RuleContext {
  readonly text: string;
  readonly rule: RuleView;
  readonly world: RuleWorld;
  /** Absent where the query has errors, or where not even Kusto knows its columns before it runs. */
  readonly columns: readonly Column[] | undefined;
  /** Names of bundled tables that the query reads. */
  readonly tablesUsed: readonly string[];
  readonly analysis: KqlAnalysis | undefined;
}

export type RuleCheck = (context: RuleContext) => Iterable<RuleFinding>;

export function finding(code: string, severity: Severity, span: Span, message: string, fixes: readonly RuleFix[] = []): RuleFinding {
  return { code, severity, span, message, ...(fixes.length > 0 ? { fixes } : {}) };
}

export function replaceWith(title: string, span: Span, text: string): RuleFix {
  return { title, changes: [{ span, text }], preferred: true };
}

/** Where a missing key is reported: the rule's first key, so that the mark is short. */
export function headOf({ rule }: RuleContext): Span {
  return rule.fields()[0]?.keySpan ?? rule.span;
}

/** The member of a list that a text was probably meant to be: the same but for case, or one or two letters off. */
export function nearest(text: string, choices: readonly string[]): string | undefined {
  const lower = text.toLowerCase();
  const folded = lower.replace(/[^a-z0-9]/g, '');
  const same = choices.find((choice) => choice.toLowerCase().replace(/[^a-z0-9]/g, '') === folded);
  if (same !== undefined) return same;
  const near = choices.map((choice) => ({ choice, distance: distance(lower, choice.toLowerCase()) })).sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= Math.min(2, Math.floor(text.length / 4)) ? near.choice : undefined;
}

function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, change));
    }
    previous = current;
  }
  return previous[b.length] ?? 3;
}

/** The span of a scalar's text without its quotes, for replacing it. */
export function valueSpan(text: string, { span }: Pick<RuleField, 'span'>): Span {
  const quoted = /^["']/.test(text.slice(span.start, span.start + 1));
  return quoted ? { start: span.start + 1, length: Math.max(0, span.length - 2) } : span;
}
