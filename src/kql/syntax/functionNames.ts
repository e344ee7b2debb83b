import { loadKusto } from './kusto.ts';

/** Names of the functions and aggregates that a query may call, as Microsoft's parser lists them. */
export function callableNames(): ReadonlySet<string> {
  const { Functions, Aggregates } = loadKusto();
  type Listed = readonly Kusto.Language.Symbols.FunctionSymbol[];
  return new Set([...(Functions.All as unknown as Listed), ...(Aggregates.All as unknown as Listed)].map(({ Name }) => Name ?? ''));
}
