type SyntaxNode = Kusto.Language.Syntax.SyntaxNode;
type KustoSymbol = Kusto.Language.Symbols.Symbol;
type Table = Kusto.Language.Symbols.TableSymbol;
type Variable = Kusto.Language.Symbols.VariableSymbol;

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
  readonly variables = new Map<string, Variable>();

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
  const state = (table: Table) => (table as unknown as { readonly _state: number })._state;
  const count = a.Columns?.Count ?? 0;
  if (a.constructor !== b.constructor || a.Name !== b.Name || a.Description !== b.Description || state(a) !== state(b) || count !== (b.Columns?.Count ?? 0)) return false;
  for (let index = count - 1; index >= 0; index -= 1) if (a.Columns?.getItem(index) !== b.Columns?.getItem(index)) return false;
  return true;
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

const kept = 6;

/** The texts bound last under one schema, versions of one query mostly: a key may undo what another did. */
export class RecentTexts {
  #texts: readonly BoundText[] = [];

  add(bound: BoundText): void {
    this.#texts = [bound, ...this.#texts].slice(0, kept);
  }

  find(text: string, context: PartContext): BoundPart | undefined {
    return first(this.#texts, (bound) => bound.find(text, context));
  }

  resultLike(table: Table): Table | undefined {
    return first(this.#texts, (bound) => bound.resultLike(table));
  }

  variable(name: string, type: object | null): Variable | undefined {
    return first(this.#texts, ({ variables }) => (variables.get(name)?.Type === type ? variables.get(name) : undefined));
  }
}

function first<T>(texts: readonly BoundText[], find: (bound: BoundText) => T | undefined): T | undefined {
  for (const bound of texts) {
    const found = find(bound);
    if (found !== undefined) return found;
  }
  return undefined;
}
