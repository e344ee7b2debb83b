import { quoteString } from '../../kql/sql/index.ts';
import type { ImportContext, ReadBatch } from './importContext.ts';
import { pathList } from './readArguments.ts';

export type JsonLayoutOnDisk = 'lines' | 'documents' | 'array';

/** Staged records: file, pos (ordinal of the document over the batch), item (place in an envelope, 0 for none), json and shape. */
export interface Staged {
  readonly relation: string;
  /** Row ID in the staging table of each file's first document, for telling lines. */
  readonly firstPosition: ReadonlyMap<string, bigint>;
}

/** Categories that several kinds of resource write, each into a table of its own. */
const shared = "lower(routing[1]) IN ('auditevent', 'audit', 'storageread', 'storagewrite', 'storagedelete')";
const resource = "json_extract_string(json, '$.resourceId')";
const kindOfResource = `lower(regexp_extract(${resource}, '(?i)/providers/([^/]+)/', 1) || regexp_extract(${resource}, '(?i)/(blob|queue|table|file)services(/|$)', 1))`;

/**
 * Adds a column `shape` to the columns of `from`, which has `json`. Records with equal shape have the same field names and
 * the same routing values, so one of them stands for all. What is no JSON at all has none.
 */
export function withShapes(columns: string, from: string): string {
  return `SELECT ${columns}, CASE WHEN json IS NULL THEN NULL ELSE
      hash(routing, CASE WHEN ${shared} THEN ${kindOfResource} END, json_keys(json, ['$', '$.properties']), left(json::VARCHAR, 1)) END AS shape
    FROM (SELECT *, json_extract_string(json, ['$.category', '$.Category', '$.Type', '$.signInEventTypes', '$.isInteractive', '$.error.code']) AS routing FROM ${from})`;
}

const formatNames: Readonly<Record<JsonLayoutOnDisk, string>> = { lines: 'newline_delimited', documents: 'unstructured', array: 'array' };
const usualObjectSize = 16 * 1024 * 1024;
const largestObjectSize = 1024 * 1024 * 1024;

/** Reads every JSON value of the files into a staging table; a broken line becomes a row without JSON. */
export async function stageJson({ session }: ImportContext, batch: ReadBatch, layout: JsonLayoutOnDisk): Promise<Staged> {
  const largest = Math.max(...batch.files.map(({ size }) => size));
  const needed = layout === 'documents' && !batch.gzipped ? Math.min(largest + 1024, largestObjectSize) : usualObjectSize;
  try {
    await session.execute(stageSql(batch, layout, Math.max(usualObjectSize, needed)));
  } catch (error) {
    if (!(error instanceof Error) || !/maximum_object_size/i.test(error.message)) throw error;
    await session.execute(stageSql(batch, layout, largestObjectSize));
  }
  const first = await session.rows('SELECT file, min(rowid) FROM it_docs GROUP BY file');
  return {
    relation: '(SELECT file, rowid AS pos, 0 AS item, json, shape FROM it_docs)',
    firstPosition: new Map(first.map(([file, position]) => [String(file), BigInt(String(position))])),
  };
}

function stageSql({ files, gzipped }: ReadBatch, layout: JsonLayoutOnDisk, objectSize: number): string {
  const [only] = files;
  const file = files.length === 1 && only ? quoteString(only.path) : 'filename';
  return `CREATE OR REPLACE TEMP TABLE it_docs AS ${withShapes(`${file} AS file, json`, `read_json_objects(${pathList(files)},
      format = '${formatNames[layout]}', compression = '${gzipped ? 'gzip' : 'uncompressed'}', filename = ${files.length > 1},
      maximum_object_size = ${objectSize}${layout === 'lines' ? ', ignore_errors = true' : ''})`)}`;
}
