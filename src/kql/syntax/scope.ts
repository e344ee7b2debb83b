import type { Span } from '../../base/index.ts';
import type { Expression, Relation } from '../plan/index.ts';
import type { KustoLanguage } from './kusto.ts';
import { spanOf, type ExpressionNode } from './nodes.ts';

/** The two mutually recursive halves of lowering, handed down so that no file of this folder needs the other's. */
export interface Lowering {
  readonly expression: (node: ExpressionNode, scope: Scope) => Expression;
  readonly relation: (node: ExpressionNode, scope: Scope) => Relation;
}

/** What a name that is no column stands for: a `let`, a parameter of a function, or a function's text. */
export type Binding = { readonly kind: 'relation'; readonly relation: Relation } | { readonly kind: 'expression'; readonly expression: Expression } | { readonly kind: 'function'; readonly declaration: ExpressionNode };

/** Options of `set` statements that the local engine obeys, by lower-case name. */
export type QueryOptions = ReadonlyMap<string, Expression | undefined>;

/** Names visible at a place. Inside a called function the spans are its text's, so `callSpan` says where the call stands. */
export interface Scope {
  readonly kusto: KustoLanguage;
  readonly lower: Lowering;
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly options: QueryOptions;
  /** Names given by `as` in the statement at hand. */
  readonly aliases: Map<string, Relation>;
  /** Properties that a probe found for the bag_unpack at an offset of the text. */
  readonly unpacked: ReadonlyMap<number, ReadonlySet<string>>;
  readonly asOf: bigint;
  readonly callSpan?: Span;
  readonly nextId: () => number;
  /** Columns that each table of the source stores, by table. */
  readonly stored: ReadonlyMap<string, ReadonlySet<string>>;
  /** All tables of the source. */
  readonly tables: () => readonly (Relation & { readonly kind: 'table' })[];
  /** Rows that the operator in hand works on: what `*` and pack_all() read, and what a sub-query without a source begins with. */
  readonly input?: Relation;
  /** Names of the steps of the scan in hand. */
  readonly scanSteps?: ReadonlySet<string>;
  /** How many user functions the place lies in. */
  readonly depth: number;
}

export function withBinding(scope: Scope, name: string, binding: Binding): Scope {
  return { ...scope, bindings: new Map([...scope.bindings, [name, binding]]) };
}

export function bindingOf(scope: Scope, name: string): Binding | undefined {
  return scope.bindings.get(name);
}

/** A scalar expression of Microsoft's tree as a plan node. */
export function expressionOf(node: ExpressionNode, scope: Scope): Expression {
  return scope.lower.expression(node, scope);
}

/** A tabular expression of Microsoft's tree as a plan node. */
export function relationOf(node: ExpressionNode, scope: Scope): Relation {
  return scope.lower.relation(node, scope);
}

/** A sub-query that begins with an operator instead of a source: it works on `rows`. */
export function subQueryOf(node: ExpressionNode, rows: Relation, scope: Scope): Relation {
  return scope.lower.relation(node, { ...scope, input: rows });
}

/** Where to point: the node itself, or the call when it lies in a called function's text. */
export function placeOf(node: Kusto.Language.Syntax.SyntaxElement, scope: Scope): Span {
  return scope.callSpan ?? spanOf(node);
}
