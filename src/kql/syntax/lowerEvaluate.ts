import type { Column, KqlType } from '../../base/index.ts';
import type { BagUnpack, Expression, Relation } from '../plan/index.ts';
import { undocumented } from '../functions/index.ts';
import { DiscoveryNeeded, type DiscoveredSchema } from './discovery.ts';
import { classOf, columnsOfRowSchema, elementsOf, present, refusal, textOf, type ExpressionNode, type Node } from './nodes.ts';
import { lowerIpLookup } from './lowerIpLookup.ts';
import { lowerActiveUsersCount, lowerRollingPercentile, lowerSlidingWindowCounts } from './lowerPlugins.ts';
import type { LowerOperator, OperatorContext } from './operatorContext.ts';
import { expressionOf } from './scope.ts';

type EvaluateNode = Kusto.Language.Syntax.EvaluateOperator;

/** The plugins that run locally, by name. */
const plugins: Readonly<Record<string, (node: EvaluateNode, context: OperatorContext) => Relation>> = {
  bag_unpack: lowerBagUnpack,
  pivot: lowerPivot,
  active_users_count: lowerActiveUsersCount,
  ipv4_lookup: lowerIpLookup(4),
  ipv6_lookup: lowerIpLookup(6),
  rolling_percentile: lowerRollingPercentile,
  sliding_window_counts: lowerSlidingWindowCounts,
  narrow: (_node, { input, columns, span }) => ({ kind: 'narrow', input, columns, span }),
};

/** For the support matrix. */
export const supportedPlugins: readonly string[] = Object.keys(plugins).sort();

export const lowerEvaluate: LowerOperator = (node: Node, context) => {
  const evaluate = node as EvaluateNode;
  const name = evaluate.FunctionCall?.Name?.SimpleName ?? '';
  const lower = plugins[name];
  if (!lower) throw refusal('KQL012', `The local engine does not run the plugin ${name}()${undocumented[name] ? `: ${undocumented[name]}` : ''}.`, context.span);
  return lower(evaluate, context);
};

/** Arguments by position or by name. */
function argumentsOf({ FunctionCall }: EvaluateNode, names: readonly string[]): ReadonlyMap<string, ExpressionNode> {
  const found = new Map<string, ExpressionNode>();
  elementsOf(present(present(FunctionCall).ArgumentList).Expressions).forEach((argument, index) => {
    const named = classOf(argument) === 'SimpleNamedExpression' ? (argument as Kusto.Language.Syntax.SimpleNamedExpression) : undefined;
    if (named) found.set(named.Name?.SimpleName ?? '', present(named.Expression));
    else found.set(names[index] ?? `argument ${String(index)}`, argument);
  });
  return found;
}

function literalOf(node: ExpressionNode | undefined, { scope, span }: OperatorContext): string | undefined {
  if (!node) return undefined;
  const value = expressionOf(node, scope);
  if (value.kind !== 'literal' || typeof value.value !== 'string') throw refusal('KQL034', `The local engine needs a literal instead of ${textOf(node)} here.`, span);
  return value.value;
}

function discover(node: EvaluateNode, context: OperatorContext, probe: Relation, schemaOf: (rows: readonly (readonly string[])[]) => DiscoveredSchema): never {
  if (context.scope.callSpan) throw refusal('KQL038', 'Inside a function the local engine needs the output schema of this plugin, written as ": (name: type, …)" after the call.', context.span);
  const call = present(node.FunctionCall);
  throw new DiscoveryNeeded({ probe, at: call.TextStart + call.Width, schemaOf });
}

const at = (operand: Expression, index: number): Expression => ({ kind: 'path', type: 'dynamic', operand, steps: [index], span: operand.span });
const asText = (operand: Expression): Expression => ({ kind: 'call', name: 'tostring', type: 'string', arguments: [operand], span: operand.span });

/** `(*, Name: string)` or `(Name: string)`: the columns that are written, and whether the input's come first. */
function writtenSchema({ Schema }: EvaluateNode): { readonly star: boolean; readonly columns: readonly Column[] } | undefined {
  const schema = Schema?.Schema;
  return schema ? { star: schema.AsteriskToken !== null, columns: columnsOfRowSchema(schema) } : undefined;
}

function lowerBagUnpack(node: EvaluateNode, context: OperatorContext): BagUnpack {
  const { input, scope, span } = context;
  const args = argumentsOf(node, ['Column', 'OutputColumnPrefix', 'columnsConflict', 'ignoredProperties']);
  const bag = expressionOf(present(args.get('Column')), scope);
  if (bag.kind !== 'column') throw refusal('KQL014', 'bag_unpack() takes a column.', span);
  const prefix = literalOf(args.get('OutputColumnPrefix'), context) ?? '';
  const conflict = literalOf(args.get('columnsConflict'), context) ?? 'error';
  const ignored = new Set(JSON.parse(literalOf(args.get('ignoredProperties'), context) ?? '[]') as readonly string[]);
  const kept = input.columns.filter(({ name }) => name !== bag.name);
  const schema = writtenSchema(node);
  if (!schema) return discover(node, context, bagProbe(input, bag, scope.nextId(), span), (rows) => bagSchema(rows, { kept, prefix, conflict, ignored, span }));
  const known = scope.unpacked.get(present(node.FunctionCall).TextStart + present(node.FunctionCall).Width);
  const sources = new Set(kept.map(({ name }) => name));
  const isProperty = (name: string) => known?.has(name) ?? (!sources.has(name) || conflict === 'replace_source');
  const written = schema.columns.map((column): BagUnpack['outputs'][number] => (isProperty(column.name) && column.name.startsWith(prefix)
    ? { ...column, property: column.name.slice(prefix.length) }
    : { ...column, ...(sources.has(column.name) ? { source: column.name } : {}) }));
  const own = schema.star ? kept.filter(({ name }) => !schema.columns.some((column) => column.name === name)).map((column) => ({ ...column, source: column.name })) : [];
  const outputs = [...own, ...written];
  return { kind: 'bagUnpack', input, bag, outputs, columns: outputs.map(({ name, type }) => ({ name, type })), span };
}

/** Which properties there are, each with the kinds of its values. */
function bagProbe(input: Relation, bag: Expression, id: number, span: Relation['span']): Relation {
  const pair = `property ${String(id)}`;
  const expanded: Relation = {
    kind: 'mvExpand', input, items: [{ name: pair, expression: bag, type: 'dynamic' }], bagAsArray: true,
    columns: [...input.columns, { name: pair, type: 'dynamic' }], span,
  };
  const value: Expression = { kind: 'column', name: pair, type: 'dynamic', span };
  const columns: readonly Column[] = [{ name: 'property', type: 'string' }, { name: 'kind', type: 'string' }];
  const projected: Relation = {
    kind: 'project', input: expanded, columns, span,
    items: [{ name: 'property', expression: asText(at(value, 0)) }, { name: 'kind', expression: { kind: 'call', name: 'gettype', type: 'string', arguments: [at(value, 1)], span } }],
  };
  return { kind: 'distinct', input: projected, columns, span };
}

interface UnpackOptions {
  readonly kept: readonly Column[];
  readonly prefix: string;
  readonly conflict: string;
  readonly ignored: ReadonlySet<string>;
  readonly span: Relation['span'];
}

const kinds: Readonly<Record<string, KqlType>> = { bool: 'bool', int: 'long', long: 'long', real: 'real', double: 'real', string: 'string', datetime: 'datetime', timespan: 'timespan', guid: 'guid' };

/** A column per property in the order of their names; values of one kind give its type, others dynamic. */
function bagSchema(rows: readonly (readonly string[])[], { kept, prefix, conflict, ignored, span }: UnpackOptions): DiscoveredSchema {
  const found = new Map<string, Set<KqlType>>();
  for (const [property = '', kind = ''] of rows) {
    if (property === '' || ignored.has(property)) continue;
    const types = found.get(property) ?? new Set();
    if (kind !== 'null') types.add(kinds[kind] ?? 'dynamic');
    found.set(property, types);
  }
  const typeOf = (types: ReadonlySet<KqlType>): KqlType => {
    const [only] = types;
    if (types.size === 1 && only) return only;
    return types.size === 2 && types.has('long') && types.has('real') ? 'real' : 'dynamic';
  };
  const sources = new Map(kept.map((column) => [column.name, column]));
  const properties = new Map<string, Column>();
  for (const property of [...found.keys()].sort()) {
    const name = `${prefix}${property}`;
    if (sources.has(name) && conflict === 'error') throw refusal('KQL039', `bag_unpack() finds a property "${property}", and a column of that name is there already. Give a prefix, or columnsConflict='replace_source' or 'keep_source'.`, span);
    if (sources.has(name) && conflict === 'keep_source') continue;
    properties.set(name, { name, type: typeOf(present(found.get(property))) });
  }
  const columns = [...kept.map((column) => properties.get(column.name) ?? column), ...[...properties.values()].filter(({ name }) => !sources.has(name))];
  return { text: schemaText(columns), properties: new Set(properties.keys()) };
}

function schemaText(columns: readonly Column[]): string {
  return ` : (${columns.map(({ name, type }) => `[${JSON.stringify(name)}]:${type}`).join(', ')})`;
}

function lowerPivot(node: EvaluateNode, context: OperatorContext): Relation {
  const { input, scope, span } = context;
  const [valueNode, ...rest] = elementsOf(present(present(node.FunctionCall).ArgumentList).Expressions);
  const value = expressionOf(present(valueNode), scope);
  const first = rest[0] ? expressionOf(rest[0], scope) : undefined;
  const hasAggregate = first?.kind === 'aggregate';
  const aggregate: Expression = hasAggregate ? first : { kind: 'aggregate', name: 'count', arguments: [], type: 'long', span };
  const named = (hasAggregate ? rest.slice(1) : rest).map((key) => expressionOf(key, scope)).flatMap((key) => (key.kind === 'column' ? [key.name] : []));
  const used = new Set([value, ...('arguments' in aggregate ? aggregate.arguments : [])].flatMap((used) => (used.kind === 'column' ? [used.name] : [])));
  const keys = named.length > 0 ? input.columns.filter(({ name }) => named.includes(name)) : input.columns.filter(({ name }) => !used.has(name));
  const schema = writtenSchema(node);
  if (!schema) {
    const columns: readonly Column[] = [{ name: 'value', type: 'string' }];
    const probe: Relation = { kind: 'distinct', input: { kind: 'project', input, items: [{ name: 'value', expression: asText(value) }], columns, span }, columns, span };
    return discover(node, context, probe, (rows) => {
      const values = rows.map(([found = '']) => found).sort();
      return { text: schemaText([...keys, ...values.map((name): Column => ({ name, type: aggregate.type }))]), properties: new Set(values) };
    });
  }
  const written = schema.columns.filter(({ name }) => !keys.some((key) => key.name === name));
  const pivoted = written.map(({ name }) => ({ name, value: name }));
  return { kind: 'pivot', input, value, aggregate, keys, pivoted, columns: [...keys, ...written.map(({ name }) => ({ name, type: aggregate.type }))], span };
}
