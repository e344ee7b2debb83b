import type { Severity, Span, TableSchema } from '../../base/index.ts';
import type { KqlAnalysis, TreeNode } from '../../kql/index.ts';
import type { Fix } from '../finding.ts';
import type { Origins } from '../origin.ts';

/** What a lint looks at: one query, bound. */
export interface LintContext {
  readonly text: string;
  readonly analysis: KqlAnalysis;
  /** Every node, in order of place. */
  readonly nodes: readonly TreeNode[];
  /** Kusto's own errors. */
  readonly errors: readonly (Span & { readonly code: string })[];
  /** Whether there are any. */
  readonly broken: boolean;
  /** The query of an analytic rule, whose time is limited from outside. */
  readonly inRule: boolean;
  /** Whether the ends of its lines are blanks to YAML. */
  readonly folded: boolean;
  /** Where values come from. */
  readonly origins: Origins;
  readonly tables: readonly TableSchema[];
}

export interface LintHit {
  readonly span: Span;
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** Where it is graver, or less so, than the lint mostly is. */
  readonly severity?: Severity;
  /** Kusto's own errors that this hit explains better: those that begin where it does, or all that reach it or come after. */
  readonly replaces?: 'same' | 'following';
}

export interface Lint {
  readonly code: string;
  /** A few words for lists and SARIF. */
  readonly title: string;
  /** Why it matters, and what to do. */
  readonly explanation: string;
  readonly severity: Severity;
  /** Runs also where Kusto's own errors stand; others need a query that is bound whole. */
  readonly onErrors?: boolean;
  readonly check: (context: LintContext) => Iterable<LintHit>;
}

/** A fix that replaces one span. */
export function replacement(title: string, span: Span, text: string): Fix {
  return { title, changes: [{ span, text }], preferred: true };
}
