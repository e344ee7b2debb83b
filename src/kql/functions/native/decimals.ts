import { NativeFailure, native, type NativeFunction } from './nativeFunction.ts';

/** Digits after the point in the engine's decimals (see kql/sql/physicalTypes.ts). */
const scale = 10;
const one = 10n ** BigInt(scale);

function scaled(text: string): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  const magnitude = BigInt(whole + fraction.padEnd(scale, '0').slice(0, scale));
  return sign === '-' ? -magnitude : magnitude;
}

function text(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The quotient when it can be told exactly; Kusto carries 34 digits, and fewer of them would be another answer. */
function exactly(numerator: bigint, denominator: bigint): string {
  if (numerator % denominator !== 0n) throw new NativeFailure('the exact result has more digits after the point than the local engine’s decimals hold; convert to real with toreal() first');
  return text(numerator / denominator);
}

export const decimalFunctions: readonly NativeFunction[] = [
  native({ name: 'decimal_multiply', parameters: ['decimal', 'decimal'], result: 'decimal' }, (a, b) => exactly(scaled(a) * scaled(b), one)),
  native({ name: 'decimal_divide', parameters: ['decimal', 'decimal'], result: 'decimal' }, (a, b) => (scaled(b) === 0n ? null : exactly(scaled(a) * one, scaled(b)))),
];
