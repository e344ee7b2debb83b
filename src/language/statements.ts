import type { Span } from '../base/index.ts';
import type { Lexeme } from './lex.ts';

/** One query of a text: what "run" sends, and what is parsed on its own. */
export interface StatementSpan extends Span {
  /** How deep brackets nest at most. */
  readonly depth: number;
}

/** Statements that only prepare a query: a text that ends after one of them goes on after the blank line. */
const preparing: ReadonlySet<string> = new Set(['let', 'set', 'declare', 'alias', 'restrict', 'define']);

/**
 * Queries are separated by blank lines, as in Kusto Explorer and the portal. Unlike there, a blank line does not
 * separate where it would leave a piece that cannot stand alone: after `let …;`, before a line that begins with `|`,
 * and inside brackets that are closed further down. Comments alone are no query. Linear in the text.
 */
export function splitStatements(text: string, lexemes: readonly Lexeme[]): readonly StatementSpan[] {
  const blocks = blocksOf(lexemes);
  const lowestLater = lowestBalances(blocks);
  const statements: StatementSpan[] = [];
  let open = new OpenStatement(text);
  let balance = 0;
  blocks.forEach((block, index) => {
    open.add(block);
    balance += balanceOf(block);
    const next = blocks[index + 1];
    const closesLater = open.depth > 0 && (lowestLater[index] ?? Infinity) <= balance - open.depth;
    if (next && (next[0]?.kind === 'pipe' || open.endsPreparing || closesLater)) return;
    statements.push(open.span());
    open = new OpenStatement(text);
  });
  return statements;
}

/**
 * The whole text as one query, for places where a blank line never separates, such as a rule's query. Where lines are
 * folded a comment belongs to it, since it takes the rest of the query with it.
 */
export function wholeStatement(text: string, lexemes: readonly Lexeme[], folded: boolean): readonly StatementSpan[] {
  const code = lexemes.filter(({ kind }) => (folded || kind !== 'comment') && kind !== 'blankLine');
  if (code.length === 0) return [];
  const whole = new OpenStatement(text);
  whole.add(code);
  return [whole.span()];
}

/** What must be known of the text so far to tell whether a blank line ends the query. */
class OpenStatement {
  readonly #text: string;
  depth = 0;
  #deepest = 0;
  #start: number | undefined;
  #end = 0;
  #first: Lexeme | undefined;
  #lastFirst: Lexeme | undefined;
  #endsWithSemicolon = false;

  constructor(text: string) {
    this.#text = text;
  }

  add(lexemes: readonly Lexeme[]): void {
    for (const lexeme of lexemes) {
      this.#start ??= lexeme.start;
      this.#end = lexeme.start + lexeme.length;
      this.#first ??= lexeme;
      this.depth += depthChange(lexeme);
      this.#deepest = Math.max(this.#deepest, this.depth);
      this.#endsWithSemicolon = lexeme.kind === 'semicolon';
      if (this.#endsWithSemicolon && this.depth <= 0) {
        this.#lastFirst = this.#first;
        this.#first = undefined;
      }
    }
  }

  get endsPreparing(): boolean {
    if (!this.#endsWithSemicolon || !this.#lastFirst) return false;
    const { start, length } = this.#lastFirst;
    return preparing.has(this.#text.slice(start, start + length));
  }

  span(): StatementSpan {
    const start = this.#start ?? 0;
    return { start, length: this.#end - start, depth: this.#deepest };
  }
}

/** Runs of code without a blank line between them; comments belong to no block. */
function blocksOf(lexemes: readonly Lexeme[]): readonly (readonly Lexeme[])[] {
  const blocks: Lexeme[][] = [];
  let current: Lexeme[] = [];
  for (const lexeme of lexemes) {
    if (lexeme.kind === 'blankLine') current = [];
    else if (lexeme.kind !== 'comment') {
      if (current.length === 0) blocks.push(current);
      current.push(lexeme);
    }
  }
  return blocks;
}

/** For each block the lowest bracket balance that any later block ends at; while a bracket is being typed none closes it. */
function lowestBalances(blocks: readonly (readonly Lexeme[])[]): readonly number[] {
  let balance = 0;
  const after = blocks.map((block) => (balance += balanceOf(block)));
  const lowest: number[] = [];
  let low = Infinity;
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    lowest[index] = low;
    low = Math.min(low, after[index] ?? Infinity);
  }
  return lowest;
}

function balanceOf(lexemes: readonly Lexeme[]): number {
  return lexemes.reduce((sum, lexeme) => sum + depthChange(lexeme), 0);
}

function depthChange({ kind }: Lexeme): number {
  return kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
}
