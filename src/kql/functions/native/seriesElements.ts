import { isArray, isNumber, type Dynamic, type DynamicArray } from './dynamicValue.ts';
import { native, type NativeFunction } from './nativeFunction.ts';

type Pairwise = (a: number | bigint, b: number | bigint) => Dynamic;

/** Element by element; a single number goes with every element, and what is missing or no number gives null. */
function pairwise(a: Dynamic, b: Dynamic, combine: Pairwise): DynamicArray | null {
  const length = Math.max(isArray(a) ? a.length : 0, isArray(b) ? b.length : 0);
  if (!isArray(a) && !isArray(b)) return null;
  const at = (series: Dynamic, index: number) => (isArray(series) ? (series[index] ?? null) : series);
  return Array.from({ length }, (_, index) => {
    const [x, y] = [at(a, index), at(b, index)];
    return isNumber(x) && isNumber(y) ? combine(x, y) : null;
  });
}

/** Whole numbers stay whole. */
const arithmetic = (whole: (a: bigint, b: bigint) => bigint, real: (a: number, b: number) => number): Pairwise => (a, b) =>
  typeof a === 'bigint' && typeof b === 'bigint' ? BigInt.asIntN(64, whole(a, b)) : real(Number(a), Number(b));

const pairs: Readonly<Record<string, Pairwise>> = {
  series_add: arithmetic((a, b) => a + b, (a, b) => a + b), series_subtract: arithmetic((a, b) => a - b, (a, b) => a - b), series_multiply: arithmetic((a, b) => a * b, (a, b) => a * b),
  series_divide: (a, b) => Number(a) / Number(b), series_pow: (a, b) => Number(a) ** Number(b),
  series_greater: (a, b) => a > b, series_greater_equals: (a, b) => a >= b, series_less: (a, b) => a < b, series_less_equals: (a, b) => a <= b,
  series_equals: (a, b) => Number(a) === Number(b), series_not_equals: (a, b) => Number(a) !== Number(b),
};

const singles: Readonly<Record<string, (x: number | bigint) => Dynamic>> = {
  series_abs: (x) => (x < 0 ? -x : x), series_sign: (x) => BigInt(Math.sign(Number(x))),
  series_exp: (x) => Math.exp(Number(x)), series_log: (x) => Math.log(Number(x)),
  series_sin: (x) => Math.sin(Number(x)), series_cos: (x) => Math.cos(Number(x)), series_tan: (x) => Math.tan(Number(x)),
  series_asin: (x) => Math.asin(Number(x)), series_acos: (x) => Math.acos(Number(x)), series_atan: (x) => Math.atan(Number(x)),
  series_floor: (x) => Math.floor(Number(x)), series_ceiling: (x) => Math.ceil(Number(x)),
};

/** The numbers of a series, or undefined when one element is none. */
export function numbersOf(series: Dynamic): readonly number[] | undefined {
  return isArray(series) && series.every(isNumber) ? series.map(Number) : undefined;
}

function dot(a: Dynamic, b: Dynamic): number | null {
  const products = pairwise(a, b, (x, y) => Number(x) * Number(y));
  return products?.every((product) => product !== null) ? products.reduce<number>((sum, product) => sum + Number(product), 0) : null;
}

const magnitude = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

function cosine(a: Dynamic, b: Dynamic, magnitudeA: number | null, magnitudeB: number | null): number | null {
  const [x, y, product] = [numbersOf(a), numbersOf(b), dot(a, b)];
  return x?.length === y?.length && x && y && product !== null ? product / ((magnitudeA ?? magnitude(x)) * (magnitudeB ?? magnitude(y))) : null;
}

function pearson(a: Dynamic, b: Dynamic): number | null {
  const [x, y] = [numbersOf(a), numbersOf(b)];
  if (!x || !y || x.length !== y.length || x.length === 0) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const covariance = x.reduce((sum, value, index) => sum + (value - mx) * ((y[index] ?? 0) - my), 0);
  return covariance / (magnitude(x.map((value) => value - mx)) * magnitude(y.map((value) => value - my)));
}

export const seriesElementFunctions: readonly NativeFunction[] = [
  ...Object.entries(pairs).map(([name, combine]) => native({ name, parameters: ['dynamic', 'dynamic'], result: 'dynamic' }, (a, b) => pairwise(a, b, combine))),
  ...Object.entries(singles).map(([name, change]) => native({ name, parameters: ['dynamic'], result: 'dynamic' }, (series) => (isArray(series) ? series.map((item) => (isNumber(item) ? change(item) : null)) : null))),
  native({ name: 'series_magnitude', parameters: ['dynamic'], result: 'real' }, (series) => { const values = numbersOf(series); return values ? magnitude(values) : null; }),
  native({ name: 'series_product', parameters: ['dynamic'], result: 'real' }, (series) => numbersOf(series)?.reduce((product, value) => product * value, 1) ?? null),
  native({ name: 'series_dot_product', parameters: ['dynamic', 'dynamic'], result: 'real' }, dot),
  native({ name: 'series_cosine_similarity', parameters: ['dynamic', 'dynamic'], optional: ['real', 'real'], result: 'real' }, cosine),
  native({ name: 'series_pearson_correlation', parameters: ['dynamic', 'dynamic'], result: 'real' }, pearson),
];
