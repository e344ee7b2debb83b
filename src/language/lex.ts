import type { Span } from '../base/index.ts';

export type LexemeKind = 'comment' | 'string' | 'number' | 'word' | 'open' | 'close' | 'pipe' | 'semicolon' | 'other' | 'blankLine';

/** A piece of KQL text that needs no parser to be told from others. */
export interface Lexeme extends Span {
  readonly kind: LexemeKind;
}

// One alternative per kind, in this order. Strings end at the line's end when their quote is missing, as in Kusto.
const pattern = new RegExp(
  [
    String.raw`(?<comment>//[^\n\r]*)`,
    // Multi-line strings; without their end they are three characters of text, so that typing one does not swallow the file.
    String.raw`(?<string>[hH]?(?:\`\`\`[\s\S]*?\`\`\`|~~~[\s\S]*?~~~)|[hH]?@"(?:[^"\n\r]|"")*"?|[hH]?@'(?:[^'\n\r]|'')*'?|[hH]?"(?:[^"\\\n\r]|\\[^\n\r])*"?|[hH]?'(?:[^'\\\n\r]|\\[^\n\r])*'?)`,
    String.raw`(?<number>\d[\w.]*)`,
    String.raw`(?<word>[A-Za-z_$][\w$]*)`,
    String.raw`(?<open>[([{])`,
    String.raw`(?<close>[)\]}])`,
    String.raw`(?<pipe>\|)`,
    String.raw`(?<semicolon>;)`,
    String.raw`(?<blankLine>(?:\r\n|\n|\r)[^\S\n\r]*(?=\r|\n)(?:\r\n|\n|\r|[^\S\n\r])*)`,
    String.raw`(?<other>[^\s])`,
  ].join('|'),
  'g',
);

/** Every lexeme in order. Runs in time linear to the text. A blank line's span begins at the end of the line before it. */
export function lex(text: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (const match of text.matchAll(pattern)) {
    lexemes.push({ kind: kindOf(match.groups ?? {}), start: match.index, length: match[0].length });
  }
  return lexemes;
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): LexemeKind {
  for (const kind in groups) if (groups[kind] !== undefined) return kind as LexemeKind;
  return 'other';
}

/** The lexeme that holds the offset; at a border the one that begins there, unless only the one before it is a word. */
export function lexemeAt(lexemes: readonly Lexeme[], offset: number): Lexeme | undefined {
  let low = 0;
  let high = lexemes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lexemes[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const at = lexemes[low - 1];
  if (at && offset < at.start + at.length && (at.start < offset || isText(at))) return at;
  const before = at?.start === offset ? lexemes[low - 2] : at;
  if (before && isText(before) && before.start + before.length >= offset) return before;
  return at && offset < at.start + at.length ? at : undefined;
}

function isText({ kind }: Lexeme): boolean {
  return kind === 'word' || kind === 'number' || kind === 'string' || kind === 'comment';
}
