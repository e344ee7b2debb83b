import { isArray, isNumber, type Dynamic } from './dynamicValue.ts';
import { native, type NativeFunction } from './nativeFunction.ts';
import { fitLine, fitPolynomial, fitTwoLines, quality, sumOfSquares } from './regression.ts';
import { numbersOf } from './seriesElements.ts';

type Named = readonly (readonly [name: string, value: Dynamic])[];

/** Functions of several columns give their values as an array, which the plan takes apart; the `_dynamic` form names them in a bag. */
const asArray = (values: Named): Dynamic => values.map(([, value]) => value);
const asBag = (values: Named): Dynamic => new Map(values);

function statistics(series: Dynamic, finiteOnly: boolean): Named {
  const all = (isArray(series) ? series : []).map((item) => (isNumber(item) ? Number(item) : item === 'NaN' ? Number.NaN : item === 'Infinity' ? Infinity : item === '-Infinity' ? -Infinity : null));
  const points = all.flatMap((value, index) => (value !== null && (!finiteOnly || Number.isFinite(value)) ? [{ value, index }] : []));
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const indexOf = (wanted: number): Dynamic => { const found = points.find(({ value }) => value === wanted); return found ? BigInt(found.index) : null; };
  const sum = values.reduce((total, value) => total + value, 0);
  const variance = values.length < 2 ? 0 : sumOfSquares(values) / (values.length - 1);
  const some = (value: Dynamic): Dynamic => (values.length === 0 ? null : value);
  return [['min', some(low)], ['min_idx', indexOf(low)], ['max', some(high)], ['max_idx', indexOf(high)], ['avg', some(sum / values.length)], ['stdev', some(Math.sqrt(variance))], ['variance', some(variance)], ['sum', some(sum)], ['len', BigInt(values.length)]];
}

function line(series: Dynamic): Named {
  const values = numbersOf(series);
  if (!values || values.length === 0) return ['rsquare', 'slope', 'variance', 'rvariance', 'interception', 'line_fit'].map((name) => [name, null]);
  const { rsquare, slope, variance, rvariance, interception, fit } = fitLine(values);
  return [['rsquare', rsquare], ['slope', slope], ['variance', variance], ['rvariance', rvariance], ['interception', interception], ['line_fit', [...fit]]];
}

const sides = ['rsquare', 'slope', 'interception', 'variance', 'rvariance'] as const;

function twoLines(series: Dynamic): Named {
  const values = numbersOf(series);
  const found = values && fitTwoLines(values);
  const of = (side: 'left' | 'right'): Named => sides.map((name) => [`${side}_${name}`, found?.[side][name] ?? null]);
  const whole = found && values ? quality(values, found.fit) : undefined;
  return [['rsquare', whole?.rsquare ?? null], ['split_idx', found ? BigInt(found.split) : null], ['variance', whole?.variance ?? null], ['rvariance', whole?.rvariance ?? null], ['line_fit', found ? [...found.fit] : null], ...of('right'), ...of('left')];
}

function polynomial(series: Dynamic, at: Dynamic, degree: bigint | null): Named {
  const y = numbersOf(series);
  const x = at === null ? y?.map((_, index) => index + 1) : numbersOf(at);
  const coefficients = x && y && x.length === y.length ? fitPolynomial(x, y, Number(degree ?? 5n)) : undefined;
  if (!x || !y || !coefficients) return ['rsquare', 'coefficients', 'variance', 'rvariance', 'poly_fit'].map((name) => [name, null]);
  const fit = x.map((value) => coefficients.reduce((sum, coefficient) => sum * value + coefficient, 0));
  const { rsquare, variance, rvariance } = quality(y, fit);
  return [['rsquare', rsquare], ['coefficients', coefficients], ['variance', variance], ['rvariance', rvariance], ['poly_fit', fit]];
}

export const seriesFitFunctions: readonly NativeFunction[] = [
  native({ name: 'series_stats', parameters: ['dynamic'], optional: ['bool'], result: 'dynamic' }, (series, finite) => asArray(statistics(series, finite ?? false))),
  native({ name: 'series_stats_dynamic', parameters: ['dynamic'], optional: ['bool'], result: 'dynamic' }, (series, finite) => asBag(statistics(series, finite ?? false))),
  native({ name: 'series_fit_line', parameters: ['dynamic'], result: 'dynamic' }, (series) => asArray(line(series))),
  native({ name: 'series_fit_line_dynamic', parameters: ['dynamic'], result: 'dynamic' }, (series) => asBag(line(series))),
  native({ name: 'series_fit_2lines', parameters: ['dynamic'], result: 'dynamic' }, (series) => asArray(twoLines(series))),
  native({ name: 'series_fit_2lines_dynamic', parameters: ['dynamic'], result: 'dynamic' }, (series) => asBag(twoLines(series))),
  native({ name: 'series_fit_poly', parameters: ['dynamic'], optional: ['dynamic', 'long'], result: 'dynamic' }, (series, at, degree) => asArray(polynomial(series, at, degree))),
];
