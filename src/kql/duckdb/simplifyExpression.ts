import type { Call, Expression, Literal } from '../plan/index.ts';

/**
 * An expression whose parts are simplified already, without what constants decide. Scenarios and rules are full of conditions such
 * as `identity == "" or …`, whose second half DuckDB would prepare and run although the first one holds.
 */
export function simplified(expression: Expression): Expression {
  if (expression.kind !== 'call') return expression;
  return simplifiers[expression.name]?.(expression) ?? expression;
}

type Simplifier = (call: Call) => Expression | undefined;

const truth = ({ span }: Call, value: boolean): Literal => ({ kind: 'literal', type: 'bool', value, span });

const isBool = (expression: Expression, value: boolean) => expression.kind === 'literal' && expression.type === 'bool' && expression.value === value;

/** `and` and `or`: one value decides, the other one adds nothing. */
const junction = (deciding: boolean): Simplifier => (call) => {
  if (call.arguments.some((part) => isBool(part, deciding))) return truth(call, deciding);
  const left = call.arguments.filter((part) => !isBool(part, !deciding));
  if (left.length === call.arguments.length) return undefined;
  const [only] = left;
  if (!only) return truth(call, !deciding);
  return left.length === 1 && only.type === 'bool' ? only : { ...call, arguments: left.length === 1 ? [only, truth(call, !deciding)] : left };
};

function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'literal' && expression.type === 'string' && typeof expression.value === 'string' ? expression.value : undefined;
}

const equality = (same: boolean): Simplifier => (call) => {
  const [first, second] = call.arguments.map(textOf);
  return first === undefined || second === undefined ? undefined : truth(call, (first === second) === same);
};

/** Whether a text is empty does not depend on its case. */
const emptiness = (empty: boolean): Simplifier => (call) => {
  const [value] = call.arguments;
  const text = textOf(value);
  if (text !== undefined) return truth(call, (text === '') === empty);
  if (value?.kind !== 'call' || (value.name !== 'tolower' && value.name !== 'toupper') || value.arguments[0]?.type !== 'string') return undefined;
  return simplified({ ...call, arguments: value.arguments });
};

const simplifiers: Readonly<Record<string, Simplifier>> = {
  and: junction(false), or: junction(true),
  not: (call) => {
    const [value] = call.arguments;
    return value && isBool(value, true) ? truth(call, false) : value && isBool(value, false) ? truth(call, true) : undefined;
  },
  '==': equality(true), '!=': equality(false),
  isempty: emptiness(true), isnotempty: emptiness(false), notempty: emptiness(false),
};
