import type { Span } from '../base/index.ts';
import { statementsOf, type KqlDocument, type Statement } from './document.ts';
import type { TextChange } from './finding.ts';
import { changeInDocument, toDocument } from './place.ts';
import { wholeOf } from './statementAt.ts';

export interface FormatOptions {
  readonly indentation: number;
  /** Only queries that touch this part of the document. */
  readonly within?: Span;
}

/**
 * Queries in Microsoft's layout. A query with syntax errors is left as it is, and so is one whose layout would not
 * settle or would change more than blanks and line ends.
 */
export function format(document: KqlDocument, { indentation, within }: FormatOptions): readonly TextChange[] {
  return statementsOf(document).flatMap((statement) => {
    const span = toDocument(statement, wholeOf(statement));
    if (within && (span.start > within.start + within.length || span.start + span.length < within.start)) return [];
    const formatted = formatStatement(document, statement, indentation);
    if (formatted === undefined) return [];
    const change = changeInDocument(statement, { span: wholeOf(statement), text: formatted });
    return change.text === document.text.slice(change.span.start, change.span.start + change.span.length) ? [] : [change];
  });
}

function formatStatement({ world }: KqlDocument, statement: Statement, indentation: number): string | undefined {
  const { text, analysis } = laidOut(statement, world);
  const once = analysis?.format(indentation)?.replaceAll('\r\n', '\n').trimEnd();
  if (once === undefined || !sameButBlanks(text, once)) return undefined;
  const twice = world.kql.analyze(once, world.schema).format(indentation)?.replaceAll('\r\n', '\n').trimEnd();
  return twice === once ? once : undefined;
}

/** Where YAML folds lines, the lines are those of the document: a formatter that saw them as one would join them. */
function laidOut({ region: { region }, start, content }: Statement, world: KqlDocument['world']): { readonly text: string; readonly analysis: Statement['content']['analysis'] } {
  const text = region.laidOut.slice(start, start + content.text.length);
  // A comment would end where its line does, but reaches to the end of the query.
  if (text === content.text || text.includes('//')) return content;
  return { text, analysis: content.analysis && world.kql.analyze(text, world.schema) };
}

function sameButBlanks(before: string, after: string): boolean {
  return before.replace(/\s+/g, '') === after.replace(/\s+/g, '');
}
