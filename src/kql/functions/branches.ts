import { quoteString } from '../sql/index.ts';
import { as } from './convert.ts';
import { argument, rows, sqlOf, type Lowering } from './row.ts';

const branch: Lowering = (args, { resultType }) => {
  const parts: string[] = [];
  for (let index = 0; index + 1 < args.length; index += 2) parts.push(`WHEN ${sqlOf(args, index)} THEN ${as(argument(args, index + 1), resultType)}`);
  return `(CASE ${parts.join(' ')} ELSE ${as(argument(args, args.length - 1), resultType)} END)`;
};

/** An empty text counts as null, for a text is never null. */
const coalesce: Lowering = (args, { resultType }) => {
  const items = args.map((arg) => (resultType === 'string' ? `nullif(${as(arg, 'string')}, '')` : as(arg, resultType))).join(', ');
  return resultType === 'string' ? `coalesce(${items}, '')` : `coalesce(${items})`;
};

const extreme = (name: 'greatest' | 'least'): Lowering => (args, { resultType }) => `${name}(${args.map((arg) => as(arg, resultType)).join(', ')})`;

export const branchRows = rows({
  iff: branch, iif: branch, case: branch, coalesce,
  max_of: extreme('greatest'), min_of: extreme('least'),
  assert: (args) => `(CASE WHEN ${sqlOf(args, 0)} THEN true ELSE error(${quoteString('KQL060: assert(): ')} || ${sqlOf(args, 1)})::BOOLEAN END)`,
});
