import { quoteKqlString, type Span } from '../base/index.ts';
import type { TreeNode } from '../kql/index.ts';
import type { KqlDocument, Statement } from './document.ts';
import type { TextChange } from './finding.ts';
import { changeInDocument, placeAt } from './place.ts';
import { ancestors, operatorOf, parts, sourceOf, tokenAt, walk } from './treeAt.ts';

export interface Refactoring {
  readonly title: string;
  readonly kind: 'extract' | 'inline' | 'rewrite';
  readonly changes: readonly TextChange[];
}

/** What the place offers, in offsets of the query. */
type Offer = (context: Context) => Refactoring | undefined;

interface Context {
  readonly text: string;
  readonly tree: TreeNode;
  readonly statement: Statement;
  readonly document: KqlDocument;
  /** The selection in the query's text, without blanks around it. */
  readonly selection: Span;
  readonly token: TreeNode | undefined;
}

/** Ways to rewrite the selected part of a query, or what stands at the cursor, without a change of its meaning. */
export function refactorings(document: KqlDocument, { start, length }: Span): readonly Refactoring[] {
  const place = placeAt(document, start)?.inStatement;
  const analysis = place?.statement.content.analysis;
  if (!place || !analysis || analysis.problems().some(({ severity }) => severity === 'error')) return [];
  const { statement, offset } = place;
  if (!mayGrowLines(statement)) return [];
  const text = statement.content.text;
  const context: Context = { text, tree: analysis.tree(), statement, document, selection: trimmed(text, offset, offset + length), token: tokenAt(analysis.tree(), offset) };
  return [extractLet, inlineLet, wrapInFunction, addTimeFilter, nameToId]
    .flatMap((offer) => offer(context) ?? [])
    .map((offered) => ({ ...offered, changes: offered.changes.map((change) => changeInDocument(statement, change)) }));
}

/** Where line ends count as blanks, a comment swallows what is put behind it. */
function mayGrowLines({ region: { region, lexemes } }: Statement): boolean {
  return (region.takesLines && !region.folded) || !lexemes.some(({ kind }) => kind === 'comment');
}

function trimmed(text: string, from: number, to: number): Span {
  const end = Math.min(text.length, to);
  const selected = text.slice(from, end);
  const start = from + (selected.length - selected.trimStart().length);
  return { start, length: Math.max(0, selected.trim().length) };
}

const literals: ReadonlySet<string> = new Set(['LiteralExpression', 'CompoundStringLiteralExpression']);

/** `let name = …;` before the statement, and the name where the expression stood. */
const extractLet: Offer = ({ text, tree, selection, token }) => {
  const node = selection.length === 0 ? [...(token ? ancestors(token) : [])].find(({ kind }) => literals.has(kind)) : [...walk(tree)].find((candidate) => isExpression(candidate) && sameSpan(candidate.span, selection));
  const owner = node && statementOf(node);
  if (!node || !owner || !isExpression(node) || dependsOnRow(node) || owner.kind === 'LetStatement' && sameSpan(owner.children.at(-1)?.span ?? owner.span, node.span)) return undefined;
  const name = freeName(text, node.type === 'table' ? 'rows' : (nameByType[node.type ?? ''] ?? 'value'));
  const value = sourceOf(text, node);
  return {
    title: `Extract to let ${name}`,
    kind: 'extract',
    changes: [{ span: { start: owner.span.start, length: 0 }, text: `let ${name} = ${value};\n` }, { span: node.span, text: name }],
  };
};

const nameByType: Readonly<Record<string, string>> = { timespan: 'window', datetime: 'instant', string: 'text', long: 'number', int: 'number', real: 'number', bool: 'condition', dynamic: 'list', guid: 'id' };

function isExpression({ type, kind }: TreeNode): boolean {
  return type !== undefined && !kind.endsWith('Operator') && !kind.endsWith('Clause') && kind !== 'NameDeclaration' && kind !== 'SimpleNamedExpression';
}

/** Whether the expression reads the row it is computed for, or a parameter: outside it would mean nothing. */
function dependsOnRow(node: TreeNode): boolean {
  if (node.type === 'table') return [...walk(node)].some(({ symbol }) => symbol?.kind === 'parameter') || node.kind === 'NameReference';
  return node.kind === 'NameReference' || [...walk(node)].some(({ symbol, kind }) => kind === 'StarExpression' || symbol?.kind === 'column' || symbol?.kind === 'parameter');
}

function statementOf(node: TreeNode): TreeNode | undefined {
  return [...ancestors(node)].find(({ parent }) => parent?.kind === 'QueryBlock' && parent.parent?.kind === 'Root');
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.length === b.length;
}

function freeName(text: string, wish: string): string {
  let name = wish;
  for (let index = 2; new RegExp(`\\b${name}\\b`).test(text); index += 1) name = `${wish}${String(index)}`;
  return name;
}

/** The value in every place of the name, and no `let` any more. */
const inlineLet: Offer = ({ text, statement, token }) => {
  const analysis = statement.content.analysis;
  const variable = token && [...ancestors(token)].find(({ symbol }) => symbol)?.symbol;
  const places = token && variable?.kind === 'variable' ? (analysis?.related(token.span.start) ?? []) : [];
  const declared = places.find(({ declaration }) => declaration);
  const name = declared && tokenAt(analysis?.tree() ?? token as TreeNode, declared.span.start);
  const owner = name && [...ancestors(name)].find(({ kind }) => kind === 'LetStatement');
  const value = owner && parts(owner).at(-1);
  if (!declared || !owner || !value || places.length < 2) return undefined;
  const source = sourceOf(text, value);
  const inlined = isAtomic(value) ? source : `(${source})`;
  const end = owner.span.start + owner.span.length;
  const rest = /^\s*;?[^\S\n]*\r?\n?/.exec(text.slice(end))?.[0].length ?? 0;
  return {
    title: `Inline ${variable?.name ?? 'the name'}`,
    kind: 'inline',
    changes: [{ span: { start: owner.span.start, length: end + rest - owner.span.start }, text: '' }, ...places.filter(({ declaration }) => !declaration).map(({ span }) => ({ span, text: inlined }))],
  };
};

function isAtomic({ kind }: TreeNode): boolean {
  return /^(?:Literal|FunctionCall|Parenthesized|Dynamic|CompoundStringLiteral)Expression$|^NameReference$/.test(kind);
}

/** `let name = () { … }; name()` round the query at the cursor. */
const wrapInFunction: Offer = ({ text, tree, selection }) => {
  const last = [...walk(tree)].filter(({ kind, parent }) => kind === 'ExpressionStatement' && parent?.parent?.kind === 'Root').at(-1);
  const query = last && parts(last)[0];
  if (!last || query?.type !== 'table' || query.kind === 'FunctionCallExpression' || selection.start < last.span.start) return undefined;
  const name = freeName(text, 'query');
  const body = sourceOf(text, query).split('\n').map((line) => (line.trim() === '' ? line : `    ${line}`)).join('\n');
  return { title: 'Wrap in a function', kind: 'extract', changes: [{ span: query.span, text: `let ${name} = () {\n${body}\n};\n${name}()` }] };
};

/** `| where TimeGenerated > ago(1d)` behind the table at the cursor. */
const addTimeFilter: Offer = ({ text, token }) => {
  const table = token && [...ancestors(token)].find(({ kind, symbol }) => kind === 'NameReference' && symbol?.kind === 'table');
  if (!table || !table.columns?.some(({ name }) => name === 'TimeGenerated')) return undefined;
  const next = table.parent?.kind === 'PipeExpression' ? parts(table.parent)[1] : undefined;
  if (next?.kind === 'FilterOperator' && sourceOf(text, next).includes('TimeGenerated')) return undefined;
  const indent = /[^\S\n]*$/.exec(text.slice(0, table.span.start))?.[0] ?? '';
  const before = text.includes('\n') ? `\n${text.slice(0, table.span.start).endsWith(`\n${indent}`) ? indent : ''}` : ' ';
  return { title: 'Add a time filter', kind: 'rewrite', changes: [{ span: { start: table.span.start + table.span.length, length: 0 }, text: `${before}| where TimeGenerated > ago(1d)` }] };
};

const nameColumns: Readonly<Record<string, string>> = { ServicePrincipalName: 'ServicePrincipalId', AppDisplayName: 'AppId' };

/** `ServicePrincipalName == "x"` by the object ID that the source knows for the name. */
const nameToId: Offer = ({ document, token }) => {
  const comparison = token && [...ancestors(token)].find(({ kind }) => kind === 'BinaryExpression');
  const [left, right] = comparison ? parts(comparison) : [];
  const column = left?.symbol?.kind === 'column' ? left.symbol.name : '';
  const idColumn = nameColumns[column];
  if (!comparison || !left || right?.string === undefined || idColumn === undefined || !['==', '=~'].includes(operatorOf(comparison))) return undefined;
  const property = idColumn === 'AppId' ? 'applicationId' : 'servicePrincipalId';
  const ids = [...new Set((document.world.identities?.named(right.string) ?? []).map((identity) => identity[property]))].filter(Boolean);
  const [only] = ids;
  if (only === undefined) return undefined;
  const test = ids.length === 1 ? `${idColumn} == ${quoteKqlString(only)}` : `${idColumn} in (${ids.map(quoteKqlString).join(', ')})`;
  return {
    title: ids.length === 1 ? `Compare ${idColumn} instead of the name` : `Compare ${idColumn}: ${String(ids.length)} objects bear this name`,
    kind: 'rewrite',
    changes: [{ span: comparison.span, text: test }],
  };
};
