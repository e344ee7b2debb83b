import type { Span } from '../base/index.ts';

/** A failure while a query ran, with the place of the expression that it came from. */
export class FailedAt extends Error {
  readonly span: Span;
  /** The text at the place. */
  readonly expression: string;
  override readonly cause: Error;

  constructor(cause: Error, span: Span, query: string) {
    super(cause.message);
    this.name = 'FailedAt';
    this.cause = cause;
    this.span = span;
    this.expression = query.slice(span.start, span.start + span.length).replace(/\s+/g, ' ');
  }
}
