import type { Expression, NamedExpression, Scan, ScanStep } from '../plan/index.ts';
import { physicalType, quoteIdentifier } from '../sql/index.ts';
import { emptyValue, withCarried, type Emitter } from './emitter.ts';
import { columnsRead, conjuncts } from './planExpressions.ts';

/** Rows walked before what they gave is put away: a list that grows by one row at a time would be copied whole each time. */
const chunk = 128;

/**
 * A fold over the rows as a list, for DuckDB has no loop that keeps state. The state holds for each step `k` whether it is active (`a<k>`),
 * the match (`m<k>`), the run of repeated matches (`r<k>`) and a view (`v<k>`) of every `step.column` that an expression reads, at its default where
 * nothing has matched; so a step reads the view of the step before it, or its own, without renaming. In the SQL `l` is the row, `r` the view.
 * DuckDB brings the folded list and the state to one type, so what is folded is wrapped in a field that the state has not.
 */
export function emitScan(scan: Scan, emitter: Emitter): string {
  const { input, columns, matchIdColumn, steps, declared } = scan;
  const carried = emitter.carried(input);
  const parts = carried.map(quoteIdentifier);
  const group = (more: string) => ([...parts, more].filter((part) => part !== '').length === 0 ? '' : ` GROUP BY ${[...parts, more].filter((part) => part !== '').join(', ')}`);
  const walked = walkedColumns(scan);
  const walk = walkOf(scan, walked, emitter);
  const row = struct([...walked.map(({ name }): Field => [name, quoteIdentifier(name)]), ['row order', '"row order"']]);
  const numbered = `SELECT *, row_number() OVER () AS "row order" FROM (SELECT * FROM ${emitter.from(input)}) AS l WHERE ${anyStep(scan, emitter)}`;
  const chunks = `(SELECT ${withCarried([`"row order" // ${String(chunk)} AS "chunk"`, `list(struct_pack(l := ${row}) ORDER BY "row order") AS "rows"`], carried)} FROM "scan rows"${group('"chunk"')})`;
  const folded = `(SELECT ${withCarried([`list_reduce(list(struct_pack(c := "rows") ORDER BY "chunk"), lambda s, e: ${walk.chunk}, ${walk.start}).put AS "put"`], carried)} FROM ${chunks}${group('')})`;
  const found = `(SELECT ${withCarried(['unnest(flatten("put")) AS "found"'], carried)} FROM ${folded})`;
  const kept = steps.some(({ output }) => output === 'last') ? ' WHERE NOT f."found".last OR f."found"."next" IS DISTINCT FROM f."found".run' : '';
  const own = new Set(declared.map(({ name }) => name));
  const list = columns.map(({ name }) => `${name === matchIdColumn ? 'f."found".match' : own.has(name) ? `f."found".given.${quoteIdentifier(name)}` : `w.${quoteIdentifier(name)}`} AS ${quoteIdentifier(name)}`);
  // A record that repeats a match of its step replaces the one before it where only the last one is asked for.
  const followed = kept === '' ? found : `(SELECT ${withCarried([`struct_insert("found", "next" := lead("found".run) OVER (PARTITION BY ${[...parts, '"found".step', '"found".run'].join(', ')} ORDER BY "found".l."row order")) AS "found"`], carried)} FROM ${found})`;
  return `WITH "scan rows" AS MATERIALIZED (${numbered}) SELECT ${[...list, ...parts.map((part) => `w.${part}`)].join(', ')} FROM ${followed} AS f JOIN "scan rows" AS w ON w."row order" = f."found".l."row order"${kept} ORDER BY w."row order", f."found".step DESC`;
}

type Column = Extract<Expression, { kind: 'column' }>;

/** Every `step.column` that an expression of the scan reads, by its name. */
function stateRead({ steps }: Scan): ReadonlyMap<string, Column> {
  return new Map(expressionsOf(steps).flatMap(stateColumns).map((column) => [column.name, column]));
}

function expressionsOf(steps: readonly ScanStep[]): readonly Expression[] {
  return steps.flatMap(({ condition, assignments }) => [condition, ...assignments.map(({ expression }) => expression)]);
}

const columnOf = (name: string) => name.slice(name.indexOf('.') + 1);

/** What of a row the steps read. The rest waits outside: DuckDB sets aside a whole vector for each field at each step of the fold. */
function walkedColumns(scan: Scan): Scan['input']['columns'] {
  const read = new Set([...expressionsOf(scan.steps).flatMap((expression) => columnsRead(expression, 'left')), ...[...stateRead(scan).keys()].map(columnOf)]);
  return scan.input.columns.filter(({ name }) => read.has(name));
}

/**
 * Rows that no step can take whatever came before leave everything as it is; walking takes milliseconds a row, so they go first. Of a
 * condition, what reads the row alone decides.
 */
function anyStep({ steps }: Scan, emitter: Emitter): string {
  const possible = steps.map(({ condition }) => conjuncts(condition).filter(readsRowAlone));
  if (possible.some((parts) => parts.length === 0)) return 'true';
  return possible.map((parts) => `(${parts.map((part) => `coalesce(${emitter.expression(part)}, false)`).join(' AND ')})`).join(' OR ');
}

function readsRowAlone(expression: Expression): boolean {
  if (expression.kind === 'column') return expression.side !== 'right';
  if (expression.kind === 'path') return readsRowAlone(expression.operand);
  if (expression.kind === 'call') return expression.name !== 'rand' && expression.arguments.every(readsRowAlone);
  return expression.kind === 'literal';
}

type Field = readonly [name: string, sql: string];

interface Walk {
  readonly chunk: string;
  readonly start: string;
}

function walkOf(scan: Scan, walked: Scan['input']['columns'], emitter: Emitter): Walk {
  const { steps, declared } = scan;
  const read = stateRead(scan);
  const defaults = new Map(declared.map(({ name, expression }) => [name, `CAST(${emitter.expression(expression)} AS ${physicalType(expression.type)})`]));
  const initial = (column: Column) => defaults.get(columnOf(column.name)) ?? emptyValue(column.type);
  const view = (value: (column: Column) => string) => struct([['none', 'false'], ...[...read.values()].map((column) => [column.name, value(column)] as const)]);
  const empty = view(initial);
  const given = (step: ScanStep) => struct([['none', 'false'], ...declared.map(({ name, expression }) => [name, assigned(step, name, expression, emitter) ?? present(defaults.get(name))] as const)]);
  const inputs = new Map(walked.map(({ name }) => [name, `l.${quoteIdentifier(name)}`]));

  /** State after step `k` has looked at the row; the steps are asked from the last to the first. */
  const ask = (k: number, rest: string): string => {
    const step = present(steps[k - 1]);
    const condition = (at: number) => bind('r', `st.v${String(at)}`, `coalesce(${emitter.expression(step.condition)}, false)`);
    const promoted = k > 1 ? `WHEN st.a${String(k - 1)} AND ${condition(k - 1)} THEN 1 ` : '';
    const hit = `CASE ${promoted}WHEN ${k === 1 ? 'true' : `st.a${String(k)}`} AND ${condition(k)} THEN 2 ELSE 0 END`;
    const base = k > 1 ? `CASE WHEN h = 1 THEN st.v${String(k - 1)} ELSE st.v${String(k)} END` : 'st.v1';
    const mine = view((column) => (column.name.startsWith(`${step.name}.`) ? (defaults.has(columnOf(column.name)) ? `g.${quoteIdentifier(columnOf(column.name))}` : present(inputs.get(columnOf(column.name)))) : `r.${quoteIdentifier(column.name)}`));
    const begins = k === 1 ? 'h = 2 AND NOT st.a1' : 'h = 1';
    const match = k === 1 ? 'CASE WHEN h = 2 AND NOT st.a1 THEN st.n ELSE st.m1 END' : `CASE WHEN h = 1 THEN st.m${String(k - 1)} ELSE st.m${String(k)} END`;
    const found = `[struct_pack(l := l, given := g, match := ${match}, step := ${String(k)}, run := st.r${String(k)} + CASE WHEN ${begins} THEN 1 ELSE 0 END, last := ${String(step.output === 'last')})]`;
    const fields = steps.flatMap((_, index): readonly Field[] => {
      const at = index + 1;
      const n = String(at);
      if (at === k) return [[`a${n}`, `st.a${n} OR h > 0`], [`m${n}`, `CASE WHEN h > 0 THEN ${match} ELSE st.m${n} END`], [`r${n}`, `st.r${n} + CASE WHEN ${begins} THEN 1 ELSE 0 END`], [`v${n}`, `CASE WHEN h > 0 THEN ${mine} ELSE st.v${n} END`]];
      if (at === k - 1) return [[`a${n}`, `st.a${n} AND h <> 1`], [`m${n}`, `st.m${n}`], [`r${n}`, `st.r${n}`], [`v${n}`, `CASE WHEN h = 1 THEN ${empty} ELSE st.v${n} END`]];
      return ['a', 'm', 'r', 'v'].map((letter): Field => [`${letter}${n}`, `st.${letter}${n}`]);
    });
    const after = struct([...fields, ['n', k === 1 ? `st.n + CASE WHEN ${begins} THEN 1 ELSE 0 END` : 'st.n'], ['out', step.output === 'none' ? 'st.out' : `CASE WHEN h > 0 THEN st.out || ${found} ELSE st.out END`]]);
    return bind('h', hit, bind('r', base, bind('g', given(step), bind('st', after, rest))));
  };

  const row = steps.reduce((rest, _, index) => ask(index + 1, rest), 'st');
  const types = foundType(walked, declared);
  const state = (from: string, out: string) => struct([...steps.flatMap((_, index) => ['a', 'm', 'r', 'v'].map((letter): Field => [`${letter}${String(index + 1)}`, `${from}.${letter}${String(index + 1)}`])), ['n', `${from}.n`], ['out', out]]);
  const fresh = struct([...steps.flatMap((_, index): readonly Field[] => { const n = String(index + 1); return [[`a${n}`, 'false'], [`m${n}`, '0::BIGINT'], [`r${n}`, '0::BIGINT'], [`v${n}`, empty]]; }), ['n', '0::BIGINT'], ['out', `[]::${types}[]`]]);
  const folded = `list_reduce(e.c, lambda st, i: ${bind('l', 'i.l', row)}, ${state('s.st', `[]::${types}[]`)})`;
  return { chunk: bind('f', folded, 'struct_pack(st := f, put := s.put || [f.out])'), start: `struct_pack(st := ${fresh}, put := []::${types}[][])` };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A scan names a step or column that it does not have.');
  return value;
}

/** DuckDB type of what a matched row gives. */
function foundType(walked: Scan['input']['columns'], declared: readonly NamedExpression[]): string {
  const row = [...walked.map(({ name, type }) => `${quoteIdentifier(name)} ${physicalType(type)}`), '"row order" BIGINT'];
  const given = ['"none" BOOLEAN', ...declared.map(({ name, expression }) => `${quoteIdentifier(name)} ${physicalType(expression.type)}`)];
  return `STRUCT(l STRUCT(${row.join(', ')}), given STRUCT(${given.join(', ')}), match BIGINT, step BIGINT, run BIGINT, last BOOLEAN)`;
}

function assigned(step: ScanStep, name: string, { type }: Expression, emitter: Emitter): string | undefined {
  const assignment = step.assignments.find((candidate) => candidate.name === name);
  return assignment && `CAST(${emitter.expression(assignment.expression)} AS ${physicalType(type)})`;
}

function stateColumns(expression: Expression): readonly Column[] {
  if (expression.kind === 'column') return expression.side === 'right' ? [expression] : [];
  if (expression.kind === 'path') return stateColumns(expression.operand);
  return 'arguments' in expression ? expression.arguments.flatMap(stateColumns) : [];
}

function struct(fields: readonly Field[]): string {
  return `struct_pack(${fields.map(([name, sql]) => `${quoteIdentifier(name)} := ${sql}`).join(', ')})`;
}

/** Names a value for a part of an expression. */
function bind(name: string, value: string, body: string): string {
  return `list_transform([${value}], lambda ${name}: ${body})[1]`;
}
