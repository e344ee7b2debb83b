import type { Parse, ParsePart } from '../plan/index.ts';
import { classOf, columnsOfRowSchema, elementsOf, nodesOf, parametersOf, present, refusal, stringValueOf, textOf, type ExpressionNode, type Node } from './nodes.ts';
import type { LowerOperator, OperatorContext } from './operatorContext.ts';
import { expressionOf } from './scope.ts';

export const lowerParse: LowerOperator = (node, context) => parseOf(node as Kusto.Language.Syntax.ParseOperator, false, context);
export const lowerParseWhere: LowerOperator = (node, context) => parseOf(node as Kusto.Language.Syntax.ParseOperator, true, context);

function parseOf(node: Kusto.Language.Syntax.ParseOperator, filter: boolean, { input, scope, span, columns }: OperatorContext): Parse {
  const parameters = parametersOf(node.Parameters);
  const mode = parameters.get('kind')?.text ?? 'simple';
  if (mode !== 'simple' && mode !== 'relaxed' && mode !== 'regex') throw refusal('KQL014', `The local engine does not run parse kind "${mode}".`, span);
  const types = new Map(columns.map((column) => [column.name, column.type]));
  const parts = nodesOf(node.Patterns).map((part) => partOf(part, types, span));
  return { kind: 'parse', input, operand: expressionOf(present(node.Expression), scope), mode, flags: parameters.get('flags')?.text ?? '', parts, filter, columns, span };
}

function partOf(part: Node, types: ReadonlyMap<string, Parse['columns'][number]['type']>, span: Parse['span']): ParsePart {
  const kind = classOf(part);
  if (kind === 'StarExpression') return { kind: 'skip' };
  const text = stringValueOf(part as ExpressionNode);
  if (text !== undefined) return { kind: 'text', text };
  const declaration = kind === 'NameAndTypeDeclaration' ? (part as Kusto.Language.Syntax.NameAndTypeDeclaration).Name : (part as Kusto.Language.Syntax.NameDeclaration);
  const name = declaration?.SimpleName ?? textOf(part);
  const type = types.get(name);
  if (!type) throw refusal('KQL014', `The local engine cannot tell what "${textOf(part)}" is in this pattern.`, span);
  return { kind: 'column', name, type };
}

export const lowerParseKv: LowerOperator = (node, { input, scope, span, columns }) => {
  const { Expression: operand, Keys, WithClause } = node as Kusto.Language.Syntax.ParseKvOperator;
  const properties = elementsOf(WithClause?.Properties ?? null).map((property) => {
    const value = present(property.Expression);
    return { name: (property.Name?.SimpleName ?? '').toLowerCase(), text: stringValueOf(value) ?? textOf(value) };
  });
  const all = (name: string) => properties.filter((property) => property.name === name).map(({ text }) => text);
  const text = (name: string) => all(name)[0] ?? '';
  return {
    kind: 'parseKv', input, operand: expressionOf(present(operand), scope), keys: columnsOfRowSchema(present(Keys)), columns, span,
    options: { pairDelimiter: text('pair_delimiter'), kvDelimiter: text('kv_delimiter'), quotes: all('quote'), escapes: all('escape'), greedy: /^true$/i.test(text('greedy')), regex: text('regex') },
  };
};
