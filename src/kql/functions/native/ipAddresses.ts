/** An address as a number with the length of its network prefix (32 or 128 when none is written). */
export interface Network {
  readonly address: bigint;
  readonly prefix: number;
}

const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

function ipv4Number(text: string): bigint | undefined {
  const match = octets.exec(text);
  if (!match) return undefined;
  const numbers = match.slice(1).map(Number);
  return numbers.some((number) => number > 255) ? undefined : numbers.reduce((sum, number) => sum * 256n + BigInt(number), 0n);
}

function splitPrefix(text: string, longest: number): { readonly host: string; readonly prefix: number } | undefined {
  const [host = '', suffix, ...rest] = text.trim().split('/');
  if (rest.length > 0) return undefined;
  if (suffix === undefined) return { host, prefix: longest };
  const prefix = Number(suffix);
  return /^\d{1,3}$/.test(suffix) && prefix <= longest ? { host, prefix } : undefined;
}

export function parseIpv4(text: string): Network | undefined {
  const parts = splitPrefix(text, 32);
  const address = parts && ipv4Number(parts.host);
  return parts && address !== undefined ? { address, prefix: parts.prefix } : undefined;
}

/** An IPv4 address is the IPv6 address that maps it, its prefix counted from there. */
export function parseIpv6(text: string): Network | undefined {
  const parts = splitPrefix(text, 128);
  if (!parts) return undefined;
  // "::a.b.c.d" and "::ffff:a.b.c.d" are the IPv4 address a.b.c.d.
  const ipv4 = ipv4Number(parts.host.replace(/^::(ffff:)?(?=\d+\.)/i, ''));
  if (ipv4 !== undefined) {
    const written = text.includes('/');
    const ownPrefix = parts.prefix <= 32 ? parts.prefix + 96 : parts.prefix;
    return { address: 0xffff_0000_0000n + ipv4, prefix: written ? ownPrefix : 128 };
  }
  const address = ipv6Number(parts.host);
  return address === undefined ? undefined : { address, prefix: parts.prefix };
}

function ipv6Number(text: string): bigint | undefined {
  const [plain = ''] = text.split('%');
  const embedded = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  const tail = embedded && ipv4Number(embedded[2] ?? '');
  if (embedded && (tail === undefined || tail === null)) return undefined;
  const whole = embedded && typeof tail === 'bigint' ? `${embedded[1] ?? ''}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}` : plain;
  const halves = whole.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) ? BigInt(`0x${groups.map((group) => group.padStart(4, '0')).join('')}`) : undefined;
}

export function masked({ address, prefix }: Network, bits: 32 | 128): bigint {
  const host = BigInt(bits - Math.min(prefix, bits));
  return (address >> host) << host;
}

export function ipv4Text(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => ((address >> shift) & 255n).toString()).join('.');
}

/** All eight groups in full, as Kusto's canonical form has them. */
export function ipv6Text(address: bigint): string {
  return address.toString(16).padStart(32, '0').replace(/(.{4})(?!$)/g, '$1:');
}
