import { parseIsoTicks, ProblemError, type TableSchema } from '../../base/index.ts';
import { quoteIdentifier } from '../../kql/sql/index.ts';
import type { QueryRequest } from '../../protocol/index.ts';
import type { Session } from '../index.ts';

/** For this connection only, puts a view before each table that the SQL names; it shows the records generated in the range. */
export async function narrowTables(session: Session, { from, to }: NonNullable<QueryRequest['timeRange']>, tables: readonly TableSchema[], sql: string): Promise<void> {
  const [first, last] = [parseIsoTicks(from), parseIsoTicks(to)];
  if (first === undefined || last === undefined) throw new ProblemError({ code: 'ENG021', message: `"${from}" to "${to}" is no range of time. Write both ends as 2026-01-01T00:00:00Z.` });
  const [row] = await session.rows('SELECT current_database()');
  const database = quoteIdentifier(String(row?.[0]));
  for (const { name, columns } of tables) {
    const table = quoteIdentifier(name);
    if (!sql.includes(table) || !columns.some((column) => column.name === 'TimeGenerated')) continue;
    await session.execute(`CREATE OR REPLACE TEMP VIEW ${table} AS SELECT * FROM ${database}.main.${table} WHERE "TimeGenerated" >= ${first.toString()} AND "TimeGenerated" < ${last.toString()}`);
  }
}
