import type { Column } from '../../base/index.ts';
import type { Expression, Relation } from '../plan/index.ts';
import { argumentsOf, builder } from './planBuilder.ts';
import { classOf, present, refusal, type ExpressionNode } from './nodes.ts';
import { columnReference, type OperatorContext } from './operatorContext.ts';
import { expressionOf, relationOf } from './scope.ts';

const nameOf = (node: ExpressionNode) => (classOf(node) === 'NameReference' ? ((node as Kusto.Language.Syntax.NameReference).SimpleName ?? '') : '');

/** `ipv4_lookup(table, address, range, further keys…, return_unmatched)`: the rows of both sides whose address lies in the range and whose keys are equal. */
export function lowerIpLookup(version: 4 | 6) {
  const plugin = `ipv${String(version)}_lookup()`;
  return (node: Kusto.Language.Syntax.EvaluateOperator, context: OperatorContext): Relation => {
    const { scope, span, columns } = context;
    const { call, filter, project, column, share } = builder(context);
    const [tableNode, addressNode, rangeNode, ...rest] = argumentsOf(node);
    const table = relationOf(present(tableNode), scope);
    const keys = rest.filter((argument) => classOf(argument) === 'NameReference');
    const keepsUnmatched = rest.filter((argument) => !keys.includes(argument)).map((argument) => expressionOf(argument, scope)).some(({ kind, ...value }) => kind === 'literal' && 'value' in value && value.value === true);
    const own = (relation: Relation, name: string, type?: Column['type']): Column => {
      const found = relation.columns.find((candidate) => candidate.name === name);
      if (!found) throw refusal('KQL014', `${plugin} takes columns of both sides${name === '' ? '' : `, and "${name}" is not one of them`}.`, span);
      if (type !== undefined && found.type !== type) throw refusal('KQL053', `${plugin} compares texts, and "${name}" is of type ${found.type}.`, span);
      return found;
    };
    const place: Column = { name: 'row of the lookup', type: 'long' };
    const numbered = project(context.input, [...context.input.columns.map((each) => ({ name: each.name, expression: columnReference(each, span) })), { name: place.name, expression: { kind: 'window', name: 'row_number', type: 'long', arguments: [], span } }]);
    const input = keepsUnmatched ? share(numbered) : context.input;
    const address = own(input, nameOf(present(addressNode)), 'string');
    const range = own(table, nameOf(present(rangeNode)), 'string');
    const both = [...input.columns.map((each) => ({ column: each, side: 'left' as const })), ...table.columns.map((each) => ({ column: each, side: 'right' as const }))];
    const outputs = both.map(({ column: { name }, side }, index) => ({ name: `both ${String(index)}`, side, source: name }));
    const inBoth = (side: 'left' | 'right', wanted: Column): Expression => column(present(outputs[both.findIndex((each) => each.side === side && each.column === wanted)]).name, wanted.type);
    const one: Expression = { kind: 'literal', type: 'long', value: 1n, span };
    const on = [{ left: one, right: one }, ...keys.map(nameOf).map((name) => ({ left: { ...columnReference(own(input, name), span), side: 'left' as const }, right: { ...columnReference(own(table, name), span), side: 'right' as const } }))];
    const joined: Relation = { kind: 'join', joinKind: 'inner', left: input, right: table, on: on, outputs, columns: both.map(({ column: { type } }, index) => ({ name: `both ${String(index)}`, type })), span };
    const matched = filter(joined, call(`ipv${String(version)}_is_match`, 'bool', inBoth('left', address), inBoth('right', range)));
    const shown = both.filter((each) => each.column.name !== place.name);
    // The keys are the same on both sides, and the result has them once.
    const kept = columns.length === shown.length ? shown : shown.filter(({ column: { name }, side }) => side === 'left' || !keys.map(nameOf).includes(name));
    if (columns.length !== kept.length) throw refusal('KQL014', 'The local engine cannot name the columns of this lookup.', span);
    const found = keepsUnmatched ? share(matched) : matched;
    const rows = project(found, columns.map((result, index) => ({ name: result.name, expression: inBoth(present(kept[index]).side, present(kept[index]).column) })));
    if (!keepsUnmatched) return rows;
    const left = { ...columnReference(place, span), side: 'left' as const };
    const right = { ...(inBoth('left', present(input.columns.at(-1)))), side: 'right' as const };
    const others: Relation = { kind: 'join', joinKind: 'leftanti', left: input, right: found, on: [{ left, right }] as Extract<Relation, { kind: 'join' }>['on'], outputs: input.columns.map(({ name }) => ({ name, side: 'left', source: name })), columns: input.columns, span };
    return {
      kind: 'union', columns, span,
      inputs: [{ relation: rows, sources: columns.map(({ name }) => name), sourceName: '' }, { relation: others, sources: kept.map(({ side, column: { name } }) => (side === 'left' ? name : undefined)), sourceName: '' }],
    };
  };
}
