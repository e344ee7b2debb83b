import type { Column, KqlType } from '../../base/index.ts';
import type { Expression } from './expression.ts';
import type { Relation } from './relation.ts';
import type { RelationBase } from './relationBase.ts';

export interface MvExpandItem {
  /** Result column. */
  readonly name: string;
  readonly expression: Expression;
  readonly type: KqlType;
}

/** One row per element of one or more dynamics, walked in step; a shorter one gives null. */
export interface MvExpand extends RelationBase {
  readonly kind: 'mvExpand';
  readonly input: Relation;
  readonly items: readonly MvExpandItem[];
  /** Properties of a bag become `[name, value]` arrays instead of bags of one property. */
  readonly bagAsArray: boolean;
  readonly indexColumn?: string;
  readonly limit?: Expression;
}

/** A sub-query over each part of the input, the parts being what one value of `by` has. */
export interface Partition extends RelationBase {
  readonly kind: 'partition';
  readonly id: number;
  readonly input: Relation;
  readonly by: Expression;
  /** Reads a PartRows of the same id. */
  readonly body: Relation;
}

/** `mv-apply`: a sub-query over the expanded elements of each row, joined back to the row. */
export interface Apply extends RelationBase {
  readonly kind: 'apply';
  readonly id: number;
  readonly input: Relation;
  readonly expand: Pick<MvExpand, 'items' | 'indexColumn' | 'limit' | 'bagAsArray'> & { readonly columns: readonly Column[] };
  readonly body: Relation;
  /** Where each result column comes from. */
  readonly outputs: readonly { readonly name: string; readonly source: string; readonly from: 'input' | 'body' }[];
}

/** `bag_unpack`: the properties of a bag as columns. */
export interface BagUnpack extends RelationBase {
  readonly kind: 'bagUnpack';
  readonly input: Relation;
  readonly bag: Expression;
  /** For each result column: the property it holds, the input's column, or both where the property replaces or falls back. */
  readonly outputs: readonly { readonly name: string; readonly type: KqlType; readonly property?: string; readonly source?: string }[];
}

/** `pivot`: the values of a column as columns, aggregated. */
export interface Pivot extends RelationBase {
  readonly kind: 'pivot';
  readonly input: Relation;
  readonly value: Expression;
  readonly aggregate: Expression;
  readonly keys: readonly Column[];
  readonly pivoted: readonly { readonly name: string; readonly value: string }[];
}

/** `narrow`: one row per cell. */
export interface Narrow extends RelationBase {
  readonly kind: 'narrow';
  readonly input: Relation;
}
