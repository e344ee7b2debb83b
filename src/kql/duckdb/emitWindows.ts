import { ProblemError } from '../../base/index.ts';
import type { Expression, Relation, WindowCall } from '../plan/index.ts';
import { physicalType, quoteIdentifier } from '../sql/index.ts';
import { orEmpty, type Emitter } from './emitter.ts';
import { containsKind } from './planFacts.ts';

interface Staged {
  /** What to read from: the input, or selects around it that hold the windows' values. */
  readonly from: string;
  /** The expressions with every window call replaced by the column that holds its value. */
  readonly expressions: readonly Expression[];
  readonly hoisted: boolean;
}

/**
 * Functions of a row's place (`prev`, `row_number`, …) read the order of their input. The order is written down as a
 * number first; each call then becomes a column of a select of its own level, since one may stand inside another.
 */
export function stageWindows(input: Relation, expressions: readonly Expression[], emitter: Emitter): Staged {
  if (!expressions.some((expression) => containsKind(expression, 'window'))) return { from: emitter.from(input), expressions, hoisted: false };
  const levels: Level[] = [];
  const frame = frameOf(emitter.carried(input));
  let count = 0;
  const place = (level: number, sql: string): string => {
    const name = `window ${String((count += 1))}`;
    (levels[level] ??= { list: [], sessions: [] }).list.push(`${sql} AS ${quoteIdentifier(name)}`);
    return name;
  };
  const session: PlaceSession = (level, call) => {
    const name = `window ${String((count += 1))}`;
    (levels[level] ??= { list: [], sessions: [] }).sessions.push({ name, call });
    return name;
  };
  const hoist = (expression: Expression): { readonly expression: Expression; readonly level: number } => {
    if (expression.kind !== 'window') {
      if (!('arguments' in expression)) return { expression, level: 0 };
      const parts = expression.arguments.map(hoist);
      return { expression: { ...expression, arguments: parts.map((part) => part.expression) }, level: Math.max(0, ...parts.map(({ level }) => level)) };
    }
    const parts = expression.arguments.map(hoist);
    const level = Math.max(0, ...parts.map((part) => part.level));
    const call: WindowCall = { ...expression, arguments: parts.map((part) => part.expression) };
    const placed = placeWindow(call, level, frame, { place, session }, emitter);
    return { expression: { kind: 'column', name: placed.name, type: call.type, span: call.span }, level: placed.level };
  };
  const replaced = expressions.map((expression) => hoist(expression).expression);
  const numbered = `(SELECT *, row_number() OVER () AS "row order" FROM ${emitter.from(input)})`;
  // A level without a call of its own leaves a gap.
  const from = Array.from(levels, (level: Level | undefined) => level).filter((level) => level !== undefined).reduce((inner, { list, sessions }) => {
    const rows = list.length === 0 ? inner : `(SELECT *, ${list.join(', ')} FROM ${inner})`;
    return sessions.reduce((before, { name, call }) => withSessions(before, name, call, emitter.carried(input), emitter), rows);
  }, numbered);
  return { from, expressions: replaced, hoisted: true };
}

/** What one select adds to its input: values of windows, and starts of sessions, which are walked row by row. */
interface Level {
  readonly list: string[];
  readonly sessions: { readonly name: string; readonly call: WindowCall }[];
}

type Place = (level: number, sql: string) => string;
type PlaceSession = (level: number, call: WindowCall) => string;

/**
 * `row_window_session`: where a session begins depends on where the one before it began, so the values of a part are walked as one list
 * by a native function, and its answers joined back to their rows.
 */
function withSessions(rows: string, name: string, { arguments: args, type, span }: WindowCall, carried: readonly string[], emitter: Emitter): string {
  const [value, fromFirst, fromNeighbour, restart] = args;
  if (!value || !fromFirst || !fromNeighbour) throw new ProblemError({ code: 'KQL050', message: 'row_window_session() needs a column and two distances.', span });
  const numbered = emitter.define(`${name} ${String(span.start)}`, `SELECT * FROM ${rows}`, true);
  const listed = (sql: string) => `CAST(to_json(list(${sql} ORDER BY "row order")) AS VARCHAR)`;
  const limits = [fromFirst, fromNeighbour].map((limit) => `CAST(to_json(any_value(${emitter.expression(limit)})) AS VARCHAR)`);
  const starts = `kql_session_starts(${[listed(emitter.expression(value)), ...limits, listed(restart ? `coalesce(${emitter.expression(restart)}, false)` : 'false')].join(', ')})`;
  const group = carried.length === 0 ? '' : ` GROUP BY ${carried.map(quoteIdentifier).join(', ')}`;
  const walked = `SELECT unnest(list("row order" ORDER BY "row order")) AS "row order", unnest(from_json(CAST(${starts} AS JSON), '["${physicalType(type)}"]')) AS "start" FROM ${numbered}${group}`;
  return `(SELECT rows.*, starts."start" AS ${quoteIdentifier(name)} FROM ${numbered} rows JOIN (${walked}) starts ON rows."row order" = starts."row order")`;
}

type Frame = (groups?: readonly string[]) => string;

function frameOf(carried: readonly string[]): Frame {
  return (groups = []) => {
    const parts = [...carried, ...groups].map(quoteIdentifier);
    return `OVER (${parts.length === 0 ? '' : `PARTITION BY ${parts.join(', ')} `}ORDER BY "row order"`;
  };
}

const running = 'ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)';

function placeWindow(call: WindowCall, level: number, frame: Frame, { place, session }: { readonly place: Place; readonly session: PlaceSession }, emitter: Emitter): { readonly name: string; readonly level: number } {
  const [first, second, third] = call.arguments;
  const sql = (expression: Expression | undefined, fallback: string) => (expression ? emitter.expression(expression) : fallback);
  const restarts = (restart: Expression | undefined, at: number): { readonly groups: readonly string[]; readonly at: number } =>
    restart ? { groups: [place(at, `sum(CASE WHEN ${emitter.expression(restart)} THEN 1 ELSE 0 END) ${frame()} ${running}`)], at: at + 1 } : { groups: [], at };
  const done = (at: number, text: string) => ({ name: place(at, text), level: at + 1 });
  switch (call.name) {
    case 'prev':
    case 'next':
      return done(level, orEmpty(`${call.name === 'prev' ? 'lag' : 'lead'}(${sql(first, 'NULL')}, ${sql(second, '1')}${third ? `, ${emitter.expression(third)}` : ''}) ${frame()})`, call.type));
    case 'row_number': {
      const { groups, at } = restarts(second, level);
      return done(at, `(row_number() ${frame(groups)}) + ${sql(first, '1')} - 1)`);
    }
    case 'row_cumsum': {
      const { groups, at } = restarts(second, level);
      const sum = `sum(${sql(first, 'NULL')}) ${frame(groups)} ${running}`;
      return done(at, first?.type === 'real' ? sum : `CAST(${sum} AS ${first?.type === 'decimal' ? 'DECIMAL(38,18)' : 'BIGINT'})`);
    }
    case 'row_rank_dense':
    case 'row_rank_min': {
      const { groups, at } = restarts(second, level);
      const term = sql(first, 'NULL');
      const number = place(at, `row_number() ${frame(groups)})`);
      const before = place(at, `lag(${term}) ${frame(groups)})`);
      const changed = `${quoteIdentifier(number)} = 1 OR ${term} IS DISTINCT FROM ${quoteIdentifier(before)}`;
      return call.name === 'row_rank_dense'
        ? done(at + 1, `CAST(sum(CASE WHEN ${changed} THEN 1 ELSE 0 END) ${frame(groups)} ${running} AS BIGINT)`)
        : done(at + 1, `max(CASE WHEN ${changed} THEN ${quoteIdentifier(number)} END) ${frame(groups)} ${running}`);
    }
    case 'row_window_session':
      return { name: session(level, call), level: level + 1 };
    default:
      throw new ProblemError({ code: 'KQL052', message: `The local engine does not run ${call.name}().`, span: call.span });
  }
}
