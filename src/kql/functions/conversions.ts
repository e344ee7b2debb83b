import type { KqlType } from '../../base/index.ts';
import { as, jsonOf, textOf } from './convert.ts';
import { argument, rows, sqlOf, type Lowering, type SqlArgument } from './row.ts';

const to = (type: KqlType): Lowering => (args) => as(argument(args, 0), type);

/** Text that is no JSON becomes a dynamic string. */
const parseJson: Lowering = (args) => {
  const arg = argument(args, 0);
  if (arg.type !== 'string') return jsonOf(arg);
  return `(CASE WHEN ${arg.sql} = '' OR trim(${arg.sql}) = 'null' THEN NULL ELSE coalesce(TRY_CAST(${arg.sql} AS JSON), to_json(${arg.sql})) END)`;
};

const isNull: Lowering = (args) => (argument(args, 0).type === 'string' ? 'false' : `(${sqlOf(args, 0)} IS NULL)`);
const isNotNull: Lowering = (args) => (argument(args, 0).type === 'string' ? 'true' : `(${sqlOf(args, 0)} IS NOT NULL)`);
const isNotEmpty: Lowering = (args) => `(NOT ${emptiness(argument(args, 0))})`;

export const conversions = rows({
  tostring: to('string'), toint: to('int'), tolong: to('long'), toreal: to('real'), todouble: to('real'), todecimal: to('decimal'),
  tobool: to('bool'), toboolean: to('bool'), todatetime: to('datetime'), totimespan: to('timespan'), totime: to('timespan'), toguid: to('guid'),
  todynamic: parseJson, parse_json: parseJson, parsejson: parseJson, toobject: parseJson,
  isempty: (args) => emptiness(argument(args, 0)), isnotempty: isNotEmpty, notempty: isNotEmpty, isnull: isNull, isnotnull: isNotNull, notnull: isNotNull,
});

function emptiness(arg: SqlArgument): string {
  if (arg.type === 'string') return `(${arg.sql} = '')`;
  return arg.type === 'dynamic' ? `(${textOf(arg)} = '')` : `(${arg.sql} IS NULL)`;
}
