import { numbersOf } from './seriesElements.ts';
import { native, type NativeFunction } from './nativeFunction.ts';
import type { Dynamic } from './dynamicValue.ts';

/** Each point from itself and those before it; centred, from those around it. Points outside the series count as 0. */
function fir(series: Dynamic, filter: Dynamic, normalize: boolean | null, center: boolean | null): Dynamic {
  const [values, weights] = [numbersOf(series), numbersOf(filter)];
  if (!values || !weights) return null;
  const negative = weights.some((weight) => weight < 0);
  if (negative && normalize === true) return null;
  const sum = (normalize ?? !negative) ? weights.reduce((total, weight) => total + weight, 0) : 1;
  const ahead = center === true ? Math.floor((weights.length - 1) / 2) : 0;
  return values.map((_, index) => weights.reduce((total, weight, back) => total + weight * (values[index + ahead - back] ?? 0), 0) / sum);
}

function iir(series: Dynamic, numerators: Dynamic, denominators: Dynamic): Dynamic {
  const [x, b, a] = [numbersOf(series), numbersOf(numerators), numbersOf(denominators)];
  if (!x || !b || !a || (a[0] ?? 0) === 0) return null;
  const y: number[] = [];
  for (const index of x.keys()) {
    const forward = b.reduce((sum, weight, back) => sum + weight * (x[index - back] ?? 0), 0);
    const feedback = a.slice(1).reduce((sum, weight, back) => sum + weight * (y[index - back - 1] ?? 0), 0);
    y.push((forward - feedback) / (a[0] ?? 1));
  }
  return y;
}

function fourier(real: Dynamic, imaginary: Dynamic, inverse: boolean): Dynamic {
  const re = numbersOf(real);
  const im = imaginary === null ? re?.map(() => 0) : numbersOf(imaginary);
  if (!re || im?.length !== re.length) return [null, null];
  const n = re.length;
  const sign = inverse ? 1 : -1;
  const scale = inverse ? 1 / n : 1;
  const pairs = re.map((_, k) => {
    let [a, b] = [0, 0];
    for (let t = 0; t < n; t += 1) {
      const angle = (sign * 2 * Math.PI * ((k * t) % n)) / n;
      const [c, s, x, y] = [Math.cos(angle), Math.sin(angle), re[t] ?? 0, im[t] ?? 0];
      [a, b] = [a + x * c - y * s, b + x * s + y * c];
    }
    return [a * scale, b * scale] as const;
  });
  return [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
}

export const seriesFilterFunctions: readonly NativeFunction[] = [
  native({ name: 'series_fir', parameters: ['dynamic', 'dynamic'], optional: ['bool', 'bool'], result: 'dynamic' }, fir),
  native({ name: 'series_iir', parameters: ['dynamic', 'dynamic', 'dynamic'], result: 'dynamic' }, iir),
  native({ name: 'series_fft', parameters: ['dynamic'], optional: ['dynamic'], result: 'dynamic' }, (real, imaginary) => fourier(real, imaginary, false)),
  native({ name: 'series_ifft', parameters: ['dynamic'], optional: ['dynamic'], result: 'dynamic' }, (real, imaginary) => fourier(real, imaginary, true)),
];
