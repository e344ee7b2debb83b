import { lineColumnAt, visibleText, type Span } from '../../base/index.ts';

/** Where in the query a problem lies, with its line parted around the faulty piece. */
export interface ProblemPlace {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly faulty: string;
  readonly after: string;
}

/** Characters of the line shown on either side of the faulty piece. */
const around = 60;
const longestPiece = 120;

/** The place of a span, with every character of the line made visible; undefined if the span lies outside the query. */
export function problemPlace(query: string, span: Span | undefined): ProblemPlace | undefined {
  if (!span || span.start < 0 || span.start > query.length) return undefined;
  const { line, column } = lineColumnAt(query, span.start);
  const lineStart = span.start - (column - 1);
  const lineEnd = lineStart + (/[\r\n]/.exec(query.slice(lineStart))?.index ?? query.length - lineStart);
  const pieceEnd = Math.min(lineEnd, span.start + span.length, span.start + longestPiece);
  const from = Math.max(lineStart, span.start - around);
  const to = Math.min(lineEnd, pieceEnd + around);
  return {
    line,
    column,
    before: (from > lineStart ? '…' : '') + visibleText(query.slice(from, span.start)).trimStart(),
    faulty: visibleText(query.slice(span.start, pieceEnd)),
    after: visibleText(query.slice(pieceEnd, to)) + (to < lineEnd ? '…' : ''),
  };
}
