import { quoteString } from '../sql/index.ts';
import { as, textOf, withoutJsonNull } from './convert.ts';
import { nativeNamed } from './native/index.ts';
import { patternOf } from './pattern.ts';
import { argument, constantText, refuse, rows, sqlOf, type Lowering } from './row.ts';

const text = (args: Parameters<Lowering>[0], index: number) => textOf(argument(args, index));

const split: Lowering = (args) => {
  const delimiter = argument(args, 1);
  if (delimiter.value === '') return refuse('The local engine does not split at an empty text.');
  const separator = textOf(delimiter);
  const checked = delimiter.value === undefined ? `(CASE WHEN ${separator} = '' THEN error('KQL060: split(): the delimiter is empty') ELSE ${separator} END)` : separator;
  const list = `string_split(${text(args, 0)}, ${checked})`;
  return args.length === 2 ? `to_json(${list})` : `to_json(CASE WHEN len(${list}) > ${sqlOf(args, 2)} AND ${sqlOf(args, 2)} >= 0 THEN [${list}[(${sqlOf(args, 2)} + 1)]] ELSE [] END)`;
};

/** No text has as many characters. */
const longest = '2147483646';

/** A negative start counts from the end; what lies outside the text is empty. */
const substring: Lowering = (args) => {
  const [source, start] = [text(args, 0), argument(args, 1)];
  const from = typeof start.value === 'bigint' && start.value >= 0n && start.value < BigInt(longest) ? `${start.value.toString()} + 1` : `(CASE WHEN ${start.sql} < 0 THEN greatest(length(${source}) + ${start.sql}, 0) ELSE least(${start.sql}, ${longest}) END) + 1`;
  return `coalesce(substring(${source}, ${from}${args.length > 2 ? `, greatest(${sqlOf(args, 2)}, 0)` : ''}), '')`;
};

/** All matches in a row at the start, at the end, or at both. */
const trim = (start: boolean, end: boolean): Lowering => (args) => {
  const pattern = argument(args, 0);
  patternOf(args, 0);
  const around = (before: string, after: string) => (typeof pattern.value === 'string' ? quoteString(`${before}${pattern.value}${after}`) : `(${quoteString(before)} || ${pattern.sql} || ${quoteString(after)})`);
  const first = start ? `regexp_replace(${text(args, 1)}, ${around('^(?:', ')+')}, '')` : text(args, 1);
  return end ? `regexp_replace(${first}, ${around('(?:', ')+$')}, '')` : first;
};

/** DuckDB's own function takes the number of a group as a constant up to nine. */
const extract: Lowering = (args, context) => {
  const { value, sql } = argument(args, 1);
  const pattern = patternOf(args, 0);
  if (typeof value === 'bigint' && value < 0n) return refuse('Capture groups are counted from 0, which is the whole match.');
  const found = typeof value === 'bigint' && value <= 9n
    ? `coalesce(regexp_extract(${text(args, 2)}, ${pattern}, ${sql}::INTEGER), '')`
    : nativeNamed('extract_group')(args.slice(0, 3), { ...context, resultType: 'string' });
  return as({ sql: found, type: 'string' }, context.resultType);
};

const extractAll: Lowering = (args, context) => {
  const [pattern, groups, source] = args.length > 2 ? [argument(args, 0), argument(args, 1), argument(args, 2)] : [argument(args, 0), undefined, argument(args, 1)];
  return nativeNamed('extract_all_groups')(groups ? [pattern, source, groups] : [pattern, source], context);
};

const extractJson: Lowering = (args, { resultType }) => {
  const found = withoutJsonNull(nativeNamed('extract_json_value')(args.slice(0, 2), { asOf: 0n, resultType: 'dynamic' }));
  return as({ sql: found, type: 'dynamic' }, resultType);
};

const countof: Lowering = (args, context) => {
  const kind = args.length > 2 ? constantText(args, 2).toLowerCase() : 'normal';
  return nativeNamed(kind === 'regex' ? 'countof_regex' : 'countof_plain')(args.slice(0, 2), context);
};

const strrep: Lowering = (args) => {
  const [value, count] = [text(args, 0), sqlOf(args, 1)];
  return `(CASE WHEN ${count} < 1 THEN '' ELSE ${value} || repeat(${args.length > 2 ? text(args, 2) : "''"} || ${value}, least(${count}, 1024) - 1) END)`;
};

const replaceRegex = (source: number, pattern: number, rewrite: number): Lowering => (args) => `regexp_replace(${text(args, source)}, ${patternOf(args, pattern)}, ${text(args, rewrite)}, 'g')`;

const hash: Lowering = (args, context) => {
  const { type } = argument(args, 0);
  if (type === 'string') return nativeNamed('xxhash64_text')(args, context);
  return type === 'datetime' ? nativeNamed('xxhash64_ticks')(args, context) : refuse(`The local engine hashes strings and datetimes; how Kusto lays out a ${type} for this hash is not documented.`);
};

/** Letters that change their case in DuckDB and keep it in .NET's invariant culture, so in Kusto. */
const keepingCase = (change: 'lower' | 'upper', ...kept: readonly [string, ...string[]]): Lowering => (args) => {
  const source = text(args, 0);
  const around = (value: string, [letter, ...others]: readonly string[], depth: number): string => {
    if (letter === undefined) return `${change}(${value})`;
    const part = `part${String(depth)}`;
    return `array_to_string(list_transform(string_split(${value}, '${letter}'), lambda ${part}: ${around(part, others, depth + 1)}), '${letter}')`;
  };
  return `(CASE WHEN ${kept.map((letter) => `contains(${source}, '${letter}')`).join(' OR ')} THEN ${around(source, kept, 0)} ELSE ${change}(${source}) END)`;
};

export const stringRows = rows({
  tolower: keepingCase('lower', 'İ'), toupper: keepingCase('upper', 'ß', 'ı'),
  strcat: (args) => `(${args.map(textOf).join(' || ')})`, strlen: (args) => `length(${text(args, 0)})`, string_size: (args) => `strlen(${text(args, 0)})`,
  strcmp: (args) => `(CASE WHEN ${text(args, 0)} < ${text(args, 1)} THEN -1 WHEN ${text(args, 0)} > ${text(args, 1)} THEN 1 ELSE 0 END)::BIGINT`,
  strrep, substring, split, extract, extract_all: extractAll, extractall: extractAll, extract_json: extractJson, extractjson: extractJson, countof,
  trim: trim(true, true), trim_start: trim(true, false), trim_end: trim(false, true),
  replace_string: (args) => `(CASE WHEN ${text(args, 1)} = '' THEN ${text(args, 0)} ELSE replace(${text(args, 0)}, ${text(args, 1)}, ${text(args, 2)}) END)`,
  replace_regex: replaceRegex(0, 1, 2), replace: replaceRegex(2, 0, 1),
  // Not array_to_string: DuckDB takes a constant separator only.
  strcat_delim: (args) => `(${args.slice(1).map(textOf).join(` || ${text(args, 0)} || `)})`,
  hash, hash_xxhash64: hash,
  isascii: (args) => `regexp_full_match(${text(args, 0)}, '[\\x00-\\x7f]*')`, isutf8: () => 'true',
});
