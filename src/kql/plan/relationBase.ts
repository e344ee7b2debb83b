import type { Column, Span } from '../../base/index.ts';

/** What every node that gives rows has: its columns as Kusto names and types them, and its place in the query. */
export interface RelationBase {
  readonly columns: readonly Column[];
  readonly span: Span;
}
