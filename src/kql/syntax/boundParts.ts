import { items } from './languageList.ts';

type SyntaxNode = Kusto.Language.Syntax.SyntaxNode;
type KustoSymbol = Kusto.Language.Symbols.Symbol;
type Table = Kusto.Language.Symbols.TableSymbol;

/** What the meaning of a part depends on besides its text. */
export interface PartContext {
  /** The table that flows in, null at the start of a pipe. */
  readonly rows: object | null;
  readonly fuzzy: boolean;
  /** Number of the next column without a name. */
  readonly nextColumn: number;
  /** Declared variables before the part. */
  readonly variables: ReadonlyMap<string, KustoSymbol>;
}

/** A `let` statement, or one operator of a query's pipe, as it was bound. */
export interface BoundPart extends PartContext {
  readonly text: string;
  readonly node: SyntaxNode;
  readonly nextColumnAfter: number;
}

/** A bound text by the parts of which an edit leaves most as they are. */
export class BoundText {
  readonly text: string;
  readonly #parts = new Map<string, BoundPart[]>();
  /** What came out of operators. */
  readonly #results: Table[] = [];
  /** Tabular variables by name. */
  readonly variables = new Map<string, Kusto.Language.Symbols.VariableSymbol>();

  constructor(text: string) {
    this.text = text;
  }

  add(part: BoundPart): void {
    const same = this.#parts.get(part.text);
    if (same) same.push(part);
    else this.#parts.set(part.text, [part]);
  }

  addResult(table: Table): void {
    this.#results.push(table);
  }

  /** A result that is the same but for being another object. */
  resultLike(table: Table): Table | undefined {
    return this.#results.find((known) => isSameTable(known, table));
  }

  find(text: string, context: PartContext): BoundPart | undefined {
    return this.#parts.get(text)?.find((part) => part.rows === context.rows && part.fuzzy === context.fuzzy && part.nextColumn === context.nextColumn && sameVariables(part, context.variables));
  }
}

/** Neither has more to it than these. */
function isSameTable(a: Table, b: Table): boolean {
  const columns = items(a.Columns);
  const others = items(b.Columns);
  const state = (table: Table) => (table as unknown as { readonly _state: number })._state;
  return a.constructor === b.constructor && a.Name === b.Name && a.Description === b.Description && state(a) === state(b) && columns.length === others.length && columns.every((column, index) => column === others[index]);
}

/** Whether the part names no variable that has changed; what may name any of them counts as if it did. */
function sameVariables({ text, variables }: BoundPart, now: ReadonlyMap<string, KustoSymbol>): boolean {
  if (variables === now) return true;
  const changed = [...new Set([...variables.keys(), ...now.keys()])].filter((name) => variables.get(name) !== now.get(name));
  if (changed.length === 0) return true;
  if (/[*\\]/.test(text) || changed.some((name) => !/^\w+$/.test(name))) return false;
  const words = new Set(text.match(/\w+/g));
  return !changed.some((name) => words.has(name));
}

const kept = 4;

/** The texts bound last under one schema. An edited text is bound with the parts of the one that is most like it. */
export class RecentTexts {
  #texts: readonly BoundText[] = [];

  add(bound: BoundText): void {
    this.#texts = [bound, ...this.#texts].slice(0, kept);
  }

  /** Takes the nearest text out: another version of it stands in for it. */
  takeNearest(text: string): BoundText | undefined {
    const alike = this.#texts.map((bound) => ({ bound, shared: sharedLength(bound.text, text) })).sort((a, b) => b.shared - a.shared)[0];
    if (!alike || alike.shared * 2 < text.length) return undefined;
    this.#texts = this.#texts.filter((bound) => bound !== alike.bound);
    return alike.bound;
  }
}

/** How many characters two texts have in common at their start and end. */
function sharedLength(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  return start + end;
}
