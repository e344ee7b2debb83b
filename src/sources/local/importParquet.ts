import { kqlTypes, type Column, type KqlType } from '../../base/index.ts';
import { quoteIdentifier, quoteString } from '../../kql/sql/index.ts';
import type { FoundFile } from './findFiles.ts';
import { importCells, type CellColumn } from './importCells.ts';
import type { ImportContext } from './importContext.ts';
import { pathList } from './readArguments.ts';

const kqlTypeOf: readonly (readonly [RegExp, KqlType])[] = [
  [/^BOOLEAN$/, 'bool'],
  [/^(?:U?TINYINT|U?SMALLINT|INTEGER)$/, 'int'],
  [/^(?:BIGINT|UINTEGER|UBIGINT|HUGEINT)$/, 'long'],
  [/^(?:DOUBLE|FLOAT)$/, 'real'],
  [/^DECIMAL/, 'decimal'],
  [/^(?:TIMESTAMP|DATE)/, 'datetime'],
  [/^UUID$/, 'guid'],
  [/^(?:STRUCT|MAP|JSON)|\[\d*\]$/, 'dynamic'],
];

/** Whether the layout that a Parquet file keeps at its end is there. Nothing can be read of one that breaks off: it is named in the report, and the other files load. */
export async function isWholeParquet({ session, report, signal }: ImportContext, file: FoundFile): Promise<boolean> {
  try {
    await session.rows(`SELECT num_rows FROM parquet_file_metadata(${quoteString(file.path)})`);
    return true;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Error) || !/parquet|magic bytes|thrift|TProtocol/i.test(error.message)) throw error;
    report.skip(file.path, 'SRC021', 'The Parquet file breaks off or is damaged, so nothing of it could be read. Download it again.', { severity: 'error', records: 0 });
    return false;
  }
}

/** Loads a Parquet file whose columns are a table's; cells go through text, so that one set of conversions serves all formats. */
export async function importParquet(context: ImportContext, file: FoundFile): Promise<void> {
  const read = (options: string) => `read_parquet(${pathList([file])}, hive_partitioning = false${options})`;
  const described = await context.session.rows(`DESCRIBE SELECT * FROM ${read('')}`);
  const kept = await keptTypes(context, file);
  await importCells(context, {
    file: file.path,
    columns: described.map(([name, type]) => parquetColumn(String(name), String(type), kept.get(String(name)))),
    relation: `(SELECT ${quoteString(file.path)} AS file, file_row_number AS pos, 0 AS item, * FROM ${read(', file_row_number = true')})`,
    hint: file.name,
  });
}

/** The KQL types that a copy of ours says its columns have. */
async function keptTypes({ session }: ImportContext, file: FoundFile): Promise<ReadonlyMap<string, KqlType>> {
  const [kept] = await session.rows(`SELECT decode(value) FROM parquet_kv_metadata(${quoteString(file.path)}) WHERE decode(key) = 'identity_trail_columns'`);
  if (typeof kept?.[0] !== 'string') return new Map();
  try {
    const columns = JSON.parse(kept[0]) as readonly Column[];
    return new Map(columns.flatMap(({ name, type }) => (kqlTypes.includes(type) ? [[name, type] as const] : [])));
  } catch {
    return new Map();
  }
}

function parquetColumn(name: string, duckType: string, kept: KqlType | undefined): CellColumn {
  const type = kept ?? kqlTypeOf.find(([pattern]) => pattern.test(duckType))?.[1] ?? 'string';
  const column = quoteIdentifier(name);
  return { name, type, sql: type === 'dynamic' ? `to_json(${column})::VARCHAR` : `${column}::VARCHAR` };
}
