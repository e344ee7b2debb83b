import { ProblemError } from '../../base/index.ts';
import { confirmationCodes, type ResultWarning, type TableInfo, type WorkspaceQueryOptions } from '../../protocol/index.ts';
import { daysBack, hasTimeFilter, namesIn, picksRows } from '../index.ts';

/** Sent where nothing narrower is wanted: the service would else think of a range of its own. */
export const wholeRange = 'P10Y';

/** What is sent beside a query, and what a person should know of it. */
export interface RangePlan {
  readonly timespan: string;
  readonly basic: boolean;
  readonly notes: readonly ResultWarning[];
}

const pattern = /^(?:P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?|\d{4}-\d\d-\d\dT[\d:.]+Z?\/\d{4}-\d\d-\d\dT[\d:.]+Z?)$/;

/**
 * Which time range is in force, and whether a person has to be asked first. Throws LA040 for a table that costs money to
 * query and LA041 for a query that reaches back further than the chosen days, unless the request is confirmed.
 */
export function planRange(query: string, options: WorkspaceQueryOptions, tables: readonly TableInfo[], nowMs: number): RangePlan {
  const timespan = options.timespan ?? wholeRange;
  if (!pattern.test(timespan)) throw new ProblemError({ code: 'LA042', message: `"${timespan}" is no time range. Write a duration such as P7D or PT12H, or two times such as 2026-03-01T00:00:00Z/2026-03-02T00:00:00Z.` });
  const costly = costlyTables(query, tables);
  if (costly.length > 0 && options.confirmed !== true) {
    throw new ProblemError({ code: confirmationCodes.basicTable, message: `${costly.join(' and ')} ${costly.length === 1 ? 'is a table' : 'are tables'} of the Basic or Auxiliary plan: each query costs money by the data it reads. Confirm to run it all the same.` });
  }
  refuseLongRange(query, options, tables, nowMs);
  if (costly.length > 0) return basicPlan(query, options, nowMs);
  return { timespan, basic: false, notes: rangeNotes(query, options.timespan) };
}

function costlyTables(query: string, tables: readonly TableInfo[]): readonly string[] {
  return namesIn(query, new Set(tables.filter(({ plan }) => plan === 'Basic' || plan === 'Auxiliary').map(({ name }) => name)));
}

function refuseLongRange(query: string, options: WorkspaceQueryOptions, tables: readonly TableInfo[], nowMs: number): void {
  const { confirmDays, confirmed, timespan } = options;
  if (confirmDays === undefined || confirmed === true || timespan !== undefined) return;
  const days = daysBack(query, nowMs);
  const known = namesIn(query, new Set(tables.map(({ name }) => name).filter((name) => name !== 'Usage')));
  if (days !== undefined ? days <= confirmDays : known.length === 0 || picksRows(query)) return;
  const reach = days === undefined ? 'has no time filter, so it reads everything the workspace keeps' : `reads about ${Math.round(days).toLocaleString('en')} days`;
  throw new ProblemError({ code: confirmationCodes.longRange, message: `This query ${reach}, more than the ${String(confirmDays)} days that run without asking. Confirm to run it, or filter TimeGenerated.` });
}

/** Tables of the Basic and Auxiliary plan take their time range from beside the query only. */
function basicPlan(query: string, { timespan }: WorkspaceQueryOptions, nowMs: number): RangePlan {
  const days = daysBack(query, nowMs);
  const used = timespan ?? (days === undefined ? 'P1D' : `P${String(Math.max(1, Math.ceil(days)))}D`);
  const message = timespan === undefined
    ? `A table of the Basic or Auxiliary plan takes its time range from beside the query: ${used} was sent${days === undefined ? ', since the query names none' : ''}.`
    : `The time range ${used} was sent beside the query.`;
  return { timespan: used, basic: true, notes: [{ kind: 'note', code: 'LA043', severity: 'information', message }] };
}

/** Says which of the two is in force when a range is sent beside a query: the service uses what both allow. */
function rangeNotes(query: string, timespan: string | undefined): readonly ResultWarning[] {
  if (timespan === undefined) return [];
  const message = hasTimeFilter(query)
    ? `Both the time range ${timespan} and the query's own filter on TimeGenerated are in force: rows outside either are left out.`
    : `The time range ${timespan} is in force; the query has no filter on TimeGenerated of its own.`;
  return [{ kind: 'note', code: 'LA044', severity: 'information', message }];
}
