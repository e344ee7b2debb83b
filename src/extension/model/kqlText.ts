import type { Span } from '../../base/index.ts';

/** Whether a YAML or Markdown text may hold KQL, so that the language server is worth starting. */
export function mayHoldKql(languageId: string, text: string): boolean {
  if (languageId === 'yaml') return /^\s*(?:-\s+)?["']?(?:query|FunctionQuery|ParserQuery)["']?\s*:/m.test(text);
  if (languageId === 'markdown') return /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(?:`{3,}|~{3,})\s*(?:kusto|kql|csl)\b/im.test(text);
  return isKqlLanguage(languageId);
}

/** Languages of documents that are KQL throughout: ours, and the names that other extensions use. */
export const kqlLanguages = ['kusto', 'kql', 'csl'] as const;

export function isKqlLanguage(languageId: string): boolean {
  return (kqlLanguages as readonly string[]).includes(languageId);
}

/** The query around an offset: the lines up to the nearest blank ones. Used while the language server cannot be asked. */
export function blockAround(text: string, offset: number): Span | undefined {
  const blocks = [...text.matchAll(/(?:^|\n)[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g)].map((match) => {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    return { start, length: match[0].trim().length };
  });
  const containing = blocks.find(({ start, length }) => offset >= start && offset <= start + length);
  return containing ?? blocks.findLast(({ start }) => start <= offset) ?? blocks[0];
}

/** Where a problem of a query lies in the document it was run from; the whole query where its text was not taken as it stands. */
export function spanInDocument(problem: Span | undefined, query: Span, verbatim: boolean): Span {
  if (!problem || !verbatim || problem.start > query.length) return query;
  return { start: query.start + problem.start, length: Math.max(1, Math.min(problem.length, query.length - problem.start)) };
}

/** A table's name as KQL needs it: bare when it is an identifier, else `['…']`. */
export function tableExpression(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `['${name.replace(/[\\']/g, '\\$&').replace(/[\r\n]/g, ' ')}']`;
}
