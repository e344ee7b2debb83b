import type { Span } from '../base/index.ts';
import type { DocumentRegion, KqlDocument } from './document.ts';

export interface Fold extends Span {
  readonly kind: 'query' | 'comment' | 'brackets' | 'indentation';
}

/**
 * Queries, runs of comment lines, and brackets that span lines. Needs no parser. In YAML with KQL also what is
 * indented: an editor that has folds of ours makes none of its own.
 */
export function folding(document: KqlDocument): readonly Fold[] {
  const folds = document.regions.flatMap((region) => [...queryFolds(region), ...commentFolds(region), ...bracketFolds(region)]);
  if (document.kind !== 'yaml' || document.regions.length === 0) return folds;
  const lineStart = (offset: number) => document.text.lastIndexOf('\n', offset - 1) + 1;
  const taken = new Set(folds.map(({ start }) => lineStart(start)));
  return [...folds, ...indentationFolds(document).filter(({ start }) => !taken.has(lineStart(start)))];
}

/** From a line to the last one below it that is indented further; the lines of queries have their own. */
function indentationFolds({ text, regions }: KqlDocument): readonly Fold[] {
  const inQuery = regions.map(({ region }) => region.toDocumentSpan({ start: 0, length: region.text.length }));
  const folds: Fold[] = [];
  const open: { readonly indent: number; readonly start: number }[] = [];
  let end = 0;
  let start = 0;
  const close = (indent: number) => {
    for (let top = open.at(-1); top && top.indent >= indent; top = open.at(-1)) {
      open.pop();
      folds.push({ kind: 'indentation', start: top.start, length: Math.max(0, end - top.start) });
    }
  };
  for (const line of text.split(/(?<=\n)/)) {
    const blank = line.trim() === '';
    if (!blank) {
      const indent = /^ */.exec(line)?.[0].length ?? 0;
      const query = inQuery.some((span) => span.start <= start + indent && start + indent < span.start + span.length);
      if (!query) {
        close(indent);
        open.push({ indent, start });
      }
      end = start + line.trimEnd().length;
    }
    start += line.length;
  }
  close(0);
  return folds.filter(({ start: from, length }) => text.slice(from, from + length).includes('\n'));
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
