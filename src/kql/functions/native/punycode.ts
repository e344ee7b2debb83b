/** Bootstring with the parameters of RFC 3492. */
const base = 36;
const tMin = 1;
const tMax = 26;

function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : Math.floor(delta / 2);
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + 38));
}

const threshold = (k: number, bias: number) => (k <= bias ? tMin : k >= bias + tMax ? tMax : k - bias);
const digit = (value: number) => String.fromCharCode(value < 26 ? value + 97 : value + 22);

function variableLength(delta: number, bias: number): string {
  let text = '';
  let rest = delta;
  for (let k = base; ; k += base) {
    const t = threshold(k, bias);
    if (rest < t) return text + digit(rest);
    text += digit(t + ((rest - t) % (base - t)));
    rest = Math.floor((rest - t) / (base - t));
  }
}

export function encodePunycode(text: string): string {
  const points = Array.from(text).map((character) => character.codePointAt(0) ?? 0);
  const plain = points.filter((point) => point < 128);
  let output = String.fromCodePoint(...plain);
  if (plain.length === points.length) return output;
  if (plain.length > 0) output += '-';
  let [next, delta, bias, handled] = [128, 0, 72, plain.length];
  while (handled < points.length) {
    const lowest = Math.min(...points.filter((point) => point >= next));
    delta += (lowest - next) * (handled + 1);
    next = lowest;
    for (const point of points) {
      if (point < next) delta += 1;
      if (point !== next) continue;
      output += variableLength(delta, bias);
      bias = adapt(delta, handled + 1, handled === plain.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    next += 1;
  }
  return output;
}

function digitValue(character: string | undefined): number {
  if (character === undefined) return base;
  const code = character.toLowerCase().charCodeAt(0);
  return code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? code - 22 : base;
}

/** Undefined for what no text encodes to. */
export function decodePunycode(text: string): string | undefined {
  const cut = text.lastIndexOf('-');
  const output = Array.from(text.slice(0, Math.max(0, cut))).map((character) => character.codePointAt(0) ?? 0);
  if (output.some((point) => point > 127)) return undefined;
  let [next, index, bias] = [128, 0, 72];
  for (let at = cut < 0 ? 0 : cut + 1; at < text.length; ) {
    const before = index;
    for (let [k, weight] = [base, 1]; ; k += base) {
      const value = digitValue(text[at]);
      at += 1;
      if (value >= base) return undefined;
      index += value * weight;
      const t = threshold(k, bias);
      if (value < t) break;
      weight *= base - t;
      if (weight > Number.MAX_SAFE_INTEGER / base) return undefined;
    }
    bias = adapt(index - before, output.length + 1, before === 0);
    next += Math.floor(index / (output.length + 1));
    if (next > 0x10ffff) return undefined;
    index %= output.length + 1;
    output.splice(index, 0, next);
    index += 1;
  }
  return String.fromCodePoint(...output);
}
