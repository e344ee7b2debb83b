import type { KqlDocument } from './document.ts';
import type { TextChange } from './finding.ts';
import { placeAt } from './place.ts';

/** Characters that `formatOnType` looks at when they are typed. */
export const formatCharacters = ['|', ')', '}'] as const;

/**
 * Moves a pipe or a closing bracket that begins its line to where it belongs: under the query's first line or the pipe
 * above, or under the line that opens the bracket. Reads lexemes only, so it never waits for a parse.
 */
export function formatOnType(document: KqlDocument, offset: number, character: string): readonly TextChange[] {
  const place = placeAt(document, offset);
  if (!place) return [];
  const { region, offset: inRegion } = place;
  const { text } = region.region;
  const at = inRegion - 1;
  if (text[at] !== character) return [];
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const indent = text.slice(lineStart, at);
  if (lineStart === 0 || indent.trim() !== '' || region.lexemes.some(({ kind, start, length }) => (kind === 'string' || kind === 'comment') && start < at && at < start + length)) return [];
  const opener = openerBefore(place, at);
  const wanted = character === '|' ? pipeIndent(text, opener === undefined ? 0 : opener + 1, lineStart) : opener === undefined ? undefined : indentOf(text, opener);
  if (wanted === undefined || wanted === indent) return [];
  return [{ span: { start: region.region.toDocument(lineStart), length: indent.length }, text: wanted }];
}

/** The bracket that is open at the place, or that the bracket at the place closes. */
function openerBefore({ region }: NonNullable<ReturnType<typeof placeAt>>, at: number): number | undefined {
  const open: number[] = [];
  for (const { kind, start } of region.lexemes) {
    if (start >= at) break;
    if (kind === 'open') open.push(start);
    if (kind === 'close') open.pop();
  }
  return open.at(-1);
}

/** The indentation of the last pipe line of the same bracket, or of the line that the pipeline begins on. */
function pipeIndent(text: string, from: number, lineStart: number): string | undefined {
  const lines = text.slice(0, lineStart - 1).split('\n');
  let start = lineStart - 1;
  for (const line of lines.reverse()) {
    start -= line.length;
    if (start < from) break;
    if (/^\s*\|/.test(line)) return /^\s*/.exec(line)?.[0];
    if (line.trim() === '') return undefined;
    start -= 1;
  }
  const first = /\S/.exec(text.slice(from, lineStart));
  return first ? indentOf(text, from + first.index) : undefined;
}

function indentOf(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[^\S\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
}
