import type { Dynamic } from './dynamicValue.ts';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

interface Element {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: (readonly [string, Dynamic])[];
  text: string;
}

const tokens = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/y;

function newElement(name: string, attributes: string): Element {
  const found = [...attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return { name, attributes: found.map(([, key = '', double, single]) => [`@${key}`, decoded(double ?? single ?? '')] as const), children: [], text: '' };
}

/** Attributes as `@name`, text as `#text` beside other content, elements of one name as an array. */
function valueOf({ attributes, children, text }: Element): Dynamic {
  const content = text.trim();
  if (attributes.length === 0 && children.length === 0) return content === '' ? null : content;
  const bag = new Map<string, Dynamic>(attributes);
  if (content !== '') bag.set('#text', content);
  for (const name of new Set(children.map(([child]) => child))) {
    const items = children.filter(([child]) => child === name).map(([, value]) => value);
    bag.set(name, items.length === 1 ? (items[0] ?? null) : items);
  }
  return bag;
}

/** The document as nested bags; null for what is no XML or is longer than Kusto takes. */
export function parseXml(text: string): Dynamic {
  if (text.length > 1_048_576) return null;
  const root: Element = { name: '', attributes: [], children: [], text: '' };
  const open: Element[] = [root];
  const token = new RegExp(tokens);
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    const parent = open.at(-1);
    if (!match || !parent) return null;
    const [, data, closing, opening, attributes = '', empty, characters] = match;
    if (data !== undefined) parent.text += data;
    else if (characters !== undefined) parent.text += decoded(characters);
    else if (closing !== undefined) {
      const outer = open.at(-2);
      if (!outer || parent.name !== closing) return null;
      open.pop();
      outer.children.push([closing, valueOf(parent)]);
    } else if (opening !== undefined) {
      const element = newElement(opening, attributes);
      if (empty === '/') parent.children.push([opening, valueOf(element)]);
      else open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1 || root.text.trim() !== '') return null;
  return new Map(root.children);
}
