import type { Expression } from './expression.ts';
import type { Relation } from './relation.ts';
import type { RelationBase } from './relationBase.ts';

/** A stored table by its exact name. */
export interface Table extends RelationBase {
  readonly kind: 'table';
  readonly name: string;
  /** The columns that the source stores; the others are the standard ones, which hold what is known of a local table. */
  readonly stored: ReadonlySet<string>;
}

/** Rows written in the query: `datatable`, `print`. */
export interface Values extends RelationBase {
  readonly kind: 'values';
  readonly rows: readonly (readonly Expression[])[];
}

export interface Range extends RelationBase {
  readonly kind: 'range';
  readonly from: Expression;
  readonly to: Expression;
  readonly step: Expression;
}

/** A `let` name or `materialize`d relation, computed once however often it is used. */
export interface Shared extends RelationBase {
  readonly kind: 'shared';
  readonly id: number;
  readonly name: string;
  readonly relation: Relation;
  /** `materialize(…)`: computed once even where that keeps filters from reaching the data. */
  readonly materialized: boolean;
}

/** Below a Partition or an Apply: the rows of the part in hand. */
export interface PartRows extends RelationBase {
  readonly kind: 'partRows';
  readonly id: number;
}
