/** A place in a text: UTF-16 offset and length, as in LSP and in Microsoft's parser. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * Something wrong with what a person wrote or opened: data, with a stable code and where possible a place.
 * Codes: `KS…` and `SEM…` are Kusto's own, `KQL…` is what the local engine refuses, `SRC…` sources and imports,
 * `ENG…` the engine at run time, `LA…` Log Analytics, `CLI…` the command line, `IT…` our lints.
 */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly severity: Severity;
  readonly span?: Span;
}

/** A problem that ends the current operation. Anything else that is thrown is a bug. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Omit<Problem, 'severity'>) {
    super(problem.message);
    this.name = 'ProblemError';
    this.problem = { severity: 'error', ...problem };
  }
}

export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
