import { quoteKqlString, type Span } from '../../base/index.ts';
import type { TreeNode } from '../../kql/index.ts';
import { vocabulary } from '../describeKql.ts';
import { lex, type Lexeme } from '../lex.ts';
import { operatorOf, parts, sourceOf } from '../treeAt.ts';
import { replacement, type Lint, type LintContext, type LintHit } from './lint.ts';
import { booleanSign, notBefore, sqlFunction, textForTime, type Word } from './sqlTerms.ts';

/** SQL where KQL is meant. The first place of a query is named, since what comes after it is read wrongly anyhow. */
export const sqlWords: Lint = {
  code: 'IT014',
  title: 'SQL instead of KQL',
  explanation: 'KQL is a pipeline: a table first, then one operator after each pipe. Words are in lower case, two equal signs compare, isnull() and isempty() find missing values, and there is no select, having or group by. Instants are written datetime(2026-01-01), and a condition is negated by not(…).',
  severity: 'error',
  onErrors: true,
  *check(context) {
    const hit = selectStatement(context) ?? (context.broken ? (firstOf(context) ?? sqlFunction(context)) : undefined) ?? nullComparison(context);
    if (hit) yield hit;
    yield* likePatterns(context);
    yield* textForTime(context);
  },
};

/** The earliest of the mistakes that a word or sign shows. */
function firstOf({ text, errors }: LintContext): LintHit | undefined {
  const words = wordsOf(text);
  for (const [index, word] of words.entries()) {
    const hit = isNull(words, index) ?? booleanSign(word, words[index + 1]) ?? notBefore(words, index) ?? fixedWord(word, words[index + 1]) ?? upperCase(word, errors) ?? missingPipe(word, errors, text) ?? singleEquals(word, words, index, text) ?? countStar(word, text) ?? dashComment(word);
    if (hit) return hit;
  }
  return undefined;
}

function wordsOf(text: string): readonly Word[] {
  const code = lex(text).filter(({ kind }) => kind !== 'comment' && kind !== 'blankLine');
  return code.map((lexeme, index) => ({ start: lexeme.start, length: lexeme.length, text: sliceOf(text, lexeme), before: sliceOf(text, code[index - 1]) }));
}

function sliceOf(text: string, lexeme: Lexeme | undefined): string {
  return lexeme ? text.slice(lexeme.start, lexeme.start + lexeme.length) : '';
}

const simpleSelect = /^select\s+(?<distinct>distinct\s+)?(?<columns>\*|[\w\s,.]+?)\s+from\s+(?<table>\w+)(?:\s+where\s+(?<condition>[^;]+?))?(?:\s+order\s+by\s+(?<order>[\w\s,]+?))?(?:\s+limit\s+(?<limit>\d+))?\s*;?$/is;

function selectStatement({ text }: LintContext): LintHit | undefined {
  if (!/^select\s/i.test(text)) return undefined;
  const groups = simpleSelect.exec(text)?.groups;
  return {
    span: { start: 0, length: 6 },
    message: 'This is SQL. A KQL query begins with the table: Table | where … | project …',
    ...(groups && { fixes: [replacement('Write it as KQL', { start: 0, length: text.length }, toKql(groups))] }),
    replaces: 'following',
  };
}

function toKql({ distinct, columns = '*', table = '', condition, order, limit }: Readonly<Record<string, string | undefined>>): string {
  const lines = [table];
  if (condition !== undefined) lines.push(`where ${conditionOf(condition)}`);
  if (distinct !== undefined) lines.push(`distinct ${columns.trim()}`);
  else if (columns.trim() !== '*') lines.push(`project ${columns.trim()}`);
  if (order !== undefined) lines.push(`sort by ${/\b(?:asc|desc)\b/i.test(order) ? lowerDirections(order) : `${order.trim()} asc`}`);
  if (limit !== undefined) lines.push(`take ${limit}`);
  return lines.join('\n| ');
}

function lowerDirections(order: string): string {
  return order.trim().replace(/\b(?:ASC|DESC)\b/gi, (word) => word.toLowerCase());
}

function conditionOf(condition: string): string {
  return condition.trim().replace(/\b(?:AND|OR|NOT|IN|BETWEEN)\b/g, (word) => word.toLowerCase()).replace(/(?<![=!<>~])=(?![=~])/g, '==').replaceAll('<>', '!=');
}

/** `x is null`, `x is not null`. */
function isNull(words: readonly Word[], index: number): LintHit | undefined {
  const [subject, is, second, third] = words.slice(index, index + 4);
  if (!subject || is?.text.toLowerCase() !== 'is' || !/^[A-Za-z_]/.test(subject.text)) return undefined;
  const negated = second?.text.toLowerCase() === 'not';
  const last = negated ? third : second;
  if (last?.text.toLowerCase() !== 'null') return undefined;
  const end = last.start + last.length;
  const test = `${negated ? 'isnotempty' : 'isempty'}(${subject.text})`;
  return {
    span: { start: is.start, length: end - is.start },
    message: `KQL has no "is null". Write ${test}; for values that are no text isnull and isnotnull do the same.`,
    fixes: [replacement(`Write ${test}`, { start: subject.start, length: end - subject.start }, test)],
    replaces: 'following',
  };
}

function fixedWord(word: Word, next: Word | undefined): LintHit | undefined {
  const name = word.text.toLowerCase();
  const by = next?.text.toLowerCase() === 'by';
  if (name === 'group' && by && word.before !== '|' && word.before !== '') return { span: word, message: 'KQL groups with by alone, inside summarize.', fixes: [replacement('Write by', { start: word.start, length: next.start + next.length - word.start }, 'by')], replaces: 'following' };
  if (word.before !== '|') return undefined;
  if (name === 'having') return { span: word, message: 'There is no having: where after summarize does the same.', fixes: [replacement('Write where', word, 'where')], replaces: 'following' };
  if (name === 'group' && by) return { span: word, message: 'There is no group by: summarize count() by … counts the rows of each group.', fixes: [replacement('Write summarize count() by', { start: word.start, length: next.start + next.length - word.start }, 'summarize count() by')], replaces: 'following' };
  if (name === 'select') return { span: word, message: 'There is no select: project names the columns to keep.', fixes: [replacement('Write project', word, 'project')], replaces: 'following' };
  return undefined;
}

const known: ReadonlySet<string> = new Set([...vocabulary.queryOperators, ...vocabulary.keywords, ...vocabulary.comparisons]);

/** `AND`, `WHERE`, `IN`: KQL's own words, in capitals. */
function upperCase(word: Word, errors: readonly Span[]): LintHit | undefined {
  const lower = word.text.toLowerCase();
  if (lower === word.text || !known.has(lower) || !errors.some(({ start }) => start === word.start)) return undefined;
  return { span: word, message: `KQL's words are in lower case: ${lower}.`, fixes: [replacement(`Write ${lower}`, word, lower)], replaces: 'following' };
}

const pipeless: ReadonlySet<string> = new Set(vocabulary.queryOperators.filter((name) => !['let', 'as', 'count', 'datatable', 'print', 'range', 'union', 'search', 'find', 'externaldata'].includes(name)));

/** `SigninLogs where …`: an operator that no pipe leads. */
function missingPipe(word: Word, errors: readonly Span[], text: string): LintHit | undefined {
  if (!pipeless.has(word.text) || word.before === '|' || word.before === '' || word.before === '(' || word.before === ';') return undefined;
  if (!errors.some(({ start }) => start === word.start) || /^\s*[=.]/.test(text.slice(word.start + word.length))) return undefined;
  return { span: word, message: `A pipe is missing before ${word.text}.`, fixes: [replacement('Add the pipe', { start: word.start, length: 0 }, '| ')], replaces: 'following' };
}

/** `where Column = value`. */
function singleEquals(word: Word, words: readonly Word[], index: number, text: string): LintHit | undefined {
  if (word.text !== '=' || !isComparison(words, index) || text[word.start + 1] === '=' || text[word.start + 1] === '~' || /[=!<>]/.test(text[word.start - 1] ?? '')) return undefined;
  return { span: word, message: 'One equal sign names a column. Two compare: ==, or =~ whatever the case.', fixes: [replacement('Write ==', word, '==')], replaces: 'following' };
}

/** Whether the operator that holds the place is a where, and no option such as kind= is meant. */
function isComparison(words: readonly Word[], index: number): boolean {
  for (let back = index - 1; back > 0; back -= 1) {
    if (words[back]?.before === '|') return words[back]?.text === 'where' || words[back]?.text === 'filter';
  }
  return false;
}

function countStar(word: Word, text: string): LintHit | undefined {
  const star = /^count\s*\(\s*\*\s*\)/.exec(text.slice(word.start));
  return word.text === 'count' && star ? { span: { start: word.start, length: star[0].length }, message: 'KQL counts rows with count(), without a star.', fixes: [replacement('Write count()', { start: word.start, length: star[0].length }, 'count()')], replaces: 'following' } : undefined;
}

function dashComment(word: Word): LintHit | undefined {
  return word.text === '-' && word.before === '-' ? { span: { start: word.start - 1, length: 2 }, message: 'Comments begin with two slashes.', fixes: [replacement('Write //', { start: word.start - 1, length: 2 }, '//')], replaces: 'following' } : undefined;
}

/** `x == null`. */
function nullComparison({ text, nodes }: LintContext): LintHit | undefined {
  for (const node of nodes) {
    if (node.kind !== 'BinaryExpression' || !['==', '!=', '<>'].includes(operatorOf(node))) continue;
    const [left, right] = parts(node);
    if (!left || right?.kind !== 'NameReference' || right.symbol || sourceOf(text, right).toLowerCase() !== 'null') continue;
    const test = `${testOf(left, operatorOf(node) !== '==')}(${sourceOf(text, left)})`;
    return { span: right.span, message: `Nothing equals null in KQL. Write ${test}.`, fixes: [replacement(`Write ${test}`, node.span, test)], replaces: 'same' };
  }
  return undefined;
}

function testOf({ type }: TreeNode, negated: boolean): string {
  return `is${negated ? 'not' : ''}${type === 'string' || type === undefined ? 'empty' : 'null'}`;
}

/** `like "%x%"`: an operator of old that takes a star, not a percent sign. */
function* likePatterns({ text, nodes }: LintContext): Generator<LintHit> {
  for (const node of nodes) {
    const operator = node.kind === 'BinaryExpression' ? operatorOf(node) : '';
    if (!/^(?:not)?like(?:cs)?$/.test(operator)) continue;
    const [left, right] = parts(node);
    const pattern = right?.string;
    if (!left || pattern === undefined || !/^%?[^%*_]*%?$/.test(pattern)) continue;
    const test = `${sourceOf(text, left)} ${operator.startsWith('not') ? '!' : ''}${likeOperator(pattern)} ${quoteKqlString(pattern.replaceAll('%', ''))}`;
    yield { span: node.span, message: `A percent sign is an ordinary character here. Write ${test}.`, fixes: [replacement(`Write ${test}`, node.span, test)] };
  }
}

function likeOperator(pattern: string): string {
  if (pattern.startsWith('%')) return pattern.endsWith('%') && pattern.length > 1 ? 'contains' : 'endswith';
  return pattern.endsWith('%') ? 'startswith' : '=~';
}
