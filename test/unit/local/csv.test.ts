import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importLogs, type FileContents, type ImportedLogs } from '../../support/importedLogs.ts';

const header = '"TimeGenerated [UTC]",ServicePrincipalName,ServicePrincipalId,ResultType,UniqueTokenIdentifier,LocationDetails';
const row = '"1/24/2026, 4:59:49.227 AM",night job,dddddddd-0000-4000-8000-000000000001,0,dG9rZW4,"{""city"":""Gothenburg""}"';
const table = 'AADServicePrincipalSignInLogs';

async function check(files: FileContents, expected: { readonly counts: Record<string, number>; readonly issues?: readonly string[] }): Promise<ImportedLogs> {
  const logs = await importLogs(files);
  expect({ counts: logs.counts, issues: logs.issues }).toEqual({ issues: [], ...expected });
  return logs;
}

describe('CSV', () => {
  it('of a watchlist is a table of its own with columns of text, whatever they are called', async () => {
    const logs = await check({ 'query_data.csv': `${header}\n${row}\n`, 'watchlists/apps.csv': 'TimeGenerated,ServicePrincipalId,AppId,ResultType,LastUpdatedTimeUTC\n2026-01-01,007,x,0,2026-01-24T05:00:00Z\n' }, { counts: { [table]: 1, apps: 1 } });
    expect(await logs.row('_GetWatchlist("apps") | extend Kind=gettype(TimeGenerated)')).toEqual({ TimeGenerated: '2026-01-01', ServicePrincipalId: '007', AppId: 'x', ResultType: '0', LastUpdatedTimeUTC: '2026-01-24T05:00:00.0000000Z', Kind: 'string' });
  });

  it('of a watchlist, and functions beside the logs, are named in the summary for whoever writes queries', async () => {
    const logs = await check({ 'query_data.csv': `${header}\n${row}\n`, 'watchlists/zones.csv': 'a\n1\n', 'watchlists/apps.csv': 'a\n1\n', 'functions/Jobs.kql': `(name: string) { ${table} | where ServicePrincipalName has name }` }, { counts: { [table]: 1, apps: 1, zones: 1 } });
    expect(logs.summary.watchlists).toEqual(['apps', 'zones']);
    expect(logs.summary.functions).toEqual([{ name: 'Jobs', body: `(name: string) { ${table} | where ServicePrincipalName has name }` }]);
    expect(await logs.row('Jobs("night") | project ResultType')).toEqual({ ResultType: '0' });
    // A list of one column is one too.
    expect(await logs.row('_GetWatchlist("zones")')).toEqual({ a: '1' });
  });

  it('of the portal goes to the table its columns are from', async () => {
    const logs = await check({ 'query_data.csv': `${header}\n${row}\n` }, { counts: { [table]: 1 } });
    expect(await logs.row(`${table} | project TimeGenerated, ServicePrincipalName, ResultType, City = tostring(parse_json(LocationDetails).city), AppId, Type`)).toEqual({
      TimeGenerated: '2026-01-24T04:59:49.2270000Z', ServicePrincipalName: 'night job', ResultType: '0', City: 'Gothenburg', AppId: '', Type: table,
    });
  });

  it.each([
    ['a byte order mark', `\ufeff${header}\n${row}\n`], ['CRLF and blank lines', `${header}\r\n\r\n${row}\r\n\r\n`], ['blank lines before the header', `\n\n${header}\n${row}\n`], ['no line end at the end', `${header}\n${row}`],
    ['tabs', `${header.replaceAll(',', '\t')}\n${row.replaceAll(/,(?=[^ "]|"\{)/g, '\t')}\n`],
    ['semicolons', `${header.replaceAll(',', ';')}\n${row.replaceAll(/,(?=[^ "]|"\{)/g, ';')}\n`],
  ])('with %s', async (_, content) => {
    const logs = await check({ 'a.csv': content }, { counts: { [table]: 1 } });
    expect(await logs.row(`${table} | project ServicePrincipalName, UniqueTokenIdentifier`)).toEqual({ ServicePrincipalName: 'night job', UniqueTokenIdentifier: 'dG9rZW4' });
  });

  it('packed with gzip, and in UTF-16', async () => {
    const text = `${header}\n${row}\n`;
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    await check({ 'a.csv.gz': gzipSync(text), 'b.csv': utf16, 'c.csv.gz': gzipSync(utf16), 'd.csv': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]) }, { counts: { [table]: 4 }, issues: ['SRC019 b.csv:2 ×1', 'SRC019 c.csv.gz:2 ×1', 'SRC019 d.csv:2 ×1'] });
  });

  it('in Windows-1252 keeps its accents, and says how it was read', async () => {
    const logs = await check({ 'a.csv': Buffer.from(`${header}\n${row.replace('night job', 'Größe café')}\n`, 'latin1') }, { counts: { [table]: 1 }, issues: ['SRC018 a.csv ×0'] });
    expect(await logs.rows(`${table} | project ServicePrincipalName`)).toEqual([['Größe café']]);
  });

  it('with rows that do not fit the header: those are told with their lines, the others load', async () => {
    const several = row.replace('night job', '"two\nlines, and a ""quote"""');
    const logs = await check({ 'a.csv': `${header}\n${several}\nonly,two\n\n${row}\n${row},surplus\n${row}\n` }, { counts: { [table]: 3 }, issues: ['SRC002 a.csv:4 ×1', 'SRC002 a.csv:7 ×1', 'SRC019 a.csv:8 ×1'] });
    expect(logs.summary.skipped).toBe(2);
    expect(await logs.rows(`${table} | where ServicePrincipalName startswith "two" | project ServicePrincipalName`)).toEqual([['two\nlines, and a "quote"']]);
  });

  it('keeps unknown columns, numbers repeated ones and types what the table knows', async () => {
    const logs = await check({ 'a.csv': 'TimeGenerated,Type,DurationMs,IsInteractive,My column,My column\n2026-01-24T00:00:00Z,SigninLogs,12,True,x,y\n2026-01-24T00:00:01Z,SigninLogs,soon,0,,\n' }, { counts: { SigninLogs: 2 }, issues: ['SRC006 a.csv:3 ×1'] });
    expect(await logs.rows('SigninLogs | sort by TimeGenerated asc | project DurationMs, IsInteractive, [\'My column\'], [\'My column_2\'], _UnfitValues')).toEqual([[12, true, 'x', 'y', null], [null, false, '', '', { DurationMs: 'soon' }]]);
  });

  it('whose rows name several tables goes to each, also to one that only the workspace knows', async () => {
    await check({ 'a.csv': 'TimeGenerated,TenantId,Type,X\n2026-01-24T00:00:00Z,t,SigninLogs,1\n2026-01-24T00:00:00Z,t,AuditLogs,2\n2026-01-24T00:00:00Z,t,Deploys_CL,3\n' }, { counts: { SigninLogs: 1, AuditLogs: 1, Deploys_CL: 1 } });
  });

  it('of a summary is a table named after its file, with just its columns', async () => {
    const logs = await check({ 'failures per app.csv': 'AppDisplayName,count_\nDeploy,3\n"=cmd",1\n' }, { counts: { failures_per_app: 2 } });
    expect(await logs.rows('failures_per_app | sort by count_ asc')).toEqual([['=cmd', '1'], ['Deploy', '3']]);
  });

  it('of the Entra admin centre keeps the headers it has', async () => {
    const logs = await check({ 'ServicePrincipalSignIns.csv': 'Date (UTC),Request ID,Service principal name,IP address\n2026-01-24T00:00:00Z,r,night job,192.0.2.1\n' }, { counts: { ServicePrincipalSignIns: 1 } });
    expect(await logs.rows('ServicePrincipalSignIns | project [\'Service principal name\'], [\'IP address\']')).toEqual([['night job', '192.0.2.1']]);
  });

  it('with a header and no row is a file without rows', async () => {
    const logs = await importLogs({ 'a.csv': `${header}\n`, 'b.csv': `${header}\n${row}\n` });
    expect(logs.summary.files.map(({ file, rowsByTable }) => [file, rowsByTable])).toEqual([['a.csv', {}], ['b.csv', { [table]: 1 }]]);
  });
});
