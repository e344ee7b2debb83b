import type { Column } from '../../base/index.ts';
import type { Expression, Join, Literal, NamedExpression, Project, Relation, Summarize, Union, Values } from '../plan/index.ts';
import { columnsRead, mapChildren } from './planExpressions.ts';

type Needed = ReadonlySet<string>;

/**
 * The same rows with only the columns that reach the result: tables here are wide, and a statement that names each of their
 * columns at every step takes DuckDB longer to read than to run. A node may keep more than what is needed of it.
 */
export function pruneColumns(root: Relation): Relation {
  const pruner = new Pruner();
  for (;;) {
    const pruned = pruner.run(root);
    if (pruned) return pruned;
  }
}

class Pruner {
  /** What all uses of each shared relation need together. */
  readonly #needs = new Map<number, Set<string>>();
  #shared = new Map<number, Relation>();
  #grown = false;

  /** Undefined where a later use of a shared relation needed more than an earlier one had it keep. */
  run(root: Relation): Relation | undefined {
    this.#shared = new Map();
    this.#grown = false;
    const pruned = this.#prune(root, all(root.columns));
    return this.#grown ? undefined : pruned;
  }

  readonly #expression = (expression: Expression): Expression => {
    if (expression.kind === 'literal' || expression.kind === 'column') return expression;
    return mapChildren(expression, { expression: this.#expression, relation: (query) => this.#prune(query, all(query.columns.slice(0, 1))) });
  };

  #items<T extends NamedExpression>(items: readonly T[]): readonly T[] {
    return items.map((item) => ({ ...item, expression: this.#expression(item.expression) }));
  }

  #prune(relation: Relation, needed: Needed): Relation {
    switch (relation.kind) {
      case 'table':
        return { ...relation, columns: kept(relation.columns, needed) };
      case 'values':
        return this.#values(relation, needed);
      case 'shared':
        return this.#named(relation, needed);
      case 'filter': {
        const input = this.#prune(relation.input, union(needed, columnsRead(relation.predicate)));
        return { ...relation, input, predicate: this.#expression(relation.predicate), columns: input.columns };
      }
      case 'sort': {
        const input = this.#prune(relation.input, union(needed, relation.keys.flatMap(({ expression }) => columnsRead(expression))));
        return { ...relation, input, keys: relation.keys.map((key) => ({ ...key, expression: this.#expression(key.expression) })), columns: input.columns };
      }
      case 'take': {
        const input = this.#prune(relation.input, needed);
        return { ...relation, input, count: this.#expression(relation.count), columns: input.columns };
      }
      case 'project':
        return this.#project(relation, needed);
      case 'summarize':
        return this.#summarize(relation, needed);
      case 'join':
        return this.#join(relation, needed);
      case 'union':
        return this.#union(relation, needed);
      case 'mvExpand':
        return this.#widened(relation, needed, [...relation.items.map(({ name }) => name), relation.indexColumn ?? ''], [...relation.items.map(({ expression }) => expression), ...(relation.limit ? [relation.limit] : [])]);
      case 'parse':
        return this.#widened(relation, needed, relation.parts.map((part) => (part.kind === 'column' ? part.name : '')), [relation.operand]);
      default:
        return mapChildren(relation, { expression: this.#expression, relation: (input) => this.#prune(input, all(input.columns)) });
    }
  }

  /** A node that adds columns to those of its input, of what it reads there. */
  #widened<N extends Extract<Relation, { kind: 'mvExpand' | 'parse' }>>(relation: N, needed: Needed, added: readonly string[], read: readonly Expression[]): N {
    const columns = kept(relation.columns, needed);
    const passed = columns.map(({ name }) => name).filter((name) => !added.includes(name));
    const input = this.#prune(relation.input, new Set([...passed, ...read.flatMap((expression) => columnsRead(expression))]));
    return mapChildren<N>({ ...relation, input, columns }, { expression: this.#expression, relation: (same) => same });
  }

  #values(relation: Values, needed: Needed): Values {
    const columns = kept(relation.columns, needed);
    const places = columns.map((column) => relation.columns.indexOf(column));
    return { ...relation, columns, rows: relation.rows.map((row) => places.map((place) => this.#expression(row[place] as Expression))) };
  }

  #named(relation: Extract<Relation, { kind: 'shared' }>, needed: Needed): Relation {
    const needs = this.#needs.get(relation.id) ?? new Set();
    const known = this.#shared.get(relation.id);
    const before = needs.size;
    for (const name of needed) needs.add(name);
    this.#needs.set(relation.id, needs);
    if (known) {
      this.#grown ||= needs.size > before;
      return known;
    }
    const inner = this.#prune(relation.relation, needs);
    const pruned: Relation = { ...relation, relation: inner, columns: inner.columns };
    this.#shared.set(relation.id, pruned);
    return pruned;
  }

  #project(relation: Project, needed: Needed): Project {
    const columns = kept(relation.columns, needed);
    const names = all(columns);
    const items = relation.items.filter(({ name }) => names.has(name));
    return { ...relation, columns, items: this.#items(items), input: this.#prune(relation.input, new Set(items.flatMap(({ expression }) => columnsRead(expression)))) };
  }

  /** Keys stay, for they make the groups; without keys something must stay to make the one row. */
  #summarize(relation: Summarize, needed: Needed): Summarize {
    const { keys, aggregates, extremes, columns } = relation;
    const wanted = union(needed, keys.map(({ name }) => name));
    const names = all(kept(columns, wanted));
    const isKept = ({ name }: NamedExpression) => names.has(name);
    const parts = {
      keys, aggregates: aggregates.filter(isKept),
      extremes: extremes.map((extreme) => ({ ...extreme, items: extreme.items.filter(isKept) })).filter(({ items }) => items.length > 0),
    };
    const read = [
      ...[...parts.keys, ...parts.aggregates].map(({ expression }) => expression),
      ...parts.extremes.flatMap(({ by, filter, items }) => [...(by ? [by] : []), ...(filter ? [filter] : []), ...items.map(({ expression }) => expression)]),
    ].flatMap((expression) => columnsRead(expression));
    const input = this.#prune(relation.input, new Set(read));
    const { kind, span } = relation;
    const pruned = mapChildren<Summarize>({ kind, span, input, ...parts, columns: columns.filter(({ name }) => names.has(name)) }, { expression: this.#expression, relation: (same) => same });
    return pruned;
  }

  #join(relation: Join, needed: Needed): Join {
    const columns = kept(relation.columns, needed);
    const names = all(columns);
    const outputs = relation.outputs.filter(({ name }) => names.has(name));
    const side = (at: 'left' | 'right') => this.#prune(relation[at], union(new Set(outputs.filter((output) => output.side === at).map(({ source }) => source)), relation.on.flatMap((pair) => columnsRead(pair[at], at))));
    return { ...relation, columns, outputs, left: side('left'), right: side('right'), on: relation.on.map(({ left, right }) => ({ left: this.#expression(left), right: this.#expression(right) })) };
  }

  /** An input without rows gives only columns, which the others may have as well. */
  #union(relation: Union, needed: Needed): Relation {
    const columns = kept(relation.columns, needed);
    const places = columns.map((column) => relation.columns.indexOf(column));
    const filled = relation.inputs.filter(({ relation: input }) => !(input.kind === 'values' && input.rows.length === 0));
    const inputs = (filled.length === 0 ? relation.inputs.slice(0, 1) : filled).map((input) => {
      const sources = places.map((place) => input.sources[place]);
      return { ...input, sources, relation: this.#prune(input.relation, new Set(sources.filter((source) => source !== undefined))) };
    });
    const united: Union = { ...relation, columns, inputs };
    return inputs.length === 1 ? onlyInput(united) : united;
  }
}

/** A union of one input computes columns of it. */
function onlyInput({ inputs: [input], columns, sourceColumn, span }: Union): Project {
  if (!input) throw new Error('A union has lost its input.');
  const literal = ({ type }: Column, value: Literal['value']): Literal => ({ kind: 'literal', type, value, span });
  const items = columns.map((column, index): NamedExpression => {
    const source = input.sources[index];
    const expression: Expression = column.name === sourceColumn ? literal(column, input.sourceName) : source === undefined ? literal(column, null) : { kind: 'column', name: source, type: column.type, span };
    return { name: column.name, expression };
  });
  return { kind: 'project', input: input.relation, items, columns, span };
}

function all(columns: readonly Column[]): Set<string> {
  return new Set(columns.map(({ name }) => name));
}

function union(needed: Needed, more: readonly string[]): Needed {
  return new Set([...needed, ...more]);
}

/** At least one, for rows without columns are none. */
function kept(columns: readonly Column[], needed: Needed): readonly Column[] {
  const found = columns.filter(({ name }) => needed.has(name));
  return found.length > 0 ? found : columns.slice(0, 1);
}
