import type { KqlAnalysis, TreeNode } from '../kql/index.ts';
import { explain, findCategory, findColumn, findTable } from '../reference/index.ts';
import { describeFunction } from './describeKql.ts';
import { codeBlock, explanationMarkdown, inlineCode, joinMarkdown, plain } from './markdown.ts';
import { ancestors, walk } from './treeAt.ts';

/** What the name in a token stands for; undefined where the token is no name. */
export function hoverName(token: TreeNode, analysis: KqlAnalysis, offset: number): string | undefined {
  const node = nameNode(token);
  if (!node) return undefined;
  const { symbol } = node;
  switch (symbol?.kind) {
    case 'table':
      return describeTable(symbol.name, node);
    case 'column':
      return describeColumn(symbol.name, node.type ?? token.parent?.type, symbol.tables);
    case 'function':
      return describeFunction(symbol.name, analysis.quickInfo(offset));
    case 'variable':
    case 'parameter':
      return describeVariable(analysis, offset);
    case undefined:
      return describePath(node) ?? describeUnbound(token.text ?? '');
    default:
      return undefined;
  }
}

/** The same, only where our reference knows the table, column or path. */
export function hoverReference(token: TreeNode): string | undefined {
  const node = nameNode(token);
  const { symbol } = node ?? {};
  if (!node) return undefined;
  if (symbol?.kind === 'table') return findTable(symbol.name) ? describeTable(symbol.name, node) : undefined;
  if (symbol?.kind === 'column') return symbol.tables.some((table) => findColumn(table, symbol.name)) ? describeColumn(symbol.name, node.type, symbol.tables) : undefined;
  return symbol ? undefined : (describePath(node) ?? describeUnbound(token.text ?? ''));
}

const nameKinds: ReadonlySet<string> = new Set(['NameReference', 'NameDeclaration', 'BracketedName', 'TokenName']);

/** The outermost node that is only this name: the binder leaves its symbol there. */
function nameNode(token: TreeNode): TreeNode | undefined {
  let found: TreeNode | undefined;
  for (const node of ancestors(token)) {
    if (node === token) continue;
    if (!nameKinds.has(node.kind)) break;
    found = node;
  }
  return found;
}

function describeTable(name: string, { columns }: TreeNode): string {
  const known = explain(name);
  if (known?.kind === 'table') return explanationMarkdown(known);
  const list = (columns ?? []).slice(0, 12).map((column) => `${inlineCode(column.name)} ${column.type}`).join(', ');
  const count = columns?.length ?? 0;
  return joinMarkdown(`**${plain(name)}** \\(table of this source\\)`, count === 0 ? undefined : `${String(count)} columns: ${list}${count > 12 ? ', …' : ''}`);
}

function describeColumn(name: string, type: TreeNode['type'], tables: readonly string[]): string {
  const known = tables.filter((table) => findColumn(table, name));
  const [first] = known;
  if (first === undefined) return unknownColumn(name, type, tables);
  const meanings = new Set(known.map((table) => findColumn(table, name)?.meaning));
  if (meanings.size > 1) return joinMarkdown(...known.slice(0, 4).map((table) => explanationOf(`${table}.${name}`)));
  const more = known.length > 1 ? `Also a column of ${known.slice(1, 6).map(plain).join(', ')}, with the same meaning\\.` : undefined;
  return joinMarkdown(explanationOf(`${first}.${name}`), more);
}

function explanationOf(text: string): string | undefined {
  const explanation = explain(text);
  return explanation && explanationMarkdown(explanation);
}

/** A computed column may still bear a column's well-known name: say so, but do not claim that it is that column. */
function unknownColumn(name: string, type: TreeNode['type'], tables: readonly string[]): string {
  const origin = tables.length > 0 ? `Column of ${tables.slice(0, 4).map(plain).join(', ')}\\.` : 'Computed in this query\\.';
  return joinMarkdown(codeBlock(type ? `${name}: ${type}` : name), origin);
}

function describeVariable(analysis: KqlAnalysis, offset: number): string | undefined {
  const [declaration, ...rest] = analysis.quickInfo(offset);
  return declaration === undefined ? undefined : joinMarkdown(codeBlock(declaration), ...rest.map(plain));
}

/** `InitiatedBy.app.servicePrincipalId`: the part under the cursor belongs to the whole path up to it. */
function describePath(node: TreeNode): string | undefined {
  for (const owner of ancestors(node)) {
    if (owner.kind !== 'PathExpression') continue;
    const path = pathUpTo(owner, node);
    if (path === undefined) return undefined;
    return (path.table === undefined ? undefined : explanationOf(`${path.table}.${path.text}`)) ?? explanationOf(path.text);
  }
  return undefined;
}

function pathUpTo(owner: TreeNode, end: TreeNode): { readonly text: string; readonly table: string | undefined } | undefined {
  const column = [...walk(owner)].find(({ kind, symbol }) => kind === 'NameReference' && symbol?.kind === 'column');
  if (!column?.symbol) return undefined;
  const last = end.span.start + end.span.length;
  const text = [...walk(owner)]
    .filter(({ kind, span }) => kind === 'Token' && span.start >= column.span.start && span.start + span.length <= last)
    .map((token) => token.text ?? '')
    .join('');
  return { text, table: column.symbol.tables.find((table) => findTable(table)) };
}

/** A name that the binder does not know may be a category written for its table, or a column of another table. */
function describeUnbound(name: string): string | undefined {
  const category = findCategory(name);
  const explanation = explain(category?.name ?? name);
  return explanation && explanation.kind !== 'errorCode' ? explanationMarkdown(explanation) : undefined;
}
