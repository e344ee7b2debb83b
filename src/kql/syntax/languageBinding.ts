import { BoundText, type BoundPart, type PartContext, type RecentTexts } from './boundParts.ts';
import { copyMeaning, meaningOf } from './copyMeaning.ts';
import type { KustoLanguage } from './kusto.ts';

type TreeBinder = Kusto.Language.Binding.Binder.TreeBinder;
type SyntaxNode = Kusto.Language.Syntax.SyntaxNode;
type KustoSymbol = Kusto.Language.Symbols.Symbol;
type Pipe = Kusto.Language.Syntax.PipeExpression;
type LetStatement = Kusto.Language.Syntax.LetStatement;
type Variable = Kusto.Language.Symbols.VariableSymbol;

/** State of Microsoft's binder that its type declarations leave out. */
interface BinderState {
  _rowScope: object | null;
  _scopeKind: number;
  _isFuzzy: boolean;
  _defaultColumnNameSuffix: number;
  readonly _localScope: { readonly _symbols: { readonly Count: number } | null; AddSymbol(symbol: KustoSymbol): void };
  readonly _openTables: object | null;
  readonly _openTableInferredColumns: object | null;
  readonly _openClusters: object | null;
  readonly _openDatabases: object | null;
  SetSemanticInfo(node: SyntaxNode, info: Kusto.Language.Binding.SemanticInfo): void;
}

/**
 * Parses and binds a text. Microsoft's binder works through the whole text at each key; here it takes over what it found for
 * those statements and operators of the texts before that are there again, under the same variables and columns.
 */
export function bindText(kusto: KustoLanguage, text: string, globals: Kusto.Language.GlobalState, recent: RecentTexts): Kusto.Language.KustoCode | null {
  const { Binder } = kusto.Binding;
  const original = Binder.TreeBinder;
  // The class is a member that cannot be written, only defined.
  const use = (value: unknown) => Object.defineProperty(Binder, 'TreeBinder', { value, configurable: true, enumerable: true });
  const bound = new BoundText(text);
  // The first binder that is made is the text's; further ones are those of called functions' bodies.
  use(function (binder: Kusto.Language.Binding.Binder) {
    use(original);
    const tree = new original(binder);
    new PartBinder(kusto, tree, binder as unknown as BinderState, bound, recent).takeOver();
    return tree;
  });
  try {
    return kusto.KustoCode.ParseAndAnalyze(text, globals);
  } finally {
    use(original);
    recent.add(bound);
  }
}

/** Goes between Microsoft's tree binder and the parts of one text. */
class PartBinder {
  readonly #kusto: KustoLanguage;
  readonly #tree: TreeBinder;
  readonly #original: TreeBinder;
  readonly #binder: BinderState;
  readonly #bound: BoundText;
  readonly #recent: RecentTexts;
  #variables: ReadonlyMap<string, KustoSymbol> = new Map<string, KustoSymbol>();
  /** The text's own statements, each with the pipes that its operators hang on. */
  #statements: ReadonlySet<SyntaxNode> = new Set();
  #pipes: ReadonlySet<SyntaxNode> = new Set();

  constructor(kusto: KustoLanguage, tree: TreeBinder, binder: BinderState, bound: BoundText, recent: RecentTexts) {
    this.#kusto = kusto;
    this.#tree = tree;
    this.#original = Object.getPrototypeOf(tree) as TreeBinder;
    this.#binder = binder;
    this.#bound = bound;
    this.#recent = recent;
  }

  takeOver(): void {
    const tree = this.#tree;
    tree.VisitQueryBlock = (node) => {
      this.#statements = node ? this.#statementsOf(node) : new Set();
      this.#original.VisitQueryBlock.call(tree, node);
    };
    tree.VisitLetStatement = (node) => {
      if (node && this.#statements.has(node)) this.#bindLet(node);
      else this.#original.VisitLetStatement.call(tree, node);
    };
    tree.VisitExpressionStatement = (node) => {
      if (node && this.#statements.has(node)) this.#pipes = this.#pipesOf(node.Expression);
      this.#original.VisitExpressionStatement.call(tree, node);
    };
    tree.VisitPipeExpression = (node) => {
      if (node && this.#pipes.has(node)) this.#bindPipe(node);
      else this.#original.VisitPipeExpression.call(tree, node);
    };
  }

  /** None where a statement of another kind may change what names mean. */
  #statementsOf({ Statements: list }: Kusto.Language.Syntax.QueryBlock): ReadonlySet<SyntaxNode> {
    const { LetStatement, ExpressionStatement, SetOptionStatement } = this.#kusto.Syntax;
    const statements = new Set<SyntaxNode>();
    for (let index = 0; index < (list?.Count ?? 0); index += 1) {
      const statement = list?.getItem$1(index)?.Element$1 as SyntaxNode | null | undefined;
      if (!(statement instanceof LetStatement || statement instanceof ExpressionStatement || statement instanceof SetOptionStatement)) return new Set();
      statements.add(statement);
    }
    return statements;
  }

  #pipesOf(expression: Kusto.Language.Syntax.Expression | null): ReadonlySet<SyntaxNode> {
    const { PipeExpression } = this.#kusto.Syntax;
    const pipes = new Set<SyntaxNode>();
    for (let at = expression; at instanceof PipeExpression; at = at.Expression) pipes.add(at);
    return pipes;
  }

  #bindLet(node: LetStatement): void {
    const { VariableSymbol } = this.#kusto.Symbols;
    const part = this.#begin(node);
    const known = this.#takeFrom(part);
    if (known) {
      const variable = node.Name?.ReferencedSymbol as Variable;
      variable.Source = node.Expression;
      this.#binder._localScope.AddSymbol(variable);
    } else {
      this.#pipes = this.#pipesOf(node.Expression);
      this.#original.VisitLetStatement.call(this.#tree, node);
      this.#keepVariable(node);
    }
    const symbol = node.Name?.ReferencedSymbol;
    if (symbol) this.#variables = new Map(this.#variables).set(symbol.Name ?? '', symbol);
    this.#end(part);
    if (symbol instanceof VariableSymbol && symbol.Type instanceof this.#kusto.Symbols.TableSymbol) this.#bound.variables.set(symbol.Name ?? '', symbol);
  }

  /** A table that came out as it was before is the variable it was, so that what uses it stays as it is too. */
  #keepVariable({ Name: name, Expression: expression }: LetStatement): void {
    const symbol = name?.ReferencedSymbol as Variable | null | undefined;
    const known = this.#recent.variable(symbol?.Name ?? '', symbol?.Type ?? null);
    if (!name || !symbol || !known) return;
    const meaning = meaningOf(name)?.WithReferencedSymbol(known);
    if (!meaning) return;
    known.Source = expression;
    this.#binder.SetSemanticInfo(name, meaning);
    this.#binder._localScope.AddSymbol(known);
  }

  /** As Microsoft's own, but for the parts; a union may say how the tables before it are looked up, so it is left to that. */
  #bindPipe(node: Pipe): void {
    const { PipeExpression, UnionOperator } = this.#kusto.Syntax;
    const { Expression: expression, Operator: operator } = node;
    if (!expression || !operator || operator instanceof UnionOperator) {
      this.#original.VisitPipeExpression.call(this.#tree, node);
      return;
    }
    if (expression instanceof PipeExpression) expression.Accept$1(this.#tree);
    else this.#bindPart(expression);
    const binder = this.#binder;
    const { _rowScope: rows, _scopeKind: kind } = binder;
    binder._rowScope = expression.ResultType instanceof this.#kusto.Symbols.TableSymbol ? expression.ResultType : null;
    binder._scopeKind = 0;
    try {
      this.#bindPart(operator);
      this.#keepResult(operator);
    } finally {
      binder._rowScope = rows;
      binder._scopeKind = kind;
    }
    (this.#tree as unknown as { BindNode(node: SyntaxNode): void }).BindNode(node);
  }

  /** A table that comes out as another did, in this text or before the edit, is that one: so what follows stays as it was. */
  #keepResult(operator: Kusto.Language.Syntax.QueryOperator): void {
    const result = operator.ResultType;
    if (!(result instanceof this.#kusto.Symbols.TableSymbol)) return;
    const known = this.#recent.resultLike(result) ?? this.#bound.resultLike(result) ?? result;
    this.#bound.addResult(known);
    const meaning = known === result ? null : meaningOf(operator)?.WithResultType(known);
    if (meaning) this.#binder.SetSemanticInfo(operator, meaning);
  }

  #bindPart(node: SyntaxNode): void {
    const part = this.#begin(node);
    if (!this.#takeFrom(part)) node.Accept$1(this.#tree);
    this.#end(part);
  }

  #begin(node: SyntaxNode): Omit<BoundPart, 'nextColumnAfter'> {
    const { _rowScope: rows, _isFuzzy: fuzzy, _defaultColumnNameSuffix: nextColumn } = this.#binder;
    return { text: this.#bound.text.slice(node.TextStart, node.End), node, rows, fuzzy, nextColumn, variables: this.#variables };
  }

  #takeFrom(part: PartContext & { readonly text: string; readonly node: SyntaxNode }): boolean {
    const known = this.#isPlain() ? this.#recent.find(part.text, part) : undefined;
    if (!known || !copyMeaning(known.node, part.node, (node, info) => this.#binder.SetSemanticInfo(node, info))) return false;
    this.#binder._defaultColumnNameSuffix = known.nextColumnAfter;
    return true;
  }

  #end(part: Omit<BoundPart, 'nextColumnAfter'>): void {
    if (this.#isPlain()) this.#bound.add({ ...part, nextColumnAfter: this.#binder._defaultColumnNameSuffix });
  }

  /** Nothing has been found yet that later parts see besides variables: names given by `as`, columns guessed of open tables. */
  #isPlain(): boolean {
    const { _localScope: scope, _openTables: tables, _openTableInferredColumns: columns, _openClusters: clusters, _openDatabases: databases } = this.#binder;
    return !tables && !columns && !clusters && !databases && (scope._symbols?.Count ?? 0) === this.#variables.size;
  }
}
