import type { Expression } from './expression.ts';
import type { Relation } from './relation.ts';
import type { RelationBase } from './relationBase.ts';

export type JoinKind = 'inner' | 'innerunique' | 'leftouter' | 'rightouter' | 'fullouter' | 'leftsemi' | 'rightsemi' | 'leftanti' | 'rightanti';

export interface Join extends RelationBase {
  readonly kind: 'join';
  readonly joinKind: JoinKind;
  readonly left: Relation;
  readonly right: Relation;
  /** Equalities between a left and a right expression. */
  readonly on: readonly { readonly left: Expression; readonly right: Expression }[];
  /** Where each result column comes from. */
  readonly outputs: readonly JoinOutput[];
  /** Of an inner join: only the latest row that matches is wanted. */
  readonly latest?: LatestMatch;
}

export interface JoinOutput {
  readonly name: string;
  readonly side: 'left' | 'right';
  readonly source: string;
}

/** For each row of `at`'s side, the row of the other side with the greatest `before` that is not after `at`. */
export interface LatestMatch {
  readonly at: JoinOutput;
  readonly before: JoinOutput;
  readonly orEqual: boolean;
}

export interface UnionInput {
  readonly relation: Relation;
  /** For each result column: the input's column, or undefined where it has none. */
  readonly sources: readonly (string | undefined)[];
  /** Value of the `withsource` column. */
  readonly sourceName: string;
}

export interface Union extends RelationBase {
  readonly kind: 'union';
  readonly inputs: readonly UnionInput[];
  readonly sourceColumn?: string;
}
