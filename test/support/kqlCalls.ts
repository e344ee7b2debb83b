import fc from 'fast-check';
import { supportedFunctions } from '../../src/kql/index.ts';
import { loadKusto } from '../../src/kql/syntax/kusto.ts';

/** Columns of every type with usual, null and extreme values. */
const rows = `datatable(b:bool, i:int, l:long, r:real, m:decimal, s:string, t:datetime, p:timespan, g:guid, d:dynamic)[
true, 3, 5, 1.5, decimal(2.25), "a,b", datetime(2025-03-01 10:00), 1h, guid(74be27de-1e4e-49d9-b579-fe0b331d3642), dynamic([1, 2, "x"]),
false, int(null), -7, real(nan), decimal(null), "", datetime(null), -2d, guid(null), dynamic({"a": 1, "b": [2]}),
bool(null), -2147483648, 9223372036854775807, -1e300, decimal(-99999999999), "(ü", datetime(9999-12-31), 10675198d, guid(00000000-0000-0000-0000-000000000000), dynamic(null)]`;

const whole = ['l', '0', '2', '-3', 'long(null)'];
const values: Readonly<Record<string, readonly string[]>> = {
  bool: ['b', 'true', 'l > 2'], int: ['i', 'int(2)', 'int(-1)'], long: whole, real: ['r', '1.5', '-0.5', 'real(nan)'], decimal: ['m', 'decimal(1.5)'],
  string: ['s', '"a"', '"day"', '"2025-01-01"', '""', '"UTC"', 'tostring(d)'], datetime: ['t', 'datetime(2025-01-01)'], timespan: ['p', '1d', '-1h'],
  guid: ['g', 'guid(74be27de-1e4e-49d9-b579-fe0b331d3642)'], dynamic: ['d', 'dynamic(["a"])', 'dynamic([1, 2, 3, 4])', 'dynamic({"k": "v"})', 'dynamic(null)', 'd.a'],
};

/** What Microsoft's parser says of one parameter: its types by name, or any. */
interface Parameter {
  readonly types: readonly string[];
  readonly optional: boolean;
}

type Listed<T> = readonly T[];

function signatures(): ReadonlyMap<string, readonly (readonly Parameter[])[]> {
  const { Functions, Aggregates } = loadKusto();
  const symbols = [...(Functions.All as unknown as Listed<Kusto.Language.Symbols.FunctionSymbol>), ...(Aggregates.All as unknown as Listed<Kusto.Language.Symbols.FunctionSymbol>)];
  const found = new Map<string, (readonly Parameter[])[]>();
  for (const { Name, Signatures } of symbols) {
    const known = found.get(Name ?? '') ?? [];
    found.set(Name ?? '', known);
    for (let at = 0; at < (Signatures?.Count ?? 0); at += 1) {
      const parameters = Signatures?.getItem(at)?.Parameters;
      known.push(Array.from({ length: parameters?.Count ?? 0 }, (_, index) => parameterOf(parameters?.getItem(index) ?? undefined)));
    }
  }
  return found;
}

function parameterOf(parameter: Kusto.Language.Symbols.Parameter | undefined): Parameter {
  const declared = parameter?.DeclaredTypes;
  const names = Array.from({ length: declared?.Count ?? 0 }, (_, index) => declared?.getItem(index)?.Name ?? '').filter((name) => name in values);
  return { types: names.length > 0 ? names : Object.keys(values), optional: parameter?.IsOptional === true };
}

const valueOf = (types: readonly string[]) => fc.constantFrom(...types).chain((type) => fc.constantFrom(...(values[type] ?? whole)));

function argumentsOf(parameters: readonly Parameter[]): fc.Arbitrary<readonly string[]> {
  const required = parameters.filter(({ optional }) => !optional).length;
  const all = parameters.map(({ types }) => fc.oneof({ weight: 7, arbitrary: valueOf(types) }, { weight: 1, arbitrary: valueOf(['dynamic']) }));
  return fc.tuple(fc.integer({ min: required, max: parameters.length }), fc.tuple(...all)).map(([length, given]) => given.slice(0, length));
}

/** Queries with one call of a supported function, its arguments of the types that Microsoft's parser declares (or, one in eight, a dynamic). */
export function randomCalls(): fc.Arbitrary<{ readonly call: string; readonly query: string }> {
  const known = signatures();
  const functions = supportedFunctions.filter(({ name }) => (known.get(name)?.length ?? 0) > 0);
  return fc.constantFrom(...functions).chain(({ name, kind }) =>
    fc.constantFrom(...(known.get(name) ?? [])).chain(argumentsOf).map((given) => {
      const call = `${name}(${given.join(', ')})`;
      return { call, query: `${rows} | ${kind === 'scalar' ? 'extend' : 'summarize'} z = ${call}` };
    }));
}
