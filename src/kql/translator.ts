import { ProblemError, type Column, type Problem, type Result, type Span, type TableSchema } from '../base/index.ts';
import { emitQuery, placeIngestionTime, suspectsOf, type Suspect } from './duckdb/index.ts';
import type { QueryPlan } from './plan/index.ts';
import { DiscoveryNeeded, QueryParser, type Discovered, type Discovery, type KqlAnalysis, type SavedFunction } from './syntax/index.ts';

export interface KqlContext {
  readonly tables: readonly TableSchema[];
  /** What `now()` means, in ticks. */
  readonly asOf: bigint;
  readonly functions?: readonly SavedFunction[];
  /** What the statements of earlier translations of the same text found, in order (see `SqlStatement.discovery`). */
  readonly discovered?: readonly Discovered[];
  /** The analysis of the same text under the same tables, where there is one: it saves binding the text again. */
  readonly analysis?: KqlAnalysis;
}

/** One statement for DuckDB and how its result is named, typed and drawn. */
export interface SqlStatement {
  readonly sql: string;
  readonly columns: readonly Column[];
  readonly render?: NonNullable<QueryPlan['render']>;
  readonly notes: readonly Problem[];
  /** What can have caused a failure of the statement, in order; `failure` is the first line of what the database said. */
  readonly suspects: (failure: string) => readonly Suspect[];
  /**
   * Set where the columns of the answer depend on the data: the statement is a probe then. Run it, and translate the same
   * text again with its rows, all text, appended to `KqlContext.discovered`.
   */
  readonly discovery?: Discovery;
}

export interface Translator {
  /** Pure and synchronous; never throws on any text. A text is translated as a whole or refused with coded problems. */
  translate(query: string, context: KqlContext): Result<readonly SqlStatement[]>;
}

export function createTranslator(): Translator {
  const parser = new QueryParser();
  return { translate: (query, context) => translate(parser, query, context) };
}

function translate(parser: QueryParser, query: string, { tables, functions, asOf, discovered = [], analysis }: KqlContext): Result<readonly SqlStatement[]> {
  try {
    const parsed = parser.parse(query, { schema: { tables, ...(functions ? { functions } : {}) }, asOf, discovered, analysis });
    if (!parsed.ok) return parsed;
    const { plans, notes, original } = parsed.value;
    return { ok: true, value: plans.map((plan) => statementOf(plan, asOf, notes, original)), problems: [] };
  } catch (error) {
    if (error instanceof DiscoveryNeeded) return probe(error.discovery, asOf);
    return { ok: false, problems: [problemOf(error)] };
  }
}

function statementOf(written: QueryPlan, asOf: bigint, notes: readonly Problem[], original: (span: Span) => Span): SqlStatement {
  const plan: QueryPlan = { ...written, relation: placeIngestionTime(written.relation) };
  const placed = (suspect: Suspect): Suspect => ({ ...suspect, span: original(suspect.span), parts: suspect.parts.map(placed) });
  return { sql: emitQuery(plan, asOf), columns: written.relation.columns, ...(plan.render ? { render: plan.render } : {}), notes, suspects: (failure) => suspectsOf(plan, asOf, failure).map(placed) };
}

function probe(discovery: Discovery, asOf: bigint): Result<readonly SqlStatement[]> {
  try {
    const relation = placeIngestionTime(discovery.probe);
    return { ok: true, value: [{ sql: emitQuery({ relation }, asOf), columns: discovery.probe.columns, notes: [], discovery, suspects: (failure) => suspectsOf({ relation }, asOf, failure) }], problems: [] };
  } catch (error) {
    return { ok: false, problems: [problemOf(error)] };
  }
}

/** A mistake of our own is reported as a refusal too: an editor must outlive any text. */
function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'KQL099', severity: 'error', message: `The local engine failed to translate this query, which is a defect of it (${detail}). A Log Analytics workspace can still run the query.` };
}
