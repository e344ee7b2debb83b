import { lowerMvApply, lowerMvExpand, lowerPartition } from './lowerExpand.ts';
import { lowerEvaluate } from './lowerEvaluate.ts';
import { lowerJoin, lowerLookup } from './lowerJoin.ts';
import { lowerParse, lowerParseKv, lowerParseWhere } from './lowerParse.ts';
import { keepByName, lowerAs, lowerAssertSchema, lowerDistinct, lowerExtend, lowerFilter, lowerGetSchema, lowerProject, lowerRename, lowerSampleDistinct, lowerSerialize, lowerSort, lowerTake, lowerTop } from './lowerRowwise.ts';
import { lowerScan } from './lowerScan.ts';
import { lowerInvoke } from './lowerInvoke.ts';
import { lowerSearch } from './lowerSearch.ts';
import { lowerCount, lowerMakeSeries, lowerSummarize, lowerTopHitters, lowerTopNested } from './lowerSummarize.ts';
import { lowerUnion } from './lowerUnion.ts';
import type { LowerOperator } from './operatorContext.ts';

interface OperatorRow {
  /** As it is written in KQL. */
  readonly keyword: string;
  readonly lower: LowerOperator;
  /** What differs from Kusto in a way that Kusto leaves open, or what of it is refused. */
  readonly note?: string;
}

/** Every operator that the local engine runs on piped rows, by Microsoft's name of its node. */
export const operators: Readonly<Record<string, OperatorRow>> = {
  AsOperator: { keyword: 'as', lower: lowerAs },
  AssertSchemaOperator: { keyword: 'assert-schema', lower: lowerAssertSchema },
  ConsumeOperator: { keyword: 'consume', lower: (_node, { input, span }) => ({ kind: 'filter', input, columns: input.columns, span, predicate: { kind: 'literal', type: 'bool', value: false, span } }) },
  CountOperator: { keyword: 'count', lower: lowerCount },
  DistinctOperator: { keyword: 'distinct', lower: lowerDistinct },
  EvaluateOperator: { keyword: 'evaluate', lower: lowerEvaluate, note: 'Of the plugins: those listed below.' },
  ExtendOperator: { keyword: 'extend', lower: lowerExtend },
  FilterOperator: { keyword: 'where', lower: lowerFilter },
  GetSchemaOperator: { keyword: 'getschema', lower: lowerGetSchema },
  InvokeOperator: { keyword: 'invoke', lower: lowerInvoke },
  JoinOperator: { keyword: 'join', lower: lowerJoin, note: 'All kinds; hints are ignored.' },
  LookupOperator: { keyword: 'lookup', lower: lowerLookup },
  MakeSeriesOperator: { keyword: 'make-series', lower: lowerMakeSeries },
  MvApplyOperator: { keyword: 'mv-apply', lower: lowerMvApply, note: 'Without a context id.' },
  MvExpandOperator: { keyword: 'mv-expand', lower: lowerMvExpand },
  ParseKvOperator: { keyword: 'parse-kv', lower: lowerParseKv },
  ParseOperator: { keyword: 'parse', lower: lowerParse },
  ParseWhereOperator: { keyword: 'parse-where', lower: lowerParseWhere },
  PartitionOperator: { keyword: 'partition', lower: lowerPartition, note: 'With a sub-query in round brackets.' },
  ProjectAwayOperator: { keyword: 'project-away', lower: keepByName },
  ProjectByNamesOperator: { keyword: 'project-by-names', lower: keepByName },
  ProjectKeepOperator: { keyword: 'project-keep', lower: keepByName },
  ProjectOperator: { keyword: 'project', lower: lowerProject },
  ProjectRenameOperator: { keyword: 'project-rename', lower: lowerRename },
  ProjectReorderOperator: { keyword: 'project-reorder', lower: keepByName },
  RenderOperator: { keyword: 'render', lower: (_node, { input }) => input },
  SampleDistinctOperator: { keyword: 'sample-distinct', lower: lowerSampleDistinct },
  SampleOperator: { keyword: 'sample', lower: lowerTake, note: 'The rows chosen are the first ones read.' },
  ScanOperator: { keyword: 'scan', lower: lowerScan, note: 'Without order by and partition by. Walks some five hundred rows a second, so narrow them before it. Give with_match_id, or project right after it, where more operators follow.' },
  SearchOperator: { keyword: 'search', lower: (node, { input, scope, columns }) => lowerSearch(node as Kusto.Language.Syntax.SearchOperator, input, columns, scope) },
  SerializeOperator: { keyword: 'serialize', lower: lowerSerialize },
  SortOperator: { keyword: 'sort', lower: lowerSort, note: 'Without granny-asc and granny-desc.' },
  SummarizeOperator: { keyword: 'summarize', lower: lowerSummarize },
  TakeOperator: { keyword: 'take', lower: lowerTake },
  TopHittersOperator: { keyword: 'top-hitters', lower: lowerTopHitters, note: 'Counts exactly, where Kusto estimates.' },
  TopNestedOperator: { keyword: 'top-nested', lower: lowerTopNested },
  TopOperator: { keyword: 'top', lower: lowerTop },
  UnionOperator: { keyword: 'union', lower: (node, { input, scope, result }) => lowerUnion(node as Kusto.Language.Syntax.UnionOperator, input, result, scope) },
};

export interface SupportedOperator {
  readonly keyword: string;
  readonly note?: string;
}

/** What may stand first or last in a query instead of being one node on piped rows. */
const further: readonly SupportedOperator[] = [
  { keyword: 'datatable' }, { keyword: 'print' }, { keyword: 'range' }, { keyword: 'materialize' }, { keyword: 'toscalar' },
  { keyword: 'find', note: 'Without project-away.' }, { keyword: 'fork', note: 'As the last operator.' }, { keyword: 'facet', note: 'As the last operator.' },
];

/** The operators that the local engine runs, for the support matrix. */
export const supportedOperators: readonly SupportedOperator[] = [...Object.values(operators).map(({ keyword, note }) => ({ keyword, ...(note === undefined ? {} : { note }) })), ...further]
  .sort((a, b) => (a.keyword < b.keyword ? -1 : 1));
