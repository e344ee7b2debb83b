import { kqlTypes, ProblemError, type Column, type KqlType, type Span } from '../../base/index.ts';

export type Node = Kusto.Language.Syntax.SyntaxNode;
export type ExpressionNode = Kusto.Language.Syntax.Expression;
type Separated<T extends Kusto.Language.Syntax.SyntaxElement> = Kusto.Language.Syntax.SyntaxList$1<Kusto.Language.Syntax.SeparatedElement$1<T>>;

/** Microsoft's name of a node's class, such as `FilterOperator`: what lowering switches on. */
export function classOf(node: Kusto.Language.Syntax.SyntaxElement): string {
  const name = (globalThis as unknown as { readonly Bridge: { getTypeName(value: unknown): string } }).Bridge.getTypeName(node);
  return name.slice(name.lastIndexOf('.', name.includes('[') ? name.indexOf('[') : undefined) + 1);
}

export function spanOf(node: Kusto.Language.Syntax.SyntaxElement): Span {
  return { start: node.TextStart, length: node.Width };
}

/** A node that the grammar makes optional but that must be there after a parse without errors. */
export function present<T>(node: T | null | undefined): T {
  if (node === null || node === undefined) throw new Error('The parser left out a node that its grammar requires.');
  return node;
}

/** The nodes of a comma-separated list. */
export function elementsOf<T extends Kusto.Language.Syntax.SyntaxElement>(list: Separated<T> | null): readonly T[] {
  // The type declarations give every list's items as SyntaxElement.
  return nodesOf(list).flatMap(({ Element }) => (Element ? [Element as T] : []));
}

/** The nodes of a list without separators. */
export function nodesOf<T extends Kusto.Language.Syntax.SyntaxElement>(list: Kusto.Language.Syntax.SyntaxList$1<T> | null): readonly T[] {
  const nodes: T[] = [];
  for (let index = 0; index < (list?.Count ?? 0); index += 1) {
    const node = list?.getItem(index);
    if (node) nodes.push(node as T);
  }
  return nodes;
}

type ParameterList = Kusto.Language.Syntax.SyntaxList$1<Kusto.Language.Syntax.NamedParameter> | Separated<Kusto.Language.Syntax.NamedParameter>;

/** `kind=leftouter`, `withsource=T` and the like, with or without commas: lower-case name to the text of the value. */
export function parametersOf(list: ParameterList | null): ReadonlyMap<string, { readonly text: string; readonly span: Span }> {
  const nodes = nodesOf(list as Kusto.Language.Syntax.SyntaxList$1<Node> | null).map((node) => ('Element' in node ? node.Element : node) as Kusto.Language.Syntax.NamedParameter);
  return new Map(
    nodes.map((parameter) => {
      const value = present(parameter.Expression);
      return [present(parameter.Name).SimpleName?.toLowerCase() ?? '', { text: stringValueOf(value) ?? textOf(value), span: spanOf(value) }];
    }),
  );
}

export function textOf(node: Kusto.Language.Syntax.SyntaxElement): string {
  // Blanks and comments before a node are part of its text.
  return (node.toString())?.replace(/^(?:\s|\/\/[^\n]*(?:\n|$))+/, '').trim() ?? '';
}

/** The value of a string literal, undefined for anything else. */
export function stringValueOf(node: ExpressionNode): string | undefined {
  const value: unknown = node.LiteralValue;
  return typeof value === 'string' && scalarTypeOf(node.ResultType) === 'string' ? value : undefined;
}

/** The KQL type of a scalar symbol; undefined for tables, tuples and errors. Every dynamic flavour is `dynamic`. */
export function scalarTypeOf(symbol: Kusto.Language.Symbols.TypeSymbol | null): KqlType | undefined {
  const name = symbol?.Name ?? '';
  if (name.startsWith('dynamic')) return 'dynamic';
  return kqlTypes.find((type) => type === name);
}

/** Columns of a table symbol, in order. */
export function columnsOf(node: ExpressionNode): readonly Column[] {
  return columnsOfSymbol(node.ResultType, spanOf(node));
}

export function columnsOfSymbol(symbol: Kusto.Language.Symbols.TypeSymbol | null, span: Span): readonly Column[] {
  const table = symbol as Kusto.Language.Symbols.TableSymbol | null;
  const columns: Column[] = [];
  for (let index = 0; index < (table?.Columns?.Count ?? 0); index += 1) {
    const column = table?.Columns?.getItem(index);
    if (!column) continue;
    const type = scalarTypeOf(column.Type);
    if (!type) {
      throw refusal('KQL020', `The type of column "${column.Name ?? ''}" cannot be told before the query runs, so the local engine cannot run it.`, span);
    }
    columns.push({ name: column.Name ?? '', type });
  }
  return columns;
}

/** Columns written as `(a:long, b:string)`. */
export function columnsOfRowSchema(schema: Kusto.Language.Syntax.RowSchema | Kusto.Language.Syntax.EvaluateRowSchema): readonly Column[] {
  return elementsOf(schema.Columns).map((declared) => {
    const symbol = (declared.Type?.ReferencedSymbol ?? null);
    const type = scalarTypeOf(symbol) ?? typeByName(textOf(present(declared.Type)));
    if (!type) throw refusal('KQL021', `"${textOf(declared)}" has no scalar type.`, spanOf(declared));
    return { name: declared.Name?.SimpleName ?? '', type };
  });
}

const typeSynonyms: Readonly<Record<string, KqlType>> = { boolean: 'bool', double: 'real', date: 'datetime', time: 'timespan', uuid: 'guid', uniqueid: 'guid', object: 'dynamic', int32: 'int', int64: 'long' };

/** A type by any of its names. */
export function typeByName(name: string): KqlType | undefined {
  return typeSynonyms[name] ?? kqlTypes.find((type) => type === name);
}

export function nameOfSymbol(symbol: Kusto.Language.Symbols.Symbol): string {
  return symbol.Name ?? '';
}

/** What the local engine does not do, with its place; never passed through or approximated. */
export function refusal(code: string, message: string, span: Span): ProblemError {
  return new ProblemError({ code, message, span });
}
