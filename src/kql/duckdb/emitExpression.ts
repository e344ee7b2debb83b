import { assertNever, pointerStep, ProblemError } from '../../base/index.ts';
import { aggregateLowering, isJsonParser, jsonContainer, namingOnce, requireComparable, scalarLowering, textOf, tooFineDecimal, undocumented, withoutJsonNull, type SqlArgument } from '../functions/index.ts';
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
      return emitPath(expression, context).sql;
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
  return { ...emitPath(expression, context), type, varies };
}

function emitCall(expression: Extract<Expression, { kind: 'call' | 'aggregate' }>, context: Emitter): string {
  return emitFunction(expression, expression.arguments.map((argument) => argumentOf(argument, context)), context);
}

/** A KQL function or aggregate over arguments that are SQL already; a refusal of its lowering gets the place of the call. */
export function emitFunction({ kind, name, type, span }: Pick<Extract<Expression, { kind: 'call' | 'aggregate' }>, 'kind' | 'name' | 'type' | 'span'>, args: readonly SqlArgument[], context: Pick<Emitter, 'asOf'>): string {
  const lower = kind === 'call' ? scalarLowering(name) : aggregateLowering(name);
  if (!lower) throw new ProblemError({ code: 'KQL001', message: `The local engine does not run ${name}()${undocumented[name] ? `: ${undocumented[name]}` : ''}.`, span });
  try {
    const lowered = (given: readonly SqlArgument[]) => lower(given, { asOf: context.asOf, resultType: type });
    return kind === 'call' ? namingOnce(args, lowered) : lowered(args);
  } catch (error) {
    if (error instanceof ProblemError && !error.problem.span) throw new ProblemError({ ...error.problem, span });
    throw error;
  }
}

/** The value at a path and, in one read as well, its text as `tostring` gives it. */
function emitPath({ operand, steps }: Path, context: Emitter): Required<Pick<SqlArgument, 'sql' | 'text'>> {
  const parsed = operand.kind === 'call' && isJsonParser(operand.name) ? operand.arguments[0] : undefined;
  // DuckDB's TRY takes no sub-queries.
  if (parsed?.type !== 'string' || containsKind(parsed, 'scalarQuery') || containsKind(parsed, 'inQuery')) {
    const document = emitExpression(operand, context);
    return { sql: withoutJsonNull(readPath(document, steps, 'json_extract')), text: `coalesce(${readPath(document, steps, 'json_extract_string')}, '')` };
  }
  // Text is read where it stands instead of being made a dynamic first, which would read it twice. What is no JSON has no paths.
  const argument = argumentOf(parsed, context);
  const read = (how: Read) => namingOnce([argument], ([text]) => `TRY(${readPath(jsonContainer(text?.sql ?? ''), steps, how)})`);
  return { sql: withoutJsonNull(read('json_extract')), text: `coalesce(${read('json_extract_string')}, '')` };
}

type Read = 'json_extract' | 'json_extract_string';

/** One read where one pointer or path can say all steps, as it mostly can: each read goes through the whole document. */
function readPath(document: string, steps: Path['steps'], read: Read): string {
  const whole = wholePath(steps);
  if (whole !== undefined) return `${read}(${document}, ${quoteString(whole)})`;
  return steps.reduce<string>((sql, step, index) => `${index === steps.length - 1 ? read : 'json_extract'}(${sql}, ${quoteString(typeof step === 'number' ? indexStep(step) : pointerStep(step))})`, document);
}

function wholePath(steps: Path['steps']): string | undefined {
  if (steps.every((step) => typeof step === 'string')) return steps.map(pointerStep).join('');
  if (steps.length === 1) return undefined;
  // A path has no way to write these characters of a name nor an empty one, or means something else by them.
  if (steps.some((step) => typeof step === 'string' && /^$|["\\*]/.test(step))) return undefined;
  return `$${steps.map((step) => (typeof step === 'number' ? indexStep(step).slice(1) : `."${step}"`)).join('')}`;
}

function indexStep(step: number): string {
  return `$[${step < 0 ? '#' : ''}${String(step)}]`;
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
