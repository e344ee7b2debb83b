import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../../../src/base/index.ts';
import { startLogAnalyticsServer, type LogAnalyticsServer } from '../../support/logAnalyticsServer.ts';
import { openDesk, runOn, type Desk } from '../../support/workspaceWorld.ts';

function table(columns: readonly (readonly [string, string])[], rows: readonly Row[]): string {
  return JSON.stringify({ tables: [{ name: 'PrimaryResult', columns: columns.map(([name, type]) => ({ name, type })), rows }] });
}

const metadata = JSON.stringify({ tables: [{ name: 'Custom_CL', columns: [{ name: 'TimeGenerated', type: 'datetime' }, { name: 'n', type: 'int' }] }, { name: 'Quiet_CL', columns: [] }], functions: [], workspaces: [] });

let server: LogAnalyticsServer;
let desk: Desk;

beforeAll(async () => {
  server = await startLogAnalyticsServer(({ path, body }) => {
    if (path.endsWith('/metadata')) return { status: 200, body: metadata };
    return body.query?.startsWith('Usage') === true
      ? { status: 200, body: table([['DataType', 'string'], ['Bytes', 'long'], ['LastRecord', 'datetime']], [['AADServicePrincipalSignInLogs', 12_000, '2026-03-01T00:00:00Z'], ['Custom_CL', 5, '2026-03-01T00:00:00Z']]) }
      : { status: 200, body: table([['n', 'long']], [[1], [2], [3]]) };
  });
  desk = openDesk(server);
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

test('opening asks for a Log Analytics token and lists the tables with what is known of them', async () => {
  const { summary } = await desk.open();
  expect(desk.questions.map(({ scopes }) => scopes)).toEqual([['https://api.loganalytics.io/.default']]);
  expect(summary.tables.map(({ name, category, bytes, lastRecord }) => ({ name, category, bytes, lastRecord }))).toEqual([
    { name: 'AADServicePrincipalSignInLogs', category: 'ServicePrincipalSignInLogs', bytes: 12_000, lastRecord: '2026-03-01T00:00:00.0000000Z' },
    { name: 'Custom_CL', category: undefined, bytes: 5, lastRecord: '2026-03-01T00:00:00.0000000Z' },
    { name: 'Quiet_CL', category: undefined, bytes: 0, lastRecord: undefined },
  ]);
  expect(summary.tables[0]?.columns.some((column) => column.name === 'ServicePrincipalId')).toBe(true);
  expect(summary.tables[1]?.columns).toEqual([{ name: 'TimeGenerated', type: 'datetime' }, { name: 'n', type: 'int' }]);
});

describe('running', () => {
  test('delivers the rows and says who answered', async () => {
    const result = await runOn(await desk.open(), { query: 'T' });
    expect(result.rows).toEqual([[1], [2], [3]]);
    expect(result).toMatchObject({ statistics: { engine: 'logAnalytics', rows: 3 }, warnings: [] });
  });

  test('a row limit cuts and says so', async () => {
    const { rows, warnings } = await runOn(await desk.open(), { query: 'T', maxRows: 2 });
    expect(rows).toEqual([[1], [2]]);
    expect(warnings).toMatchObject([{ kind: 'truncated', code: 'ENG100' }]);
  });

  test('an as-of is refused, since the service has its own clock', async () => {
    await expect(runOn(await desk.open(), { query: 'T', asOf: '2026-01-01T00:00:00Z' })).rejects.toMatchObject({ problem: { code: 'LA001' } });
  });
});
