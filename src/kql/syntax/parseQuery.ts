import { ingestionTimeColumn, ProblemError, type Problem, type Result, type Span, type TableSchema } from '../../base/index.ts';
import type { QueryPlan } from '../plan/index.ts';
import { insertTexts, type DiscoveredSchema, type Discovery } from './discovery.ts';
import { loadKusto, type KustoLanguage } from './kusto.ts';
import { toGlobalState, type KustoSchema } from './kustoSchema.ts';
import { boundCode } from './languageAnalysis.ts';
import type { KqlAnalysis } from './languageTypes.ts';
import { withLocalNames } from './localNames.ts';
import { lowerExpression } from './lowerExpression.ts';
import { lowerRelation } from './lowerRelation.ts';
import { lowerStatements } from './lowerStatements.ts';
import { classOf, nodesOf, present } from './nodes.ts';
import { nearNameHint } from './nearNames.ts';
import { plansOf } from './results.ts';
import type { Scope } from './scope.ts';
import { standardNamesIn, withStandardColumns } from './standardColumns.ts';

/** What a probe of the data found. */
export interface Discovered {
  readonly discovery: Discovery;
  readonly rows: readonly (readonly string[])[];
}

export interface ParsedQuery {
  readonly plans: readonly QueryPlan[];
  readonly notes: readonly Problem[];
  /** A place of the plans as one of the text that was asked: what was found out is written into it. */
  readonly original: (span: Span) => Span;
}

export interface ParseContext {
  readonly schema: KustoSchema;
  readonly asOf: bigint;
  readonly discovered: readonly Discovered[];
  /** The text's analysis, where somebody has it: under the same tables nothing is bound twice. */
  readonly analysis: KqlAnalysis | undefined;
}

/** Turns query texts into plans; keeps Microsoft's view of each schema it was asked about last. */
export class QueryParser {
  #schema: Pick<KustoSchema, 'tables' | 'functions'> | undefined;
  /** By the standard columns that queries name: the binder is slow on a schema that it sees for the first time. */
  readonly #views = new Map<string, SchemaView>();

  /** Every tabular statement of the text. Errors are Kusto's own (KS…, SEM…) or what the local engine refuses (KQL…). */
  parse(query: string, { schema, asOf, discovered, analysis }: ParseContext): Result<ParsedQuery> {
    const schemas = discovered.map(({ discovery, rows }) => ({ at: discovery.at, schema: discovery.schemaOf(rows) }));
    const { text, originalOffset } = insertTexts(query, schemas.map(({ at, schema: { text: added } }) => ({ at, text: added })));
    const back = (problem: Problem): Problem => (problem.span ? { ...problem, span: originalSpan(problem.span, originalOffset) } : problem);
    try {
      const parsed = this.#parse(text, { schema, asOf, discovered, analysis }, unpackedProperties(schemas));
      return parsed.ok ? { ...parsed, value: { ...parsed.value, original: (span) => originalSpan(span, originalOffset) } } : { ok: false, problems: parsed.problems.map(back) };
    } catch (error) {
      if (error instanceof ProblemError) return { ok: false, problems: [back(error.problem)] };
      throw error;
    }
  }

  #parse(text: string, { schema, asOf, analysis }: ParseContext, unpacked: Scope['unpacked']): Result<Omit<ParsedQuery, 'original'>> {
    const kusto = loadKusto();
    const query = withLocalNames(text, schema.tables);
    const view = this.#viewOf(kusto, schema, query);
    const { tables } = view;
    const code = (analysis && boundCode(analysis, query, { ...schema, tables })) ?? analyzed(kusto, query, view);
    const problems = diagnosticsOf(code, query, tables);
    if (problems.length > 0) return { ok: false, problems };
    let id = 0;
    const stored = new Map(schema.tables.map((table) => [table.name, new Set([...table.columns.map(({ name }) => name), ...(table.ingestionTimes ? [ingestionTimeColumn] : [])])]));
    const allTables = () => tables.map(({ name, columns }) => ({ kind: 'table' as const, name, columns: columns, span: { start: 0, length: 0 }, stored: stored.get(name) ?? new Set<string>() }));
    let scope: Scope = {
      kusto, lower: { expression: lowerExpression, relation: lowerRelation }, bindings: new Map(), options: new Map(), aliases: new Map(), unpacked, asOf,
      nextId: () => (id += 1), depth: 0, stored, tables: allTables,
    };
    const plans: QueryPlan[] = [];
    const block = code.Syntax as Kusto.Language.Syntax.QueryBlock | null;
    for (const element of nodesOf(block?.Statements ?? null)) {
      const statement = present(element.Element) as Kusto.Language.Syntax.Statement;
      if (classOf(statement) === 'ExpressionStatement') plans.push(...plansOf(present((statement as Kusto.Language.Syntax.ExpressionStatement).Expression), scope));
      else scope = lowerStatements([statement], scope);
    }
    if (plans.length === 0) throw new ProblemError({ code: 'KQL041', message: 'The text holds no query that gives rows.' });
    return { ok: true, value: { plans, notes: optionNotes(scope) }, problems: [] };
  }

  #viewOf(kusto: KustoLanguage, { tables, functions }: KustoSchema, query: string): SchemaView {
    if (this.#schema?.tables !== tables || this.#schema.functions !== functions) {
      this.#schema = { tables, ...(functions ? { functions } : {}) };
      this.#views.clear();
    }
    const names = standardNamesIn(query);
    const known = this.#views.get(names);
    if (known) return known;
    const seen = withStandardColumns(tables, names);
    const view = { tables: seen, codes: new Map<string, Kusto.Language.KustoCode>(), globals: toGlobalState(kusto, { tables: seen, ...(functions ? { functions } : {}) }) };
    // Few texts name different ones, but nothing here may grow without end.
    if (this.#views.size >= 8) this.#views.clear();
    this.#views.set(names, view);
    return view;
  }
}

interface SchemaView {
  readonly tables: readonly TableSchema[];
  readonly globals: Kusto.Language.GlobalState;
  /** The texts asked about last: a rule runs again and again, each time as of another instant, which this does not depend on. */
  readonly codes: Map<string, Kusto.Language.KustoCode>;
}

const mostCodes = 4;

function analyzed(kusto: KustoLanguage, query: string, { globals, codes }: SchemaView): Kusto.Language.KustoCode {
  const code = codes.get(query) ?? present(kusto.KustoCode.ParseAndAnalyze(query, globals));
  codes.delete(query);
  codes.set(query, code);
  if (codes.size > mostCodes) for (const oldest of [...codes.keys()].slice(0, codes.size - mostCodes)) codes.delete(oldest);
  return code;
}

/** Where each probed plugin ends in the longer text, and the properties found there. */
function unpackedProperties(schemas: readonly { readonly at: number; readonly schema: DiscoveredSchema }[]): Scope['unpacked'] {
  const ordered = [...schemas].sort((a, b) => a.at - b.at);
  let added = 0;
  return new Map(ordered.map(({ at, schema }) => {
    const end = at + added;
    added += schema.text.length;
    return [end, schema.properties] as const;
  }));
}

function originalSpan(span: NonNullable<Problem['span']>, originalOffset: (offset: number) => number): NonNullable<Problem['span']> {
  const start = originalOffset(span.start);
  return { start, length: originalOffset(span.start + span.length) - start };
}

/** Options that mean the same wherever the query runs, or nothing to a local engine. */
const obeyed: ReadonlySet<string> = new Set(['query_bin_auto_size', 'query_bin_auto_at', 'notruncation', 'norequesttimeout', 'servertimeout', 'query_now']);

function optionNotes({ options }: Scope): readonly Problem[] {
  return [...options.keys()].filter((name) => !obeyed.has(name)).map((name) => ({ code: 'KQL061', severity: 'information', message: `The local engine ignores "set ${name}".` }));
}

function diagnosticsOf(code: Kusto.Language.KustoCode, query: string, tables: readonly TableSchema[]): readonly Problem[] {
  const list = code.GetDiagnostics();
  return Array.from({ length: list?.Count ?? 0 }, (_, index) => present(list?.getItem(index)))
    .filter((found) => found.Severity === 'Error' && !isTolerated(found, query))
    .map(({ Code, Message, Start, Length }) => ({
      code: Code ?? 'KS000', severity: 'error' as const, span: { start: Start, length: Length },
      message: `${Message ?? ''}${nearNameHint(Code ?? '', query.slice(Start, Start + Length), query, tables)}`,
    }));
}

/**
 * Errors of the binder that Kusto does not make: a wildcard of a fuzzy union that matches nothing, a fraction of a second,
 * a value to count() that is no predicate, and bag_unpack's named arguments.
 */
function isTolerated({ Code, Start, Length }: Kusto.Language.Diagnostic, query: string): boolean {
  const text = query.slice(Start, Start + Length);
  const before = query.slice(0, Start);
  if (Code === 'KS142' && /^[\w*]*\*[\w*]*$/.test(text)) return /\bisfuzzy\s*=\s*true\b/i.test(query);
  if (Code === 'KS134') return /^\d*\.\d+$/.test(text) && /\bmake_(timespan|datetime)\s*\([^()]*$/.test(before);
  return Code === 'KS107' && (/^ignoredProperties\s*=/.test(text) || /\bignoredProperties\s*=\s*$|\bcount\s*\(\s*$/.test(before));
}
