import type { KqlType } from '../../base/index.ts';
import { as, jsonOf, textOf } from './convert.ts';
import { argument, rows, sqlOf, type Lowering, type SqlArgument } from './row.ts';

const to = (type: KqlType): Lowering => (args) => as(argument(args, 0), type);

/** Text that is no JSON becomes a dynamic string. */
const parseJson: Lowering = (args) => {
  const arg = argument(args, 0);
  if (arg.type !== 'string') return jsonOf(arg);
  return `(CASE WHEN NOT regexp_full_match(${arg.sql}, '(\\s*null\\s*)?') THEN coalesce(TRY_CAST(${arg.sql} AS JSON), to_json(${arg.sql})) END)`;
};

const parserNames: ReadonlySet<string> = new Set(['todynamic', 'parse_json', 'parsejson', 'toobject']);

/** Whether a function reads JSON from its argument, where that is text. */
export function isJsonParser(name: string): boolean {
  return parserNames.has(name);
}

/** The text if it begins as an object or array does: only in those is there anything at a path. */
export function jsonContainer(text: string): string {
  return `CASE WHEN starts_with(${text}, '{') OR starts_with(${text}, '[') OR regexp_matches(${text}, '^\\s+[{\\[]') THEN ${text} END`;
}

const isNull: Lowering = (args) => (argument(args, 0).type === 'string' ? 'false' : `(${sqlOf(args, 0)} IS NULL)`);
const isNotNull: Lowering = (args) => (argument(args, 0).type === 'string' ? 'true' : `(${sqlOf(args, 0)} IS NOT NULL)`);
const isNotEmpty: Lowering = (args) => `(NOT ${emptiness(argument(args, 0))})`;

export const conversions = rows({
  tostring: to('string'), toint: to('int'), tolong: to('long'), toreal: to('real'), todouble: to('real'), todecimal: to('decimal'),
  tobool: to('bool'), toboolean: to('bool'), todatetime: to('datetime'), totimespan: to('timespan'), totime: to('timespan'), toguid: to('guid'),
  ...Object.fromEntries([...parserNames].map((name) => [name, parseJson])),
  isempty: (args) => emptiness(argument(args, 0)), isnotempty: isNotEmpty, notempty: isNotEmpty, isnull: isNull, isnotnull: isNotNull, notnull: isNotNull,
});

function emptiness(arg: SqlArgument): string {
  if (arg.type === 'string') return `(${arg.sql} = '')`;
  return arg.type === 'dynamic' ? `(${textOf(arg)} = '')` : `(${arg.sql} IS NULL)`;
}
