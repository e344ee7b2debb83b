import type { TreeNode } from '../kql/index.ts';
import { functionTexts } from './data/functionTexts.ts';
import { comparisonTexts, keywordTexts, queryOperatorTexts } from './data/operatorTexts.ts';
import { codeBlock, joinMarkdown, plain } from './markdown.ts';

const parseTexts = (source: string): ReadonlyMap<string, string> =>
  new Map(source.trim().split('\n').map((line) => {
    const colon = line.indexOf(': ');
    return [line.slice(0, colon), line.slice(colon + 2)];
  }));

const queryOperators = parseTexts(queryOperatorTexts);
const keywords = parseTexts(keywordTexts);
const comparisons = parseTexts(comparisonTexts);
const operators = new Map([...queryOperators, ...keywords, ...comparisons]);
const functions = parseTexts(functionTexts);

/** Our words about a function or aggregate, plain text. */
export function functionText(name: string): string | undefined {
  return functions.get(name);
}

/** Our words about an operator or keyword, plain text. */
export function operatorText(name: string): string | undefined {
  return operators.get(name.toLowerCase());
}

/** Words of KQL that have a text of ours: the grammar is made of them. */
export const vocabulary = {
  queryOperators: [...queryOperators.keys()],
  keywords: [...keywords.keys()],
  comparisons: [...comparisons.keys()],
  functions: [...functions.keys()],
} as const;

/** A function's declaration from Microsoft's quick info, and what it does; empty where neither is known. */
export function describeFunction(name: string, quickInfo: readonly string[]): string | undefined {
  const text = functions.get(name);
  const [declaration, ...rest] = quickInfo;
  if (text === undefined && declaration === undefined) return undefined;
  return joinMarkdown(declaration === undefined ? undefined : codeBlock(declaration), text === undefined ? rest.map(plain).join('\n\n') : plain(text));
}

/** Tokens that are literals; and names, unless they name an option such as `kind`. */
const notOperators: ReadonlySet<string> = new Set(['LiteralExpression', 'BracketedName']);

/** An operator or keyword under the cursor; undefined for any other token. */
export function describeOperator(token: TreeNode): string | undefined {
  const { parent } = token;
  if (!parent || notOperators.has(parent.kind)) return undefined;
  if (parent.kind === 'TokenName' && parent.parent?.parent?.kind !== 'NamedParameter') return undefined;
  const name = (token.text ?? '').toLowerCase();
  const text = operators.get(name);
  return text === undefined ? undefined : joinMarkdown(codeBlock(name), plain(text));
}
