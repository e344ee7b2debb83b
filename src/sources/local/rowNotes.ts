import type { TableSchema } from '../../base/index.ts';
import type { SqlValue } from '../index.ts';
import type { ImportContext } from './importContext.ts';
import { displayDatePattern } from './displayDates.ts';
import type { Place } from './importReport.ts';
import { bookkeeping, storedTable, unfitColumn } from './tableStore.ts';

const { file, position, item, time, unfit, record } = bookkeeping;

/** Counts the rows per file and table, and reports what the rows themselves noted while they were inserted. */
export async function collectRowNotes(context: ImportContext): Promise<void> {
  for (const schema of context.store.schemas) {
    const { name } = schema;
    context.signal.throwIfAborted();
    const table = storedTable(name);
    const counts = await context.session.rows(`SELECT ${file}, count(*), count(${unfit}), count(*) FILTER (${time} > 0) FROM ${table} GROUP BY ${file}`);
    for (const [path, rows] of counts) context.report.addRows(String(path), name, Number(rows));
    if (counts.some(([, , , late]) => Number(late) > 0)) await noteTimes(context, name, table);
    await noteRepeats(context, name, table);
    if (counts.some(([, , odd]) => Number(odd) > 0)) await noteUnfit(context, schema, table);
  }
}

/** A record that is there twice, word for word, counts twice in every answer: that has to be known. */
async function noteRepeats({ session, report }: ImportContext, name: string, table: string): Promise<void> {
  const [row] = await session.rows(`SELECT count(*) - count(DISTINCT ${record}) FROM ${table}`);
  if (Number(row?.[0] ?? 0) === 0) return;
  const rows = await session.rows(`SELECT ${file}, min(${position}), arg_min(${item}, ${position}), count(*) FROM (
      SELECT *, row_number() OVER (PARTITION BY ${record} ORDER BY ${file}, ${position}, ${item}) AS nth FROM (
        SELECT ${record}, ${file}, ${position}, ${item} FROM ${table} WHERE ${record} IN (SELECT ${record} FROM ${table} GROUP BY ${record} HAVING count(*) > 1)))
    WHERE nth > 1 GROUP BY ${file} ORDER BY 1`);
  for (const one of rows) {
    report.noteAt(placeOf(one), 'SRC019', `${name}: records that are in the files before, word for word. They are loaded, so counts include them each time; | distinct * takes them once.`, { records: Number(one[3]) });
  }
}

async function noteTimes({ session, report }: ImportContext, name: string, table: string): Promise<void> {
  const rows = await session.rows(`SELECT ${file}, min(${position}), arg_min(${item}, ${position}), count(*), ${time} FROM ${table} WHERE ${time} > 0 GROUP BY ${file}, ${time} ORDER BY 1, 5`);
  for (const row of rows) {
    const records = Number(row[3]);
    if (Number(row[4]) === 1) report.noteAt(placeOf(row), 'SRC004', `${name}: TimeGenerated was taken from another time in the record, because the record does not say when it was written.`, { records });
    else report.noteAt(placeOf(row), 'SRC005', `${name}: there is no time in the record that can be read. It is loaded with an empty TimeGenerated, so queries over a time range do not see it.`, { records, severity: 'warning' });
  }
}

async function noteUnfit({ session, report }: ImportContext, { name, columns }: TableSchema, table: string): Promise<void> {
  const rows = await session.rows(`SELECT f, min(p), arg_min(i, p), count(*), k, arg_min(v, p) FROM (
      SELECT ${file} AS f, ${position} AS p, ${item} AS i, unnest(json_keys(${unfit})) AS k, json_extract_string(${unfit}, '/' || k) AS v FROM ${table} WHERE ${unfit} IS NOT NULL)
    GROUP BY f, k ORDER BY 1, 2`);
  for (const row of rows) {
    const value = String(row[5] ?? '');
    const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
    const schema = columns.find((column) => column.name === String(row[4]));
    if (schema?.type === 'datetime' && displayDatePattern.test(value)) {
      report.noteAt(placeOf(row), 'SRC015', `${name}.${schema.name}: "${shown}" does not tell the day from the month, and nothing else in the file does. The column is empty there, and the text is kept in ${unfitColumn.name}. Export again as JSON, or with times as 2026-03-01T00:00:00Z.`, { records: Number(row[3]), severity: 'warning' });
      continue;
    }
    report.noteAt(placeOf(row), 'SRC006', `${name}.${String(row[4])}: "${shown}" does not fit the column's type. The column is empty there, and the value is kept in ${unfitColumn.name}.`, { records: Number(row[3]), severity: 'warning' });
  }
}

function placeOf([path, first, place]: readonly SqlValue[]): Place {
  return { file: String(path), position: BigInt(String(first ?? 0)), item: Number(place ?? 0) };
}
