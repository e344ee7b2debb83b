import type { Span } from '../../base/index.ts';
import type { TreeNode } from '../../kql/index.ts';
import { operatorOf, parts, sourceOf } from '../treeAt.ts';
import { replacement, type LintContext, type LintHit } from './lint.ts';

/** A lexeme with its text, and the text of the one before it. */
export interface Word extends Span {
  readonly text: string;
  readonly before: string;
}

/** `&&` and `||`. */
export function booleanSign(word: Word, next: Word | undefined): LintHit | undefined {
  if ((word.text !== '&' && word.text !== '|') || next?.text !== word.text || next.start !== word.start + 1) return undefined;
  const name = word.text === '&' ? 'and' : 'or';
  const span = { start: word.start, length: 2 };
  return { span, message: `KQL writes ${name} for ${word.text}${word.text}.`, fixes: [replacement(`Write ${name}`, span, name)], replaces: 'following' };
}

const negatable: ReadonlySet<string> = new Set(['in', 'has', 'contains', 'startswith', 'endswith', 'between', 'has_cs', 'contains_cs']);

/** `x not in (…)`, and `not x == y` without parentheses. */
export function notBefore(words: readonly Word[], index: number): LintHit | undefined {
  const [word, next] = words.slice(index, index + 2);
  if (word?.text.toLowerCase() !== 'not' || !next || next.text === '(') return undefined;
  if (negatable.has(next.text.toLowerCase())) {
    const span = { start: word.start, length: next.start + next.length - word.start };
    const operator = `!${next.text.toLowerCase()}`;
    return { span, message: `KQL negates an operator with an exclamation mark: ${operator}.`, fixes: [replacement(`Write ${operator}`, span, operator)], replaces: 'following' };
  }
  if (!/^(?:where|filter|and|or|\()$/i.test(word.before)) return undefined;
  const last = endOfCondition(words, index + 1);
  return {
    span: word,
    message: 'not is a function: what it negates stands in parentheses, not(…).',
    fixes: [{ title: 'Add the parentheses', preferred: true, changes: [{ span: { start: word.start + word.length, length: next.start - word.start - word.length }, text: '(' }, { span: { start: last.start + last.length, length: 0 }, text: ')' }] }],
    replaces: 'following',
  };
}

/** The last word of the condition that begins here. */
function endOfCondition(words: readonly Word[], from: number): Span {
  let depth = 0;
  for (let index = from; index < words.length; index += 1) {
    const text = words[index]?.text ?? '';
    if (depth === 0 && /^(?:and|or|\||\)|;)$/i.test(text)) return words[index - 1] ?? { start: 0, length: 0 };
    if (/^[([{]$/.test(text)) depth += 1;
    if (/^[)\]}]$/.test(text)) depth -= 1;
  }
  return words.at(-1) ?? { start: 0, length: 0 };
}

/** SQL's functions, by what KQL calls them. */
const functions: Readonly<Record<string, string>> = {
  len: 'strlen', length: 'strlen', substr: 'substring', concat: 'strcat', upper: 'toupper', ucase: 'toupper', lower: 'tolower', lcase: 'tolower', getdate: 'now', sysdate: 'now',
  current_timestamp: 'now', dateadd: 'datetime_add', datediff: 'datetime_diff', datepart: 'datetime_part', nvl: 'coalesce', ifnull: 'coalesce', instr: 'indexof', charindex: 'indexof',
  to_char: 'tostring', to_date: 'todatetime', group_concat: 'make_list', string_agg: 'make_list', array_agg: 'make_list', stddev: 'stdev', ceil: 'ceiling',
};

/** `LEN(x)`, `UPPER(x)`: a function that Kusto does not know, by its name in SQL. */
export function sqlFunction({ text, nodes, errors }: LintContext): LintHit | undefined {
  for (const node of nodes) {
    const name = node.kind === 'FunctionCallExpression' && !node.symbol ? parts(node)[0] : undefined;
    if (!name || !errors.some(({ code, start }) => code === 'KS211' && start === name.span.start)) continue;
    const written = sourceOf(text, name);
    const known = Object.hasOwn(functions, written.toLowerCase()) ? functions[written.toLowerCase()] : undefined;
    if (known !== undefined) return { span: name.span, message: `KQL calls ${written} ${known}.`, fixes: [replacement(`Write ${known}`, name.span, known)], replaces: 'same' };
  }
  return undefined;
}

const instant = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?Z?$/;

/** `TimeGenerated > '2026-01-01'`. */
export function* textForTime({ nodes }: LintContext): Generator<LintHit> {
  for (const node of nodes) {
    if (node.kind !== 'BinaryExpression' || !/^(?:[<>]=?|[=!]=|<>)$/.test(operatorOf(node))) continue;
    const sides = parts(node);
    const literal = sides.find(({ string }) => string !== undefined && instant.test(string));
    const other = sides.find((side) => side !== literal);
    if (!literal || other?.type !== 'datetime') continue;
    yield timeHit(literal, node);
  }
}

function timeHit(literal: TreeNode, comparison: TreeNode): LintHit {
  const written = `datetime(${literal.string ?? ''})`;
  const operator = comparison.children.find(({ kind }) => kind === 'Token')?.span ?? literal.span;
  return { span: { start: operator.start, length: literal.span.start + literal.span.length - operator.start }, message: `A text is no instant. Write ${written}.`, fixes: [replacement(`Write ${written}`, literal.span, written)], replaces: 'same' };
}
