import type { Lowering } from '../row.ts';
import { aggregationFunctions } from './aggregation.ts';
import { arrayFunctions } from './arrays.ts';
import { bagFunctions } from './bags.ts';
import { nativeCall } from './call.ts';
import { datetimeFunctions } from './datetimes.ts';
import { decimalFunctions } from './decimals.ts';
import { encodingFunctions } from './encodings.ts';
import { geographyFunctions } from './geography.ts';
import { geographyCellFunctions } from './geographyCells.ts';
import { geographyLineFunctions } from './geographyLines.ts';
import { geographyPolygonFunctions } from './geographyPolygons.ts';
import { hashFunctions } from './hashes.ts';
import { ipFunctions } from './ip.ts';
import type { NativeFunction } from './nativeFunction.ts';
import { numberFunctions } from './numbers.ts';
import { pairFunctions } from './pairs.ts';
import { patternFunctions } from './patterns.ts';
import { seriesDecompositionFunctions } from './seriesDecomposition.ts';
import { seriesElementFunctions } from './seriesElements.ts';
import { seriesFillFunctions } from './seriesFill.ts';
import { seriesFilterFunctions } from './seriesFilters.ts';
import { seriesFitFunctions } from './seriesFits.ts';
import { sessionFunctions } from './sessions.ts';
import { setFunctions } from './sets.ts';
import { stringFunctions } from './strings.ts';
import { termFunctions } from './terms.ts';
import { textFunctions } from './texts.ts';
import { unitFunctions } from './units.ts';
import { urlFunctions } from './urls.ts';
import { userAgentFunctions } from './userAgents.ts';

export { nativeRow } from './call.ts';
export { dynamicText, parseDynamic } from './dynamicValue.ts';
export { NativeFailure, type NativeFunction, type NativeRun, type NativeValue } from './nativeFunction.ts';
export { patternFault } from './patterns.ts';
export { parseDatetimeText, parseTimespanText } from './timeTexts.ts';

/** All families, one file each. */
export const nativeFunctions: readonly NativeFunction[] = [
  ...aggregationFunctions, ...arrayFunctions, ...bagFunctions, ...datetimeFunctions, ...decimalFunctions, ...encodingFunctions, ...geographyFunctions, ...geographyCellFunctions, ...geographyLineFunctions, ...geographyPolygonFunctions, ...hashFunctions, ...ipFunctions,
  ...seriesDecompositionFunctions, ...seriesElementFunctions, ...seriesFillFunctions, ...seriesFilterFunctions, ...seriesFitFunctions,
  ...numberFunctions, ...pairFunctions, ...patternFunctions, ...sessionFunctions, ...setFunctions, ...stringFunctions, ...termFunctions, ...textFunctions, ...unitFunctions, ...urlFunctions, ...userAgentFunctions,
];

const calls: ReadonlyMap<string, Lowering> = new Map(nativeFunctions.map((definition) => [definition.name, nativeCall(definition)]));

/** How to call a native function from another function's lowering. */
export function nativeNamed(name: string): Lowering {
  const call = calls.get(name);
  if (!call) throw new Error(`There is no native function ${name}.`);
  return call;
}
