import type { Problem, Span } from '../base/index.ts';

export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

/** A way to mend a finding, offered by name. */
export interface Fix {
  readonly title: string;
  readonly changes: readonly TextChange[];
  /** The one that is right nearly always. */
  readonly preferred?: boolean;
}

/** A problem at a place, with ways to mend it. */
export interface Finding extends Problem {
  readonly span: Span;
  readonly fixes?: readonly Fix[];
  /** Old-fashioned rather than wrong: editors strike it through. */
  readonly deprecated?: boolean;
}
