import type { QueryPlan, Relation } from '../plan/index.ts';
import { quoteIdentifier } from '../sql/index.ts';
import { emitJoin, emitUnion } from './emitCombining.ts';
import { emitApply, emitBagUnpack, emitMvExpand, emitNarrow, emitPartition, emitPivot } from './emitExpanding.ts';
import { argumentOf, emitExpression, emitFunction } from './emitExpression.ts';
import { emitPartRows, emitRange, emitShared, emitTable, emitValues } from './emitLeaves.ts';
import { emitParseKv } from './emitParseKv.ts';
import { emitParse } from './emitParsing.ts';
import { emitDistinct, emitFilter, emitProject, emitSort, emitTake } from './emitRowwise.ts';
import { emitScan } from './emitScan.ts';
import { emitMakeSeries } from './emitSeries.ts';
import { emitSummarize } from './emitSummarize.ts';
import { emitTopNested } from './emitTopNested.ts';
import { partColumn, type Emitter } from './emitter.ts';
import { countShared } from './planFacts.ts';
import { pruneColumns } from './pruneColumns.ts';
import { simplify } from './simplify.ts';

/** SQL of one plan; deterministic: the same plan and as-of give the same text. */
export function emitQuery(plan: QueryPlan, asOf: bigint): string {
  return new StatementEmitter(pruneColumns(simplify(pruneColumns(plan.relation))), asOf).statement();
}

type Emit<R extends Relation> = (relation: R, emitter: Emitter) => string;

/** One row per node of the plan: a node without one does not compile. */
const emits: { readonly [K in Exclude<Relation['kind'], 'shared'>]: Emit<Extract<Relation, { readonly kind: K }>> } = {
  table: emitTable,
  values: emitValues,
  range: emitRange,
  partRows: emitPartRows,
  filter: emitFilter,
  project: emitProject,
  distinct: emitDistinct,
  sort: emitSort,
  take: emitTake,
  scan: emitScan,
  summarize: emitSummarize,
  makeSeries: emitMakeSeries,
  topNested: emitTopNested,
  join: emitJoin,
  union: emitUnion,
  mvExpand: emitMvExpand,
  partition: emitPartition,
  apply: emitApply,
  bagUnpack: emitBagUnpack,
  pivot: emitPivot,
  narrow: emitNarrow,
  parse: emitParse,
  parseKv: emitParseKv,
};

class StatementEmitter implements Emitter {
  readonly asOf: bigint;
  readonly #root: Relation;
  readonly #uses: ReadonlyMap<number, number>;
  readonly #named = new Map<number, string>();
  readonly #before: string[] = [];
  readonly #parts = new Map<number, readonly string[]>();
  readonly #carried = new WeakMap<Relation, readonly string[]>();

  constructor(root: Relation, asOf: bigint) {
    this.#root = root;
    this.asOf = asOf;
    this.#uses = countShared(root);
  }

  statement(): string {
    const body = this.select(this.#root);
    // A named relation is finished before whatever names it, so the order of definition is the order of need.
    return this.#before.length === 0 ? body : `WITH ${this.#before.join(',\n')}\n${body}`;
  }

  readonly select = (relation: Relation): string => {
    if (relation.kind === 'shared') {
      const named = this.#nameShared(relation);
      return named.isName ? `SELECT * FROM ${named.sql}` : named.sql;
    }
    return (emits[relation.kind] as Emit<Relation>)(relation, this);
  };

  readonly from = (relation: Relation): string => {
    if (relation.kind === 'shared') {
      const named = this.#nameShared(relation);
      return named.isName ? named.sql : `(${named.sql})`;
    }
    if (relation.kind === 'table' && relation.columns.length === relation.stored.size && relation.columns.every(({ name }) => relation.stored.has(name))) return quoteIdentifier(relation.name);
    if (relation.kind === 'partRows') return quoteIdentifier(partColumn(relation.id));
    return `(${this.select(relation)})`;
  };

  readonly expression: Emitter['expression'] = (expression) => emitExpression(expression, this);

  readonly argument: Emitter['argument'] = (expression) => argumentOf(expression, this);

  readonly call: Emitter['call'] = (name, args, type, span) => emitFunction({ kind: 'call', name, type, span }, args, this);

  readonly define: Emitter['define'] = (name, sql, materialized) => {
    this.#before.push(`${quoteIdentifier(name)} AS ${materialized ? 'MATERIALIZED' : 'NOT MATERIALIZED'} (${sql})`);
    return quoteIdentifier(name);
  };

  readonly definePart: Emitter['definePart'] = (id, carried, sql) => {
    this.#parts.set(id, carried);
    this.define(partColumn(id), sql, false);
  };

  readonly carried: Emitter['carried'] = (relation) => {
    const known = this.#carried.get(relation);
    if (known) return known;
    const found = this.#carriedBy(relation);
    this.#carried.set(relation, found);
    return found;
  };

  #carriedBy(relation: Relation): readonly string[] {
    switch (relation.kind) {
      case 'partRows':
        return [...(this.#parts.get(relation.id) ?? []), partColumn(relation.id)];
      case 'shared':
        return this.carried(relation.relation);
      case 'join':
        return this.carried(relation.left);
      case 'union':
        return relation.inputs[0] ? this.carried(relation.inputs[0].relation) : [];
      default:
        return 'input' in relation ? this.carried(relation.input) : [];
    }
  }

  #nameShared(shared: Extract<Relation, { readonly kind: 'shared' }>): { readonly sql: string; readonly isName: boolean } {
    const known = this.#named.get(shared.id);
    if (known !== undefined) return { sql: known, isName: true };
    const { sql, named } = emitShared(shared, this.#uses.get(shared.id) ?? 0, this);
    if (named) this.#named.set(shared.id, sql);
    return { sql, isName: named };
  }
}
