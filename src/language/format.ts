import type { Span } from '../base/index.ts';
import { statementsOf, type KqlDocument, type Statement } from './document.ts';
import type { TextChange } from './finding.ts';
import { toDocument } from './place.ts';
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
    return formatted === undefined || formatted === statement.content.text ? [] : [{ span, text: indented(document, statement, span.start, formatted) }];
  });
}

function formatStatement({ world }: KqlDocument, { content }: Statement, indentation: number): string | undefined {
  const once = content.analysis?.format(indentation)?.trimEnd();
  if (once === undefined || !sameButBlanks(content.text, once)) return undefined;
  const twice = world.kql.analyze(once, world.schema).format(indentation)?.trimEnd();
  return twice === once ? once : undefined;
}

function sameButBlanks(before: string, after: string): boolean {
  return before.replace(/\s+/g, '') === after.replace(/\s+/g, '');
}

/** Inside YAML and lists each line bears the indentation of the block it is in. */
function indented({ text }: KqlDocument, { region }: Statement, start: number, formatted: string): string {
  if (region.region.text === text) return formatted;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[\s>]*/.exec(text.slice(lineStart, start))?.[0] ?? '';
  return formatted.split('\n').map((line, index) => (index === 0 || line === '' ? line : indent + line)).join('\n');
}
