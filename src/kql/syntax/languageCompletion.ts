import { completionKindOf } from './languageEnums.ts';
import type { KustoLanguage } from './kusto.ts';
import { items } from './languageList.ts';
import type { KustoCompletion, KustoCompletions } from './languageTypes.ts';

type FunctionSymbol = Kusto.Language.Symbols.FunctionSymbol;
type CompletionItem = Kusto.Language.Editor.CompletionItem;
type Code = Kusto.Language.KustoCode;

/** What Microsoft's completer would build anew at each key: a column or function gives the same item each time. */
export class KnownItems {
  /** Null for a function that is not offered. */
  readonly functions = new WeakMap<object, KustoCompletion | null>();
  readonly columns = new WeakMap<object, CompletionItem>();
  readonly spaced = new WeakMap<CompletionItem, CompletionItem>();
  readonly converted = new WeakMap<CompletionItem, KustoCompletion>();
}

/** Members of Microsoft's completer that its type declarations leave out; tests compare with the public way. */
interface Completer {
  GetEditRange(position: number, start: Reference, length: Reference): void;
  ShouldComplete(position: number): boolean;
  GetSymbolCompletions(position: number, builder: Builder): number;
  GetSyntaxCompletions(position: number, builder: Builder): void;
  GetSymbolMatch(position: number): Kusto.Language.Symbols.SymbolMatch;
  GetCompletionItemsForSymbol(symbol: object, contextNode: unknown, nameOnly: boolean, list: { add(item: CompletionItem): void }): void;
  AddSpaceToCompletionItem(item: CompletionItem): CompletionItem;
  CreateOrderText(item: CompletionItem): string;
}

interface Reference {
  v: number;
}

interface Builder {
  readonly Items: Parameters<typeof items<CompletionItem>>[0];
}

interface CompleterParts {
  readonly CompletionBuilder: new () => Builder;
  readonly CompletionMode: { readonly Combined: number };
}

interface SafetyInternals {
  IsSafeToRecurse(globals: Kusto.Language.GlobalState | null): boolean;
}

/**
 * What can stand at the offset: Microsoft's completer for everything but built-in functions, which are asked for
 * as symbols. That takes a tenth of the time and gives the same items.
 */
export function completeAt(kusto: KustoLanguage, code: Code, offset: number, known: KnownItems): KustoCompletions {
  const { IncludeFunctionKind } = kusto;
  const withoutBuiltIns = (IncludeFunctionKind.All & ~IncludeFunctionKind.BuiltInFunctions) as Kusto.Language.IncludeFunctionKind;
  const options = kusto.Editor.CompletionOptions.Default?.WithAutoAppendWhitespace(false)?.WithIncludePunctuationOnlySyntax(false)?.WithIncludeFunctions(withoutBuiltIns) ?? null;
  // Microsoft's service says nothing of texts that nest too deeply either.
  if (!(code.Syntax?.Tree as unknown as SafetyInternals).IsSafeToRecurse(code.Globals)) return { items: [], replace: { start: offset, length: 0 } };
  // One completer for both: it remembers what the grammar expects here.
  const completer = new kusto.Editor.KustoCompleter(code, options, new kusto.Utils.CancellationToken()) as unknown as Completer;
  remember(kusto, completer, known);
  const { CompletionBuilder, CompletionMode } = kusto.Editor.KustoCompleter as unknown as CompleterParts;
  const start: Reference = { v: offset };
  const length: Reference = { v: 0 };
  completer.GetEditRange(offset, start, length);
  const replace = { start: start.v, length: length.v };
  if (!completer.ShouldComplete(offset)) return { items: [], replace };
  const builder = new CompletionBuilder();
  const mode = completer.GetSymbolCompletions(start.v, builder);
  if (mode === CompletionMode.Combined) completer.GetSyntaxCompletions(start.v, builder);
  const own = items(builder.Items).map((item) => convert(item, completer, known)).sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  const seen = new Set(own.filter(({ kind }) => kind === 'function' || kind === 'aggregate').map(({ match }) => match));
  const functions = mode === CompletionMode.Combined && own.length > 0 ? builtInsAt(kusto, code, completer.GetSymbolMatch(start.v), start.v, known) : [];
  return { items: [...own, ...functions.filter(({ match }) => !seen.has(match))], replace };
}

/** Items of columns depend on the column alone. */
function remember({ Symbols: { ColumnSymbol } }: KustoLanguage, completer: Completer, { columns, spaced }: KnownItems): void {
  const build = completer.GetCompletionItemsForSymbol.bind(completer);
  completer.GetCompletionItemsForSymbol = (symbol, contextNode, nameOnly, list) => {
    const known = nameOnly ? undefined : columns.get(symbol);
    if (known) list.add(known);
    else if (nameOnly || !(symbol instanceof ColumnSymbol)) build(symbol, contextNode, nameOnly, list);
    else build(symbol, contextNode, nameOnly, { add: (item) => { columns.set(symbol, item); list.add(item); } });
  };
  const addSpace = completer.AddSpaceToCompletionItem.bind(completer);
  completer.AddSpaceToCompletionItem = (item) => {
    const known = spaced.get(item) ?? addSpace(item);
    spaced.set(item, known);
    return known;
  };
}

function builtInsAt(kusto: KustoLanguage, code: Code, match: Kusto.Language.Symbols.SymbolMatch, start: number, known: KnownItems): readonly KustoCompletion[] {
  const { Column, Table, ExternalTable, Database, Cluster } = kusto.Symbols.SymbolMatch;
  const functionsOnly = (match & ~(Column | Table | ExternalTable | Database | Cluster)) as Kusto.Language.Symbols.SymbolMatch;
  const found: KustoCompletion[] = [];
  for (const symbol of items(code.GetSymbolsInScope(start, functionsOnly, kusto.IncludeFunctionKind.BuiltInFunctions))) {
    const item = itemOf(symbol as FunctionSymbol, code, known);
    if (item) found.push(item);
  }
  return found;
}

function itemOf(symbol: FunctionSymbol, { Globals: globals }: Code, { functions }: KnownItems): KustoCompletion | null {
  const known = functions.get(symbol);
  if (known !== undefined) return known;
  const aggregate = globals?.IsAggregateFunction(symbol) === true;
  const offered = !symbol.IsHidden && !symbol.IsObsolete && (aggregate || globals?.IsBuiltInFunction(symbol) === true);
  const item = offered ? buildItem(symbol, aggregate) : null;
  functions.set(symbol, item);
  return item;
}

/** As Microsoft's completer builds it: aggregates sort before columns, functions after variables. */
function buildItem(symbol: FunctionSymbol, aggregate: boolean): KustoCompletion {
  const name = symbol.Name ?? '';
  const parameters = items(symbol.Signatures)
    .filter(({ IsHidden, IsObsolete }) => !IsHidden && !IsObsolete)
    .map((signature) => items(signature.Parameters))
    .reduce((longest, list) => (list.length > longest.length ? list : longest), []);
  const list = parameters.map(({ Name, IsOptional }) => (IsOptional ? `[${Name ?? ''}]` : (Name ?? ''))).join(', ');
  return {
    label: `${name}(${list})`,
    kind: aggregate ? 'aggregate' : 'function',
    match: name,
    before: parameters.length === 0 ? `${name}()` : `${name}(`,
    after: parameters.length === 0 ? '' : ')',
    order: `${aggregate ? '02' : '07'}3_${name.toLowerCase()}`,
    retrigger: parameters.length > 0,
    ...(symbol.Description && { description: symbol.Description }),
  };
}

function convert(item: CompletionItem, completer: Completer, { converted }: KnownItems): KustoCompletion {
  const known = converted.get(item) ?? toCompletion(item, completer.CreateOrderText(item));
  converted.set(item, known);
  return known;
}

function toCompletion(item: CompletionItem, order: string): KustoCompletion {
  const label = item.DisplayText ?? '';
  const before = item.BeforeText ?? label;
  return {
    label,
    kind: completionKindOf(item.Kind),
    match: item.MatchText ?? label,
    before,
    after: item.AfterText ?? '',
    order,
    retrigger: item.Retrigger || /[\s(]$/.test(before),
  };
}
