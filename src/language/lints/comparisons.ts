import { quoteKqlString } from '../../base/index.ts';
import type { TreeNode } from '../../kql/index.ts';
import { findOperation, type OperationMatch } from '../../reference/index.ts';
import { columnOfSide, comparedColumn, type ComparedColumn } from '../comparedColumn.ts';
import type { Fix } from '../finding.ts';
import { ancestors, operatorOf, parts, sourceOf, walk } from '../treeAt.ts';
import { replacement, type Lint, type LintContext, type LintHit } from './lint.ts';

const codeColumns: ReadonlySet<string> = new Set(['ResultType', 'ErrorCode', 'ResultSignature']);
const equalities: ReadonlySet<string> = new Set(['Equal', 'NotEqual', 'EqualTilde', 'BangTilde']);

/** `ResultType == 50126`: the column is a string. */
export const numberForCode: Lint = {
  code: 'IT001',
  title: 'ResultType compared with a number',
  explanation: 'ResultType is a string in every sign-in table. Kusto takes a number that is written out for its digits, but not one that is computed, and no number with has or =~. With quotes the query says what is compared.',
  severity: 'information',
  onErrors: true,
  *check({ text, nodes }) {
    for (const node of nodes) {
      if (node.kind !== 'LiteralExpression' || (node.type !== 'long' && node.type !== 'int')) continue;
      const column = comparedColumn(node);
      if (!column || column.type !== 'string' || !codeColumns.has(column.name)) continue;
      const code = sourceOf(text, node);
      yield {
        span: node.span,
        message: `${column.name} is a string, and ${code} is a number: only its digits are compared. Write "${code}".`,
        fixes: [replacement(`Write "${code}"`, node.span, `"${code}"`)],
        replaces: 'same',
      };
    }
  },
};

/** An exact comparison with an operation whose spelling in logs differs by dash or blanks. */
export const operationSpelling: Lint = {
  code: 'IT005',
  title: 'Operation name in one of several spellings',
  explanation: 'Some operations are logged with an en dash and a blank at the end where the documentation has a hyphen. An exact comparison with one spelling misses the records with the others; compare a part that all share with has.',
  severity: 'warning',
  *check({ text, nodes }) {
    for (const node of nodes) {
      if (node.string === undefined || node.kind !== 'LiteralExpression') continue;
      const column = comparedColumn(node) ?? columnOfList(node, nodes);
      if (column?.name !== 'OperationName' && column?.name !== 'ActivityDisplayName') continue;
      const match = findOperation(node.string);
      if (match && differsInMoreThanCase(match)) yield* spellingHit(text, node, match);
    }
  },
};

/** The column that a list with a name is compared with: `let names = dynamic(["…"]); T | where OperationName in (names)`. */
function columnOfList(literal: TreeNode, nodes: LintContext['nodes']): ComparedColumn | undefined {
  const declaration = [...ancestors(literal)].find(({ kind }) => kind === 'LetStatement');
  const name = declaration && [...walk(declaration)].find(({ kind }) => kind === 'NameDeclaration');
  const listed = declaration && parts(declaration).some(({ kind }) => kind === 'DynamicExpression' || kind === 'FunctionCallExpression');
  const label = name && [...walk(name)].find(({ kind }) => kind === 'Token')?.text;
  if (!listed || label === undefined) return undefined;
  const uses = nodes.filter((node) => node.kind === 'NameReference' && node.symbol?.kind === 'variable' && node.symbol.name === label);
  return uses.map(comparedColumn).find((column) => column !== undefined);
}

function differsInMoreThanCase({ spellings }: OperationMatch): boolean {
  return new Set(spellings.map((spelling) => spelling.toLowerCase())).size > 1;
}

function* spellingHit(text: string, literal: TreeNode, { operation, spellings }: OperationMatch): Generator<LintHit> {
  const comparison = literal.parent;
  const listed = comparison?.kind === 'ExpressionList' ? parts(comparison).flatMap(({ string }) => string ?? []) : undefined;
  const sought = literal.string?.toLowerCase() ?? '';
  const found = isSearch(comparison) ? (spelling: string) => spelling.toLowerCase().includes(sought) : (spelling: string) => spelling === literal.string || listed?.includes(spelling) === true;
  const missing = spellings.filter((spelling) => !found(spelling));
  if (missing.length === 0 || missing.length === spellings.length || !(isSearch(comparison) || isExact(comparison))) return;
  const shared = operation.name.split(/ [-\u2013] /).at(-1) ?? operation.name;
  const fixes = isSearch(comparison)
    ? [replacement(`Look for "${shared}"`, literal.span, quoteKqlString(shared))]
    : listed
    ? [replacement('List every spelling', literal.span, spellings.filter((spelling) => spelling === literal.string || !listed.includes(spelling)).map((spelling) => quoteKqlString(spelling)).join(', '))]
    : comparison && operatorOf(comparison) !== '!=' ? [hasFix(text, comparison, shared)] : [];
  yield {
    span: literal.span,
    message: `Logs also spell this operation ${missing.map((spelling) => quoteKqlString(spelling)).join(' and ')}: dashes and blanks count, so this finds only some of the records. Compare with has "${shared}".`,
    fixes,
  };
}

/** `has` and its like find every spelling that holds the whole text, dashes and all. */
function isSearch(comparison: TreeNode | undefined): boolean {
  const holder = comparison?.kind === 'ExpressionList' ? comparison.parent : comparison;
  return holder?.kind === 'HasAnyExpression' || holder?.kind === 'HasAllExpression' || (holder?.kind === 'BinaryExpression' && /^(?:has|contains|startswith)/.test(operatorOf(holder)));
}

/** Compared as a whole; a list with a name is. */
function isExact(comparison: TreeNode | undefined): boolean {
  if (comparison?.kind === 'ExpressionList') return comparison.parent?.kind === 'InExpression';
  if (comparison?.kind.startsWith('Json') === true) return true;
  return comparison?.kind === 'BinaryExpression' && equalities.has(comparison.symbol?.name ?? '');
}

function hasFix(text: string, comparison: TreeNode, shared: string): ReturnType<typeof replacement> {
  const [left] = parts(comparison);
  return replacement(`Compare with has "${shared}"`, comparison.span, `${left ? sourceOf(text, left) : ''} has "${shared}"`);
}

/** A comparison of a time with itself plus or minus something: always or never true. */
export const timeWithItself: Lint = {
  code: 'IT009',
  title: 'A time compared with itself',
  explanation: 'A column compared with a value computed from the same column of the same row is true for every row or for none. Compare the columns of the two tables that the join brings together: give one of them another name before the join.',
  severity: 'warning',
  *check(context) {
    for (const node of context.nodes) yield* selfComparison(node, context);
  },
};

const orders: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=']);

function* selfComparison(node: TreeNode, { text, analysis }: LintContext): Generator<LintHit> {
  if (node.kind !== 'BinaryExpression' || !orders.has(operatorOf(node))) return;
  const [left, right] = parts(node).map((side) => columnOfSide(side));
  if (!left || !right || left.node.symbol?.name !== right.node.symbol?.name) return;
  if (!onlyMovesTime(parts(node)[0]) || !onlyMovesTime(parts(node)[1])) return;
  yield {
    span: node.span,
    message: `Both sides of "${sourceOf(text, node)}" come from ${left.node.symbol?.name ?? 'one column'} of the same row, so this is true for every row or for none.`,
    fixes: otherSide(left.node.symbol?.name ?? '', [right.node, left.node], analysis),
  };
}

/** After a join the right table's column of the same name has a 1 behind it. */
function otherSide(name: string, places: readonly TreeNode[], analysis: LintContext['analysis']): readonly Fix[] {
  const joined = `${name}1`;
  const [first] = places;
  if (!first || !analysis.columnsAt(first.span.start).some((column) => column.name === joined)) return [];
  return places.map(({ span }, index) => ({ ...replacement(`Compare with ${joined} of the joined table, on the ${index === 0 ? 'right' : 'left'}`, span, joined), preferred: false }));
}

const timeArithmetic: ReadonlySet<string> = new Set(['datetime_add', 'NameReference', 'LiteralExpression']);

/** A column alone, or moved by a constant: anything else may well differ from the column. */
function onlyMovesTime(side: TreeNode | undefined): boolean {
  if (side?.type !== 'datetime') return false;
  return [...walk(side)].every(({ kind, symbol }) => {
    if (kind === 'FunctionCallExpression') return timeArithmetic.has(symbol?.name ?? '');
    return kind !== 'BinaryExpression' || symbol?.name === 'Add' || symbol?.name === 'Subtract';
  });
}
