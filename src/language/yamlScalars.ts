import { RegionBuilder, type Region } from './region.ts';

/** How the text of a scalar that is no block is written. */
interface Quoting {
  /** What stands for a character, or for none. */
  readonly escape: RegExp;
  /** Undefined for an escape that YAML does not know. */
  readonly read: (escape: string) => string | undefined;
  readonly write?: (text: string) => string;
}

export const plain: Quoting = { escape: /(?!)/g, read: () => undefined };
export const singleQuoted: Quoting = { escape: /''/g, read: () => "'", write: (text) => text.replaceAll("'", "''") };
export const doubleQuoted: Quoting = {
  escape: /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])/g,
  read: (escape) => characterOf(escape.slice(1)),
  write: (text) => text.replace(/["\\]/g, '\\$&'),
};

const named: Readonly<Record<string, string>> = { 0: '\0', a: '\x07', b: '\b', t: '\t', '\t': '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\x1b', ' ': ' ', '"': '"', '/': '/', '\\': '\\', N: '\u0085', _: '\u00a0', L: '\u2028', P: '\u2029' };

function characterOf(escape: string): string | undefined {
  if (escape.length === 1) return named[escape];
  const code = Number.parseInt(escape.slice(1), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** A plain or quoted scalar, whose line ends are folded; undefined for one that YAML would not take. */
export function flowRegion(source: string, offset: number, { escape, read, write }: Quoting): Region | undefined {
  const builder = new RegionBuilder();
  const lines = source.split(/(?<=\n)/);
  let blank = 0;
  let at = offset;
  for (const [index, line] of lines.entries()) {
    const last = index === lines.length - 1;
    const cut = index === 0 ? 0 : (/^[^\S\n]*/.exec(line)?.[0].length ?? 0);
    const text = last ? line.slice(cut) : line.slice(cut).trimEnd();
    if (text === '' && index > 0 && !last) {
      blank += 1;
    } else {
      if (index > 0) builder.addFolded(blank === 0 ? ' ' : '\n'.repeat(blank));
      blank = 0;
      if (!addUnescaped(builder, text, at + cut, escape, read)) return undefined;
    }
    at += line.length;
  }
  // A scalar of one line stays one.
  const lineBreak = /\r?\n[^\S\n]*(?=\S)/.exec(source)?.[0] ?? ' ';
  return builder.build('whole', { lineBreak, ...(write && { escape: write }) });
}

function addUnescaped(builder: RegionBuilder, text: string, offset: number, escape: RegExp, read: Quoting['read']): boolean {
  let from = 0;
  for (const { 0: written, index } of text.matchAll(escape)) {
    const character = read(written);
    if (character === undefined) return false;
    builder.add(text.slice(from, index), offset + from);
    builder.add(character, offset + index, written.length);
    from = index + written.length;
  }
  builder.add(text.slice(from), offset + from);
  return true;
}
