import { createHash } from 'node:crypto';
import { native, type NativeFunction } from './nativeFunction.ts';

const mask = 0xffff_ffff_ffff_ffffn;
const primes = [0n, 11_400_714_785_074_694_791n, 14_029_467_366_897_019_727n, 1_609_587_929_392_839_161n, 9_650_029_242_287_828_579n, 2_870_177_450_012_600_261n] as const;

const rotate = (value: bigint, by: bigint) => ((value << by) | (value >> (64n - by))) & mask;
const round = (accumulator: bigint, lane: bigint) => (rotate((accumulator + lane * primes[2]) & mask, 31n) * primes[1]) & mask;

function lanes(bytes: Buffer): { readonly hash: bigint; readonly read: number } {
  if (bytes.length < 32) return { hash: primes[5], read: 0 };
  const start = [(primes[1] + primes[2]) & mask, primes[2], 0n, -primes[1] & mask];
  let read = 0;
  let state = start;
  for (; read + 32 <= bytes.length; read += 32) state = state.map((value, lane) => round(value, bytes.readBigUInt64LE(read + lane * 8)));
  const [a = 0n, b = 0n, c = 0n, d = 0n] = state;
  const sum = (rotate(a, 1n) + rotate(b, 7n) + rotate(c, 12n) + rotate(d, 18n)) & mask;
  return { hash: state.reduce((hash, value) => ((hash ^ round(0n, value)) * primes[1] + primes[4]) & mask, sum), read };
}

/** XXH64 with seed 0, as a signed number. */
function xxhash64(bytes: Buffer): bigint {
  let { hash, read } = lanes(bytes);
  hash = (hash + BigInt(bytes.length)) & mask;
  for (; read + 8 <= bytes.length; read += 8) hash = (rotate(hash ^ round(0n, bytes.readBigUInt64LE(read)), 27n) * primes[1] + primes[4]) & mask;
  if (read + 4 <= bytes.length) {
    hash = (rotate(hash ^ ((BigInt(bytes.readUInt32LE(read)) * primes[1]) & mask), 23n) * primes[2] + primes[3]) & mask;
    read += 4;
  }
  for (; read < bytes.length; read += 1) hash = (rotate(hash ^ ((BigInt(bytes[read] ?? 0) * primes[5]) & mask), 11n) * primes[1]) & mask;
  hash = ((hash ^ (hash >> 33n)) * primes[2]) & mask;
  hash = ((hash ^ (hash >> 29n)) * primes[3]) & mask;
  return BigInt.asIntN(64, hash ^ (hash >> 32n));
}

function ticksBytes(ticks: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(ticks);
  return bytes;
}

/** Below `mod` when one is given. */
function within(hash: bigint, mod: bigint | null): bigint | null {
  if (mod === null) return hash;
  return mod <= 0n ? null : BigInt.asUintN(64, hash) % mod;
}

/** The cryptographic hashes take every value as its text, xxhash64 a datetime as its eight bytes. */
export const hashFunctions: readonly NativeFunction[] = [
  ...(['md5', 'sha1', 'sha256'] as const).map((algorithm) => native({ name: `hash_${algorithm}`, parameters: ['string'], result: 'string' }, (text) => createHash(algorithm).update(text, 'utf8').digest('hex'))),
  native({ name: 'xxhash64_text', parameters: ['string'], optional: ['long'], result: 'long' }, (text, mod) => within(xxhash64(Buffer.from(text, 'utf8')), mod)),
  native({ name: 'xxhash64_ticks', parameters: ['long'], optional: ['long'], result: 'long' }, (ticks, mod) => within(xxhash64(ticksBytes(ticks)), mod)),
];
