import type { Session } from '../index.ts';

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,7}))?)?(?: *([AaPp]\.? ?[Mm]\.?))?(?: *(Z|UTC|[+-]\d{2}:?\d{2}))?`;
const clockNames = "'h', 'mi', 's', 'f', 'p', 'z'";

/** SQL arguments that take a date apart: day and month in either order, then the year; and one with the year first. */
const yearLast = String.raw`'^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?:,?[ T]+${clock})?$', ['a', 'sep', 'b', 'y', ${clockNames}]`;
const yearFirst = String.raw`'^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?,?[ T]+${clock}$', ['y', 'a', 'b', ${clockNames}]`;

/** Text that is a date whose day and month may be in either order. */
export const displayDatePattern = /^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b/;

/**
 * Times as portals and storage exports show them: `1/24/2022, 4:59:49.227 AM`, `24.01.2022 04:59:49,227`, `24/01/2022, 04:59:49`.
 * Which of two numbers is the month is taken from the text itself where it tells (a number beyond 12, dots, AM or PM in
 * capitals as in the United States, in small letters as elsewhere), else from `o` (`mdy` or `dmy`: what other values of the
 * file showed). Where nothing tells, the value is NULL: a guess could be wrong by months.
 */
export const displayMacros: readonly string[] = [
  `CREATE OR REPLACE TEMP MACRO it_month_first(x, o) AS CASE
     WHEN x.a::INTEGER > 12 THEN false WHEN x.b::INTEGER > 12 THEN true WHEN x.a::INTEGER = x.b::INTEGER THEN true WHEN x.sep = '.' THEN false
     WHEN o <> '' THEN o = 'mdy' WHEN x.p IN ('AM', 'PM') THEN true WHEN x.p <> '' THEN false END`,
  // "p" is set on a twelve-hour clock only; 13:00 PM and 0:00 AM are no times.
  `CREATE OR REPLACE TEMP MACRO it_hour(x) AS CASE
     WHEN x.h = '' THEN 0 WHEN x.p = '' THEN x.h::INTEGER
     WHEN x.h::INTEGER BETWEEN 1 AND 12 THEN x.h::INTEGER % 12 + CASE WHEN lower(x.p[1]) = 'p' THEN 12 ELSE 0 END END`,
  `CREATE OR REPLACE TEMP MACRO it_offset(z) AS CASE WHEN z[1] IN ('+', '-')
     THEN (CASE z[1] WHEN '-' THEN -1 ELSE 1 END) * (z[2:3]::BIGINT * 60 + right(z, 2)::BIGINT) * 600000000 ELSE 0 END`,
  `CREATE OR REPLACE TEMP MACRO it_ticks_parts(x, month, day) AS
     epoch_us(try_cast(x.y || '-' || lpad(month, 2, '0') || '-' || lpad(day, 2, '0') || ' ' || lpad(it_hour(x)::VARCHAR, 2, '0') || ':' || coalesce(nullif(x.mi, ''), '00')
       || ':' || coalesce(nullif(x.s, ''), '00') AS TIMESTAMP)) * 10 + 621355968000000000 + coalesce(try_cast(rpad(nullif(x.f, ''), 7, '0') AS BIGINT), 0) - it_offset(x.z)`,
  // A list of one, so that the text is taken apart once and not at every mention of its parts.
  `CREATE OR REPLACE TEMP MACRO it_ticks_display(t, o) AS coalesce(
     list_transform([regexp_extract(t, ${yearLast})], lambda x: CASE
       WHEN x.y = '' THEN NULL
       WHEN it_month_first(x, o) THEN it_ticks_parts(x, x.a, x.b)
       WHEN NOT it_month_first(x, o) THEN it_ticks_parts(x, x.b, x.a) END)[1],
     list_transform([regexp_extract(t, ${yearFirst})], lambda x: CASE WHEN x.y <> '' THEN it_ticks_parts(x, x.a, x.b) END)[1])`,
];

export type DateOrder = 'mdy' | 'dmy' | '';

/**
 * The order of day and month in a file's date cells, where one of them shows it by a number beyond 12. Where they
 * contradict one another nothing is known, and each value has to tell for itself.
 */
export async function dateOrderOf(session: Session, relation: string, cells: readonly string[]): Promise<DateOrder> {
  if (cells.length === 0) return '';
  const parts = cells.map((sql) => `SELECT CASE WHEN ${sql}[5] NOT IN ('-', '/') THEN regexp_extract(${sql}, '^\\s*(\\d{1,2})[-/](\\d{1,2})[-/]\\d{4}', ['a', 'b']) END AS x FROM ${relation}`);
  const [row] = await session.rows(`SELECT count(*) FILTER (try_cast(x.a AS INTEGER) > 12), count(*) FILTER (try_cast(x.b AS INTEGER) > 12) FROM (${parts.join(' UNION ALL ')})`);
  const [dayFirst, monthFirst] = [Number(row?.[0] ?? 0), Number(row?.[1] ?? 0)];
  if (dayFirst > 0 && monthFirst > 0) return '';
  return dayFirst > 0 ? 'dmy' : monthFirst > 0 ? 'mdy' : '';
}
