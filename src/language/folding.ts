import type { Span } from '../base/index.ts';
import type { DocumentRegion, KqlDocument } from './document.ts';

export interface Fold extends Span {
  readonly kind: 'query' | 'comment' | 'brackets';
}

/** Queries, runs of comment lines, and brackets that span lines. Needs no parser. */
export function folding(document: KqlDocument): readonly Fold[] {
  return document.regions.flatMap((region) => [...queryFolds(region), ...commentFolds(region), ...bracketFolds(region)]);
}

/** Of several lines, also where YAML folds them into one. */
function queryFolds({ region, statements }: DocumentRegion): readonly Fold[] {
  return statements
    .filter(({ start, content }) => region.laidOut.slice(start, start + content.text.length).includes('\n'))
    .map(({ start, content }) => ({ kind: 'query' as const, ...region.toDocumentSpan({ start, length: content.text.length }) }));
}

function commentFolds({ region, lexemes }: DocumentRegion): readonly Fold[] {
  const folds: Fold[] = [];
  let start: number | undefined;
  let end = 0;
  const close = () => {
    if (start !== undefined && region.text.slice(start, end).includes('\n')) folds.push({ kind: 'comment', ...region.toDocumentSpan({ start, length: end - start }) });
    start = undefined;
  };
  for (const lexeme of lexemes) {
    if (lexeme.kind !== 'comment') {
      close();
      continue;
    }
    // A comment behind code ends a line and folds with nothing.
    if (start === undefined && /\S/.test(region.text.slice(region.text.lastIndexOf('\n', lexeme.start - 1) + 1, lexeme.start))) continue;
    start ??= lexeme.start;
    end = lexeme.start + lexeme.length;
  }
  close();
  return folds;
}

function bracketFolds({ region, lexemes }: DocumentRegion): readonly Fold[] {
  const folds: Fold[] = [];
  const open: number[] = [];
  for (const { kind, start } of lexemes) {
    if (kind === 'open') open.push(start);
    if (kind !== 'close') continue;
    const from = open.pop();
    if (from !== undefined && region.text.slice(from, start).includes('\n')) folds.push({ kind: 'brackets', ...region.toDocumentSpan({ start: from, length: start - from }) });
  }
  return folds;
}
