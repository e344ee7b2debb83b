import type { Session, SqlValue } from '../index.ts';
import { quoteString } from '../../kql/sql/index.ts';
import { planColumns } from './columnPlan.ts';
import type { ImportContext } from './importContext.ts';
import { importQueryResults } from './importQueryResults.ts';
import { insertRows } from './insertRows.ts';
import { isObject } from './jsonObject.ts';
import { shapeOf } from './recordShape.ts';
import { routeRecord, tableNameFrom, type Layout, type Route } from './routeRecord.ts';
import { withShapes, type Staged } from './stageJson.ts';
import { generalMapping, tableMappings } from './tableMappings.ts';
import { plainSchema, referenceSchemas } from './tableKnowledge.ts';

interface Sample {
  readonly shape: string;
  readonly file: string;
  readonly record: unknown;
  readonly rows: number;
  readonly position: bigint;
  readonly item: number;
  /** Names that occur twice in the record itself or in its properties. */
  readonly duplicates: readonly string[];
}

/** Envelopes in envelopes in lists: nothing real goes deeper. */
const deepest = 4;

/** Puts every staged record into its table, opening envelopes on the way. */
export async function importStaged(context: ImportContext, staged: Pick<Staged, 'relation'>, depth = 0): Promise<void> {
  const samples = await readSamples(context, staged.relation);
  const groups = groupByRoute(samples, context);
  const shapes = new Set(samples.map(({ shape }) => shape)).size;
  for (const { route, members } of groups) {
    context.signal.throwIfAborted();
    const where = matching(staged.relation, route, members, shapes);
    switch (route.kind) {
      case 'rows':
        await insertGroup(context, route, members, where);
        break;
      case 'unwrap':
      case 'parseProperties':
        noteFurtherPages(context, members);
        if (depth < deepest) await importStaged(context, { relation: await restage(context, route, where, depth + 1) }, depth + 1);
        else await reject(context, where, 'it is a list in a list in a list');
        break;
      case 'queryResult':
        notePartialAnswers(context, members);
        await importQueryResults(context, where);
        break;
      case 'reject':
        await reject(context, where, route.reason);
    }
  }
}

/** Two records for each shape; of big ones (envelopes) only what routing asks for. */
async function readSamples({ session }: ImportContext, relation: string): Promise<readonly Sample[]> {
  await session.execute(`CREATE OR REPLACE TEMP TABLE it_shapes AS
    SELECT shape, count(*) AS rows, min({'pos': pos, 'item': item}) AS first, max({'pos': pos, 'item': item}) AS last FROM ${relation} WHERE shape IS NOT NULL GROUP BY shape`);
  const rows = await session.rows(`SELECT r.shape::VARCHAR, r.file,
      CASE WHEN strlen(r.json) <= 1000000 THEN r.json::VARCHAR
           WHEN list_contains(json_type(r.json, ['$.records', '$.tables', '$.value', '$']), 'ARRAY')
             THEN json_object('@big', true, 'keys', json_keys(r.json), 'types', json_type(r.json, ['$.records', '$.tables', '$.value', '$']))::VARCHAR
           ELSE json_object('@structure', json_structure(r.json), 'routing', json_extract_string(r.json, ['$.category', '$.Category', '$.Type', '$.resourceId']))::VARCHAR END,
      s.rows, r.pos, r.item, json_keys(r.json, ['$', '$.properties'])
    FROM ${relation} r JOIN it_shapes s ON r.shape = s.shape AND ((r.pos = s.first.pos AND r.item = s.first.item) OR (r.pos = s.last.pos AND r.item = s.last.item))
    ORDER BY r.pos, r.item`);
  const textual = await shapesWithTextProperties(session, relation, rows);
  return rows.map(([shape, file, json, count, position, item, keys]) => ({
    shape: String(shape),
    file: String(file),
    record: textual.has(String(shape)) ? withTextProperties(parseSample(String(json))) : parseSample(String(json)),
    rows: Number(count),
    position: BigInt(String(position)),
    item: Number(item),
    duplicates: duplicatesOf(keys),
  }));
}

/** `{}` and a string have no keys alike: of such shapes the ones are found where some record has its properties as text. */
async function shapesWithTextProperties(session: Session, relation: string, samples: readonly (readonly SqlValue[])[]): Promise<ReadonlySet<string>> {
  const open = samples.flatMap(([shape, , , , , , levels]) => {
    const [outer, inner] = Array.isArray(levels) ? (levels as readonly SqlValue[]) : [];
    const hasProperties = Array.isArray(outer) && outer.includes('properties');
    return hasProperties && !(Array.isArray(inner) && inner.length > 0) ? [String(shape)] : [];
  });
  if (open.length === 0) return new Set();
  const rows = await session.rows(`SELECT DISTINCT shape::VARCHAR FROM ${relation} WHERE shape IN (${open.join(', ')}) AND json_type(json, '$.properties') = 'VARCHAR'`);
  return new Set(rows.map(([shape]) => String(shape)));
}

function withTextProperties(record: unknown): unknown {
  return isObject(record) ? { ...record, properties: '{}' } : record;
}

function duplicatesOf(levels: SqlValue | undefined): readonly string[] {
  if (!Array.isArray(levels)) return [];
  return levels.flatMap((keys) => (Array.isArray(keys) ? keys.filter((key, index) => keys.indexOf(key) !== index).map(String) : []));
}

function parseSample(json: string): unknown {
  const value: unknown = JSON.parse(json);
  if (!isObject(value)) return value;
  if ('@structure' in value) return bigRecord(value['@structure'], value['routing']);
  if (value['@big'] !== true || !Array.isArray(value['keys']) || !Array.isArray(value['types'])) return value;
  const [records, tables, list, whole] = value['types'] as (string | null)[];
  if (whole === 'ARRAY') return [];
  const containers: Readonly<Record<string, string | null | undefined>> = { records, tables, value: list };
  return Object.fromEntries(value['keys'].map((key) => [String(key), containers[String(key)] === 'ARRAY' ? [] : null]));
}

/** A record of the same fields and kinds of values as the big one whose structure this is, with the values that routing asks for. */
function bigRecord(structure: unknown, routing: unknown): unknown {
  const record = ofStructure(structure);
  if (!isObject(record) || !Array.isArray(routing)) return record;
  const names = ['category', 'Category', 'Type', 'resourceId'];
  return { ...record, ...Object.fromEntries(names.flatMap((name, index) => (typeof routing[index] === 'string' ? [[name, routing[index]]] : []))) };
}

function ofStructure(structure: unknown): unknown {
  if (Array.isArray(structure)) return [];
  if (isObject(structure)) return Object.fromEntries(Object.entries(structure).map(([key, value]) => [key, ofStructure(value)]));
  return structure === 'NULL' ? null : structure === 'VARCHAR' ? '' : 0;
}

interface Group {
  readonly route: Route;
  readonly members: Sample[];
}

function groupByRoute(samples: readonly Sample[], { knowledge }: ImportContext): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const sample of samples) {
    const route = routeRecord(sample.record, knowledge, sample.file);
    const key = JSON.stringify(route);
    const group = groups.get(key);
    if (group) group.members.push(sample);
    else groups.set(key, { route, members: [sample] });
  }
  return [...groups.values()];
}

/** The staged records of a group. A table named after its file takes only that file's. */
function matching(relation: string, route: Route, members: readonly Sample[], shapes: number): string {
  const own = route.kind === 'rows' && members.some(({ file }) => tableNameFrom(file) === route.table);
  const mine = [...new Set(members.map(({ shape }) => shape))];
  if (mine.length === shapes && !own) return `(SELECT * FROM ${relation} WHERE shape IS NOT NULL)`;
  const files = own ? ` AND file IN (${[...new Set(members.map(({ file }) => file))].map(quoteString).join(', ')})` : '';
  return `(SELECT * FROM ${relation} WHERE shape IN (${mine.join(', ')})${files})`;
}

async function insertGroup(context: ImportContext, route: Extract<Route, { kind: 'rows' }>, members: readonly Sample[], from: string): Promise<void> {
  const { store } = context;
  store.ensureTable(referenceSchemas().find(({ name }) => name === route.table) ?? plainSchema(route.table));
  const records = members.map(({ record }) => record).filter(isObject);
  const plan = planColumns({
    table: route.table,
    columns: store.columns(route.table),
    layout: route.layout,
    shape: shapeOf(records, route.layout),
    mapping: mappingOf(route.table, route.layout),
  });
  store.addColumns(route.table, plan.added);
  // A few tables of other services have a time of another name only.
  const timed = store.columns(route.table).some(({ name, type }) => name === 'TimeGenerated' && type === 'datetime') && !plan.values.some(({ column }) => column.name === 'TimeGenerated');
  await insertRows(context, { table: route.table, values: plan.values, time: timed ? plan.time : undefined, relation: plan.relation(from), record: 'json::VARCHAR' });
  noteDuplicates(context, members);
  if (route.unknownCategory !== undefined) noteUnknownCategory(context, members, route.unknownCategory);
}

function mappingOf(table: string, layout: Layout) {
  return layout === 'flat' ? generalMapping : (tableMappings[table] ?? generalMapping);
}

function noteUnknownCategory({ report }: ImportContext, members: readonly Sample[], category: string): void {
  const [first] = members;
  if (!first) return;
  const rows = new Map(members.map(({ shape, rows: count }) => [shape, count]));
  const records = [...rows.values()].reduce((sum, count) => sum + count, 0);
  report.noteAt(first, 'SRC013', `No table is known for the category "${category}"; its records are in AzureDiagnostics, with every field.`, { records });
}

/** Microsoft Graph hands out long lists page by page; a page that says so is not all. */
function noteFurtherPages({ report }: ImportContext, members: readonly Sample[]): void {
  for (const sample of members) {
    if (isObject(sample.record) && '@odata.nextLink' in sample.record) report.noteAt(sample, 'SRC017', 'This answer is one page of several (it names a next page): make sure that the others are here too.', { severity: 'warning', records: 0 });
  }
}

function notePartialAnswers({ report }: ImportContext, members: readonly Sample[]): void {
  for (const sample of members) {
    if (isObject(sample.record) && 'error' in sample.record) report.noteAt(sample, 'SRC020', 'Log Analytics marked this answer as partial: rows are missing from it. Narrow the query and export again.', { severity: 'warning', records: 0 });
  }
}

/** DuckDB reads the first of several fields of one name; that has to be said. */
function noteDuplicates({ report }: ImportContext, members: readonly Sample[]): void {
  const told = new Set<string>();
  for (const sample of members) {
    if (sample.duplicates.length === 0 || told.has(sample.shape)) continue;
    told.add(sample.shape);
    const names = [...new Set(sample.duplicates)].join(', ');
    report.noteAt(sample, 'SRC007', `Fields that occur twice in one record: ${names}. The first value of each was taken.`, { records: sample.rows, severity: 'warning' });
  }
}

/** A new staging table with what the envelopes hold. */
async function restage({ session }: ImportContext, route: Extract<Route, { kind: 'unwrap' | 'parseProperties' }>, from: string, depth: number): Promise<string> {
  const table = `it_items_${depth}_${route.kind}_${route.kind === 'unwrap' ? (route.field ?? 'list') : 'properties'}`;
  const json = route.kind === 'unwrap' ? unwrapSql(route.field, from) : parsePropertiesSql(from);
  await session.execute(`CREATE OR REPLACE TEMP TABLE ${table} AS ${withShapes('file, pos, item, json', `(${json})`)}`);
  return `(SELECT * FROM ${table})`;
}

function unwrapSql(field: string | undefined, from: string): string {
  const path = quoteString(field === undefined ? '$[*]' : `$."${field}"[*]`);
  return `SELECT file, pos, item * 1000000 + unnest(range(1, len(list) + 1)) AS item, unnest(list) AS json
    FROM (SELECT file, pos, item, json_extract(json, ${path}) AS list FROM ${from})`;
}

/** JSON text that does not parse stays text, one level down. */
function parsePropertiesSql(from: string): string {
  return `SELECT file, pos, item, CASE
      WHEN json_type(json, '$.properties') <> 'VARCHAR' THEN json
      ELSE json_merge_patch(json, json_object('properties',
        CASE WHEN json_type(try_cast(json->>'$.properties' AS JSON)) = 'OBJECT' THEN (json->>'$.properties')::JSON ELSE json_object('text', json->>'$.properties') END)) END AS json FROM ${from}`;
}

async function reject({ session, report }: ImportContext, from: string, reason: string): Promise<void> {
  const rows: readonly (readonly SqlValue[])[] = await session.rows(`SELECT file, count(*), min(pos), min(item) FROM ${from} GROUP BY file ORDER BY file`);
  for (const [file, count, position, item] of rows) report.reject({ file: String(file), position: BigInt(String(position)), item: Number(item) }, reason, Number(count));
}
