import type { DocumentRegion } from './document.ts';

const directive = /^\/\/\s*identity-trail-disable(?<where>-next-line|-line)?(?<codes>(?:[\s,]+[A-Z]{2,4}\d{3})*)/;

/** Whether a finding of this code at this offset of the region is switched off by a comment. */
export type Suppressed = (code: string, offset: number) => boolean;

/**
 * Reads `// identity-trail-disable-line IT001`, `…-disable-next-line …` and `// identity-trail-disable …` (whole text).
 * Without codes all of them are meant.
 */
export function suppressedAt({ region, lexemes }: DocumentRegion): Suppressed {
  const { text } = region;
  if (!text.includes('identity-trail-disable')) return () => false;
  const rules: { readonly codes: readonly string[]; readonly from: number; readonly to: number }[] = [];
  for (const { kind, start, length } of lexemes) {
    const groups = kind === 'comment' ? directive.exec(text.slice(start, start + length))?.groups : undefined;
    if (!groups) continue;
    const codes = (groups['codes'] ?? '').split(/[\s,]+/).filter(Boolean);
    rules.push({ codes, ...reach(text, start, groups['where']) });
  }
  return (code, offset) => rules.some(({ codes, from, to }) => offset >= from && offset <= to && (codes.length === 0 || codes.includes(code)));
}

function reach(text: string, start: number, where: string | undefined): { readonly from: number; readonly to: number } {
  if (where === undefined) return { from: 0, to: text.length };
  const lineEnd = endOfLine(text, start);
  if (where === '-line') return { from: text.lastIndexOf('\n', start - 1) + 1, to: lineEnd };
  return { from: lineEnd + 1, to: endOfLine(text, lineEnd + 1) };
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
