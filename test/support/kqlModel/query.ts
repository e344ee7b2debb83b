import { expressionOf, type Choice } from './expression.ts';
import { joined } from './join.ts';
import { summarized } from './summarize.ts';
import { absent, keyOf, literalOf, sortOrder, type ModelColumn, type ModelRow, type ModelType } from './value.ts';

/** A query so far: its text, and what it must give. */
export interface ModelQuery {
  readonly text: string;
  readonly columns: readonly ModelColumn[];
  readonly rows: readonly ModelRow[];
  /** Whether the order of the rows is part of the answer. */
  readonly ordered: boolean;
}

export interface Step {
  readonly operator: (typeof stepOperators)[number];
  readonly choices: readonly Choice[];
}

export const stepOperators = ['where', 'extend', 'project', 'away', 'rename', 'distinct', 'summarize', 'sort', 'take', 'count', 'union', 'unionOther', 'join', 'expand'] as const;

const types: readonly ModelType[] = ['long', 'string', 'bool', 'real', 'datetime'];
const none: Choice = { pick: 0, below: [] };

/** A table written into the query. */
export function tableOf(columns: readonly ModelColumn[], rows: readonly ModelRow[]): ModelQuery {
  const declared = columns.map(({ name, type }) => `${name}:${type}`).join(', ');
  const cells = rows.map((row) => row.map((value, index) => literalOf(value, columns[index]!.type)).join(', '));
  return { text: `datatable(${declared})[${cells.join(',\n  ')}]`, columns, rows, ordered: false };
}

/** The query with one more operator. `other` is what unions and joins take in. */
export function applyStep(query: ModelQuery, step: Step, other: ModelQuery, fresh: () => string): ModelQuery {
  const choice = (index: number): Choice => step.choices[index] ?? none;
  const piped = (operator: string, next: Partial<ModelQuery>): ModelQuery => ({ ...query, ordered: false, ...next, text: `${query.text}\n| ${operator}` });
  const some = query.columns.filter((_, index) => (choice(0).pick >> index) % 2 === 1);
  const picked = some.length > 0 ? some : query.columns.slice(0, 1);
  switch (step.operator) {
    case 'where': {
      const predicate = expressionOf(choice(0), 'bool', query.columns);
      return piped(`where ${predicate.text}`, { rows: query.rows.filter((row) => predicate.of(row) === true), ordered: query.ordered });
    }
    case 'extend': {
      const type = types[choice(0).pick % types.length]!;
      const at = choice(1).pick % (query.columns.length * 2);
      const expression = expressionOf(choice(2), type, query.columns);
      const name = query.columns[at]?.name ?? fresh();
      const position = at < query.columns.length ? at : query.columns.length;
      const columns = query.columns.toSpliced(position, 1, { name, type });
      return piped(`extend ${name} = ${expression.text}`, { columns, rows: query.rows.map((row) => row.toSpliced(position, 1, expression.of(row))), ordered: query.ordered });
    }
    case 'project': {
      const items = (step.choices.length > 0 ? step.choices : [none]).map((item, index) => {
        const type = types[(item.pick + index) % types.length]!;
        return { name: fresh(), type, expression: expressionOf(item, type, query.columns) };
      });
      return piped(`project ${items.map(({ name, expression }) => `${name} = ${expression.text}`).join(', ')}`, {
        columns: items.map(({ name, type }) => ({ name, type })),
        rows: query.rows.map((row) => items.map(({ expression }) => expression.of(row))),
        ordered: query.ordered,
      });
    }
    case 'away':
      return picked.length === query.columns.length ? query : piped(`project-away ${names(picked)}`, { ...onlyColumns(query, query.columns.filter((column) => !picked.includes(column))), ordered: query.ordered });
    case 'rename': {
      const name = fresh();
      return piped(`project-rename ${name} = ${picked[0]!.name}`, { columns: query.columns.map((column) => (column === picked[0] ? { ...column, name } : column)), ordered: query.ordered });
    }
    case 'distinct': {
      const kept = onlyColumns(query, picked);
      return piped(`distinct ${names(picked)}`, { columns: kept.columns, rows: [...new Map(kept.rows.map((row) => [keyOf(row), row])).values()] });
    }
    case 'summarize':
      return summarized(query, step.choices, picked, fresh);
    case 'sort':
      return sorted(query, choice(0).pick, undefined);
    case 'take':
      return sorted(query, choice(0).pick, choice(1).pick % 5);
    case 'count':
      return piped('count', { columns: [{ name: 'Count', type: 'long' }], rows: [[BigInt(query.rows.length)]] });
    case 'union': {
      const again = onlyColumns(query, picked);
      return piped(`union (${query.text}\n| project ${names(picked)})`, { rows: [...query.rows, ...again.rows.map((row) => widen(row, picked, query.columns))] });
    }
    case 'unionOther':
      return united(query, other, fresh);
    case 'join':
      return joined(query, other, step.choices, fresh);
    case 'expand': {
      const [a, b] = [expressionOf(choice(0), 'long', query.columns), expressionOf(choice(1), 'long', query.columns)];
      const name = fresh();
      return piped(`extend ${name} = pack_array(${a.text}, ${b.text})\n| mv-expand ${name} to typeof(long)`, {
        columns: [...query.columns, { name, type: 'long' }],
        rows: query.rows.flatMap((row) => [[...row, a.of(row)], [...row, b.of(row)]]),
      });
    }
  }
}

/** By every column, so that rows which tie are equal and any order of them is the same answer. */
function sorted(query: ModelQuery, directions: number, count: number | undefined): ModelQuery {
  const descending = query.columns.map((_, index) => (directions >> index) % 2 === 1);
  const rows = query.rows.toSorted((a, b) => {
    const index = query.columns.findIndex((_, at) => sortOrder(a[at] ?? null, b[at] ?? null, descending[at] === true) !== 0);
    return index < 0 ? 0 : sortOrder(a[index] ?? null, b[index] ?? null, descending[index] === true);
  });
  const text = `${query.text}\n| sort by ${query.columns.map(({ name }, index) => `${name} ${descending[index] === true ? 'desc' : 'asc'}`).join(', ')}`;
  return { ...query, ordered: true, text: count === undefined ? text : `${text}\n| take ${count}`, rows: count === undefined ? rows : rows.slice(0, count) };
}

/** Columns of one name and type meet; the others stand apart. Every name of `other` is made new but the ones that meet. */
function united(query: ModelQuery, other: ModelQuery, fresh: () => string): ModelQuery {
  const renamed = other.columns.map((column) => (query.columns.some(({ name, type }) => name === column.name && type === column.type) ? column : { ...column, name: fresh() }));
  const columns = [...query.columns, ...renamed.filter((column) => !query.columns.some(({ name }) => name === column.name))];
  const right = `(${other.text}\n| project ${renamed.map(({ name }, index) => `${name} = ${other.columns[index]!.name}`).join(', ')})`;
  return {
    text: `${query.text}\n| union ${right}`,
    columns,
    rows: [...query.rows.map((row) => widen(row, query.columns, columns)), ...other.rows.map((row) => widen(row, renamed, columns))],
    ordered: false,
  };
}

function widen(row: ModelRow, from: readonly ModelColumn[], to: readonly ModelColumn[]): ModelRow {
  return to.map((column) => {
    const index = from.findIndex(({ name }) => name === column.name);
    return index < 0 ? absent(column) : (row[index] ?? null);
  });
}

function onlyColumns(query: ModelQuery, kept: readonly ModelColumn[]): { columns: readonly ModelColumn[]; rows: readonly ModelRow[] } {
  const places = kept.map((column) => query.columns.indexOf(column));
  return { columns: kept, rows: query.rows.map((row) => places.map((place) => row[place] ?? null)) };
}

function names(columns: readonly ModelColumn[]): string {
  return columns.map(({ name }) => name).join(', ');
}
