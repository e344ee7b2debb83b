import { betaCdf, betaInverse, betaPdf, erf, erfc, gamma, logGamma, studentTwoSided } from './specialFunctions.ts';
import { native, NativeFailure, type NativeFunction } from './nativeFunction.ts';

/** A real as Kusto writes it: the shortest digits that give the same number, an exponent from 1E+15 up and below 0.0001. */
export function realText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return '-0';
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  return power >= 15 || power < -4 ? `${digits}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}` : String(value);
}

/** What C's functions give outside their domain, NaN or an infinity, where SQL fails. */
const ofOne: Readonly<Record<string, (x: number) => number>> = {
  sqrt: Math.sqrt, exp: Math.exp, exp2: (x) => 2 ** x, exp10: (x) => 10 ** x, log: Math.log, log2: Math.log2, log10: Math.log10,
  sin: Math.sin, cos: Math.cos, tan: Math.tan, asin: Math.asin, acos: Math.acos, atan: Math.atan, cot: (x) => 1 / Math.tan(x),
  degrees: (x) => (x * 180) / Math.PI, radians: (x) => (x / 180) * Math.PI, sign: Math.sign, gamma, loggamma: logGamma, erf, erfc,
};

const bytesUnits = ['Bytes', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB'];

/** In the asked unit, or the largest one of which there is at least one. */
function formatBytes(size: number, precision: number | null, unit: string | null): string {
  const asked = unit === null || unit === '' ? -1 : bytesUnits.findIndex((name) => name.toLowerCase() === unit.toLowerCase());
  if (unit !== null && unit !== '' && asked < 0) return '';
  const level = asked >= 0 ? asked : Math.max(0, bytesUnits.findLastIndex((_, index) => Math.abs(size) >= 1024 ** index));
  const factor = 10 ** Math.trunc(precision ?? 0);
  return `${realText(Math.round((size / 1024 ** level) * factor) / factor)} ${bytesUnits[level] ?? ''}`;
}

function welchTest(mean1: number, variance1: number, count1: number, mean2: number, variance2: number, count2: number): number {
  const [a, b] = [variance1 / count1, variance2 / count2];
  const t = (mean1 - mean2) / Math.sqrt(a + b);
  return studentTwoSided(t, (a + b) ** 2 / (a ** 2 / (count1 - 1) + b ** 2 / (count2 - 1)));
}

/** Eight decimal digits for each of at most four parts; anything else is no version. */
function parseVersion(text: string): string | null {
  const parts = text.trim().split('.');
  if (parts.length > 4 || !parts.every((part) => /^\d{1,8}$/.test(part))) return null;
  // A decimal of the local engine has 28 digits before the point: three parts of eight and four of the first.
  if (Number(parts[0]) > 9999) throw new NativeFailure(`the first part of ${text.trim()} has more than the four digits that the local engine keeps`);
  return BigInt(Array.from({ length: 4 }, (_, index) => (parts[index] ?? '0').padStart(8, '0')).join('')).toString();
}

function bitCount(value: bigint): bigint {
  let rest = BigInt.asUintN(64, value);
  let count = 0n;
  for (; rest > 0n; rest &= rest - 1n) count += 1n;
  return count;
}

/** Shifts take the amount modulo 64. */
const shift = (value: bigint, by: bigint) => BigInt.asIntN(64, by >= 0n ? value << BigInt.asUintN(6, by) : value >> BigInt.asUintN(6, -by));

export const numberFunctions: readonly NativeFunction[] = [
  native({ name: 'real_text', parameters: ['real'], result: 'string' }, realText),
  native({ name: 'tohex', parameters: ['long'], optional: ['long'], result: 'string' }, (value, length) => BigInt.asUintN(64, value).toString(16).padStart(Number(length ?? 0n), '0')),
  native({ name: 'tohex_int', parameters: ['long'], optional: ['long'], result: 'string' }, (value, length) => BigInt.asUintN(32, value).toString(16).padStart(Number(length ?? 0n), '0')),
  ...Object.entries(ofOne).map(([name, run]) => native({ name, parameters: ['real'], result: 'real' }, run)),
  native({ name: 'pow', parameters: ['real', 'real'], result: 'real' }, (base, exponent) => base ** exponent),
  native({ name: 'atan2', parameters: ['real', 'real'], result: 'real' }, Math.atan2),
  native({ name: 'beta_cdf', parameters: ['real', 'real', 'real'], result: 'real' }, betaCdf),
  native({ name: 'beta_inv', parameters: ['real', 'real', 'real'], result: 'real' }, betaInverse),
  native({ name: 'beta_pdf', parameters: ['real', 'real', 'real'], result: 'real' }, betaPdf),
  native({ name: 'welch_test', parameters: ['real', 'real', 'real', 'real', 'real', 'real'], result: 'real' }, welchTest),
  native({ name: 'bitset_count_ones', parameters: ['long'], result: 'long' }, bitCount),
  native({ name: 'binary_shift_left', parameters: ['long', 'long'], result: 'long' }, (value, by) => (by < 0n ? null : shift(value, by))),
  native({ name: 'binary_shift_right', parameters: ['long', 'long'], result: 'long' }, (value, by) => (by < 0n ? null : shift(value, -by))),
  native({ name: 'format_bytes', parameters: ['real'], optional: ['real', 'string'], result: 'string' }, formatBytes),
  native({ name: 'parse_version', parameters: ['string'], result: 'decimal' }, parseVersion),
];
