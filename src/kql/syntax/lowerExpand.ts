import type { Column } from '../../base/index.ts';
import type { Apply, MvExpandItem, Relation } from '../plan/index.ts';
import { classOf, columnsOfSymbol, elementsOf, parametersOf, present, refusal, spanOf, type ExpressionNode } from './nodes.ts';
import type { LowerOperator } from './operatorContext.ts';
import { expressionOf, subQueryOf, type Scope } from './scope.ts';

interface Expansion {
  readonly items: readonly MvExpandItem[];
  readonly bagAsArray: boolean;
  readonly indexColumn?: string;
}

type ExpandNode = Pick<Kusto.Language.Syntax.MvExpandOperator, 'Parameters'> & { readonly Expressions: Kusto.Language.Syntax.MvExpandOperator['Expressions'] };

/** What is expanded, and into which columns; `columns` are those of the expanded rows. */
function expansion({ Expressions, Parameters }: ExpandNode, input: Relation, columns: readonly Column[], scope: Scope, span: Relation['span']): Expansion {
  const parameters = parametersOf(Parameters);
  const indexColumn = parameters.get('with_itemindex')?.text;
  const bagAsArray = /^array$/i.test(parameters.get('bagexpansion')?.text ?? parameters.get('kind')?.text ?? '');
  const known = new Set(input.columns.map((column) => column.name));
  const added = columns.filter((column) => !known.has(column.name) && column.name !== indexColumn).map((column) => column.name);
  const items = elementsOf(Expressions).map((item): MvExpandItem => {
    const value = present(item.Expression);
    const name = writtenName(value) ?? added.find((candidate) => candidate === scope.kusto.KustoFacts.GetExpressionResultName(value, null, null)) ?? added[0];
    const column = columns.find((candidate) => candidate.name === name);
    if (!column) throw refusal('KQL014', 'The local engine cannot name an expanded column.', span);
    if (added.includes(column.name)) added.splice(added.indexOf(column.name), 1);
    const expression = expressionOf(value, scope);
    if (expression.type !== 'dynamic') throw refusal('KQL032', 'Only dynamic values can be expanded.', span);
    return { name: column.name, expression, type: column.type };
  });
  return { items, bagAsArray, ...(indexColumn === undefined ? {} : { indexColumn }) };
}

function writtenName(value: ExpressionNode): string | undefined {
  const kind = classOf(value);
  if (kind === 'SimpleNamedExpression') return (value as Kusto.Language.Syntax.SimpleNamedExpression).Name?.SimpleName ?? undefined;
  return kind === 'NameReference' ? ((value as Kusto.Language.Syntax.NameReference).SimpleName ?? undefined) : undefined;
}

export const lowerMvExpand: LowerOperator = (node, { input, scope, span, columns }) => {
  const operator = node as Kusto.Language.Syntax.MvExpandOperator;
  const limit = operator.RowLimitClause?.RowLimit;
  return { kind: 'mvExpand', input, columns, span, ...expansion(operator, input, columns, scope, span), ...(limit ? { limit: expressionOf(limit, scope) } : {}) };
};

/** The sub-query works on the input's columns and the expanded ones; what it drops of the input comes back from the row. */
export const lowerMvApply: LowerOperator = (node, { input, scope, span, columns }) => {
  const operator = node as Kusto.Language.Syntax.MvApplyOperator;
  const { ContextIdClause, RowLimitClause, Subquery } = operator;
  if (ContextIdClause) throw refusal('KQL014', 'The local engine does not run mv-apply with a context id.', span);
  const id = scope.nextId();
  const expanded = expandedColumns(operator, input);
  const expand = expansion(operator, input, expanded, scope, span);
  const rows: Relation = { kind: 'partRows', id, columns: expanded, span };
  const body = subQueryOf(present(Subquery?.Expression), rows, scope);
  const limit = RowLimitClause?.RowLimit;
  return { kind: 'apply', id, input, body, columns, span, outputs: outputsOf(columns, input, body, span), expand: { ...expand, columns: expanded, ...(limit ? { limit: expressionOf(limit, scope) } : {}) } };
};

function expandedColumns(operator: Kusto.Language.Syntax.MvApplyOperator, input: Relation): readonly Column[] {
  const indexColumn = parametersOf(operator.Parameters).get('with_itemindex')?.text;
  const columns = [...input.columns];
  const put = (column: Column) => {
    const at = columns.findIndex(({ name }) => name === column.name);
    if (at >= 0) columns[at] = column;
    else columns.push(column);
  };
  for (const item of elementsOf(operator.Expressions)) {
    const value = present(item.Expression);
    const type = item.ToTypeOf ? columnsTypeOf(item.ToTypeOf.TypeOf) : 'dynamic';
    put({ name: writtenName(value) ?? `Column${String(columns.length + 1)}`, type });
  }
  if (indexColumn !== undefined) put({ name: indexColumn, type: 'long' });
  return columns;
}

function columnsTypeOf(node: Kusto.Language.Syntax.TypeOfLiteralExpression | null): Column['type'] {
  const symbol = present(node).ReferencedSymbol as Kusto.Language.Symbols.ScalarSymbol | null;
  const [column] = columnsOfSymbol({ Columns: { Count: 1, getItem: () => ({ Name: '', Type: symbol }) } } as unknown as Kusto.Language.Symbols.TypeSymbol, spanOf(present(node)));
  return present(column).type;
}

function outputsOf(columns: readonly Column[], input: Relation, body: Relation, span: Relation['span']): Apply['outputs'] {
  const ofBody = new Set(body.columns.map(({ name }) => name));
  const ofInput = new Set(input.columns.map(({ name }) => name));
  return columns.map(({ name }, index) => {
    if (ofBody.has(name)) return { name, source: name, from: 'body' };
    if (ofInput.has(name)) return { name, source: name, from: 'input' };
    // A name that both sides have gets a number in the result.
    const at = index - (columns.length - body.columns.length);
    const own = body.columns[at];
    if (!own || !name.startsWith(own.name)) throw refusal('KQL014', 'The local engine cannot name the columns of this mv-apply.', span);
    return { name, source: own.name, from: 'body' };
  });
}

export const lowerPartition: LowerOperator = (node, { input, scope, span, columns }) => {
  const { ByExpression, Operand, Scope: inScope } = node as Kusto.Language.Syntax.PartitionOperator;
  const operand = present(Operand);
  if (inScope || classOf(operand) !== 'PartitionSubquery') throw refusal('KQL014', 'The local engine runs partition with a sub-query in round brackets only.', span);
  const id = scope.nextId();
  const body = subQueryOf(present((operand as Kusto.Language.Syntax.PartitionSubquery).Subquery), { kind: 'partRows', id, columns: input.columns, span }, scope);
  if (body.columns.length !== columns.length) throw refusal('KQL014', 'The local engine cannot name the columns of this partition.', span);
  return { kind: 'partition', id, input, by: expressionOf(present(ByExpression), scope), body, columns, span };
};
