import { lineColumnAt, type Span } from '../base/index.ts';
import { yamlRegions } from '../language/index.ts';
import type { TextRange } from '../protocol/index.ts';

export function rangeIn(text: string, { start, length }: Span): TextRange {
  return { start: positionIn(text, start), end: positionIn(text, start + length) };
}

function positionIn(text: string, offset: number): TextRange['start'] {
  const { line, column } = lineColumnAt(text, Math.min(offset, text.length));
  return { line: line - 1, character: column - 1 };
}

/** Where a place of a rule's query stands in the file; the line of the query where its text is folded or escaped. */
export function queryPlaces(text: string, query: string): (span: Span) => TextRange {
  const region = yamlRegions(text).find((one) => one.text.trimEnd() === query.trimEnd());
  if (region) return (span) => rangeIn(text, region.toDocumentSpan(span));
  const key = /^\s*query\s*:/m.exec(text);
  const place = rangeIn(text, { start: key?.index ?? 0, length: key?.[0].length ?? 1 });
  return () => place;
}
