import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { isArray, type Dynamic } from './dynamicValue.ts';
import { decodePunycode, encodePunycode } from './punycode.ts';
import { native, type NativeFunction } from './nativeFunction.ts';

/** The bytes of a base64 text; undefined for what is none. */
function bytesOf(base64: string): Buffer | undefined {
  const text = base64.trim();
  return /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0 ? Buffer.from(text, 'base64') : undefined;
}

/** Only well-formed UTF-8 is text. */
function utf8(bytes: Uint8Array | undefined): string {
  try {
    return bytes ? new TextDecoder('utf-8', { fatal: true }).decode(bytes) : '';
  } catch {
    return '';
  }
}

const largest = 64 * 1024 * 1024;

function inflated(base64: string, inflate: (bytes: Buffer) => Buffer): string {
  const bytes = bytesOf(base64);
  if (!bytes || bytes.length === 0) return '';
  try {
    return utf8(inflate(bytes));
  } catch {
    return '';
  }
}

function fromArray(values: Dynamic): string | null {
  if (!isArray(values) || !values.every((value) => typeof value === 'bigint' && value >= 0n && value < 256n)) return null;
  return Buffer.from(values.map(Number)).toString('base64');
}

/** What would not get smaller is stored as it is; time and system are left unset. */
function gzipBase64(text: string): string {
  const raw = Buffer.from(text, 'utf8');
  const packed = gzipSync(raw);
  const bytes = packed.length - 18 < raw.length ? packed : gzipSync(raw, { level: 0 });
  bytes[8] = 0;
  bytes[9] = 255;
  return bytes.toString('base64');
}

/** A GUID's first three groups are little-endian in memory. */
const guidOrder = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

function guidBase64(guid: string): string {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex');
  return Buffer.from(guidOrder.map((index) => bytes[index] ?? 0)).toString('base64');
}

function base64Guid(base64: string): string | null {
  const bytes = bytesOf(base64);
  if (bytes?.length !== 16) return null;
  return Buffer.from(guidOrder.map((index) => bytes[index] ?? 0)).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const labels = (domain: string, change: (label: string) => string) => domain.split('.').map(change).join('.');
const decodedDomain = (domain: string) => labels(domain, (label) => (/^xn--/i.test(label) ? (decodePunycode(label.slice(4)) ?? label) : label));
const encodedDomain = (domain: string) => labels(domain, (label) => (/[^\0-\x7f]/.test(label) ? `xn--${encodePunycode(label)}` : label));

export const encodingFunctions: readonly NativeFunction[] = [
  ...['base64_encode_tostring', 'base64_encodestring'].map((name) => native({ name, parameters: ['string'], result: 'string' }, (text) => Buffer.from(text, 'utf8').toString('base64'))),
  ...['base64_decode_tostring', 'base64_decodestring'].map((name) => native({ name, parameters: ['string'], result: 'string' }, (text) => utf8(bytesOf(text)))),
  native({ name: 'base64_decode_toarray', parameters: ['string'], result: 'dynamic' }, (text) => { const bytes = bytesOf(text); return bytes ? [...bytes].map(BigInt) : null; }),
  native({ name: 'base64_encode_fromarray', parameters: ['dynamic'], result: 'string' }, fromArray),
  native({ name: 'base64_decode_toguid', parameters: ['string'], result: 'guid' }, base64Guid),
  native({ name: 'base64_encode_fromguid', parameters: ['guid'], result: 'string' }, guidBase64),
  native({ name: 'zlib_compress_to_base64_string', parameters: ['string'], result: 'string' }, (text) => deflateSync(Buffer.from(text, 'utf8')).toString('base64')),
  native({ name: 'zlib_decompress_from_base64_string', parameters: ['string'], result: 'string' }, (text) => inflated(text, (bytes) => inflateSync(bytes, { maxOutputLength: largest }))),
  native({ name: 'gzip_compress_to_base64_string', parameters: ['string'], result: 'string' }, gzipBase64),
  native({ name: 'gzip_decompress_from_base64_string', parameters: ['string'], result: 'string' }, (text) => inflated(text, (bytes) => gunzipSync(bytes, { maxOutputLength: largest }))),
  native({ name: 'punycode_from_string', parameters: ['string'], result: 'string' }, encodePunycode),
  native({ name: 'punycode_to_string', parameters: ['string'], result: 'string' }, (text) => decodePunycode(text) ?? ''),
  native({ name: 'punycode_domain_from_string', parameters: ['string'], result: 'string' }, decodedDomain),
  native({ name: 'punycode_domain_to_string', parameters: ['string'], result: 'string' }, encodedDomain),
];
