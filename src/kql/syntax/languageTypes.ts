import type { Column, KqlType, Problem, Span } from '../../base/index.ts';

/** What a name in a query stands for. */
export type SymbolKind = 'column' | 'table' | 'function' | 'variable' | 'parameter' | 'database' | 'cluster' | 'operator' | 'other';

export interface SymbolFacts {
  readonly kind: SymbolKind;
  readonly name: string;
  /** Tables whose column this is, through renames by `join` and `union`; empty for a computed column. */
  readonly tables: readonly string[];
  /** Documentation that Microsoft ships, for functions. */
  readonly description?: string;
  /** The value of a constant variable, as KQL prints it. */
  readonly value?: string;
}

/**
 * A node or token of the bound syntax tree, without Microsoft's types. Lists and separators are left out: their
 * elements are children of the node that holds the list. Tokens have the kind `Token`.
 */
export interface TreeNode {
  /** Microsoft's class name, such as `FilterOperator`. */
  readonly kind: string;
  readonly span: Span;
  readonly children: readonly TreeNode[];
  readonly parent?: TreeNode;
  /** Tokens only, without blanks and comments around it. */
  readonly text?: string;
  /** Result type of an expression; `table` for tabular ones. */
  readonly type?: KqlType | 'table';
  readonly symbol?: SymbolFacts;
  /** Value of a string literal, unescaped. */
  readonly string?: string;
  /** Columns of a tabular expression. */
  readonly columns?: readonly Column[];
}

export type CompletionKind = 'keyword' | 'operator' | 'column' | 'table' | 'function' | 'aggregate' | 'variable' | 'parameter' | 'value' | 'type' | 'database' | 'other';

export interface KustoCompletion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What the typed text is compared with; the name of a function without its parameters. */
  readonly match: string;
  /** Inserted before and after the caret. */
  readonly before: string;
  readonly after: string;
  /** Sorts as Microsoft's editor does. */
  readonly order: string;
  /** Whether completion should open again after insertion. */
  readonly retrigger: boolean;
  /** Microsoft's words about a function, where it has some. */
  readonly description?: string;
}

export interface KustoCompletions {
  readonly items: readonly KustoCompletion[];
  /** The text that an item replaces. */
  readonly replace: Span;
}

export type TokenClass =
  | 'comment' | 'punctuation' | 'directive' | 'literal' | 'string' | 'type' | 'column' | 'table' | 'database' | 'function' | 'parameter' | 'variable' | 'operator' | 'queryOperator' | 'keyword' | 'plain';

export interface ClassifiedSpan {
  readonly span: Span;
  readonly class: TokenClass;
}

export interface RelatedSpan {
  readonly span: Span;
  readonly declaration: boolean;
}

export interface ParameterFacts {
  readonly name: string;
  readonly description?: string;
}

export interface SignatureFacts {
  readonly label: string;
  readonly parameters: readonly ParameterFacts[];
}

export interface CallFacts {
  readonly name: string;
  readonly description?: string;
  readonly signatures: readonly SignatureFacts[];
  readonly activeSignature: number;
  readonly activeParameter: number;
}

/** Everything an editor asks about one query text under one schema. Each answer is computed once and never throws. */
export interface KqlAnalysis {
  readonly text: string;
  /** Kusto's own errors and suggestions, in order of place. */
  problems(): readonly Problem[];
  tree(): TreeNode;
  complete(offset: number): KustoCompletions;
  /** Lines of Microsoft's quick info: a declaration first, then its description. */
  quickInfo(offset: number): readonly string[];
  classify(): readonly ClassifiedSpan[];
  /** Places of the name under the offset, its declaration among them; empty where nothing is declared in the text. */
  related(offset: number): readonly RelatedSpan[];
  /** The text in Microsoft's layout; undefined for a text with syntax errors. */
  format(indentation: number): string | undefined;
  callAt(offset: number): CallFacts | undefined;
  columnsAt(offset: number): readonly Column[];
}
