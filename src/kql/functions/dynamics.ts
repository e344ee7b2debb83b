import { quoteString } from '../sql/index.ts';
import { jsonOf, textOf, withoutJsonNull } from './convert.ts';
import { nativeNamed } from './native/index.ts';
import { argument, refuse, rows, sqlOf, type Lowering } from './row.ts';

const bag: Lowering = (args) => {
  const pairs: string[] = [];
  for (let index = 0; index + 1 < args.length; index += 2) pairs.push(`${textOf(argument(args, index))}, ${jsonOf(argument(args, index + 1))}`);
  return `json_object(${pairs.join(', ')})`;
};

const element: Lowering = (args) => {
  const [target, key] = [argument(args, 0), argument(args, 1)];
  const path = key.type === 'int' || key.type === 'long'
    ? `'$[' || (CASE WHEN ${key.sql} < 0 THEN '#' ELSE '' END) || (${key.sql})::VARCHAR || ']'`
    : `'/' || replace(replace(${textOf(key)}, '~', '~0'), '/', '~1')`;
  return withoutJsonNull(`json_extract(${target.sql}, ${path})`);
};

const range: Lowering = (args, context) => {
  const [start, stop] = [argument(args, 0), argument(args, 1)];
  const step = args[2];
  if (start.type === 'datetime') return nativeNamed('range_datetime')([start, stop, step ?? { sql: '36000000000', type: 'timespan' }], context);
  if (start.type === 'timespan') return nativeNamed('range_timespan')([start, stop, step ?? { sql: '36000000000', type: 'timespan' }], context);
  const real = [start, stop, ...(step ? [step] : [])].some(({ type }) => type === 'real');
  return nativeNamed(real ? 'range_real' : 'range_long')([start, stop, step ?? { sql: '1', type: 'long' }], context);
};

/** The names gettype() gives the kinds of a dynamic. */
const jsonTypes = `CASE json_type(x) WHEN 'ARRAY' THEN 'array' WHEN 'OBJECT' THEN 'dictionary' WHEN 'VARCHAR' THEN 'string' WHEN 'BOOLEAN' THEN 'bool' WHEN 'DOUBLE' THEN 'double' WHEN 'BIGINT' THEN 'long' WHEN 'UBIGINT' THEN 'long' ELSE 'null' END`;

const gettype: Lowering = (args) => {
  const { sql, type } = argument(args, 0);
  return type === 'dynamic' ? `(${jsonTypes.replace('(x)', () => `(coalesce(${sql}, 'null'::JSON))`)})` : quoteString(type);
};

/** DuckDB joins by a constant only; a delimiter that differs from row to row goes before each element, and the first one is cut off. */
const arrayText: Lowering = (args) => {
  // The type of a null that is written in the query is not known to be a list.
  const items = `json_extract_string(${sqlOf(args, 0)}, '$[*]')::VARCHAR[]`;
  const delimiter = textOf(argument(args, 1));
  if (argument(args, 1).varies?.() !== true) return `coalesce(array_to_string(${items}, ${delimiter}), '')`;
  return `coalesce(substring(array_to_string(list_transform(${items}, x -> ${delimiter} || x), ''), length(${delimiter}) + 1), '')`;
};
const arrayLength: Lowering = (args) => `(CASE WHEN json_type(${sqlOf(args, 0)}) = 'ARRAY' THEN json_array_length(${sqlOf(args, 0)})::BIGINT END)`;

export const dynamicRows = rows({
  array_length: arrayLength, arraylength: arrayLength, strcat_array: arrayText, array_strcat: arrayText,
  bag_pack: bag, pack: bag, pack_dictionary: bag, pack_array: (args) => `json_array(${args.map(jsonOf).join(', ')})`,
  bag_keys: (args) => `(CASE WHEN json_type(${sqlOf(args, 0)}) = 'OBJECT' THEN to_json(json_keys(${sqlOf(args, 0)})) END)`,
  range, '[]': element, gettype,
  estimate_data_size: () => refuse('The size of a value in Kusto’s own storage cannot be told locally.'),
});
