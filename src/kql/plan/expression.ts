import type { KqlType, Span } from '../../base/index.ts';
import type { Relation } from './relation.ts';

interface ExpressionBase {
  readonly type: KqlType;
  readonly span: Span;
}

/** A constant; datetime and timespan values are ticks, decimal and dynamic values are text, null has a type too. */
export interface Literal extends ExpressionBase {
  readonly kind: 'literal';
  readonly value: string | number | bigint | boolean | null;
}

/** A column of the row in scope; `side` only in join conditions. */
export interface ColumnReference extends ExpressionBase {
  readonly kind: 'column';
  readonly name: string;
  readonly side?: 'left' | 'right';
}

/** A scalar function or operator by its KQL name, such as `strcat`, `==` or `has`; argument types are the arguments' own. */
export interface Call extends ExpressionBase {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** An aggregate of the group in scope; only below Summarize. */
export interface AggregateCall extends ExpressionBase {
  readonly kind: 'aggregate';
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** A function of the row's place in a serialized input: `row_number`, `prev`, `next`, …; only below Project. */
export interface WindowCall extends ExpressionBase {
  readonly kind: 'window';
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** `D.a.b[0]`: the value at a path of a dynamic. */
export interface Path extends ExpressionBase {
  readonly kind: 'path';
  readonly operand: Expression;
  readonly steps: readonly (string | number)[];
}

/** The first column of the first row of a relation: `toscalar(…)`. */
export interface ScalarQuery extends ExpressionBase {
  readonly kind: 'scalarQuery';
  readonly relation: Relation;
}

/** `x in (T | project y)` and its caseless and negated forms. */
export interface InQuery extends ExpressionBase {
  readonly kind: 'inQuery';
  readonly operand: Expression;
  readonly relation: Relation;
  readonly negated: boolean;
  readonly caseless: boolean;
}

export type Expression = Literal | ColumnReference | Call | AggregateCall | WindowCall | Path | ScalarQuery | InQuery;

export interface NamedExpression {
  readonly name: string;
  readonly expression: Expression;
}
