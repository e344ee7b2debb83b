import type { Span } from '../base/index.ts';
import { statementsOf, type KqlDocument, type Statement } from './document.ts';
import { toDocument } from './place.ts';

export interface QueryText {
  /** Ready to send. */
  readonly query: string;
  readonly span: Span;
}

/**
 * The query under the offset. Between two queries it is the one above when the cursor is on its last line or the
 * next, else the one below, as in the portal; in a document without any there is none.
 */
export function statementAt(document: KqlDocument, offset: number): QueryText | undefined {
  const found = statementNear(document, offset);
  return found && toQuery(found);
}

export function statementNear(document: KqlDocument, offset: number): Statement | undefined {
  const all = statementsOf(document).map((statement) => ({ statement, span: toDocument(statement, wholeOf(statement)) }));
  const inside = all.find(({ span }) => span.start <= offset && offset <= span.start + span.length);
  if (inside) return inside.statement;
  const above = all.filter(({ span }) => span.start + span.length < offset).at(-1);
  const below = all.find(({ span }) => span.start > offset);
  if (above && linesBetween(document.text, above.span.start + above.span.length, offset) <= 1) return above.statement;
  return (below ?? above)?.statement;
}

function linesBetween(text: string, from: number, to: number): number {
  return text.slice(from, to).split('\n').length - 1;
}

export function wholeOf({ content }: Statement): Span {
  return { start: 0, length: content.text.length };
}

function toQuery(statement: Statement): QueryText {
  return { query: statement.content.text, span: toDocument(statement, wholeOf(statement)) };
}

/** Every query of the document, for code lenses. */
export function queriesOf(document: KqlDocument): readonly (QueryText & { /** Stands in an analytic rule. */ readonly inRule: boolean })[] {
  return statementsOf(document).map((statement) => ({ ...toQuery(statement), inRule: statement.content.inRule }));
}
