import { quoteIdentifier, quoteString } from '../../kql/sql/index.ts';
import { oneOf, type ColumnValue, type TimeValues } from './columnValue.ts';
import type { ImportContext } from './importContext.ts';
import { bookkeeping, storedTable } from './tableStore.ts';

export interface InsertRequest {
  readonly table: string;
  readonly values: readonly ColumnValue[];
  /** Absent where the table has no TimeGenerated and needs none. */
  readonly time: TimeValues | undefined;
  /** A relation with at least file, pos and item. */
  readonly relation: string;
  /** SQL of the whole record's text. */
  readonly record: string;
}

interface Layers {
  /** Texts taken from the record, each once. */
  readonly texts: string[];
  /** Values made of them. */
  readonly values: string[];
  /** What the table gets. */
  readonly columns: string[];
}

export async function insertRows({ session, store }: Pick<ImportContext, 'session' | 'store'>, request: InsertRequest): Promise<void> {
  await store.storeColumns(request.table, [...request.values.map(({ column }) => column.name), ...(request.time ? ['TimeGenerated'] : [])]);
  await session.execute(insertSql(request));
}

/**
 * One set-based INSERT, in which each row also notes where it came from and which of its values did not fit. It works in
 * layers, because a conversion is a long expression that would else be spelt out, and planned, several times over.
 */
function insertSql({ table, values, time, relation, record }: InsertRequest): string {
  const layers: Layers = { texts: [], values: [], columns: [] };
  const checks = [...values.flatMap((value, index) => addValue(layers, value, index)), ...(time ? addTime(layers, time) : [])];
  const places = ['file', 'pos', 'item', 'record'];
  const outer = [
    ...layers.columns,
    `file AS ${bookkeeping.file}`, `pos AS ${bookkeeping.position}`, `item AS ${bookkeeping.item}`, `record AS ${bookkeeping.record}`,
    ...(checks.length > 0 ? [`${unfitSql(checks)} AS ${bookkeeping.unfit}`] : []),
  ];
  return `INSERT INTO ${storedTable(table)} BY NAME SELECT ${outer.join(',\n  ')}
FROM (SELECT ${[...places, ...layers.values].join(', ')}
FROM (SELECT file, pos, item, hash(${record}) AS record${layers.texts.map((text) => `, ${text}`).join('')}
FROM ${relation}))`;
}

/** A text that became NULL, by the names of its layers. */
interface Check {
  readonly name: string;
  readonly text: string;
  readonly value: string;
}

function addValue({ texts, values, columns }: Layers, { column, sql, convert }: ColumnValue, index: number): readonly Check[] {
  const [text, value] = [`t${index}`, `v${index}`];
  texts.push(`${sql} AS ${text}`);
  columns.push(`${convert ? value : text} AS ${quoteIdentifier(column.name)}`);
  if (!convert) {
    values.push(text);
    return [];
  }
  values.push(text, `${convert(text)} AS ${value}`);
  return [{ name: column.name, text, value }];
}

function addTime({ texts, values, columns }: Layers, { own, derived, convert }: TimeValues): readonly Check[] {
  const names = (sources: readonly string[], prefix: string) => sources.map((source, index) => {
    const name = `${prefix}${index}`;
    texts.push(`${source} AS ${name}`);
    return name;
  });
  const [owned, others] = [names(own, 'own'), names(derived, 'derived')];
  values.push(`${oneOf(owned.map((name) => `nullif(${name}, '')`))} AS time_text`, `${oneOf(owned.map(convert))} AS time_own`, `${oneOf(others.map(convert))} AS time_derived`);
  columns.push('coalesce(time_own, time_derived)::BIGINT AS "TimeGenerated"', `CASE WHEN time_own IS NOT NULL THEN 0 WHEN time_derived IS NOT NULL THEN 1 ELSE 2 END AS ${bookkeeping.time}`);
  return own.length === 0 ? [] : [{ name: 'TimeGenerated', text: 'time_text', value: 'time_own' }];
}

/** NULL for a row all of whose values fit; else a JSON object of the texts that did not. */
function unfitSql(checks: readonly Check[]): string {
  const misfits = checks.map(({ text, value }) => `CASE WHEN ${value} IS NULL THEN nullif(${text}, '') END`);
  const pairs = checks.map(({ name }, index) => `{'k': ${quoteString(name)}, 'v': ${misfits[index] ?? 'NULL'}}`).join(', ');
  return `CASE WHEN coalesce(${misfits.join(', ')}) IS NOT NULL THEN
    to_json(map_from_entries(list_filter([${pairs}], lambda entry: entry.v IS NOT NULL))) END`;
}
