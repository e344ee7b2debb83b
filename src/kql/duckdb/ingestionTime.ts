import { ingestionTimeColumn, ProblemError, type Column, type Span } from '../../base/index.ts';
import type { Expression, NamedExpression, Project, Relation } from '../plan/index.ts';
import { columnsRead, mapChildren, replaceParts } from './planExpressions.ts';
import { childrenOf, isRelation } from './planFacts.ts';

/**
 * The plan with the time of arrival in the place of each `ingestion_time()`: a hidden column of tables that know it, null
 * elsewhere. Throws ProblemError KQL063 where rows are chosen by an arrival that is not known.
 */
export function placeIngestionTime(root: Relation): Relation {
  return callIn(root, true) ? new Placer().place(root, false) : root;
}

const column: Column = { name: ingestionTimeColumn, type: 'datetime' };

function isCall(expression: Expression): boolean {
  return expression.kind === 'call' && expression.name === 'ingestion_time';
}

/** The first call in a node's expressions; below its relations too where `deep`. */
function callIn(node: Relation | Expression, deep: boolean): Expression | undefined {
  if (!isRelation(node) && isCall(node)) return node;
  for (const child of childrenOf(node)) {
    if (isRelation(child) && !deep) continue;
    const found = callIn(child, deep);
    if (found) return found;
  }
  return undefined;
}

/** Whether each row says when it arrived. */
function knowsArrival(relation: Relation): boolean {
  switch (relation.kind) {
    case 'table':
      return relation.stored.has(ingestionTimeColumn);
    case 'filter':
    case 'project':
    case 'sort':
    case 'take':
      return knowsArrival(relation.input);
    case 'shared':
      return !relation.materialized && knowsArrival(relation.relation);
    case 'union':
      return relation.inputs.every((input) => knowsArrival(input.relation));
    default:
      return false;
  }
}

class Placer {
  /** Columns that are computed from an arrival which is not known. */
  readonly #unknown = new Set<string>();

  /** @param wanted whether the rows are to have the hidden column; only where they know it. */
  place(relation: Relation, wanted: boolean): Relation {
    switch (relation.kind) {
      case 'table':
        return wanted ? { ...relation, columns: [...relation.columns, column] } : relation;
      case 'shared':
        return wanted ? this.place(relation.relation, true) : { ...relation, relation: this.place(relation.relation, false) };
      case 'union':
        return {
          ...relation,
          columns: wanted ? [...relation.columns, column] : relation.columns,
          inputs: relation.inputs.map((input) => ({ ...input, relation: this.place(input.relation, wanted), sources: wanted ? [...input.sources, ingestionTimeColumn] : input.sources })),
        };
      case 'filter':
      case 'sort':
      case 'take':
        return this.#passing(relation, wanted);
      case 'project':
        return this.#project(relation, wanted);
      default:
        return this.#other(relation);
    }
  }

  /** What keeps the columns of its rows and may read their arrival. */
  #passing(relation: Extract<Relation, { kind: 'filter' | 'sort' | 'take' }>, wanted: boolean): Relation {
    const call = callIn(relation, false);
    const known = knowsArrival(relation.input);
    const input = this.place(relation.input, known && (wanted || call !== undefined));
    if (relation.kind === 'filter') this.#refuseChoice(relation.predicate, known);
    const placed: typeof relation = { ...mapChildren({ ...relation, input }, { relation: (same) => same, expression: (expression) => this.#expression(expression, known) }), columns: input.columns };
    return wanted || input.columns.length === relation.columns.length ? placed : hide(placed, relation.columns);
  }

  #project(relation: Project, wanted: boolean): Project {
    const known = knowsArrival(relation.input);
    const input = this.place(relation.input, known && (wanted || callIn(relation, false) !== undefined));
    for (const { name, expression } of relation.items) if (this.#readsUnknown(expression, known)) this.#unknown.add(name);
    const items = relation.items.map((item): NamedExpression => ({ ...item, expression: this.#expression(item.expression, known) }));
    return { ...relation, input, items: wanted ? [...items, { name: column.name, expression: reference(relation.span) }] : items, columns: wanted ? [...relation.columns, column] : relation.columns };
  }

  /** A node that makes rows of its own; of an arrival it can only compute. */
  #other(relation: Relation): Relation {
    const call = callIn(relation, false);
    const input = 'input' in relation ? relation.input : undefined;
    const known = input !== undefined && knowsArrival(input);
    const placed = mapChildren(relation, { relation: (part) => this.place(part, part === input && known && call !== undefined), expression: (expression) => expression });
    if (relation.kind === 'join') for (const { left, right } of relation.on) for (const side of [left, right]) this.#refuseChoice(side, false);
    if (relation.kind === 'summarize') for (const { name, expression } of [...relation.keys, ...relation.aggregates]) if (this.#readsUnknown(expression, known)) this.#unknown.add(name);
    return mapChildren(placed, { relation: (same) => same, expression: (expression) => this.#expression(expression, known) });
  }

  #expression(expression: Expression, known: boolean): Expression {
    const placed = mapChildren(expression, { relation: (query) => this.place(query, false), expression: (part) => this.#expression(part, known) });
    return replaceParts(placed, (part) => (isCall(part) ? (known ? reference(part.span) : { kind: 'literal', value: null, type: 'datetime', span: part.span }) : part));
  }

  #readsUnknown(expression: Expression, known: boolean): boolean {
    return (!known && callIn(expression, false) !== undefined) || [undefined, 'left' as const, 'right' as const].some((side) => columnsRead(expression, side).some((name) => this.#unknown.has(name)));
  }

  #refuseChoice(expression: Expression, known: boolean): void {
    if (!this.#readsUnknown(expression, known)) return;
    throw new ProblemError({
      code: 'KQL063',
      message: 'ingestion_time() decides here which rows are found, and exports do not keep when a record arrived. Filter TimeGenerated instead; in a rule test $arrives says when a row is there.',
      span: (known ? undefined : callIn(expression, false))?.span ?? expression.span,
    });
  }
}

function reference(span: Span): Expression {
  return { kind: 'column', name: column.name, type: column.type, span };
}

/** The rows without the hidden column. */
function hide(input: Relation, columns: readonly Column[]): Project {
  const { span } = input;
  return { kind: 'project', input, columns, span, items: columns.map(({ name, type }) => ({ name, expression: { kind: 'column', name, type, span } })) };
}
