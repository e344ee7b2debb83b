import type { Join, Union } from './combining.ts';
import type { Apply, BagUnpack, MvExpand, Narrow, Partition, Pivot } from './expanding.ts';
import type { MakeSeries, Summarize, TopNested } from './grouping.ts';
import type { PartRows, Range, Shared, Table, Values } from './leaves.ts';
import type { Parse, ParseKv } from './parsing.ts';
import type { Distinct, Filter, Project, Scan, Sort, Take } from './rowwise.ts';

/** Everything that gives rows; each node says what its rows and columns are, so that emitting needs no look at its neighbours. */
export type Relation =
  | Table
  | Values
  | Range
  | Shared
  | PartRows
  | Filter
  | Project
  | Distinct
  | Sort
  | Take
  | Scan
  | Summarize
  | MakeSeries
  | TopNested
  | Join
  | Union
  | MvExpand
  | Partition
  | Apply
  | BagUnpack
  | Pivot
  | Narrow
  | Parse
  | ParseKv;

/** One tabular statement of a query and how it asked to be drawn. */
export interface QueryPlan {
  readonly relation: Relation;
  readonly render?: { readonly visualization: string; readonly properties: Readonly<Record<string, string>> };
}
