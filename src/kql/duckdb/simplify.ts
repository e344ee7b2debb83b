import { isJsonParser } from '../functions/index.ts';
import type { Expression, Filter, Project, Relation, Summarize } from '../plan/index.ts';
import { simplified } from './simplifyExpression.ts';
import { columnsRead, mapChildren, replaceParts } from './planExpressions.ts';
import { containsKind, countShared } from './planFacts.ts';

/** The same rows in fewer steps: conditions that hold always, and columns that are only passed on or computed for one place, go away. */
export function simplify(root: Relation): Relation {
  const uses = countShared(root);
  const shared = new Map<number, Relation>();
  const expression = (value: Expression): Expression => simplified(value.kind === 'literal' || value.kind === 'column' ? value : mapChildren(value, { expression, relation }));
  const relation = (node: Relation): Relation => {
    if (node.kind !== 'shared') return step(mapChildren(node, { expression, relation }));
    const known = shared.get(node.id);
    if (known) return known;
    const inner = relation(node.relation);
    const named = uses.get(node.id) === 1 && !node.materialized ? inner : { ...node, relation: inner, columns: inner.columns };
    shared.set(node.id, named);
    return named;
  };
  return relation(root);
}

/** One node whose inputs are simplified already. */
function step(node: Relation): Relation {
  switch (node.kind) {
    case 'filter':
      return isTrue(node.predicate) ? node.input : belowProject(node);
    case 'project':
      return isIdentity(node) ? node.input : node.input.kind === 'project' ? (mergeProjects(node, node.input) ?? readParsed(node, node.input)) : node;
    case 'summarize':
      return node.input.kind === 'project' ? readThrough(node, node.input) : node;
    default:
      return node;
  }
}

function isTrue(predicate: Expression): boolean {
  return predicate.kind === 'literal' && predicate.value === true;
}

function isIdentity({ items, input, columns }: Project): boolean {
  return columns.length === input.columns.length && items.every(({ name, expression }, index) => expression.kind === 'column' && expression.name === name && input.columns[index]?.name === name);
}

/** A filter goes below a projection where it reads only columns that the projection passes on. */
function belowProject(filter: Filter): Relation {
  const { input, predicate, span } = filter;
  if (input.kind !== 'project' || hasWindow([predicate]) || hasWindow(input.items.map(({ expression }) => expression))) return filter;
  const given = itemsOf(input);
  if (!columnsRead(predicate).every((name) => isPassedOn(given.get(name)))) return parseAbove(filter, input);
  const inner: Filter = { kind: 'filter', input: input.input, predicate: substituted(predicate, given), columns: input.input.columns, span };
  return { ...input, input: belowProject(inner) };
}

function mergeProjects(outer: Project, inner: Project): Relation | undefined {
  const values = outer.items.map(({ expression }) => expression);
  const given = itemsOf(inner);
  if (hasWindow(values) || hasWindow([...given.values()]) || !canReplace(values, given)) return undefined;
  const merged: Project = { ...outer, input: inner.input, items: outer.items.map((item) => ({ ...item, expression: simplified(substituted(item.expression, given)) })) };
  return step(merged);
}

function readThrough(summarize: Summarize, inner: Project): Relation {
  const { keys, aggregates, extremes } = summarize;
  const given = itemsOf(inner);
  const values = [...[...keys, ...aggregates].map(({ expression }) => expression), ...extremes.flatMap(({ by, filter, items }) => [...items.map(({ expression }) => expression).filter((value) => value !== by), ...(by ? [by] : []), ...(filter ? [filter] : [])])];
  if (hasWindow([...given.values()]) || !canReplace(values, given)) return summarize;
  const replaced = mapChildren<Summarize>(summarize, { relation: (same) => same, expression: (value) => simplified(substituted(value, given)) });
  return step({ ...replaced, input: inner.input });
}

/** What stands for each column, where both have one type. */
function itemsOf({ items, columns }: Project): ReadonlyMap<string, Expression> {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  return new Map(items.flatMap(({ name, expression }) => (types.get(name) === expression.type ? [[name, expression]] : [])));
}

function hasWindow(expressions: readonly Expression[]): boolean {
  return expressions.some((expression) => containsKind(expression, 'window'));
}

/** A sub-query may stand in a projection but not in every aggregate or function. */
function hasQuery(expression: Expression): boolean {
  return containsKind(expression, 'scalarQuery') || containsKind(expression, 'inQuery');
}

function isPassedOn(expression: Expression | undefined): boolean {
  return expression?.kind === 'column' || expression?.kind === 'literal';
}

/** Whether nothing is computed more often when what reads the columns reads their expressions instead. */
function canReplace(values: readonly Expression[], given: ReadonlyMap<string, Expression>): boolean {
  const reads = new Map<string, number>();
  for (const name of values.flatMap((value) => columnsRead(value))) reads.set(name, (reads.get(name) ?? 0) + 1);
  return [...reads].every(([name, count]) => {
    const expression = given.get(name);
    return expression !== undefined && !hasQuery(expression) && (count === 1 || isPassedOn(expression) || (isParsedColumn(expression) && readsOnlyPaths(values, name)));
  });
}

interface Lifted {
  readonly below: Project;
  readonly parsed: ReadonlyMap<string, Expression>;
}

/** A projection that passes texts on where it read JSON from them, and that reading, for what stands above. */
function lifted(project: Project): Lifted | undefined {
  if (hasWindow(project.items.map(({ expression }) => expression))) return undefined;
  const parsed = new Map<string, Expression>();
  let { items, columns } = project;
  for (const { name, expression } of project.items) {
    const text = isParsedColumn(expression) ? parsedText(expression) : undefined;
    if (text?.kind !== 'column') continue;
    const passed = items.find((item) => item.expression.kind === 'column' && item.expression.name === text.name)?.name;
    if (passed === undefined && columns.some((column) => column.name === text.name)) continue;
    const at = passed ?? text.name;
    parsed.set(name, replaceParts(expression, (part) => (part.kind === 'column' ? { ...part, name: at } : part)));
    items = [...items.filter((item) => item.name !== name), ...(passed === undefined ? [{ name: at, expression: text }] : [])];
    columns = [...columns.filter((column) => column.name !== name), ...(passed === undefined ? [{ name: at, type: text.type }] : [])];
  }
  return parsed.size === 0 ? undefined : { below: { ...project, items, columns }, parsed };
}

/** A projection that follows paths into JSON, or passes it on, reads the text instead. */
function readParsed(outer: Project, inner: Project): Relation {
  const found = lifted(inner);
  const followed = outer.items.map(({ expression }) => expression).filter(({ kind }) => kind !== 'column');
  if (!found || hasWindow(followed) || ![...found.parsed.keys()].every((name) => readsOnlyPaths(followed, name))) return outer;
  return step({ ...outer, input: step(found.below), items: outer.items.map((item) => ({ ...item, expression: substituted(item.expression, found.parsed) })) });
}

/** JSON is read from its text above a filter rather than below it. */
function parseAbove(filter: Filter, inner: Project): Relation {
  const found = lifted(inner);
  if (!found || ![...found.parsed.keys()].every((name) => readsOnlyPaths([filter.predicate], name))) return filter;
  const kept = step({ ...filter, input: step(found.below), predicate: substituted(filter.predicate, found.parsed), columns: found.below.columns });
  const items = inner.columns.map(({ name, type }) => ({ name, expression: found.parsed.get(name) ?? { kind: 'column' as const, name, type, span: filter.span } }));
  return { kind: 'project', input: kept, items, columns: inner.columns, span: filter.span };
}

/** JSON that a column holds as text: each path into it is read from the text at once, with no dynamic in between. */
function isParsedColumn(expression: Expression): boolean {
  const text = parsedText(expression);
  return text?.kind === 'column' && text.type === 'string';
}

function parsedText(expression: Expression): Expression | undefined {
  return expression.kind === 'call' && isJsonParser(expression.name) ? expression.arguments[0] : undefined;
}

function readsOnlyPaths(values: readonly Expression[], name: string): boolean {
  const withoutPaths = values.map((value) => replaceParts(value, (part) => (part.kind === 'path' && part.operand.kind === 'column' && part.operand.name === name ? { kind: 'literal', type: 'dynamic', value: null, span: part.span } : part)));
  return !withoutPaths.some((value) => columnsRead(value).includes(name));
}

function substituted(expression: Expression, given: ReadonlyMap<string, Expression>): Expression {
  return replaceParts(expression, (part) => {
    if (part.kind === 'path' && part.operand.kind === 'path') return { ...part, operand: part.operand.operand, steps: [...part.operand.steps, ...part.steps] };
    return part.kind === 'column' && part.side === undefined ? (given.get(part.name) ?? part) : part;
  });
}
