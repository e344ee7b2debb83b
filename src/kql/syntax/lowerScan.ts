import type { Column } from '../../base/index.ts';
import type { Expression, NamedExpression, Relation, ScanStep } from '../plan/index.ts';
import { classOf, elementsOf, nodesOf, parametersOf, present, refusal, scalarTypeOf, textOf } from './nodes.ts';
import { columnReference, projectTo, type LowerOperator } from './operatorContext.ts';
import { expressionOf, type Scope } from './scope.ts';

type ScanNode = Kusto.Language.Syntax.ScanOperator;

/** `scan`: a sequence of steps over the rows in their order. */
export const lowerScan: LowerOperator = (node, { input, scope, span, columns }) => {
  const { DeclareClause, OrderByClause, PartitionByClause, Parameters, Steps } = node as ScanNode;
  if (OrderByClause ?? PartitionByClause) throw refusal('KQL014', 'The local engine takes scan without "order by" and "partition by": sort before it, and put it into a partition.', span);
  const matchIdColumn = parametersOf(Parameters).get('with_match_id')?.text;
  if (matchIdColumn === undefined && !binderAgrees(node)) throw refusal('KQL014', 'The local engine needs with_match_id here, for example "scan with_match_id=Match …", or a "project" of the columns wanted right after the scan.', span);
  const declared = elementsOf(DeclareClause?.Declarations ?? null).map((parameter): NamedExpression => {
    const name = parameter.NameAndType?.Name?.SimpleName ?? '';
    const type = columns.find((column) => column.name === name)?.type ?? 'string';
    const value = parameter.DefaultValue?.Value;
    return { name, expression: value ? expressionOf(value, scope) : { kind: 'literal', type, value: type === 'string' ? '' : null, span } };
  });
  const stepNodes = nodesOf(Steps);
  const inner: Scope = { ...scope, scanSteps: new Set(stepNodes.map(({ Name }) => Name?.SimpleName ?? '')) };
  const reader = new StepReader(input, declared);
  const steps = stepNodes.map((step): ScanStep => ({
    name: step.Name?.SimpleName ?? '',
    output: outputOf(step),
    condition: reader.read(expressionOf(present(step.Condition), inner)),
    assignments: elementsOf(step.ComputationClause?.Assignments ?? null).map(({ Name, Expression: value }) => ({ name: Name?.SimpleName ?? '', expression: reader.read(expressionOf(present(value), inner)) })),
  }));
  // The binder gives a match_id also where none is asked for.
  const known = new Set([...input.columns, ...declared].map(({ name }) => name));
  return { kind: 'scan', input: reader.rows(span), columns: columns.filter(({ name }) => known.has(name) || name === matchIdColumn), span, declared, steps, ...(matchIdColumn === undefined ? {} : { matchIdColumn }) };
};

/** Operators whose columns are those of their input, and operators that name all of theirs. */
const neutral: ReadonlySet<string> = new Set(['FilterOperator', 'SortOperator', 'TakeOperator']);
const naming: ReadonlySet<string> = new Set(['ProjectOperator', 'SummarizeOperator', 'CountOperator']);

/**
 * The binder gives every scan a match_id, which Kusto does only where one is asked for. What comes after must therefore not depend on
 * the columns that the binder tells: the scan ends the query, or its columns are named before they go on.
 */
function binderAgrees(node: Kusto.Language.Syntax.SyntaxNode): boolean {
  const after = tail(node);
  return after !== undefined && !after.some((operator) => /[*]|\bmatch_id\b/.test(textOf(operator)));
}

function tail(scan: Kusto.Language.Syntax.SyntaxNode): readonly Kusto.Language.Syntax.SyntaxNode[] | undefined {
  const after: Kusto.Language.Syntax.SyntaxNode[] = [];
  let at = scan;
  for (;;) {
    const above = at.Parent;
    if (!above || classOf(above) !== 'PipeExpression') return above && classOf(above) === 'ExpressionStatement' ? after : undefined;
    const operator = present((above as Kusto.Language.Syntax.PipeExpression).Operator);
    // What is before the scan is the other side of its pipe.
    if (operator !== at) {
      after.push(operator);
      if (naming.has(classOf(operator))) return after;
      if (!neutral.has(classOf(operator))) return undefined;
    }
    at = above;
  }
}

function outputOf({ ScanStepOutput }: Kusto.Language.Syntax.ScanStep): ScanStep['output'] {
  const text = ScanStepOutput?.OutputKind?.Text ?? 'all';
  return text === 'last' || text === 'none' ? text : 'all';
}

/** `step.column` of a scan as a column of the state; the binder has checked that both exist. */
export function stepColumn(node: Kusto.Language.Syntax.PathExpression, scope: Scope, span: Expression['span']): Expression | undefined {
  const { Expression: operand, Selector: selector } = node;
  const [step, name] = [textOf(present(operand)), selector && textOf(selector)];
  if (scope.scanSteps?.has(step) !== true || scalarTypeOf(present(operand).ResultType) !== undefined) return undefined;
  const type = scalarTypeOf(node.ResultType);
  if (!type) throw refusal('KQL021', `The type of ${step}.${name ?? ''} cannot be told before the query runs.`, span);
  return { kind: 'column', name: `${step}.${name ?? ''}`, side: 'right', type, span };
}

/** Kinds that cannot stand inside the walk over the rows; they are computed for each row before it. */
const outside: ReadonlySet<Expression['kind']> = new Set(['scalarQuery', 'inQuery', 'window']);

/** Brings a step's expressions into the terms of a Scan and gathers what must be computed before it. */
class StepReader {
  readonly #input: Relation;
  readonly #defaults: ReadonlyMap<string, Expression>;
  readonly #before: NamedExpression[] = [];

  constructor(input: Relation, declared: readonly NamedExpression[]) {
    this.#input = input;
    this.#defaults = new Map(declared.map(({ name, expression }) => [name, expression]));
  }

  read(expression: Expression): Expression {
    if (outside.has(expression.kind)) return this.#computedBefore(expression);
    switch (expression.kind) {
      case 'column':
        return expression.side ? expression : (this.#defaults.get(expression.name) ?? { ...expression, side: 'left' });
      case 'call':
        return { ...expression, arguments: expression.arguments.map((argument) => this.read(argument)) };
      case 'path':
        return { ...expression, operand: this.read(expression.operand) };
      default:
        return expression;
    }
  }

  /** The input with the values computed before the walk. */
  rows(span: Relation['span']): Relation {
    if (this.#before.length === 0) return this.#input;
    const columns: readonly Column[] = [...this.#input.columns, ...this.#before.map(({ name, expression }) => ({ name, type: expression.type }))];
    return projectTo(this.#input, [...this.#input.columns.map((column) => ({ name: column.name, expression: columnReference(column, span) })), ...this.#before], columns, span);
  }

  #computedBefore(expression: Expression): Expression {
    if (readsState(expression)) throw refusal('KQL014', 'The local engine does not look the state of a scan up in another query.', expression.span);
    const name = `scan value ${String(this.#before.length + 1)}`;
    this.#before.push({ name, expression });
    return { kind: 'column', name, side: 'left', type: expression.type, span: expression.span };
  }
}

function readsState(expression: Expression): boolean {
  if (expression.kind === 'column') return expression.side === 'right';
  if (expression.kind === 'inQuery' || expression.kind === 'path') return readsState(expression.operand);
  return 'arguments' in expression && expression.arguments.some(readsState);
}
