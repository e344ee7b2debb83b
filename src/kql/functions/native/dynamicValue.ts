/**
 * A dynamic value as native functions see it: a long is a bigint and a real a number, so that `1` and `1.0` stay apart
 * and no digit is lost; a bag is a Map, which keeps the order of its keys. Never changed in place: values are shared between rows.
 */
export type Dynamic = null | boolean | string | number | bigint | DynamicArray | DynamicBag;
export type DynamicArray = readonly Dynamic[];
export type DynamicBag = ReadonlyMap<string, Dynamic>;

export function isArray(value: Dynamic): value is DynamicArray {
  return Array.isArray(value);
}

export function isBag(value: Dynamic): value is DynamicBag {
  return value instanceof Map;
}

export function isNumber(value: Dynamic): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** The value of a JSON text; throws SyntaxError for anything else. */
export function parseDynamic(text: string): Dynamic {
  const reader = new JsonReader(text);
  return reader.readAll();
}

/** Compact JSON as Kusto writes it: a real always shows that it is one, infinities and NaN are strings. */
export function dynamicText(value: Dynamic): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return realJson(value);
  if (isArray(value)) return `[${value.map(dynamicText).join(',')}]`;
  if (isBag(value)) return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}:${dynamicText(item)}`).join(',')}}`;
  return String(value);
}

function realJson(value: number): string {
  if (!Number.isFinite(value)) return JSON.stringify(String(value));
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

const plainText = /[^"\\]*"/y;
const numberText = /-?\d+(\.\d+)?([eE][+-]?\d+)?/y;
const words: readonly (readonly [string, Dynamic])[] = [['true', true], ['false', false], ['null', null]];

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): Dynamic {
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) this.#fail();
    return value;
  }

  #fail(): never {
    throw new SyntaxError(`no JSON at position ${String(this.#at)}`);
  }

  #space(): void {
    while (this.#text.charCodeAt(this.#at) <= 32) this.#at += 1;
  }

  #take(character: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #value(depth: number): Dynamic {
    if (depth > 500) this.#fail();
    if (this.#take('"')) return this.#string();
    if (this.#take('{')) return this.#bag(depth);
    if (this.#take('[')) return this.#array(depth);
    for (const [word, value] of words) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    return this.#number();
  }

  #number(): number | bigint {
    numberText.lastIndex = this.#at;
    const found = numberText.exec(this.#text);
    if (!found) this.#fail();
    this.#at = numberText.lastIndex;
    const [text, fraction, exponent] = found;
    if (fraction !== undefined || exponent !== undefined) return Number(text);
    const whole = BigInt(text);
    return BigInt.asIntN(64, whole) === whole ? whole : Number(text);
  }

  #string(): string {
    const start = this.#at;
    plainText.lastIndex = start;
    if (plainText.test(this.#text)) {
      this.#at = plainText.lastIndex;
      return this.#text.slice(start, this.#at - 1);
    }
    for (let end = start; end < this.#text.length; end += 1) {
      if (this.#text[end] === '\\') end += 1;
      else if (this.#text[end] === '"') {
        this.#at = end + 1;
        return JSON.parse(this.#text.slice(start - 1, this.#at)) as string;
      }
    }
    return this.#fail();
  }

  #array(depth: number): Dynamic {
    const items: Dynamic[] = [];
    if (this.#take(']')) return items;
    do items.push(this.#value(depth + 1));
    while (this.#take(','));
    if (!this.#take(']')) this.#fail();
    return items;
  }

  #bag(depth: number): Dynamic {
    const bag = new Map<string, Dynamic>();
    if (this.#take('}')) return bag;
    do {
      if (!this.#take('"')) this.#fail();
      const key = this.#string();
      if (!this.#take(':')) this.#fail();
      bag.set(key, this.#value(depth + 1));
    } while (this.#take(','));
    if (!this.#take('}')) this.#fail();
    return bag;
  }
}
