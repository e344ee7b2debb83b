import { isArray, isNumber, type Dynamic } from './dynamicValue.ts';
import { native, type NativeFunction } from './nativeFunction.ts';
import { detectPeriods, periodScore } from './periods.ts';
import { fitLine } from './regression.ts';
import { numbersOf } from './seriesElements.ts';

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The median of all points in the same phase, over the whole length. */
function seasonalOf(learned: readonly number[], length: number, period: number): readonly number[] {
  const phases = Array.from({ length: period }, (_, phase) => median(learned.filter((__, index) => index % period === phase)));
  return Array.from({ length }, (_, index) => phases[index % period] ?? 0);
}

function trendOf(learned: readonly number[], length: number, kind: string): readonly number[] {
  if (kind === 'none') return Array.from({ length }, () => 0);
  if (kind === 'linefit') {
    const { slope, interception } = fitLine(learned);
    return Array.from({ length }, (_, index) => interception + slope * (index + 1));
  }
  const average = learned.reduce((sum, value) => sum + value, 0) / learned.length;
  return Array.from({ length }, () => average);
}

interface Parts {
  readonly baseline: readonly number[];
  readonly seasonal: readonly number[];
  readonly trend: readonly number[];
  readonly residual: readonly number[];
}

interface Options {
  readonly seasonality: bigint | null;
  readonly trend: string | null;
  readonly testPoints: bigint | null;
  readonly threshold: number | null;
}

/** First the seasonal part, then the trend of what it leaves; the last points may be kept out of the learning. */
function decompose(values: readonly number[], { seasonality, trend, testPoints, threshold }: Options): Parts {
  const learned = values.slice(0, values.length - Number(testPoints ?? 0n));
  const asked = seasonality ?? -1n;
  const detected = asked < 0n ? detectPeriods(learned, 4, learned.length / 2, 1)[0] : undefined;
  const period = asked < 0n ? (detected && detected.score >= (threshold ?? 0.6) ? detected.period : 0) : Number(asked);
  const seasonal = period > 0 ? seasonalOf(learned, values.length, period) : values.map(() => 0);
  const deseasonal = learned.map((value, index) => value - (seasonal[index] ?? 0));
  const trendPart = trendOf(deseasonal, values.length, (trend ?? 'avg').toLowerCase());
  const baseline = seasonal.map((value, index) => value + (trendPart[index] ?? 0));
  return { baseline, seasonal, trend: trendPart, residual: values.map((value, index) => value - (baseline[index] ?? 0)) };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const [a, b] = [sorted[low] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return a + (b - a) * (at - low);
}

/** How far beyond the percentiles, in units of the range between them; inside it is 0. */
function outlierScores(values: readonly (number | null)[], low: number, high: number, ignored: number | null): readonly number[] {
  const isMissing = (value: number | null): value is null => value === null || (ignored !== null && value === ignored);
  const sorted = values.filter((value): value is number => !isMissing(value)).toSorted((a, b) => a - b);
  const [bottom, top] = [quantile(sorted, low / 100), quantile(sorted, high / 100)];
  const range = top - bottom;
  return values.map((value) => {
    if (isMissing(value) || range === 0) return 0;
    return value > top ? (value - top) / range : value < bottom ? (value - bottom) / range : 0;
  });
}

const percentiles = (kind: string | null) => ((kind ?? 'ctukey').toLowerCase() === 'tukey' ? ([25, 75] as const) : ([10, 90] as const));

function outliers(series: Dynamic, kind: string | null, ignored: number | null, low: number | null, high: number | null): Dynamic {
  if (!isArray(series)) return null;
  const [first, last] = percentiles(kind);
  return [...outlierScores(series.map((item) => (isNumber(item) ? Number(item) : null)), low ?? first, high ?? last, ignored)];
}

function anomalies(series: Dynamic, threshold: number | null, options: Options, method: string | null): Dynamic {
  const values = numbersOf(series);
  if (!values || values.length === 0) return [null, null, null];
  const { baseline, residual } = decompose(values, options);
  const [low, high] = percentiles(method);
  const scores = outlierScores(residual, low, high, null);
  const limit = threshold ?? 1.5;
  return [scores.map((score) => (score > limit ? 1n : score < -limit ? -1n : 0n)), [...scores], [...baseline]];
}

function parts(series: Dynamic, options: Options): Dynamic {
  const values = numbersOf(series);
  if (!values || values.length === 0) return [null, null, null, null];
  const { baseline, seasonal, trend, residual } = decompose(values, options);
  return [[...baseline], [...seasonal], [...trend], [...residual]];
}

/** Without a period the best one is looked for, with the threshold the reference gives for this function. */
function seasonalSeries(series: Dynamic, period: bigint | null, testPoints: bigint | null): Dynamic {
  const values = numbersOf(series);
  if (!values || values.length === 0) return null;
  return [...decompose(values, { seasonality: period, trend: 'none', testPoints, threshold: 0.7 }).seasonal];
}

export const seriesDecompositionFunctions: readonly NativeFunction[] = [
  native({ name: 'series_seasonal', parameters: ['dynamic'], optional: ['long', 'long'], result: 'dynamic' }, seasonalSeries),
  native({ name: 'series_decompose', parameters: ['dynamic'], optional: ['long', 'string', 'long', 'real'], result: 'dynamic' }, (series, seasonality, trend, testPoints, threshold) => parts(series, { seasonality, trend, testPoints, threshold })),
  native({ name: 'series_decompose_forecast', parameters: ['dynamic', 'long'], optional: ['long', 'string', 'real'], result: 'dynamic' }, (series, testPoints, seasonality, trend, threshold) => parts(series, { seasonality, trend: trend ?? 'linefit', testPoints, threshold })),
  native({ name: 'series_decompose_anomalies', parameters: ['dynamic'], optional: ['real', 'long', 'string', 'long', 'string', 'real'], result: 'dynamic' }, (series, limit, seasonality, trend, testPoints, method, threshold) => anomalies(series, limit, { seasonality, trend, testPoints, threshold }, method)),
  native({ name: 'series_outliers', parameters: ['dynamic'], optional: ['string', 'real', 'real', 'real', 'long'], result: 'dynamic' }, outliers),
  native({ name: 'series_periods_detect', parameters: ['dynamic', 'real', 'real', 'long'], result: 'dynamic' }, (series, least, most, count) => {
    const found = detectPeriods(numbersOf(series) ?? [], least, most, Number(count));
    const padded = Array.from({ length: Number(count) }, (_, index) => found[index] ?? { period: 0, score: 0 });
    return [padded.map(({ period }) => period), padded.map(({ score }) => score)];
  }),
  native({ name: 'series_periods_validate', parameters: ['dynamic'], rest: 'real', result: 'dynamic' }, (series, ...periods) => [periods, periods.map((period) => (period === null ? 0 : periodScore(numbersOf(series) ?? [], period)))]),
];
