/** Functions and aggregates that investigators use, one a line: `name: what it gives, and where it surprises`. */
export const functionTexts = `
ago: The instant this long before now. On a local source, now is the newest record, so that old exports still answer.
now: The present instant; on a local source the newest record's. An offset may be given.
bin: Rounds down to a multiple of the second value: bin(TimeGenerated, 1h) is the hour.
floor: The same as bin.
bin_at: Rounds down to multiples counted from a fixed point.
datetime_diff: How many borders of the unit lie between two instants, the first minus the second. datetime_diff("hour", 10:59, 11:01) counts as -1 though two minutes passed: subtract instants when you mean durations.
datetime_add: An instant so many units later. Compare the result with another column: comparing it with the column it was computed from is always true or always false.
datetime_part: One part of an instant, such as "hour".
format_datetime: An instant as text. For output only: comparing texts of times defeats the time filter.
format_timespan: A duration as text.
startofday: Midnight of the day, UTC.
startofweek: Midnight of the week's Sunday, UTC.
startofmonth: Midnight of the month's first day, UTC.
startofyear: Midnight of the first of January, UTC.
endofday: The last instant of the day, UTC.
hourofday: The hour, 0 to 23, UTC.
dayofweek: Days since Sunday, as a timespan: compare with 1d, not with 1.
dayofmonth: The day of the month.
dayofyear: The day of the year.
getmonth: The month, 1 to 12.
getyear: The year.
monthofyear: The month, 1 to 12.
weekofyear: The ISO week.
make_datetime: An instant from its parts.
make_timespan: A duration from its parts.
todatetime: Text as an instant; null where it cannot be read.
totimespan: Text as a duration; null where it cannot be read.
unixtime_seconds_todatetime: Seconds since 1970 as an instant.
unixtime_milliseconds_todatetime: Milliseconds since 1970 as an instant.
ingestion_time: When the record arrived in the workspace. Exports do not keep it.
tostring: As text. A null becomes an empty text, which isnull() does not find: test with isempty().
toint: As a 32-bit integer; null where it cannot be read.
tolong: As a 64-bit integer; null where it cannot be read.
todouble: As a real number; null where it cannot be read.
toreal: The same as todouble.
todecimal: As a decimal; null where it cannot be read.
tobool: As true or false; null where it cannot be read.
toboolean: The same as tobool.
toguid: As a GUID; null where it cannot be read.
todynamic: The same as parse_json.
parse_json: Text as JSON. Text that is no JSON stays a text, and a value that is JSON already stays as it is.
dynamic_to_json: A dynamic value as JSON text with sorted keys.
parse_url: The parts of an address as a bag: Scheme, Host, Port, Path, Query Parameters.
parse_urlquery: The query of an address as a bag.
parse_path: The parts of a file path.
parse_csv: The fields of one line of CSV as an array.
parse_xml: XML as JSON.
parse_user_agent: Browser, system or device of a user agent as a bag. A user agent is whatever the client claims.
parse_ipv4: An IPv4 address as a number; null where it is none.
parse_version: A version as a number that sorts right.
ipv4_is_private: Whether an address is in a private range. Null for anything that is no IPv4 address, IPv6 included.
ipv4_is_in_range: Whether an address is in a range such as 10.0.0.0/8.
ipv4_is_in_any_range: Whether an address is in one of several ranges.
ipv4_is_match: Whether two addresses are equal under their prefix lengths.
ipv4_compare: Compares two addresses under their prefix lengths: -1, 0 or 1.
ipv6_is_match: Whether two IPv6 or IPv4 addresses are equal under their prefix lengths.
geo_info_from_ip_address: Country and place of an address, from Microsoft's data; not on a local source.
isempty: Whether a text is empty or a value null. The test for missing strings, which are never null.
isnotempty: Whether there is something in it.
isnull: Whether a value is null. Never true for a string: use isempty().
isnotnull: Whether a value is not null. Always true for a string: use isnotempty().
coalesce: The first value that is neither null nor, for strings, empty.
iff: The second argument when the condition is true, else the third; a null condition counts as false.
iif: The same as iff.
case: The value of the first condition that is true, else the last argument.
not: Turns a condition round.
strcat: Texts one after the other; other types are converted.
strcat_delim: Texts with a separator between them.
strcat_array: The elements of an array with a separator between them.
split: The pieces of a text between separators, as an array; the elements are dynamic.
substring: Part of a text; positions count from 0.
strlen: The number of characters.
tolower: In lower case. For comparing, =~ needs no conversion and can use the index.
toupper: In upper case.
trim: Without what matches the regular expression at both ends.
trim_start: Without what matches the regular expression at the start.
trim_end: Without what matches the regular expression at the end.
replace_string: With every occurrence of one text replaced by another.
replace_regex: With every match of a regular expression replaced; \\1 stands for the first group.
replace: Old name of replace_regex.
extract: The piece a regular expression's group matches; 0 is the whole match. Empty where nothing matches.
extract_all: All matches of a regular expression as an array.
extract_json: The value at a path of a JSON text. parse_json(x).a.b says the same.
indexof: Where a text begins in another, counted from 0; -1 where it does not occur.
countof: How often a text occurs in another.
reverse: Back to front.
translate: Replaces single characters by others.
url_decode: Text with %xx replaced by what it stands for.
url_encode: Text fit for an address.
base64_decode_tostring: Decodes base64 to text.
base64_encode_tostring: Encodes text as base64.
hash_sha256: SHA-256 of a value, in hexadecimal.
hash_md5: MD5 of a value, in hexadecimal.
new_guid: A random GUID.
array_length: How many elements an array has; null where it is no array.
array_concat: Arrays one after the other.
array_slice: Part of an array; negative positions count from its end.
array_index_of: Where a value is in an array; -1 where it is not.
array_sort_asc: The elements, smallest first.
array_sort_desc: The elements, largest first.
pack_array: An array of the given values.
bag_pack: A bag of the given keys and values.
bag_pack_columns: A bag of the given columns.
bag_keys: The keys of a bag as an array.
bag_has_key: Whether a bag has the key.
bag_merge: One bag with the keys of several.
bag_remove_keys: A bag without the given keys.
bag_unpack: Plug-in: each key of a bag becomes a column.
pack: Old name of bag_pack.
pack_all: A bag of all columns.
set_difference: Elements of the first array that are in none of the others.
set_intersect: Elements that all arrays share.
set_union: Elements of any of the arrays, each once.
set_has_element: Whether an array holds the value.
zip: Arrays side by side: one array per position.
column_ifexists: The column if the table has it, else the default. Makes a query run on tables that lack a newer column.
toscalar: The first value of a query's result, for use in an expression.
materialize: Keeps a query's result for several uses in the same query.
prev: A column's value in the row before; needs an order (sort or serialize).
next: A column's value in the row after; needs an order.
row_number: The number of the row; needs an order.
row_cumsum: The sum up to the row; needs an order.
abs: Without its sign.
round: To a number of digits.
ceiling: Up to a whole number.
sqrt: Square root.
pow: One number to the power of another.
log: Natural logarithm.
log10: Logarithm to base 10.
exp: e to the power of a number.
min_of: The smallest of the arguments.
max_of: The largest of the arguments.
rand: A random number from 0 up to 1.
count: How many rows are in the group.
countif: How many rows of the group fulfil the condition.
dcount: About how many different values there are; the error is below 1 % in most cases. count_distinct is exact.
dcountif: Like dcount, over rows that fulfil the condition.
count_distinct: Exactly how many different values there are.
sum: The sum; nulls are left out.
sumif: The sum over rows that fulfil the condition.
avg: The mean; nulls are left out.
avgif: The mean over rows that fulfil the condition.
min: The smallest value.
max: The largest value.
minif: The smallest value of rows that fulfil the condition.
maxif: The largest value of rows that fulfil the condition.
arg_max: The row with the largest value of the first argument: that value and the listed columns, or all with *. arg_max(TimeGenerated, *) by ServicePrincipalId is the newest record of each identity.
arg_min: The row with the smallest value of the first argument.
take_any: The columns of some row of the group. Which one is not said.
any: Old name of take_any.
make_set: The different values as an array, in no fixed order; at most 1,048,576, or fewer by the second argument.
make_set_if: Like make_set, over rows that fulfil the condition.
make_list: All values as an array, nulls left out; at most 1,048,576, or fewer by the second argument.
make_list_if: Like make_list, over rows that fulfil the condition.
make_bag: One bag of the bags of the group.
makeset: Old name of make_set, and limited to 128 values where make_set takes a million.
makelist: Old name of make_list, and limited to 128 values where make_list takes a million.
percentile: The value below which a share of the values lies, estimated.
percentiles: Several percentiles at once.
stdev: Standard deviation of a sample.
variance: Variance of a sample.
hll: An intermediate of dcount that can be merged.
binary_all_or: Bitwise or of the values.
series_decompose_anomalies: Marks the points of a series that its season and trend do not explain.
series_fit_line: A straight line through a series.
series_stats: Least, greatest, mean and more of a series.
_GetWatchlist: Rows of a Sentinel watchlist by its alias; SearchKey is the column to join on. On a local source: the file watchlists/<alias>.csv beside the logs.
externaldata: Reads a file from the internet as a table. The local engine never does.
database: Another database of the cluster.
cluster: Another cluster.
workspace: Another Log Analytics workspace, by name or ID.
table: A table by its name as text.
current_principal: Who runs the query.
`;
