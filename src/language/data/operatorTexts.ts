// One a line: `name: what it does, and where it surprises`. Hovers, completion and the grammar read these.

/** Operators that stand after a pipe or begin a query. */
export const queryOperatorTexts = `
where: Keeps the rows for which the condition is true. A null counts as false. Filter on TimeGenerated first: it decides how much is read.
filter: The same as where.
extend: Adds columns computed from the row; a column of the same name is replaced.
project: Keeps exactly the listed columns, in this order, and can compute new ones. What is not listed is gone for the rest of the query.
project-away: Drops the listed columns; patterns such as Source* are allowed.
project-keep: Keeps the listed columns in their present order; patterns are allowed.
project-rename: Gives columns new names and keeps the rest.
project-reorder: Moves the listed columns to the front and keeps the rest.
summarize: Makes one row per combination of the columns after by, with aggregates over the rows of each. Columns that are neither after by nor aggregated are gone; arg_max(TimeGenerated, *) keeps them.
join: Pairs rows of two tables whose keys are equal. Without kind= it is innerunique, which keeps one left row per key: say kind=inner or kind=leftouter. The smaller table belongs on the left.
lookup: Adds columns of a small table to each row by key, like join kind=leftouter but with the small table on the right.
union: Rows of several tables one after the other. Columns of the same name and type are merged; where types differ there are two columns. isfuzzy=true passes over tables that do not exist.
distinct: The different combinations of the listed columns.
sort: Orders the rows, descending unless asc is said. Nulls come last when descending.
order: The same as sort.
top: The first N rows in an order.
top-nested: The first N of each level, for hierarchies.
take: Some N rows, no matter which. Run it twice and it may show others.
limit: The same as take.
count: How many rows there are, as one row with the column Count.
mv-expand: One row per element of an array or bag, the other columns repeated. Without a type the element is dynamic: tostring() it before comparing or joining.
mv-apply: Runs a small query over the elements of each row's array and puts the answers beside the row.
parse: Takes pieces out of a string by a pattern of literals and column names. Rows that do not match stay, with empty columns.
parse-where: Like parse, and drops the rows that do not match.
parse-kv: Takes key and value pairs out of a string.
datatable: A table written out in the query: column names with types, then values row by row.
print: One row with the given values.
range: A column of numbers or times from, to and in steps of. In a query of logs it makes the empty hours visible.
render: Asks the client for a chart. It does not change the rows.
evaluate: Runs a plug-in such as bag_unpack or pivot on the rows. Its columns depend on the data.
make-series: Arrays of values over time, with a default where there were no rows. A base for anomaly functions.
search: Looks for a text in all columns of all tables. Costly: name the table and the column when you know them.
find: Rows that fulfil a condition in any of several tables.
invoke: Calls a function with the rows as its first argument.
as: Names the rows so far for later use. It does not name a column: write Name = count(), not count() as Name.
serialize: Fixes the order of rows so that prev(), next() and row_number() mean something.
sample: N rows at random.
sample-distinct: N different values at random.
reduce: Groups similar strings and shows the pattern of each group.
fork: Several queries over the same rows, each with its own result.
partition: Runs a query for each value of a column.
scan: Steps through ordered rows as a state machine: finds sequences such as credential added, then sign-in.
facet: The different values of columns, a table for each.
getschema: The columns and their types instead of the rows.
consume: Reads the rows and gives nothing back.
assert-schema: Stops with an error unless the rows have the listed columns and types.
externaldata: Reads a file at an address as a table. Not on a local source: it would reach out to the network.
graph-match: Finds paths of a shape in a graph that make-graph built.
graph-shortest-paths: Finds the shortest paths between nodes of a graph.
graph-to-table: Turns a graph back into rows of nodes or edges.
macro-expand: Runs a query once for each member of an entity group.
make-graph: Builds a graph from rows that name the ends of an edge, such as who granted what to whom.
project-by-names: Keeps columns by names that are computed, or by patterns.
project-smart: Keeps the columns that hold something.
top-hitters: About the N most frequent values; an estimate.
`;

/** Words of statements and of operators' options. */
export const keywordTexts = `
by: Columns or expressions whose equal values make a group (summarize), the order (sort) or the places of a series (make-series).
let: Names a value, a table expression or a function for the statements after it. Ends with a semicolon.
on: The keys of a join: names both sides share, or $left.A == $right.B. Keys are compared exactly, case included.
kind: Which rows a join keeps: inner, leftouter, rightouter, fullouter, leftanti (left rows without a match), leftsemi (left rows with one), rightanti, rightsemi, innerunique (the default).
and: Both conditions are true. Binds stronger than or.
or: One of the conditions is true.
not: Turns a condition round; a null stays null.
asc: Smallest first.
desc: Largest first; the default of sort.
nulls: Whether nulls come first or last.
step: The distance between two values of range or make-series.
with: What follows says how: a pattern (parse), properties (render).
alias: Gives a database another name for the statements after it.
declare: Declares parameters of the query, or a pattern, before it.
default: The value of a series where there were no rows.
first: With nulls: they come before the values.
from: Where range or make-series begins.
hint.shufflekey: Spreads the work by this column. It changes how fast the answer comes, not the answer.
hint.strategy: How the cluster should do it. It changes how fast the answer comes, not the answer.
isfuzzy: With true, union passes over tables that do not exist. A misspelt table then is no error and has no rows: check the spelling.
last: With nulls: they come after the values.
of: What a top-nested level counts, or what sample-distinct takes values of.
pattern: Declares names that stand for parts of queries.
restrict: Limits what the statements after it may name.
set: Sets an option of the query, such as a limit, for the statements after it.
to: Where range or make-series ends, or the type mv-expand gives its elements.
typeof: A type by its name, after to of mv-expand and in some functions.
with_source: Adds a column that names the table each row came from.
withsource: Adds a column that names the table each row came from; an old spelling of with_source.
`;

/** What compares. */
export const comparisonTexts = `
in: Equals one of the listed values, case included. in~ ignores case.
in~: Equals one of the listed values, whatever the case.
!in: Equals none of the listed values, case included.
!in~: Equals none of the listed values, whatever the case.
has: Holds the whole word, whatever the case. Uses the index, so it is much faster than contains; words end at anything that is no letter or digit.
has_cs: Holds the whole word, case included.
!has: Does not hold the whole word.
has_any: Holds one of the words.
has_all: Holds all of the words.
contains: Holds the text anywhere, also inside words, whatever the case. Reads every value: use has for whole words.
contains_cs: Holds the text anywhere, case included.
!contains: Does not hold the text anywhere.
startswith: Begins with the text, whatever the case.
startswith_cs: Begins with the text, case included.
!startswith: Does not begin with the text.
endswith: Ends with the text, whatever the case.
endswith_cs: Ends with the text, case included.
!endswith: Does not end with the text.
hasprefix: Holds a word that begins with the text.
hassuffix: Holds a word that ends with the text.
matches: With regex: the text matches a regular expression (RE2, no look-around). Slow: narrow the rows with has first.
between: From the first value to the second, both included.
!between: Outside of the two values.
==: Equal, case included. Names and GUIDs differ in case between tables: use =~ for them.
!=: Not equal, case included.
=~: Equal, whatever the case.
!~: Not equal, whatever the case.
!has_cs: Does not hold the whole word, case included.
!contains_cs: Does not hold the text anywhere, case included.
!startswith_cs: Does not begin with the text, case included.
!endswith_cs: Does not end with the text, case included.
hasprefix_cs: Holds a word that begins with the text, case included.
hassuffix_cs: Holds a word that ends with the text, case included.
!hasprefix: Holds no word that begins with the text.
!hasprefix_cs: Holds no word that begins with the text, case included.
!hassuffix: Holds no word that ends with the text.
!hassuffix_cs: Holds no word that ends with the text, case included.
<>: Not equal; the same as !=.
<: Less. A null on either side makes the condition false.
<=: Less or equal. A null on either side makes the condition false.
>: Greater. A null on either side makes the condition false.
>=: Greater or equal. A null on either side makes the condition false.
`;
