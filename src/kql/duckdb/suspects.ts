import { maxDatetimeTicks, type Span } from '../../base/index.ts';
import type { Expression, NamedExpression, QueryPlan, Relation } from '../plan/index.ts';
import { quoteIdentifier } from '../sql/index.ts';
import { emitQuery } from './emitRelation.ts';
import { childrenOf, containsKind, isRelation } from './planFacts.ts';

/** A part of a query that may be what failed: it is if its statement fails too, and within it the first of its parts that does. */
export interface Suspect {
  readonly span: Span;
  /** Absent where the part cannot run alone: the place is told only if no other part is suspected. */
  readonly sql?: () => string;
  readonly parts: readonly Suspect[];
}

/** What DuckDB says of a failure, and the KQL functions and operators that can have caused it; anything may have caused another failure. */
const causes: readonly (readonly [pattern: RegExp, names: RegExp])[] = [
  [/overflow in addition/i, /^(\+|sum|sumif|now|(start|end)of\w+|datetime_add|row_cumsum|bin_at|between|!between)$/], [/overflow in subtraction/i, /^(-|negate|abs|ago|endof\w+|datetime_diff|bin_at)$/], [/overflow in multiplication/i, /^(\*|(start|end)of\w+|datetime_add|bin)$/],
  [/timezone/i, /^datetime_(utc_to_local|local_to_utc)$/],
  [/missing [\])]|invalid escape|no argument for repetition|regular expression|regexp/i, /^(matches regex|extract|extract_all|extractall|replace_regex|replace|trim|trim_start|trim_end|countof|indexof_regex|parse)$/],
  [/casting from source column sum|INT128/i, /^(sum|sumif|row_cumsum|\+|-|\*)$/],
];

/** Operators that hold rows in memory, those that cannot leave any on the disk first. */
const holders: readonly Relation['kind'][] = ['makeSeries', 'scan', 'pivot', 'topNested', 'mvExpand', 'apply', 'join', 'summarize', 'distinct', 'sort'];

/** The parts of a plan that can have caused a failure, in the order in which they run; `failure` is the first line of what the database said. */
export function suspectsOf(plan: QueryPlan, asOf: bigint, failure: string): readonly Suspect[] {
  if (/out of memory|could not allocate|failed to (allocate|pin)/i.test(failure)) return heaviest(plan.relation);
  const named = /\bKQL\d{3}: ([\w-]+)(?:\(\))?:/.exec(failure)?.[1];
  const names = named === undefined ? causes.find(([pattern]) => pattern.test(failure))?.[1] : new RegExp(`^${named.replace(/_(plain|regex|long|real|datetime|timespan)$/, '')}`);
  const isCause = (name: string) => names?.test(name) ?? true;
  const found = stages(plan.relation, false).flatMap((stage) => suspectsIn(stage, failure.startsWith(outsideYears) ? checkedYears : hashed, asOf, isCause));
  return found.length > 0 || named === undefined ? found : suspectsOf(plan, asOf, '');
}

function heaviest(root: Relation): readonly Suspect[] {
  const held = stages(root, false).filter(({ relation }) => holders.includes(relation.kind));
  // An aggregate that gathers values cannot leave them on the disk.
  const weight = ({ relation }: Stage) => (relation.kind === 'summarize' && relation.aggregates.some(({ expression }) => gathers(expression)) ? -1 : holders.indexOf(relation.kind));
  return [...held].sort((a, b) => weight(a) - weight(b)).slice(0, 1).map(({ relation }) => ({ span: relation.span, parts: [] }));
}

function gathers(expression: Expression): boolean {
  return (expression.kind === 'aggregate' && /^(make_|makelist|makeset|tdigest|hll|buildschema|percentile)/.test(expression.name)) || childrenOf(expression).some((child) => !isRelation(child) && gathers(child));
}

interface Stage {
  readonly relation: Relation;
  /** Whether it lies in the sub-query of a partition or mv-apply, which does not run alone. */
  readonly inBody: boolean;
}

/** Every relation of a plan, each after what it reads; one that is read twice comes once. */
function stages(root: Relation, inBody: boolean, seen = new Set<number>()): readonly Stage[] {
  const below = (node: Relation | Expression, inside: boolean): readonly Stage[] => childrenOf(node).flatMap((child) => (isRelation(child) ? stages(child, inside, seen) : below(child, inside)));
  if (root.kind === 'shared') {
    if (seen.has(root.id)) return [];
    seen.add(root.id);
  }
  if (root.kind === 'partition' || root.kind === 'apply') return [...stages(root.input, inBody, seen), { relation: root, inBody }, ...stages(root.body, true, seen)];
  return [...below(root, inBody), { relation: root, inBody }];
}

/** Makes every value of a probe's rows be computed. */
const hashed = (rows: string) => `SELECT count(hash(p)) FROM (${rows}) AS p`;

/** The code of a datetime that Kusto has no year for: DuckDB computes it without complaint, and the reading of the result finds it. */
const outsideYears = 'KQL062';

function checkedYears(rows: string, columns: Relation['columns']): string {
  const outside = columns.filter(({ type }) => type === 'datetime').map(({ name }) => `count(*) FILTER (WHERE ${quoteIdentifier(name)} NOT BETWEEN 0 AND ${String(maxDatetimeTicks)})`);
  return outside.length === 0 ? 'SELECT 0' : `SELECT CASE WHEN ${outside.join(' + ')} > 0 THEN error('${outsideYears}: A datetime') END FROM (${rows}) AS p`;
}

function suspectsIn({ relation, inBody }: Stage, check: (rows: string, columns: Relation['columns']) => string, asOf: bigint, isCause: (name: string) => boolean): readonly Suspect[] {
  const run = (probe: Relation) => () => check(emitQuery({ relation: probe }, asOf), probe.columns);
  return expressionsOf(relation).flatMap(({ expression, probe }): readonly Suspect[] => {
    const calls = callsIn(expression).filter(({ name }) => isCause(name));
    if (calls.length === 0) return [];
    const suspect = (part: Expression, build: (item: Expression) => Relation): Suspect => ({ span: part.span, parts: [], ...(inBody ? {} : { sql: run(build(part)) }) });
    const inner = calls.filter((call) => call.kind === 'call').map((call) => suspect(call, (part) => (relation.kind === 'values' ? probe(part) : rowsWith(part, probe, relation))));
    return [{ ...suspect(expression, probe), span: calls.length === 1 && calls[0] ? calls[0].span : expression.span, parts: inner }];
  }).concat(isCause(relation.kind) && wholeKinds.has(relation.kind) ? [{ span: relation.span, parts: [], ...(inBody ? {} : { sql: run(relation) }) }] : []);
}

/** Nodes that compute more than their expressions. */
const wholeKinds: ReadonlySet<Relation['kind']> = new Set(['range', 'scan', 'makeSeries', 'topNested', 'pivot', 'bagUnpack', 'parse', 'parseKv', 'mvExpand']);

interface Probed {
  readonly expression: Expression;
  /** The same node with an expression in place of its own ones. */
  readonly probe: (expression: Expression) => Relation;
}

const columnsOf = (items: readonly NamedExpression[]) => items.map(({ name, expression }) => ({ name, type: expression.type }));

function projected(input: Relation, expression: Expression): Relation {
  const items = [{ name: 'probe', expression }];
  return { kind: 'project', input, items, columns: columnsOf(items), span: expression.span };
}

/** A call below an aggregate reads rows, not groups. */
function rowsWith(part: Expression, probe: (expression: Expression) => Relation, relation: Relation): Relation {
  return relation.kind === 'summarize' && !containsKind(part, 'aggregate') ? projected(relation.input, part) : probe(part);
}

function expressionsOf(relation: Relation): readonly Probed[] {
  switch (relation.kind) {
    case 'project':
      return relation.items.map(({ expression }) => ({ expression, probe: (part) => projected(relation.input, part) }));
    case 'filter':
      return [{ expression: relation.predicate, probe: (part) => projected(relation.input, part) }];
    case 'sort':
      return relation.keys.map(({ expression }) => ({ expression, probe: (part) => projected(relation.input, part) }));
    case 'mvExpand':
      return relation.items.map(({ expression }) => ({ expression, probe: (part) => projected(relation.input, part) }));
    case 'values':
      return relation.rows.flat().map((expression) => ({ expression, probe: (part) => ({ kind: 'values', rows: [[part]], columns: [{ name: 'probe', type: part.type }], span: part.span }) }));
    case 'summarize': {
      const grouped = (part: Expression): Relation => {
        const aggregates = [{ name: 'probe', expression: part }];
        return { ...relation, aggregates, extremes: [], columns: columnsOf([...relation.keys, ...aggregates]) };
      };
      return [
        ...relation.keys.map(({ expression }) => ({ expression, probe: (part: Expression) => projected(relation.input, part) })),
        ...relation.aggregates.map(({ expression }) => ({ expression, probe: grouped })),
        ...relation.extremes.flatMap(({ by, items }) => [...(by ? [by] : []), ...items.map((item) => item.expression)]).map((expression) => ({ expression, probe: (part: Expression) => projected(relation.input, part) })),
      ];
    }
    default:
      return [];
  }
}

/** The calls of an expression, each after its arguments. */
function callsIn(expression: Expression): readonly Extract<Expression, { kind: 'call' | 'aggregate' | 'window' }>[] {
  const inner = childrenOf(expression).flatMap((child) => (isRelation(child) ? [] : callsIn(child)));
  return expression.kind === 'call' || expression.kind === 'aggregate' || expression.kind === 'window' ? [...inner, expression] : inner;
}
