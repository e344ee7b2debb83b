import type { Span } from '../base/index.ts';
import type { DocumentRegion, KqlDocument, Statement } from './document.ts';
import type { TextChange } from './finding.ts';

/** A place in the KQL of a document. */
export interface Place {
  readonly region: DocumentRegion;
  /** Offset in the region. */
  readonly offset: number;
  /** The query there, with the offset in its text; absent between queries. */
  readonly inStatement?: { readonly statement: Statement; readonly offset: number };
}

/** Where in KQL a document's offset is; undefined outside of it. A query also owns the blank rest of its last line. */
export function placeAt(document: KqlDocument, offset: number): Place | undefined {
  for (const region of document.regions) {
    const inRegion = region.region.fromDocument(offset);
    if (inRegion === undefined) continue;
    const statement = statementAround(region, inRegion);
    return { region, offset: inRegion, ...(statement && { inStatement: { statement, offset: inRegion - statement.start } }) };
  }
  return undefined;
}

function statementAround({ statements }: DocumentRegion, offset: number): Statement | undefined {
  return statements.find(({ start, content }) => start <= offset && offset <= start + content.text.length);
}

/** A span of a query's text as a span of the document. */
export function toDocument(statement: Statement, { start, length }: Span): Span {
  return statement.region.region.toDocumentSpan({ start: statement.start + start, length });
}

/** A change of a query's text as a change of the document, with the indentation, line ends and quotes of where it stands. */
export function changeInDocument({ start, region }: Statement, { span, text }: TextChange): TextChange {
  return region.region.toDocumentChange({ span: { start: start + span.start, length: span.length }, text });
}
