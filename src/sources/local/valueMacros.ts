import { displayMacros } from './displayDates.ts';

/**
 * Conversions from text as it stands in log files to our physical types, as SQL macros of the importing session: set-based,
 * and NULL where the text does not fit, so that the caller can tell. The common form comes first in each, because
 * COALESCE and CASE evaluate the dearer ones only for rows that are left.
 */
export const valueMacros: readonly string[] = [
  // Ticks of 100 ns of an ISO time; only what begins with a four-digit year, because DuckDB reads "12-11-10" and "infinity" as times too.
  // TIMESTAMP_NS knows offsets and keeps all seven digits but ends in 2262; what lies beyond is put together from its parts.
  `CREATE OR REPLACE TEMP MACRO it_ticks_iso(t) AS CASE WHEN t[5] IN ('-', '/') AND t[1] BETWEEN '0' AND '9' THEN coalesce(
     epoch_ns(try_cast(t AS TIMESTAMP_NS)) // 100 + 621355968000000000,
     CASE WHEN regexp_full_match(t, '\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?Z?)?')
       THEN epoch_us(try_cast(left(t, 19) AS TIMESTAMP)) * 10 + 621355968000000000 + coalesce(try_cast(rpad(nullif(regexp_extract(t, '\\.(\\d+)', 1), ''), 7, '0') AS BIGINT), 0) END) END`,
  ...displayMacros,
  `CREATE OR REPLACE TEMP MACRO it_datetime(t, o := '') AS CASE
     WHEN t IS NULL OR t = '' THEN NULL
     ELSE coalesce(it_ticks_iso(t), it_ticks_display(regexp_replace(trim(t), '[\\x{00a0}\\x{202f}\\x{200e}\\x{200f}]', ' ', 'g'), o)) END`,
  `CREATE OR REPLACE TEMP MACRO it_long(t) AS CASE
     WHEN t IS NULL OR t = '' THEN NULL
     WHEN regexp_full_match(t, '\\s*[-+]?[0-9]+\\s*') THEN try_cast(t AS BIGINT)
     WHEN try_cast(t AS DOUBLE) = trunc(try_cast(t AS DOUBLE)) THEN try_cast(try_cast(t AS DOUBLE) AS BIGINT) END`,
  `CREATE OR REPLACE TEMP MACRO it_int(t) AS try_cast(it_long(t) AS INTEGER)`,
  `CREATE OR REPLACE TEMP MACRO it_real(t) AS try_cast(nullif(t, '') AS DOUBLE)`,
  `CREATE OR REPLACE TEMP MACRO it_decimal(t) AS try_cast(nullif(t, '') AS DECIMAL(38,10))`,
  `CREATE OR REPLACE TEMP MACRO it_bool(t) AS CASE lower(trim(t)) WHEN 'true' THEN true WHEN 'false' THEN false WHEN '1' THEN true WHEN '0' THEN false END`,
  `CREATE OR REPLACE TEMP MACRO it_guid(t) AS try_cast(nullif(t, '') AS UUID)`,
  // [-][d.]hh:mm:ss[.fffffff]
  `CREATE OR REPLACE TEMP MACRO it_timespan(t) AS CASE WHEN regexp_full_match(t, '-?([0-9]+\\.)?[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,7})?)?') THEN
     (CASE WHEN t[1] = '-' THEN -1 ELSE 1 END) * (
       coalesce(try_cast(nullif(regexp_extract(t, '([0-9]+)\\.[0-9]{1,2}:', 1), '') AS BIGINT), 0) * 864000000000
       + try_cast(regexp_extract(t, '([0-9]{1,2}):[0-9]{2}', 1) AS BIGINT) * 36000000000
       + try_cast(regexp_extract(t, '[0-9]{1,2}:([0-9]{2})', 1) AS BIGINT) * 600000000
       + coalesce(try_cast(nullif(regexp_extract(t, ':[0-9]{2}:([0-9]{2})', 1), '') AS BIGINT), 0) * 10000000
       + coalesce(try_cast(rpad(nullif(regexp_extract(t, ':[0-9]{2}\\.([0-9]{1,7})$', 1), ''), 7, '0') AS BIGINT), 0)) END`,
  // Exports often carry a dynamic value as a string that holds JSON; a query expects the value itself.
  `CREATE OR REPLACE TEMP MACRO it_unquoted(s, j) AS CASE WHEN s[1] IN ('{', '[') AND json_valid(s) THEN s::JSON ELSE j END`,
  `CREATE OR REPLACE TEMP MACRO it_dynamic(j) AS CASE
     WHEN j IS NULL OR j::VARCHAR = 'null' THEN NULL
     WHEN (j::VARCHAR)[1] = '"' THEN it_unquoted(j->>'$', j)
     ELSE j END`,
  `CREATE OR REPLACE TEMP MACRO it_dynamic_text(t) AS CASE WHEN t IS NULL OR t = '' THEN NULL WHEN json_valid(t) THEN t::JSON ELSE to_json(t) END`,
];
