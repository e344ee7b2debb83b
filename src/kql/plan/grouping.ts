import type { Span } from '../../base/index.ts';
import type { Expression, NamedExpression } from './expression.ts';
import type { Relation } from './relation.ts';
import type { RelationBase } from './relationBase.ts';

/** `arg_max(x, a, b)`: the values of several columns in the row where `by` is greatest or least; without `by` any row's (`take_any`). */
export interface ArgExtreme {
  readonly function: 'arg_max' | 'arg_min' | 'take_any';
  readonly by?: Expression;
  /** Of rows with the same whole number in `by`: the datetime by which the greatest is chosen; only where every row has a `by`. */
  readonly within?: Expression;
  /** Result columns; the first one may be `by` itself. */
  readonly items: readonly NamedExpression[];
  /** `take_anyif`: only rows that pass. */
  readonly filter?: Expression;
  readonly span: Span;
}

export interface Summarize extends RelationBase {
  readonly kind: 'summarize';
  readonly input: Relation;
  readonly keys: readonly NamedExpression[];
  /** Expressions over aggregates. */
  readonly aggregates: readonly NamedExpression[];
  readonly extremes: readonly ArgExtreme[];
}

/** `make-series`: one row per group, an array per aggregate, an element per step of the axis. */
export interface MakeSeries extends RelationBase {
  readonly kind: 'makeSeries';
  readonly id: number;
  readonly input: Relation;
  readonly keys: readonly NamedExpression[];
  readonly aggregates: readonly (NamedExpression & { readonly fallback: Expression | undefined })[];
  readonly axis: NamedExpression;
  readonly from?: Expression;
  readonly to?: Expression;
  readonly step: Expression;
  /** `in range(…)`: bins are multiples of the step, and the end belongs to the range. */
  readonly aligned: boolean;
  /** `kind=nonempty`: a series also when the input has no rows. */
  readonly nonEmpty: boolean;
}

export interface TopNestedLevel {
  /** Absent: every value (`top-nested of x by …`). */
  readonly count?: Expression;
  readonly key: NamedExpression;
  readonly aggregate: NamedExpression;
  readonly descending: boolean;
  /** What stands for the values that are not among the top ones. */
  readonly others?: Expression;
}

export interface TopNested extends RelationBase {
  readonly kind: 'topNested';
  readonly input: Relation;
  readonly id: number;
  readonly levels: readonly TopNestedLevel[];
}
