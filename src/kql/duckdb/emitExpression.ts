import { assertNever, pointerStep, ProblemError } from '../../base/index.ts';
import { aggregateLowering, requireComparable, scalarLowering, textOf, tooFineDecimal, undocumented, withoutJsonNull, type SqlArgument } from '../functions/index.ts';
import type { Expression, Literal, Path } from '../plan/index.ts';
import { physicalType, quoteIdentifier, quoteString } from '../sql/index.ts';
import type { Emitter } from './emitter.ts';
import { containsKind } from './planFacts.ts';

/** A plan expression as DuckDB SQL; columns of a join's sides are `l` and `r`. */
export function emitExpression(expression: Expression, context: Emitter): string {
  switch (expression.kind) {
    case 'literal':
      return emitLiteral(expression);
    case 'column':
      return `${expression.side ? `${expression.side === 'left' ? 'l' : 'r'}.` : ''}${quoteIdentifier(expression.name)}`;
    case 'call':
    case 'aggregate':
      return emitCall(expression, context);
    case 'path':
      return pathValue(emitExpression(expression.operand, context), expression);
    case 'scalarQuery': {
      const [first] = expression.relation.columns;
      return `(SELECT ${quoteIdentifier(first?.name ?? '')} FROM ${context.from(expression.relation)} LIMIT 1)`;
    }
    case 'inQuery':
      return emitInQuery(expression, context);
    case 'window':
      throw new ProblemError({ code: 'KQL052', message: `The local engine does not yet run ${expression.name}().`, span: expression.span });
    default:
      return assertNever(expression);
  }
}

function emitInQuery(expression: Extract<Expression, { kind: 'inQuery' }>, context: Emitter): string {
  const [first] = expression.relation.columns;
  if (!first) throw new ProblemError({ code: 'KQL051', message: 'The query after in gives no column.', span: expression.span });
  const sides = [argumentOf(expression.operand, context), { sql: quoteIdentifier(first.name), type: first.type }] as const;
  if (!expression.caseless) requireComparable(sides[0].type, sides[1].type, expression.span);
  const asText = expression.caseless || sides.some(({ type }) => type === 'dynamic');
  const [operand, item] = sides.map((side) => (asText ? textOf(side) : side.sql)).map((sql) => (expression.caseless ? `lower(${sql})` : sql)) as [string, string];
  const found = `coalesce(${operand} IN (SELECT ${item} FROM ${context.from(expression.relation)} WHERE ${quoteIdentifier(first.name)} IS NOT NULL), false)`;
  return expression.negated ? `(NOT ${found})` : found;
}

/** An argument as the functions' lowerings take it: SQL, type and, for a constant, its value. */
export function argumentOf(expression: Expression, context: Emitter): SqlArgument {
  const { type } = expression;
  if (expression.kind === 'literal') return { sql: emitExpression(expression, context), type, value: expression.value };
  const varies = () => containsKind(expression, 'column');
  if (expression.kind !== 'path') return { sql: emitExpression(expression, context), type, varies };
  const operand = emitExpression(expression.operand, context);
  return { sql: pathValue(operand, expression), type, varies, text: pathText(operand, expression) };
}

function emitCall(expression: Extract<Expression, { kind: 'call' | 'aggregate' }>, context: Emitter): string {
  return emitFunction(expression, expression.arguments.map((argument) => argumentOf(argument, context)), context);
}

/** A KQL function or aggregate over arguments that are SQL already; a refusal of its lowering gets the place of the call. */
export function emitFunction({ kind, name, type, span }: Pick<Extract<Expression, { kind: 'call' | 'aggregate' }>, 'kind' | 'name' | 'type' | 'span'>, args: readonly SqlArgument[], context: Pick<Emitter, 'asOf'>): string {
  const lower = kind === 'call' ? scalarLowering(name) : aggregateLowering(name);
  if (!lower) throw new ProblemError({ code: 'KQL001', message: `The local engine does not run ${name}()${undocumented[name] ? `: ${undocumented[name]}` : ''}.`, span });
  try {
    return lower(args, { asOf: context.asOf, resultType: type });
  } catch (error) {
    if (error instanceof ProblemError && !error.problem.span) throw new ProblemError({ ...error.problem, span });
    throw error;
  }
}

function pathValue(operand: string, { steps }: Path): string {
  return withoutJsonNull(followSteps(operand, steps));
}

/** The text at a path in one read, where `tostring` would read what `pathValue` has read already. */
function pathText(operand: string, { steps }: Path): string {
  return `coalesce(${followSteps(followSteps(operand, steps.slice(0, -1)), steps.slice(-1), 'json_extract_string')}, '')`;
}

function followSteps(operand: string, steps: Path['steps'], read = 'json_extract'): string {
  return steps.reduce<string>((sql, step) => `${read}(${sql}, ${quoteString(typeof step === 'number' ? `$[${step < 0 ? '#' : ''}${String(step)}]` : pointerStep(step))})`, operand);
}

export function emitLiteral({ type, value, span }: Literal): string {
  if (value === null) return type === 'string' ? "''" : `NULL::${physicalType(type)}`;
  switch (type) {
    case 'string':
      return quoteString(String(value));
    case 'dynamic':
    case 'guid':
    case 'decimal':
      if (type === 'decimal' && new RegExp(tooFineDecimal).test(String(value))) throw new ProblemError({ code: 'KQL024', message: 'This decimal has more digits after the point than the ten that the local engine keeps.', span });
      return `${quoteString(String(value))}::${physicalType(type)}`;
    case 'bool':
      return value === true ? 'true' : 'false';
    case 'real':
      return `${quoteString(realText(Number(value)))}::DOUBLE`;
    case 'int':
    case 'long':
    case 'datetime':
    case 'timespan':
      if (value === '') throw new ProblemError({ code: 'KQL022', message: 'A literal here has no value.', span });
      return `(${String(value)})::${physicalType(type)}`;
    default:
      return assertNever(type);
  }
}

function realText(value: number): string {
  return Number.isNaN(value) ? 'nan' : Number.isFinite(value) ? String(value) : value > 0 ? 'inf' : '-inf';
}
