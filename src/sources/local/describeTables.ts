import { formatDatetime, type TableSchema } from '../../base/index.ts';
import { quoteIdentifier } from '../../kql/sql/index.ts';
import type { TableInfo } from '../../protocol/index.ts';
import { categoriesOfTable } from '../../reference/index.ts';
import type { Session } from '../index.ts';

/** The tables that have rows, with their extent in time and size. */
export async function describeTables(session: Session, schemas: readonly TableSchema[]): Promise<readonly TableInfo[]> {
  const infos: TableInfo[] = [];
  for (const schema of schemas) {
    const has = (column: string) => schema.columns.some(({ name }) => name === column);
    const times = has('TimeGenerated') ? 'min("TimeGenerated"), max("TimeGenerated")' : 'NULL, NULL';
    const [row] = await session.rows(`SELECT count(*), ${times}, ${has('_BilledSize') ? 'sum("_BilledSize")' : 'NULL'} FROM ${quoteIdentifier(schema.name)}`);
    const [rows, first, last, bytes] = row ?? [];
    if (Number(rows ?? 0) === 0) continue;
    const category = categoriesOfTable(schema.name)[0]?.name;
    infos.push({
      name: schema.name,
      ...(category === undefined ? {} : { category }),
      rows: Number(rows),
      ...(typeof first === 'bigint' ? { firstRecord: formatDatetime(first) } : {}),
      ...(typeof last === 'bigint' ? { lastRecord: formatDatetime(last) } : {}),
      ...(typeof bytes === 'number' ? { bytes } : {}),
      columns: schema.columns,
    });
  }
  return infos;
}

/** Tables that change or list things rather than record them; their times say nothing about when logging stopped. */
const notActivity = new Set(['ThreatIntelligenceIndicator', 'ThreatIntelIndicators', 'Watchlist', 'IdentityInfo', 'Usage', 'Operation', 'Heartbeat', 'OAuthAppInfo']);

/** The newest record over sign-in and activity tables, or over all where there are none of those. */
export function newestRecord(tables: readonly TableInfo[]): string | undefined {
  const newest = (infos: readonly TableInfo[]) => infos.flatMap(({ lastRecord }) => lastRecord ?? []).sort().at(-1);
  return newest(tables.filter(({ name }) => !notActivity.has(name))) ?? newest(tables);
}
