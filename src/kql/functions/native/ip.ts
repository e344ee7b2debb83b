import { isArray, type Dynamic } from './dynamicValue.ts';
import { ipv4Text, ipv6Text, masked, parseIpv4, parseIpv6, type Network } from './ipAddresses.ts';
import { native, nativeWith, remembering, type NativeFunction } from './nativeFunction.ts';

type Parse = (text: string) => Network | undefined;
type Bits = 32 | 128;

/** Both under the shortest of their own prefixes and the asked one. */
function compare(parse: Parse, bits: Bits, a: string, b: string, asked: bigint | null): bigint | null {
  const [left, right] = [parse(a), parse(b)];
  if (!left || !right || (asked !== null && (asked < 0n || asked > BigInt(bits)))) return null;
  const prefix = Math.min(left.prefix, right.prefix, asked === null ? bits : Number(asked));
  const [x, y] = [masked({ ...left, prefix }, bits), masked({ ...right, prefix }, bits)];
  return x < y ? -1n : x > y ? 1n : 0n;
}

function isMatch(parse: Parse, bits: Bits, a: string, b: string, asked: bigint | null): boolean | null {
  const order = compare(parse, bits, a, b, asked);
  return order === null ? null : order === 0n;
}

function isInRange(parse: Parse, bits: Bits, ip: string, range: string): boolean | null {
  const [address, network] = [parse(ip), parse(range)];
  if (!address || !network) return null;
  return masked({ address: address.address, prefix: network.prefix }, bits) === masked(network, bits);
}

function textsOf(values: readonly Dynamic[]): readonly string[] {
  return values.flatMap((value) => (isArray(value) ? textsOf(value) : typeof value === 'string' ? [value] : []));
}

/** True when any range holds the address; null when none does and the address or every range is no address at all. */
function isInAnyRange(parse: Parse, bits: Bits, ip: string, ranges: readonly string[]): boolean | null {
  if (!parse(ip)) return null;
  const answers = ranges.map((range) => isInRange(parse, bits, ip, range));
  return answers.includes(true) ? true : answers.length > 0 && answers.every((answer) => answer === null) ? null : false;
}

const privateNetworks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(parseIpv4);

function isPrivate(ip: string): boolean | null {
  const network = parseIpv4(ip);
  return network ? privateNetworks.some((range) => range && range.prefix <= network.prefix && masked({ ...network, prefix: range.prefix }, 32) === range.address) : null;
}

function parseMasked(ip: string, asked: bigint): bigint | null {
  const network = parseIpv4(ip);
  if (!network || asked < 0n || asked > 32n) return null;
  return masked({ ...network, prefix: Math.min(network.prefix, Number(asked)) }, 32);
}

/** From text or the number of an address; a prefix out of range gives an empty text. */
function formatIpv4(value: Dynamic, asked: bigint | null): { readonly text: string; readonly prefix: number } | undefined {
  const network = typeof value === 'string' ? parseIpv4(value) : typeof value === 'bigint' && value >= 0n && value <= 0xffff_ffffn ? { address: value, prefix: 32 } : undefined;
  if (!network || (asked !== null && (asked < 0n || asked > 32n))) return undefined;
  const prefix = Math.min(network.prefix, asked === null ? 32 : Number(asked));
  return { text: ipv4Text(masked({ ...network, prefix }, 32)), prefix };
}

function maskText(value: Dynamic, asked: bigint | null): string {
  const found = formatIpv4(value, asked);
  return found ? `${found.text}/${String(found.prefix)}` : '';
}

/** The fewest networks that cover the range exactly. */
function cidrList(first: string, last: string): Dynamic {
  const [start, end] = [parseIpv4(first), parseIpv4(last)];
  if (!start || !end || start.address > end.address) return null;
  const found: string[] = [];
  for (let at = start.address; at <= end.address; ) {
    let size = 1n;
    let prefix = 32;
    while (prefix > 0 && at % (size * 2n) === 0n && at + size * 2n - 1n <= end.address) [size, prefix] = [size * 2n, prefix - 1];
    found.push(`${ipv4Text(at)}/${String(prefix)}`);
    at += size;
  }
  return found;
}

const alphanumeric = /[\p{L}\p{N}]/u;

/** Whole addresses in a text stand between characters that are no letters, digits or dots that would go on with the number. */
function holds(source: string, wanted: string, isPrefix: boolean): boolean {
  for (let at = source.indexOf(wanted); at >= 0; at = source.indexOf(wanted, at + 1)) {
    const before = source.slice(Math.max(0, at - 2), at);
    const opens = !alphanumeric.test(before.slice(-1)) && !/\d\.$/.test(before);
    const rest = source.slice(at);
    const whole = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/.exec(rest)?.[0];
    if (!opens || whole === undefined || parseIpv4(whole) === undefined) continue;
    const closes = !alphanumeric.test(rest.charAt(whole.length)) && !/^\.\d/.test(rest.slice(whole.length));
    if (closes && (isPrefix || whole.length === wanted.length)) return true;
  }
  return false;
}

/** A prefix is an address or whole leading octets with their dot. */
function isIpv4Prefix(text: string): boolean {
  return parseIpv4(text) !== undefined || /^(\d{1,3}\.){1,3}$/.test(text);
}

function hasAny(values: readonly Dynamic[], source: string, isPrefix: boolean): boolean {
  return textsOf(values).some((wanted) => (isPrefix ? isIpv4Prefix(wanted) : parseIpv4(wanted) !== undefined) && holds(source, wanted, isPrefix));
}

const inAnyRange = (name: string, parse: Parse, bits: Bits) =>
  nativeWith({ name, parameters: ['string'], rest: 'dynamic', result: 'bool' }, () => {
    const texts = remembering((value: Dynamic | undefined) => textsOf([value ?? null]));
    return (ip, ...ranges) => isInAnyRange(parse, bits, ip, ranges.length === 1 ? texts(ranges[0]) : textsOf(ranges));
  });

export const ipFunctions: readonly NativeFunction[] = [
  native({ name: 'ipv4_compare', parameters: ['string', 'string'], optional: ['long'], result: 'long' }, (a, b, prefix) => compare(parseIpv4, 32, a, b, prefix)),
  native({ name: 'ipv6_compare', parameters: ['string', 'string'], optional: ['long'], result: 'long' }, (a, b, prefix) => compare(parseIpv6, 128, a, b, prefix)),
  native({ name: 'ipv4_is_match', parameters: ['string', 'string'], optional: ['long'], result: 'bool' }, (a, b, prefix) => isMatch(parseIpv4, 32, a, b, prefix)),
  native({ name: 'ipv6_is_match', parameters: ['string', 'string'], optional: ['long'], result: 'bool' }, (a, b, prefix) => isMatch(parseIpv6, 128, a, b, prefix)),
  native({ name: 'ipv4_is_in_range', parameters: ['string', 'string'], result: 'bool' }, (ip, range) => isInRange(parseIpv4, 32, ip, range)),
  native({ name: 'ipv6_is_in_range', parameters: ['string', 'string'], result: 'bool' }, (ip, range) => isInRange(parseIpv6, 128, ip, range)),
  inAnyRange('ipv4_is_in_any_range', parseIpv4, 32),
  inAnyRange('ipv6_is_in_any_range', parseIpv6, 128),
  native({ name: 'ipv4_is_private', parameters: ['string'], result: 'bool' }, isPrivate),
  native({ name: 'ipv4_netmask_suffix', parameters: ['string'], result: 'long' }, (ip) => { const network = parseIpv4(ip); return network ? BigInt(network.prefix) : null; }),
  native({ name: 'ipv4_range_to_cidr_list', parameters: ['string', 'string'], result: 'dynamic' }, cidrList),
  native({ name: 'parse_ipv4', parameters: ['string'], result: 'long' }, (ip) => parseMasked(ip, 32n)),
  native({ name: 'parse_ipv4_mask', parameters: ['string', 'long'], result: 'long' }, parseMasked),
  native({ name: 'parse_ipv6', parameters: ['string'], result: 'string' }, (ip) => { const network = parseIpv6(ip); return network ? ipv6Text(masked(network, 128)) : null; }),
  native({ name: 'parse_ipv6_mask', parameters: ['string', 'long'], result: 'string' }, (ip, asked) => {
    const network = parseIpv6(ip);
    return network && asked >= 0n && asked <= 128n ? ipv6Text(masked({ ...network, prefix: Math.min(network.prefix, Number(asked)) }, 128)) : null;
  }),
  native({ name: 'format_ipv4', parameters: ['dynamic'], optional: ['long'], result: 'string' }, (ip, prefix) => formatIpv4(ip, prefix)?.text ?? ''),
  native({ name: 'format_ipv4_mask', parameters: ['dynamic'], optional: ['long'], result: 'string' }, maskText),
  ...([['has_ipv4', false], ['has_any_ipv4', false], ['has_ipv4_prefix', true], ['has_any_ipv4_prefix', true]] as const).map(([name, isPrefix]) =>
    native({ name, parameters: ['string'], rest: 'dynamic', result: 'bool' }, (source, ...wanted) => hasAny(wanted, source, isPrefix))),
];
