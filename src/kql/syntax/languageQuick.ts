import type { KustoLanguage } from './kusto.ts';

type Element = Kusto.Language.Syntax.SyntaxElement;
type KustoSymbol = Kusto.Language.Symbols.Symbol;
interface List<T> { add(item: T): void; readonly Count: number; getItem(index: number): T }
interface Runtime {
  readonly Bridge: { is(value: unknown, type: object): boolean };
  readonly System: { readonly Array: { getCount(list: unknown, type?: object): number }; readonly Collections: { readonly Generic: { List$1(type: object): { readonly ctor: new () => List<unknown> } } }; readonly Int32: object };
}

/** Has three members of the library, where most of an answer's time was spent, give what they gave with less work. */
export function quickenLibrary(kusto: KustoLanguage): void {
  const runtime = globalThis as unknown as Runtime;
  quickenDescendants(kusto, runtime);
  quickenFunctionScope(kusto, runtime);
  quickenGrammarSearch(kusto, runtime);
}

type Descendants = (type: object, element: Element, predicate: ((element: Element) => boolean) | null | undefined, includeSelf: boolean) => unknown;

/** Some twenty analysers look for nodes in the whole tree, each for another type: the tree is walked once for all. */
function quickenDescendants({ Syntax, Utils }: KustoLanguage, { Bridge, System }: Runtime): void {
  const statics = Syntax.SyntaxElement as unknown as { GetDescendants: Descendants };
  const slow = statics.GetDescendants.bind(statics);
  const { ToReadOnly } = Utils.ListExtensions as unknown as { readonly ToReadOnly: (type: object, list: unknown) => unknown };
  const walked = new WeakMap<Element, readonly Element[]>();
  statics.GetDescendants = (type, element, predicate, includeSelf) => {
    if (includeSelf || element.Parent !== null) return slow(type, element, predicate, includeSelf);
    const all = walked.get(element) ?? descendantsOf(element);
    walked.set(element, all);
    const list = new (System.Collections.Generic.List$1(type).ctor)();
    for (const node of all) if (Bridge.is(node, type) && (!predicate || predicate(node))) list.add(node);
    return ToReadOnly(type, list);
  };
}

function descendantsOf(root: Element): readonly Element[] {
  const found: Element[] = [];
  const pending = [root];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next !== root) found.push(next);
    for (let index = next.ChildCount - 1; index >= 0; index -= 1) {
      const child = next.GetChild(index);
      if (child) pending.push(child);
    }
  }
  return found;
}

interface BinderScope {
  readonly _pathScope: object | null;
  readonly _scopeKind: number;
  readonly _globals: object;
}
type FunctionScope = (this: BinderScope, contextNode: unknown, match: number, name: string | null, include: number, functions: List<KustoSymbol>) => void;

/** The library's own functions, which a completion lists, are the same in every place of one kind; few depend on more. */
function quickenFunctionScope(kusto: KustoLanguage, { System }: Runtime): void {
  const prototype = kusto.Binding.Binder.prototype as unknown as { GetFunctionsInScope$1: FunctionScope };
  const slow = prototype.GetFunctionsInScope$1;
  const builtIns: number = kusto.IncludeFunctionKind.BuiltInFunctions;
  const known = new WeakMap<object, Map<string, readonly KustoSymbol[] | null>>();
  prototype.GetFunctionsInScope$1 = function (contextNode, match, name, include, functions) {
    const plain = name === null && this._pathScope === null && include === builtIns;
    const kinds = known.get(this._globals) ?? new Map<string, readonly KustoSymbol[] | null>();
    known.set(this._globals, kinds);
    const key = `${String(this._scopeKind)} ${String(match)}`;
    const list = plain ? kinds.get(key) : null;
    if (list) for (const symbol of list) functions.add(symbol);
    else {
      const own = new (System.Collections.Generic.List$1(kusto.Symbols.Symbol).ctor)() as List<KustoSymbol>;
      slow.call(this, contextNode, match, name, include, own);
      const found = Array.from({ length: own.Count }, (_, index) => own.getItem(index));
      for (const symbol of found) functions.add(symbol);
      if (plain && list === undefined) kinds.set(key, found.some(dependsOnPlace) ? null : found);
    }
  };
}

function dependsOnPlace(symbol: KustoSymbol): boolean {
  return ((symbol as { readonly CustomAvailability?: unknown }).CustomAvailability ?? null) !== null;
}

interface Parser {
  readonly IsHidden: boolean;
  readonly Annotations: unknown;
  Scan(source: unknown, start: number): number;
  Accept$1(a: object, b: object, visitor: unknown, start: number): number;
}
interface Finder {
  readonly _pathResults: object | null;
  readonly _source: unknown;
  readonly _findOffset: number;
  readonly _prevWasMissing: boolean;
  readonly _results: { readonly Count: number; clear(): void; add(parser: Parser): void };
  readonly _missingCount: number;
  _listMissingCount: number;
  _depth: number;
}
type Find = (this: Finder, parser: Parser, indexInParent: number, start: number) => number;

/** The search for what the grammar expects at a place, without the way to each parser, which only another question needs. */
function quickenGrammarSearch(kusto: KustoLanguage, { System }: Runtime): void {
  const generic = kusto.Editor as unknown as { readonly AnnotatedParserFinder$1: (type: object) => { readonly prototype: { Find: Find }; readonly MaxDepth: number } };
  const Finders = generic.AnnotatedParserFinder$1(kusto.Parsing.LexicalToken);
  const slow = Finders.prototype.Find;
  Finders.prototype.Find = function (parser, indexInParent, start) {
    if (this._pathResults !== null) return slow.call(this, parser, indexInParent, start);
    if (this._depth >= Finders.MaxDepth) return -1;
    if (parser.IsHidden) return parser.Scan(this._source, start);
    const results = this._results;
    if (this._findOffset === start && !this._prevWasMissing && System.Array.getCount(parser.Annotations, Object) > 0 && (results.Count === 0 || this._missingCount <= this._listMissingCount)) {
      if (this._missingCount < this._listMissingCount) results.clear();
      results.add(parser);
      this._listMissingCount = this._missingCount;
    }
    this._depth += 1;
    const length = parser.Accept$1(System.Int32, System.Int32, this, start);
    this._depth -= 1;
    return length;
  };
}
