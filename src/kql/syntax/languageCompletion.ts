import { completionKindOf } from './languageEnums.ts';
import type { KustoLanguage } from './kusto.ts';
import { items } from './languageList.ts';
import type { KustoCompletion, KustoCompletions } from './languageTypes.ts';

type FunctionSymbol = Kusto.Language.Symbols.FunctionSymbol;

/** Items of built-in functions by symbol: Microsoft's completer would build some four hundred anew at each key. */
export type FunctionItems = WeakMap<object, KustoCompletion>;

/** Members of Microsoft's completer that its type declarations leave out; tests compare with the public way. */
interface CompleterInternals {
  GetSpecialCaseCompletions(position: number, node: unknown, child: number, builder: unknown): number;
  GetSymbolMatch(position: number): Kusto.Language.Symbols.SymbolMatch;
}

interface SafetyInternals {
  IsSafeToRecurse(globals: Kusto.Language.GlobalState | null): boolean;
}

/**
 * What can stand at the offset: Microsoft's completer for everything but built-in functions, which are asked for
 * as symbols. That takes a fifth of the time and gives the same items.
 */
export function completeAt(kusto: KustoLanguage, code: Kusto.Language.KustoCode, offset: number, known: FunctionItems): KustoCompletions {
  const { IncludeFunctionKind } = kusto;
  const withoutBuiltIns = (IncludeFunctionKind.All & ~IncludeFunctionKind.BuiltInFunctions) as Kusto.Language.IncludeFunctionKind;
  const options = kusto.Editor.CompletionOptions.Default?.WithAutoAppendWhitespace(false)?.WithIncludePunctuationOnlySyntax(false)?.WithIncludeFunctions(withoutBuiltIns) ?? null;
  // Microsoft's service says nothing of texts that nest too deeply either.
  if (!(code.Syntax?.Tree as unknown as SafetyInternals).IsSafeToRecurse(code.Globals)) return { items: [], replace: { start: offset, length: 0 } };
  // One completer for both: it remembers what the grammar expects here.
  const completer = new kusto.Editor.KustoCompleter(code, options, new kusto.Utils.CancellationToken());
  const found = completer.GetCompletionItems(offset);
  const start = found?.EditStart ?? offset;
  const own = items(found?.Items ?? null).map(toCompletion);
  const seen = new Set(own.map(({ match }) => match));
  const functions = own.length === 0 ? [] : builtInsAt(kusto, code, completer, start).map((symbol) => itemOf(symbol, code, known));
  return { items: [...own, ...functions.filter(({ match }) => !seen.has(match))], replace: { start, length: found?.EditLength ?? 0 } };
}

function builtInsAt(kusto: KustoLanguage, code: Kusto.Language.KustoCode, completer: Kusto.Language.Editor.KustoCompleter, start: number): readonly FunctionSymbol[] {
  const { KustoCompleter } = kusto.Editor;
  const internals = completer as unknown as CompleterInternals;
  const node: { v: Kusto.Language.Syntax.SyntaxNode | null } = { v: null };
  const child = { v: 0 };
  if (completer.TryGetCompletionContext(start, node, child)) {
    const { CompletionBuilder, CompletionMode } = KustoCompleter as unknown as { CompletionBuilder: new () => unknown; CompletionMode: { readonly Isolated: number } };
    if (internals.GetSpecialCaseCompletions(start, node.v, child.v, new CompletionBuilder()) === CompletionMode.Isolated) return [];
  }
  const symbols = code.GetSymbolsInScope(start, internals.GetSymbolMatch(start), kusto.IncludeFunctionKind.BuiltInFunctions);
  const globals = code.Globals;
  return items(symbols).filter((symbol): symbol is FunctionSymbol => {
    const candidate = symbol as FunctionSymbol;
    return !candidate.IsHidden && !candidate.IsObsolete && (globals?.IsBuiltInFunction(candidate) === true || globals?.IsAggregateFunction(candidate) === true);
  });
}

function itemOf(symbol: FunctionSymbol, code: Kusto.Language.KustoCode, known: FunctionItems): KustoCompletion {
  const item = known.get(symbol) ?? buildItem(symbol, code.Globals?.IsAggregateFunction(symbol) === true);
  known.set(symbol, item);
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

function toCompletion(item: Kusto.Language.Editor.CompletionItem): KustoCompletion {
  const label = item.DisplayText ?? '';
  return {
    label,
    kind: completionKindOf(item.Kind),
    match: item.MatchText ?? label,
    before: item.BeforeText ?? label,
    after: item.AfterText ?? '',
    order: item.OrderText ?? label,
    retrigger: item.Retrigger,
  };
}
