/** A seeded stream of numbers (mulberry32): the same seed gives the same tenant on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number of `0 … below-1`. */
  below(limit: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  guid(): string;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = () => word() / 4_294_967_296;
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    guid: () => guidOfWords(word(), word(), word(), word()),
  };
}

/** The GUID that always stands for this text: the cast keeps its IDs whatever the seed. */
export function idOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return createRandom(hash).guid();
}

/** The token identifier of a sign-in, as Microsoft Entra writes it: base64 (URL form, no padding) of the sign-in's ID. */
export function tokenIdentifier(signInId: string): string {
  return Buffer.from(signInId, 'latin1').toString('base64url');
}

function guidOfWords(a: number, b: number, c: number, d: number): string {
  const hex = [a, b, c, d].map((word) => word.toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
