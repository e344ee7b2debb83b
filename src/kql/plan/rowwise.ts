import type { Expression, NamedExpression } from './expression.ts';
import type { Relation } from './relation.ts';
import type { RelationBase } from './relationBase.ts';

export interface Filter extends RelationBase {
  readonly kind: 'filter';
  readonly input: Relation;
  readonly predicate: Expression;
}

/** Every operator that keeps rows and computes, drops, renames or reorders columns. */
export interface Project extends RelationBase {
  readonly kind: 'project';
  readonly input: Relation;
  readonly items: readonly NamedExpression[];
}

export interface Distinct extends RelationBase {
  readonly kind: 'distinct';
  readonly input: Relation;
}

export interface SortKey {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

export interface Sort extends RelationBase {
  readonly kind: 'sort';
  readonly input: Relation;
  readonly keys: readonly SortKey[];
}

export interface Take extends RelationBase {
  readonly kind: 'take';
  readonly input: Relation;
  readonly count: Expression;
}

/** What `scan` does for one step of its sequence. */
export interface ScanStep {
  readonly name: string;
  readonly output: 'all' | 'last' | 'none';
  readonly condition: Expression;
  readonly assignments: readonly NamedExpression[];
}

/**
 * `scan`: walks the rows in their order and matches them to a sequence of steps. In a step's expressions a column of side `left` is
 * the row's, one of side `right`, named `step.column`, is what the state holds of an earlier match.
 */
export interface Scan extends RelationBase {
  readonly kind: 'scan';
  readonly input: Relation;
  readonly matchIdColumn?: string;
  /** Columns that the steps assign, with what they hold where none does. */
  readonly declared: readonly NamedExpression[];
  readonly steps: readonly ScanStep[];
}
