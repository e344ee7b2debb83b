import { aggregateRows } from './aggregates.ts';
import { branchRows } from './branches.ts';
import { conversions } from './conversions.ts';
import { datetimeRows } from './datetimes.ts';
import { dynamicRows } from './dynamics.ts';
import { operatorRows } from './operators.ts';
import type { Lowering } from './row.ts';
import { nativeFunctions, nativeRow } from './native/index.ts';
import { numberRows } from './numbers.ts';
import { stringRows } from './strings.ts';

export { nativeFunctions, parseDatetimeText, parseTimespanText, type NativeFunction } from './native/index.ts';
export { requireComparable } from './comparable.ts';
export { undocumented } from './undocumented.ts';
export { isAggregate } from './aggregates.ts';
export { jsonOf, textOf, tooFineDecimal, withoutJsonNull } from './convert.ts';
export { isJsonParser, jsonContainer } from './conversions.ts';
export { namingOnce } from './once.ts';
export type { Lowering, LoweringContext, SqlArgument } from './row.ts';

const scalars: ReadonlyMap<string, Lowering> = new Map([...nativeFunctions.map(nativeRow), ...branchRows, ...conversions, ...datetimeRows, ...dynamicRows, ...numberRows, ...operatorRows, ...stringRows].map((row) => [row.name, row.lower]));

export function scalarLowering(name: string): Lowering | undefined {
  return scalars.get(name);
}

export function aggregateLowering(name: string): Lowering | undefined {
  return aggregateRows.get(name);
}

export interface SupportedFunction {
  readonly name: string;
  readonly kind: 'scalar' | 'aggregate';
}

const operatorNames: ReadonlySet<string> = new Set(operatorRows.map(({ name }) => name));

/** What the local engine runs, for the support matrix: one entry per function, generated from the tables themselves. */
export const supportedFunctions: readonly SupportedFunction[] = [
  ...[...scalars.keys()].filter((name) => /^[a-z]/.test(name) && (name === 'not' || !operatorNames.has(name))).map((name) => ({ name, kind: 'scalar' as const })),
  ...[...aggregateRows.keys(), 'arg_max', 'arg_min', 'argmax', 'argmin', 'percentiles', 'percentilesw'].map((name) => ({ name, kind: 'aggregate' as const })),
];
