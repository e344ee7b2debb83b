import type { Span } from '../base/index.ts';
import type { KqlDocument } from './document.ts';
import { placeAt, toDocument, type Place } from './place.ts';
import { wholeOf } from './statementAt.ts';
import { ancestors, tokenAt } from './treeAt.ts';

/** Ever larger pieces of the text around the offset: word, expression, operator, pipeline, query, document. */
export function selectionRanges(document: KqlDocument, offset: number): readonly Span[] {
  const place = placeAt(document, offset)?.inStatement;
  const spans = [...(place ? spansInQuery(place) : []), { start: 0, length: document.text.length }];
  return spans.reduce<Span[]>((larger, span) => {
    const last = larger.at(-1);
    const grows = !last || (span.length > last.length && span.start <= last.start && span.start + span.length >= last.start + last.length);
    return grows ? [...larger, span] : larger;
  }, []);
}

function spansInQuery({ statement, offset }: NonNullable<Place['inStatement']>): readonly Span[] {
  const tree = statement.content.analysis?.tree();
  const token = tree && tokenAt(tree, offset);
  const spans = [...(token ? [...ancestors(token)].map(({ span }) => span) : []), wholeOf(statement)];
  return spans.map((span) => toDocument(statement, span));
}
