import { numericTypes, type KqlType } from '../../base/index.ts';
import { physicalType, quoteString } from '../sql/index.ts';
import { as, jsonOf, textOf } from './convert.ts';
import { requireComparable } from './comparable.ts';
import { nativeNamed } from './native/index.ts';
import { patternOf } from './pattern.ts';
import { argument, refuse, rows, type FunctionRow, type Lowering, type SqlArgument } from './row.ts';

type Pair = readonly [SqlArgument, SqlArgument];

function pair(args: readonly SqlArgument[]): Pair {
  return [argument(args, 0), argument(args, 1)];
}


/**
 * A whole number that is written out and compared with a text means its digits: `ResultType == 0`, as many public rules
 * have it, finds "0". Microsoft's binder takes it; a number that is computed would need a cast, and is refused.
 */
function digitsFor(other: SqlArgument, value: SqlArgument): SqlArgument {
  const written = other.type === 'string' && other.value === undefined && (value.type === 'long' || value.type === 'int') && value.value !== undefined && value.value !== null;
  return written ? { sql: quoteString(String(value.value)), type: 'string', value: String(value.value) } : value;
}

/** Both sides in one physical type: a dynamic meets the other side's type, as Kusto converts it. */
function comparable([a, b]: Pair): readonly [string, string] {
  requireComparable(a.type, b.type);
  if (a.type === 'dynamic' && b.type === 'dynamic') return refuse('The local engine compares a dynamic with a scalar only; convert one side.');
  if (a.type === 'dynamic') return [undynamic(a, b.type), b.sql];
  if (b.type === 'dynamic') return [a.sql, undynamic(b, a.type)];
  return [a.sql, b.sql];
}

function undynamic(value: SqlArgument, type: KqlType): string {
  if (type === 'int' || type === 'long') return `TRY_CAST(json_extract_string(${value.sql}, '$') AS DECIMAL(38,10))`;
  if (type === 'bool') return `TRY_CAST(json_extract_string(${value.sql}, '$') AS BOOLEAN)`;
  return as(value, type);
}

/** NaN equals nothing in Kusto; in DuckDB it equals itself and is above every number. */
function maybeNan({ type, value }: SqlArgument): boolean {
  return type === 'real' && (value === undefined || Number.isNaN(value));
}

function unlessNan(sql: string, ...operands: readonly SqlArgument[]): string {
  const guards = operands.filter(maybeNan).map((operand) => ` AND NOT coalesce(isnan(${operand.sql}), false)`);
  return guards.length === 0 ? sql : `(${sql}${guards.join('')})`;
}

/** `==`: two nulls give null, a null and a value give false. A literal is never null, which leaves plain SQL. */
const equals: Lowering = (args) => {
  const [one, other] = pair(args);
  const [first, second] = [digitsFor(other, one), digitsFor(one, other)];
  const [a, b] = comparable([first, second]);
  if (first.type === 'string' && second.type === 'string') return `(${a} = ${b})`;
  const constant = [first, second].some(({ value }) => value !== undefined && value !== null);
  const same = constant ? `(${a} IS NOT DISTINCT FROM ${b})` : `(CASE WHEN ${a} IS NULL AND ${b} IS NULL THEN NULL ELSE ${a} IS NOT DISTINCT FROM ${b} END)`;
  return maybeNan(first) && maybeNan(second) ? unlessNan(same, first) : same;
};

const differs: Lowering = (args, context) => `(NOT ${equals(args, context)})`;

const order = (operator: '<' | '<=' | '>' | '>='): Lowering => (args) => {
  const [a, b] = comparable(pair(args));
  const [first, second] = pair(args);
  // The side that DuckDB would take NaN for the higher one of.
  const higher = operator.startsWith('<') ? second : first;
  return unlessNan(`(${a} ${operator} ${b})`, higher);
};

/** An operand of arithmetic. */
function operand(arg: SqlArgument, type: KqlType): string {
  if (arg.type === type && type !== 'dynamic') return arg.sql;
  if (arg.type === 'dynamic') return numberOf(arg, type);
  return arg.type === 'string' ? as(arg, type) : `CAST(${arg.sql} AS ${physicalType(type)})`;
}

const convertFirst = 'convert it first, with tolong(), toreal(), totimespan() or todatetime()';

/**
 * The number that a dynamic holds. Which type Kusto goes on with is documented for numbers that fit the other side only, so
 * a fraction beside a whole number, and what is no number, ends the query.
 */
function numberOf(arg: SqlArgument, type: KqlType): string {
  if (!numericTypes.has(type)) return refuse(`Arithmetic of a dynamic with this other side is not documented for every value it may hold: ${convertFirst}.`);
  const kind = `json_type(${arg.sql})`;
  const whole = type === 'int' || type === 'long';
  const fits = whole ? `(${kind} IN ('BIGINT', 'UBIGINT') OR (${kind} = 'DOUBLE' AND TRY_CAST(${textOf(arg)} AS DOUBLE) = trunc(TRY_CAST(${textOf(arg)} AS DOUBLE))))` : `${kind} IN ('BIGINT', 'UBIGINT', 'DOUBLE')`;
  return `(CASE WHEN ${arg.sql} IS NULL OR ${kind} = 'NULL' THEN NULL WHEN ${fits} THEN ${as(arg, type)} ELSE error('KQL060: arithmetic: a dynamic holds ' || ${textOf(arg)} || ', which is no ${whole ? 'whole ' : ''}number; ${convertFirst}')::${physicalType(type)} END)`;
}

const add = (operator: '+' | '-'): Lowering => (args, { resultType }) => {
  const [a, b] = pair(args);
  if (resultType === 'datetime' || resultType === 'timespan') return `(${ticks(a, resultType)} ${operator} ${ticks(b, resultType)})`;
  return `(${operand(a, resultType)} ${operator} ${operand(b, resultType)})`;
};

function ticks(arg: SqlArgument, type: KqlType): string {
  if (arg.type === 'dynamic') return numberOf(arg, type);
  return arg.type === 'string' ? as(arg, 'timespan') : `CAST(${arg.sql} AS BIGINT)`;
}

const multiply: Lowering = (args, context) => {
  const [a, b] = pair(args);
  const { resultType } = context;
  if (resultType === 'decimal') return nativeNamed('decimal_multiply')(decimals(a, b), context);
  if (resultType !== 'timespan') return `(${operand(a, resultType)} * ${operand(b, resultType)})`;
  return [a, b].some(({ type }) => type === 'real') ? `CAST(trunc(CAST(${a.sql} AS DOUBLE) * CAST(${b.sql} AS DOUBLE)) AS BIGINT)` : `(CAST(${a.sql} AS BIGINT) * CAST(${b.sql} AS BIGINT))`;
};

function decimals(...args: readonly SqlArgument[]): readonly SqlArgument[] {
  return args.map((arg) => ({ sql: operand(arg, 'decimal'), type: 'decimal' }));
}

const divide: Lowering = (args, context) => {
  const [a, b] = pair(args);
  const { resultType } = context;
  if (resultType === 'real') return `(${operand(a, 'real')} / ${operand(b, 'real')})`;
  if (resultType === 'timespan') return `CAST(trunc(CAST(${a.sql} AS DOUBLE) / CAST(${b.sql} AS DOUBLE)) AS BIGINT)`;
  if (resultType === 'decimal') return nativeNamed('decimal_divide')(decimals(a, b), context);
  return `(${operand(a, resultType)} // ${operand(b, resultType)})`;
};

const modulo: Lowering = (args, { resultType }) => {
  const [a, b] = pair(args).map((arg) => (arg.type === 'dynamic' ? numberOf(arg, resultType) : arg.sql)) as [string, string];
  return `(((${a} % ${b}) + abs(${b})) % abs(${b}))`;
};

const negated = (lower: Lowering): Lowering => (args, context) => `(NOT ${lower(args, context)})`;
const lowerCase = (arg: SqlArgument) => (typeof arg.value === 'string' && arg.type === 'string' ? quoteString(arg.value.toLowerCase()) : `lower(${textOf(arg)})`);

const text = (template: (a: string, b: string) => string, caseless: boolean): Lowering => (args) => {
  const [a, b] = pair(args);
  return caseless ? template(lowerCase(a), lowerCase(b)) : template(textOf(a), textOf(b));
};

function escaped(literal: string): string {
  return literal.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

interface TermSearch {
  readonly caseless: boolean;
  readonly before: boolean;
  readonly after: boolean;
}

/** A term is a run of letters and digits; `has` finds the text where it begins and ends between terms. */
function term(haystack: SqlArgument, needle: SqlArgument, { caseless, before, after }: TermSearch): string {
  const value = caseless ? lowerCase(haystack) : textOf(haystack);
  if (typeof needle.value !== 'string' || needle.type !== 'string') return `kql_holds_term(${value}, ${caseless ? lowerCase(needle) : textOf(needle)}, ${String(before)}, ${String(after)})`;
  if (needle.value === '') return 'true';
  // A text that begins or ends with a separator brings its own boundary on that side.
  const edge = (at: RegExp, literal: string) => at.test(literal);
  const pattern = `${before && edge(/^[\p{L}\p{N}]/u, needle.value) ? '(^|[^\\pL\\pN])' : ''}${escaped(caseless ? needle.value.toLowerCase() : needle.value)}${after && edge(/[\p{L}\p{N}]$/u, needle.value) ? '($|[^\\pL\\pN])' : ''}`;
  const plain = quoteString(caseless ? needle.value.toLowerCase() : needle.value);
  return `(contains(${value}, ${plain}) AND regexp_matches(${value}, ${quoteString(pattern)}))`;
}

const has = (caseless: boolean, before = true, after = true): Lowering => (args) => term(argument(args, 0), argument(args, 1), { caseless, before, after });

/** The elements of a literal list, each as a literal of its own. */
function literalList(item: SqlArgument): readonly SqlArgument[] | undefined {
  const parsed: unknown = item.type === 'dynamic' && typeof item.value === 'string' ? JSON.parse(item.value) : undefined;
  if (!Array.isArray(parsed) || !parsed.every((value) => typeof value === 'string')) return undefined;
  return (parsed as readonly string[]).map((value) => ({ sql: quoteString(value), type: 'string', value }));
}

function caselessText(arg: SqlArgument, caseless: boolean): string {
  return caseless ? lowerCase(arg) : textOf(arg);
}

/** Membership in what a dynamic list holds, by the text of its elements; numbers of a real by value. */
function inDynamic(operand: SqlArgument, list: SqlArgument, caseless: boolean): string {
  const texts = `coalesce(json_extract_string(${list.sql}, '$[*]'), [])`;
  if (operand.type === 'real' || operand.type === 'decimal') return `list_contains(list_transform(${texts}, x -> TRY_CAST(x AS ${physicalType(operand.type)})), ${operand.sql})`;
  return caseless ? `list_contains(list_transform(${texts}, x -> lower(x)), ${lowerCase(operand)})` : `list_contains(${texts}, ${textOf(operand)})`;
}

/** A list of scalars, of dynamic lists, or of both: whatever a list holds is looked for. */
const oneOf = (caseless: boolean): Lowering => (args) => {
  const [operand, ...given] = args;
  if (!operand) return refuse('in needs a value.');
  const items = given.flatMap((item) => literalList(item) ?? [digitsFor(operand, item)]);
  const scalars = items.filter((item) => item.type !== 'dynamic');
  if (!caseless) for (const item of scalars) requireComparable(operand.type, item.type);
  const asText = caseless || operand.type === 'dynamic' || scalars.some((item) => item.type === 'string');
  const value = asText ? caselessText(operand, caseless) : operand.sql;
  const found = items.filter((item) => item.type === 'dynamic').map((list) => inDynamic(operand, list, caseless));
  if (scalars.length > 0) found.unshift(`coalesce(${value} IN (${scalars.map((item) => (asText ? caselessText(item, caseless) : item.sql)).join(', ')}), false)`);
  return found.length === 0 ? 'false' : `(${found.join(' OR ')})`;
};

/** Literal terms in SQL, computed ones and lists in JavaScript. */
const anyTerm = (join: 'OR' | 'AND'): Lowering => (args) => {
  const [operand, ...given] = args;
  if (!operand) return refuse('has_any and has_all need a value.');
  const items = given.flatMap((item) => literalList(item) ?? [item]);
  const literals = items.filter((item) => typeof item.value === 'string' && item.type === 'string').map((item) => term(operand, item, { caseless: true, before: true, after: true }));
  const computed = items.filter((item) => typeof item.value !== 'string' || item.type !== 'string').map((item) => `CAST(${jsonOf(item)} AS VARCHAR)`);
  if (computed.length > 0) literals.push(`kql_holds_${join === 'OR' ? 'any' : 'all'}(${textOf(operand)}, ${computed.join(', ')})`);
  return literals.length === 0 ? String(join === 'AND') : `(${literals.join(` ${join} `)})`;
};

const between: Lowering = (args) => {
  const [value, low, high] = [argument(args, 0), argument(args, 1), argument(args, 2)];
  requireComparable(value.type, low.type);
  if (value.type !== 'datetime' || high.type !== 'timespan') requireComparable(value.type, high.type);
  const top = value.type === 'datetime' && high.type === 'timespan' ? `(${low.sql} + ${high.sql})` : high.sql;
  if (value.type !== 'dynamic') return unlessNan(`(${value.sql} BETWEEN ${low.sql} AND ${top})`, value);
  return `(${undynamic(value, low.type)} BETWEEN ${low.sql} AND ${top})`;
};

/** The sides of `and` and `or` may be dynamic or null. */
function truth(arg: SqlArgument): string {
  return arg.type === 'bool' ? arg.sql : as(arg, 'bool');
}

const contains = (a: string, b: string) => `contains(${a}, ${b})`;
const starts = (a: string, b: string) => `starts_with(${a}, ${b})`;
const ends = (a: string, b: string) => `ends_with(${a}, ${b})`;
const same = (a: string, b: string) => `(${a} = ${b})`;

function withNegation(name: string, lower: Lowering): readonly FunctionRow[] {
  return rows({ [name]: lower, [`!${name}`]: negated(lower) });
}

export const operatorRows: readonly FunctionRow[] = [
  ...rows({
    '==': equals, '!=': differs, '<': order('<'), '<=': order('<='), '>': order('>'), '>=': order('>='),
    '+': add('+'), '-': add('-'), '*': multiply, '/': divide, '%': modulo,
    negate: (args, { resultType }) => `(-${numericTypes.has(resultType) || argument(args, 0).type === 'dynamic' ? operand(argument(args, 0), resultType) : argument(args, 0).sql})`,
    and: (args) => `(${args.map(truth).join(' AND ')})`, or: (args) => `(${args.map(truth).join(' OR ')})`, not: (args) => `(NOT ${truth(argument(args, 0))})`,
    '=~': text(same, true), '!~': negated(text(same, true)), has_any: anyTerm('OR'), has_all: anyTerm('AND'),
    'in~': oneOf(true), '!in~': negated(oneOf(true)),
    'matches regex': (args) => `regexp_matches(${textOf(argument(args, 0))}, ${patternOf(args, 1)})`,
  }),
  ...withNegation('in', oneOf(false)), ...withNegation('between', between),
  ...withNegation('has', has(true)), ...withNegation('has_cs', has(false)),
  ...withNegation('hasprefix', has(true, true, false)), ...withNegation('hasprefix_cs', has(false, true, false)),
  ...withNegation('hassuffix', has(true, false, true)), ...withNegation('hassuffix_cs', has(false, false, true)),
  ...withNegation('contains', text(contains, true)), ...withNegation('contains_cs', text(contains, false)),
  ...withNegation('startswith', text(starts, true)), ...withNegation('startswith_cs', text(starts, false)),
  ...withNegation('endswith', text(ends, true)), ...withNegation('endswith_cs', text(ends, false)),
];
