import { kqlTypes, type Column, type KqlType } from '../../base/index.ts';
import type { SymbolFacts, SymbolKind, TreeNode } from './languageTypes.ts';
import { classOf, scalarTypeOf } from './nodes.ts';

type Element = Kusto.Language.Syntax.SyntaxElement;
type KustoSymbol = Kusto.Language.Symbols.Symbol;

interface BuiltNode {
  kind: string;
  span: TreeNode['span'];
  children: BuiltNode[];
  parent?: BuiltNode;
  text?: string;
  type?: KqlType | 'table';
  symbol?: SymbolFacts;
  string?: string;
  columns?: readonly Column[];
}

/** Deeper trees are cut: nobody writes them by hand, and what reads the tree may recurse. */
const deepest = 400;

/** Copies Microsoft's bound tree into plain nodes. */
export function buildTree(root: Element, globals: Kusto.Language.GlobalState): TreeNode {
  const top: BuiltNode = { kind: 'Root', span: { start: 0, length: root.End }, children: [] };
  const columns = new Map<unknown, readonly Column[]>();
  const pending: { element: Element; parent: BuiltNode; depth: number }[] = [{ element: root, parent: top, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { element, parent, depth } = next;
    if (element.IsMissing || depth > deepest) continue;
    const owner = isContainer(element) ? parent : append(parent, buildNode(element, globals, columns));
    for (let index = element.ChildCount - 1; index >= 0; index -= 1) {
      const child = element.GetChild(index);
      if (child) pending.push({ element: child, parent: owner, depth: depth + 1 });
    }
  }
  return top;
}

function append(parent: BuiltNode, node: BuiltNode): BuiltNode {
  node.parent = parent;
  parent.children.push(node);
  return node;
}

/** Lists and their separators carry no meaning of their own. */
function isContainer(element: Element): boolean {
  if (element.IsToken) return false;
  const name = classOf(element);
  return name.startsWith('SyntaxList') || name.startsWith('SeparatedElement');
}

function buildNode(element: Element, globals: Kusto.Language.GlobalState, columns: Map<unknown, readonly Column[]>): BuiltNode {
  const span = { start: element.TextStart, length: element.Width };
  if (element.IsToken) return { kind: 'Token', span, children: [], text: (element as Kusto.Language.Syntax.SyntaxToken).Text ?? '' };
  const built: BuiltNode = { kind: classOf(element), span, children: [] };
  const expression = element as Kusto.Language.Syntax.Expression;
  const { ReferencedSymbol, ResultType } = expression;
  if (ReferencedSymbol) built.symbol = symbolFacts(ReferencedSymbol, globals);
  if (ResultType) describeType(built, ResultType, columns);
  const value: unknown = expression.LiteralValue;
  if (typeof value === 'string' && built.type === 'string') built.string = value;
  return built;
}

/** Operators that keep the columns share one symbol, and so one list. */
function describeType(built: BuiltNode, type: Kusto.Language.Symbols.TypeSymbol, known: Map<unknown, readonly Column[]>): void {
  const scalar = scalarTypeOf(type);
  if (scalar) {
    built.type = scalar;
  } else if (classOfSymbol(type) === 'TableSymbol') {
    built.type = 'table';
    const columns = known.get(type) ?? columnsOfTable(type as Kusto.Language.Symbols.TableSymbol);
    known.set(type, columns);
    built.columns = columns;
  }
}

const kinds: Readonly<Record<string, SymbolKind>> = {
  ColumnSymbol: 'column',
  TableSymbol: 'table',
  FunctionSymbol: 'function',
  VariableSymbol: 'variable',
  ParameterSymbol: 'parameter',
  DatabaseSymbol: 'database',
  ClusterSymbol: 'cluster',
  OperatorSymbol: 'operator',
};

export function symbolFacts(symbol: KustoSymbol, globals: Kusto.Language.GlobalState): SymbolFacts {
  const kind = kinds[classOfSymbol(symbol)] ?? 'other';
  const description = kind === 'function' ? (symbol as Kusto.Language.Symbols.FunctionSymbol).Description : null;
  const value = kind === 'variable' ? constantText(symbol as Kusto.Language.Symbols.VariableSymbol) : undefined;
  return {
    kind,
    name: symbol.Name ?? '',
    tables: kind === 'column' ? [...ownersOf(symbol as Kusto.Language.Symbols.ColumnSymbol, globals)] : [],
    ...(description && { description }),
    ...(value !== undefined && { value }),
  };
}

function constantText(variable: Kusto.Language.Symbols.VariableSymbol): string | undefined {
  return variable.IsConstant ? (variable.ConstantValueInfo?.RawText ?? undefined) : undefined;
}

/** The tables a column came from, each once, in order. */
function ownersOf(column: Kusto.Language.Symbols.ColumnSymbol, globals: Kusto.Language.GlobalState, depth = 0): ReadonlySet<string> {
  const owner = globals.GetTable(column)?.Name;
  if (owner) return new Set([owner]);
  const originals = column.OriginalColumns;
  const owners = new Set<string>();
  for (let index = 0; index < (originals?.Count ?? 0) && depth < 8; index += 1) {
    const original = originals?.getItem(index);
    if (original) for (const name of ownersOf(original, globals, depth + 1)) owners.add(name);
  }
  return owners;
}

/** Columns whose type can be told; an unknown type reads as dynamic. */
export function columnsOfTable(table: Kusto.Language.Symbols.TableSymbol): readonly Column[] {
  const columns: Column[] = [];
  for (let index = 0; index < (table.Columns?.Count ?? 0); index += 1) {
    const column = table.Columns?.getItem(index);
    const name = column?.Type?.Name ?? '';
    if (column?.Name) columns.push({ name: column.Name, type: kqlTypes.find((type) => type === name) ?? 'dynamic' });
  }
  return columns;
}

function classOfSymbol(symbol: KustoSymbol): string {
  const name = (globalThis as unknown as { readonly Bridge: { getTypeName(value: unknown): string } }).Bridge.getTypeName(symbol);
  return name.slice(name.lastIndexOf('.') + 1);
}
