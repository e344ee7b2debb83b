import type { Column } from '../../base/index.ts';
import type { Relation, UnionInput } from '../plan/index.ts';
import { lowerCalledBody } from './lowerCall.ts';
import { classOf, columnsOf, elementsOf, parametersOf, present, refusal, scalarTypeOf, textOf, type ExpressionNode } from './nodes.ts';
import { placeOf, relationOf, type Scope } from './scope.ts';

interface Branch {
  readonly relation: Relation;
  /** What `withsource` shows. */
  readonly name?: string;
}

export function lowerUnion(node: Kusto.Language.Syntax.UnionOperator, piped: Relation | undefined, result: ExpressionNode, scope: Scope): Relation {
  const span = placeOf(node, scope);
  const parameters = parametersOf(node.Parameters);
  const sourceColumn = parameters.get('withsource')?.text ?? parameters.get('with_source')?.text;
  const fuzzy = /^true$/i.test(parameters.get('isfuzzy')?.text ?? '');
  const items = elementsOf(node.Expressions);
  const isMissing = (item: ExpressionNode) => fuzzy && !isWildcard(item) && !isKnown(item);
  const branches = items.filter((item) => !isMissing(item)).flatMap((item) => branchesOf(item, scope));
  const all = [...(piped ? [{ relation: piped, ...(piped.kind === 'table' ? { name: piped.name } : {}) }] : []), ...branches];
  const partial = parameters.get('kind')?.text === 'inner' ? all.flatMap(({ relation }) => relation.columns).find(({ name, type }) => !all.every(({ relation }) => relation.columns.some((column) => column.name === name && column.type === type))) : undefined;
  // Microsoft's binder gives all columns to it, so what follows could name one that Kusto leaves out.
  if (partial) throw refusal('KQL014', `union kind=inner leaves out "${partial.name}", which not every table has with the same type. Project the common columns in each table, then the local engine runs it.`, span);
  return uniteBranches(all, unitedColumns(all, items.some(isMissing) ? knownColumns(result) : columnsOf(result), sourceColumn, span), sourceColumn, span);
}

/** Rows of several inputs under the binder's columns, which it names `name_type` where inputs disagree on a type. */
export function uniteBranches(branches: readonly Branch[], columns: readonly Column[], sourceColumn: string | undefined, span: Relation['span']): Relation {
  const types = typesByName(branches);
  const inputs = branches.map(({ relation, name }, index): UnionInput => ({
    relation,
    sources: sourcesOf(columns, types, relation, sourceColumn),
    sourceName: name ?? `union_arg${String(index)}`,
  }));
  return { kind: 'union', inputs, columns, span, ...(sourceColumn === undefined ? {} : { sourceColumn }) };
}

/** The binder's columns. It gives none for a wildcard that stands for views: then those of the branches, while no two differ in type. */
function unitedColumns(branches: readonly Branch[], bound: readonly Column[], sourceColumn: string | undefined, span: Relation['span']): readonly Column[] {
  const known = new Set(bound.map(({ name }) => name));
  const added = new Map<string, Column>();
  for (const { relation } of branches) for (const column of relation.columns) {
    if (known.has(column.name) || bound.some(({ name }) => isVariant(name, `${column.name}_${column.type}`))) continue;
    const other = added.get(column.name);
    if (other && other.type !== column.type) throw refusal('KQL014', 'The local engine cannot name the columns of this union: write the views out instead of a wildcard.', span);
    added.set(column.name, column);
  }
  const source: readonly Column[] = sourceColumn !== undefined && !known.has(sourceColumn) ? [{ name: sourceColumn, type: 'string' }] : [];
  return added.size === 0 ? [...source, ...bound] : [...source, ...bound, ...added.values()];
}

/** The binder's columns without what it guesses at a table that is not there: `x_unknown`, for which it calls another `x_long`. */
function knownColumns(result: ExpressionNode): readonly Column[] {
  const symbol = result.ResultType as Kusto.Language.Symbols.TableSymbol | null;
  const all = Array.from({ length: symbol?.Columns?.Count ?? 0 }, (_, index) => present(symbol?.Columns?.getItem(index)));
  const guessed = all.filter(({ Type }) => !scalarTypeOf(Type)).map(({ Name }) => (Name ?? '').replace(/_unknown\d*$/, ''));
  return all.flatMap(({ Name, Type }): readonly Column[] => {
    const type = scalarTypeOf(Type);
    const name = Name ?? '';
    if (!type) return [];
    const base = guessed.find((candidate) => name === `${candidate}_${type}`);
    const others = all.filter((other) => base !== undefined && other.Name?.startsWith(`${base}_`) === true && scalarTypeOf(other.Type));
    return [{ name: base !== undefined && others.length === 1 ? base : name, type }];
  });
}

type Types = ReadonlyMap<string, ReadonlySet<string>>;

/** The types that a name has in any branch. */
function typesByName(branches: readonly Branch[]): Types {
  const types = new Map<string, Set<string>>();
  for (const { relation } of branches) for (const { name, type } of relation.columns) {
    const known = types.get(name);
    if (known) known.add(type);
    else types.set(name, new Set([type]));
  }
  return types;
}

function sourcesOf(columns: readonly Column[], types: Types, relation: Relation, sourceColumn: string | undefined): readonly (string | undefined)[] {
  const own = new Map(relation.columns.map((column) => [column.name, column.type]));
  const ambiguous = relation.columns.filter(({ name }) => (types.get(name)?.size ?? 0) > 1);
  return columns.map((column) => {
    if (column.name === sourceColumn) return undefined;
    if (types.get(column.name)?.size === 1) return own.get(column.name) === column.type ? column.name : undefined;
    // `x_long`, or `x_long1` where a column of that name is there already.
    return ambiguous.find(({ name, type }) => type === column.type && isVariant(column.name, `${name}_${type}`))?.name;
  });
}

function isVariant(name: string, base: string): boolean {
  return name.startsWith(base) && /^\d*$/.test(name.slice(base.length));
}

function isWildcard(node: ExpressionNode): boolean {
  return /^[\w*]*\*[\w*]*$/.test(textOf(node));
}

function branchesOf(node: ExpressionNode, scope: Scope): readonly Branch[] {
  const text = textOf(node);
  if (isWildcard(node)) return wildcardBranches(text, node, scope);
  const relation = relationOf(node, scope);
  if (classOf(node) === 'NameReference') return [{ relation, name: (node as Kusto.Language.Syntax.NameReference).SimpleName ?? text }];
  return [relation.kind === 'table' ? { relation, name: relation.name } : { relation }];
}

/** Whether the source of a pipe is there at all: `isfuzzy` drops a branch whose table is not. */
function isKnown(node: ExpressionNode): boolean {
  const kind = classOf(node);
  if (kind === 'ParenthesizedExpression') return isKnown((node as Kusto.Language.Syntax.ParenthesizedExpression).Expression as ExpressionNode);
  if (kind === 'PipeExpression') return isKnown((node as Kusto.Language.Syntax.PipeExpression).Expression as ExpressionNode);
  if (kind === 'NameReference' || kind === 'FunctionCallExpression') return node.ReferencedSymbol !== null && node.ReferencedSymbol !== undefined && classOf(node.ReferencedSymbol as never) !== 'ErrorSymbol';
  return node.ResultType?.IsTabular === true;
}

/** What a pattern such as `AAD*` stands for: tables of the source and `let` functions that are declared as views. */
function wildcardBranches(pattern: string, node: ExpressionNode, scope: Scope): readonly Branch[] {
  const matcher = new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
  const views = [...scope.bindings].flatMap(([name, binding]): readonly Branch[] => {
    if (!matcher.test(name) || binding.kind !== 'function' || !(binding.declaration as Kusto.Language.Syntax.FunctionDeclaration).ViewKeyword) return [];
    const body = lowerCalledBody(binding.declaration, scope);
    return body ? [{ relation: relationOf(body.expression, body.scope), name }] : [];
  });
  const span = placeOf(node, scope);
  return [...scope.tables().filter(({ name }) => matcher.test(name)).map((table) => ({ relation: { ...table, span }, name: table.name })), ...views];
}
