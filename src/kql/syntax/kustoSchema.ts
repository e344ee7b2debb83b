import type { KqlType, TableSchema } from '../../base/index.ts';
import type { KustoLanguage } from './kusto.ts';

/** A saved function: its declaration is the file's text. */
export interface SavedFunction {
  readonly name: string;
  readonly text: string;
}

/** What a query may name besides Kusto's own functions. */
export interface KustoSchema {
  readonly tables: readonly TableSchema[];
  readonly functions?: readonly SavedFunction[];
}

export const databaseName = 'LogAnalytics';

/** Microsoft's view of a Log Analytics workspace: one cluster, one database, its tables and saved functions. */
export function toGlobalState(kusto: KustoLanguage, schema: KustoSchema): Kusto.Language.GlobalState {
  const { Symbols } = kusto;
  const tables = schema.tables.map((table) =>
    new Symbols.TableSymbol.$ctor4(table.name, table.columns.map((column) => new Symbols.ColumnSymbol(column.name, scalarType(kusto, column.type), null, null, null, null))),
  );
  const functions = (schema.functions ?? []).map(({ name, text }) => {
    const { parameters, body } = declarationOf(text);
    return new Symbols.FunctionSymbol.$ctor16(name, parameters, body, null);
  });
  const database = new Symbols.DatabaseSymbol.ctor(databaseName, [...tables, ...functions, watchlistFunction(kusto)]);
  const cluster = new Symbols.ClusterSymbol.ctor('local', [database]);
  const state = kusto.GlobalState.Default?.WithCluster(cluster)?.WithDatabase(database);
  if (!state) throw new Error('The KQL library has no default state.');
  return ready(kusto, state);
}

/**
 * The state as the parser wants it, with its maps of names built. Otherwise every text would be analysed under a copy of
 * its own, which builds them again.
 */
function ready(kusto: KustoLanguage, state: Kusto.Language.GlobalState): Kusto.Language.GlobalState {
  const options = state.ParseOptions?.WithAlwaysProduceEndTokens(true) ?? null;
  const own = state.WithParseOptions(options) ?? state;
  own.GetFunction('');
  own.GetAggregate('');
  own.GetPlugIn('');
  own.GetOption('');
  own.GetOperator(kusto.Symbols.OperatorKind.Add);
  return own;
}

/** Sentinel's own function: the rows of a watchlist, whose columns only the workspace knows. */
function watchlistFunction({ Symbols }: KustoLanguage): Kusto.Language.Symbols.FunctionSymbol {
  const { String: text, Dynamic: bag, DateTime: time } = Symbols.ScalarTypes;
  const column = (name: string, type: Kusto.Language.Symbols.ScalarSymbol | null) => new Symbols.ColumnSymbol(name, type, null, null, null, null);
  const rows = new Symbols.TableSymbol.ctor([column('_DTItemId', text), column('LastUpdatedTimeUTC', time), column('SearchKey', text), column('WatchlistItem', bag)]).WithIsOpen(true);
  return new Symbols.FunctionSymbol.$ctor5('_GetWatchlist', rows, [new Symbols.Parameter.$ctor2('watchlistAlias', text)]);
}

/** A saved function is a query, or `(x: string) { … }` with or without `let Name =` before it. */
function declarationOf(text: string): { readonly parameters: string; readonly body: string } {
  const declared = /^(?:\s|\/\/[^\n]*\n)*(?:let\s+\w+\s*=\s*)?(\((?:[^(){}]|\([^(){}]*\))*\))\s*\{([^]*)\}\s*;?\s*$/.exec(text);
  return declared ? { parameters: declared[1] ?? '()', body: declared[2] ?? '' } : { parameters: '()', body: text };
}

function scalarType(kusto: KustoLanguage, type: KqlType): Kusto.Language.Symbols.ScalarSymbol {
  const { ScalarTypes } = kusto.Symbols;
  const types: Readonly<Record<KqlType, Kusto.Language.Symbols.ScalarSymbol | null>> = {
    bool: ScalarTypes.Bool,
    int: ScalarTypes.Int,
    long: ScalarTypes.Long,
    real: ScalarTypes.Real,
    decimal: ScalarTypes.Decimal,
    string: ScalarTypes.String,
    datetime: ScalarTypes.DateTime,
    timespan: ScalarTypes.TimeSpan,
    guid: ScalarTypes.Guid,
    dynamic: ScalarTypes.Dynamic,
  };
  const symbol = types[type];
  if (!symbol) throw new Error(`The KQL library has no type ${type}.`);
  return symbol;
}
