import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { importLogs, importPath, lines } from '../../support/importedLogs.ts';

describe('answers of the Log Analytics API', () => {
  const answer = {
    tables: [
      {
        name: 'PrimaryResult',
        columns: [{ name: 'TimeGenerated', type: 'datetime' }, { name: 'UserPrincipalName', type: 'string' }, { name: 'AppDisplayName', type: 'string' }, { name: 'DeviceDetail', type: 'dynamic' }, { name: 'DurationMs', type: 'long' }, { name: 'IsInteractive', type: 'bool' }, { name: 'Type', type: 'string' }],
        rows: [['2026-03-01T08:15:30.1234567Z', 'a@b.example', 'App', '{"os":"x"}', 12, true, 'SigninLogs'], ['2026-03-01T08:15:31Z', null, null, null, null, null, 'SigninLogs']],
      },
      { name: '@ExtendedProperties', columns: [{ name: 'Key', type: 'string' }], rows: [['x']] },
    ],
  };

  it('load into the table that Type names, with its types', async () => {
    const logs = await importLogs({ 'a.json': JSON.stringify(answer), 'b.json.gz': gzipSync(JSON.stringify(answer, undefined, 2).replaceAll('a@b', 'c@d').replaceAll(':31Z', ':32Z')) });
    expect({ counts: logs.counts, issues: logs.issues }).toEqual({ counts: { SigninLogs: 4 }, issues: [] });
    expect(await logs.rows('SigninLogs | where UserPrincipalName startswith "a" or TimeGenerated == datetime(2026-03-01T08:15:31Z) | sort by TimeGenerated asc | project TimeGenerated, UserPrincipalName, Os = tostring(DeviceDetail.os), DurationMs, IsInteractive')).toEqual([
      ['2026-03-01T08:15:30.1234567Z', 'a@b.example', 'x', 12, true], ['2026-03-01T08:15:31.0000000Z', '', '', null, null],
    ]);
  });

  it('of a summary are a table named after the file, with the columns\' own types', async () => {
    const summary = { tables: [{ name: 'PrimaryResult', columns: [{ name: 'Bin', type: 'datetime' }, { name: 'count_', type: 'long' }, { name: 'Ratio', type: 'real' }, { name: 'Span', type: 'timespan' }, { name: 'Id', type: 'guid' }, { name: 'D', type: 'decimal' }], rows: [['2026-03-01T00:00:00Z', 3, 'NaN', '1.00:00:00', 'AAAAAAAA-0000-4000-8000-00000000000A', '1.5']] }] };
    const logs = await importLogs({ 'per day.json': JSON.stringify(summary) });
    expect(logs.counts).toEqual({ per_day: 1 });
    expect(await logs.row('per_day')).toEqual({ Bin: '2026-03-01T00:00:00.0000000Z', count_: 3, Ratio: 'NaN', Span: '1.00:00:00', Id: 'aaaaaaaa-0000-4000-8000-00000000000a', D: '1.5' });
  });

  it('of several tables load each', async () => {
    const two = { tables: [{ ...answer.tables[0] }, { name: 'Second', columns: [{ name: 'n', type: 'long' }], rows: [[1], [2]] }] };
    const logs = await importLogs({ 'a.json': JSON.stringify(two) });
    expect(logs.counts).toEqual({ SigninLogs: 2, a: 2 });
  });

  it('marked as partial say so', async () => {
    const logs = await importLogs({ 'a.json': JSON.stringify({ ...answer, error: { code: 'PartialError', message: 'x' } }) });
    expect({ counts: logs.counts, issues: logs.issues }).toEqual({ counts: { SigninLogs: 2 }, issues: ['SRC020 a.json:1 ×0'] });
  });

  it('that tell an error are no log', async () => {
    await expect(importLogs({ 'error.json': JSON.stringify({ error: { code: 'BadArgumentError', message: 'x' } }) })).rejects.toThrow('BadArgumentError');
  });
});

describe('Microsoft Graph', () => {
  const servicePrincipal = { id: 'i1', createdDateTime: '2026-03-01T08:15:30Z', appId: 'a1', servicePrincipalId: 's1', servicePrincipalName: 'night job', ipAddress: '192.0.2.1', resourceDisplayName: 'Microsoft Graph', resourceId: 'r1', signInEventTypes: ['servicePrincipal'], status: { errorCode: 7000215, failureReason: 'Wrong secret.' }, uniqueTokenIdentifier: 'u1', location: { countryOrRegion: 'SE' } };

  it('signIns go by the kind of event, with the columns Log Analytics has', async () => {
    const page = { '@odata.context': 'https://graph.microsoft.com/beta/$metadata#auditLogs/signIns', value: [servicePrincipal, { ...servicePrincipal, id: 'i2', signInEventTypes: ['managedIdentity'] }, { ...servicePrincipal, id: 'i3', signInEventTypes: ['nonInteractiveUser'] }, { ...servicePrincipal, id: 'i4', signInEventTypes: ['interactiveUser'] }] };
    const logs = await importLogs({ 'signIns.json': JSON.stringify(page, undefined, 2) });
    expect({ counts: logs.counts, issues: logs.issues }).toEqual({ counts: { AADServicePrincipalSignInLogs: 1, AADManagedIdentitySignInLogs: 1, AADNonInteractiveUserSignInLogs: 1, SigninLogs: 1 }, issues: [] });
    expect(await logs.row('AADServicePrincipalSignInLogs | project TimeGenerated, Id, ServicePrincipalName, ServicePrincipalId, AppId, IPAddress, ResultType, ResultDescription, ResourceIdentity, UniqueTokenIdentifier, Location, Category, OperationName')).toEqual({
      TimeGenerated: '2026-03-01T08:15:30.0000000Z', Id: 'i1', ServicePrincipalName: 'night job', ServicePrincipalId: 's1', AppId: 'a1', IPAddress: '192.0.2.1', ResultType: '7000215', ResultDescription: 'Wrong secret.', ResourceIdentity: 'r1',
      UniqueTokenIdentifier: 'u1', Location: 'SE', Category: 'ServicePrincipalSignInLogs', OperationName: 'Sign-in activity',
    });
  });

  it('signIns of version 1.0, which name no kind of event, go by what they hold', async () => {
    const { signInEventTypes: _, ...untyped } = servicePrincipal;
    const logs = await importLogs({ 'a.json': lines([untyped, { ...untyped, servicePrincipalId: '', userPrincipalName: 'u@x.example', isInteractive: true }, { ...untyped, servicePrincipalId: '', userPrincipalName: 'u@x.example', isInteractive: false }]) });
    expect(logs.counts).toEqual({ AADServicePrincipalSignInLogs: 1, SigninLogs: 1, AADNonInteractiveUserSignInLogs: 1 });
  });

  it('directoryAudits are AuditLogs', async () => {
    const audit = { id: 'x', category: 'ApplicationManagement', correlationId: 'c', result: 'success', resultReason: '', activityDisplayName: 'Add service principal credentials', activityDateTime: '2026-03-01T08:15:30.1234567Z', loggedByService: 'Core Directory', operationType: 'Update', initiatedBy: { app: { displayName: 'tool', servicePrincipalId: 's2' } }, targetResources: [{ id: 't', modifiedProperties: [] }], additionalDetails: [] };
    const logs = await importLogs({ 'a.json': JSON.stringify({ value: [audit] }) });
    expect({ counts: logs.counts, issues: logs.issues }).toEqual({ counts: { AuditLogs: 1 }, issues: [] });
    expect(await logs.row('AuditLogs | project TimeGenerated, OperationName, Category, AADOperationType, By = tostring(InitiatedBy.app.servicePrincipalId), Target = tostring(TargetResources[0].id), Result, CorrelationId')).toEqual({
      TimeGenerated: '2026-03-01T08:15:30.1234567Z', OperationName: 'Add service principal credentials', Category: 'ApplicationManagement', AADOperationType: 'Update', By: 's2', Target: 't', Result: 'success', CorrelationId: 'c',
    });
  });

  it('pages that name a next one say that they are not all', async () => {
    const logs = await importLogs({ 'a.json': JSON.stringify({ '@odata.context': 'x', '@odata.nextLink': 'https://graph.microsoft.com/…', value: [servicePrincipal] }) });
    expect(logs.issues).toEqual(['SRC017 a.json:1 ×0']);
  });
});

describe('Parquet', () => {
  async function parquet(select: string): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'identity-trail-parquet-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = path.join(folder, 'tenant=x', 'export.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await mkdir(path.dirname(file));
    await connection.run(`COPY (${select}) TO '${file}' (FORMAT parquet)`);
    connection.closeSync();
    return file;
  }

  it('whose columns are a table\'s, whatever their physical types', async () => {
    const logs = await importPath(await parquet(`SELECT TIMESTAMP_NS '2026-03-01 08:15:30.1234567' AS TimeGenerated, 'SigninLogs' AS Type, 'a@b.example' AS UserPrincipalName, 12::INTEGER AS DurationMs, true AS IsInteractive,
      {'os': 'x', 'n': [1, 2]} AS DeviceDetail, 7::BIGINT AS Extra, 'aaaaaaaa-0000-4000-8000-00000000000a'::UUID AS ExtraGuid, TIMESTAMPTZ '2026-03-01 10:15:30+02' AS CreatedDateTime`));
    expect({ counts: logs.counts, issues: logs.issues }).toEqual({ counts: { SigninLogs: 1 }, issues: [] });
    const row = await logs.row('SigninLogs | project TimeGenerated, UserPrincipalName, DurationMs, IsInteractive, Os = tostring(DeviceDetail.os), N = toint(DeviceDetail.n[1]), Extra, ExtraGuid, CreatedDateTime');
    expect(row).toEqual({ TimeGenerated: '2026-03-01T08:15:30.1234567Z', UserPrincipalName: 'a@b.example', DurationMs: 12, IsInteractive: true, Os: 'x', N: 2, Extra: 7, ExtraGuid: 'aaaaaaaa-0000-4000-8000-00000000000a', CreatedDateTime: '2026-03-01T08:15:30.0000000Z' });
    // The folder `tenant=x` is no column.
    expect(logs.summary.tables[0]?.columns.map(({ name }) => name)).not.toContain('tenant');
  });

  it('that is gzipped', async () => {
    const file = await parquet(`SELECT TIMESTAMP_NS '2026-03-01 08:15:30.1234567' AS TimeGenerated, 'SigninLogs' AS Type, 'a' || i || '@b.example' AS UserPrincipalName FROM range(3) r(i)`);
    await writeFile(`${file}.gz`, gzipSync(await readFile(file)));
    const logs = await importPath(`${file}.gz`);
    expect({ counts: logs.counts, issues: logs.issues }).toEqual({ counts: { SigninLogs: 3 }, issues: [] });
    expect(await logs.row('SigninLogs | summarize Last = max(UserPrincipalName)')).toEqual({ Last: 'a2@b.example' });
  });

  it('that breaks off is named, and the file beside it loads', async () => {
    const file = await parquet(`SELECT TIMESTAMP_NS '2026-03-01 08:15:30.1234567' AS TimeGenerated, 'SigninLogs' AS Type, 'a' || i || '@b.example' AS UserPrincipalName FROM range(3) r(i)`);
    const sound = await readFile(file);
    await writeFile(path.join(path.dirname(file), 'cut.parquet'), sound.subarray(0, sound.length / 2));
    const logs = await importPath(path.dirname(file));
    expect(logs.counts).toEqual({ SigninLogs: 3 });
    expect(logs.issues).toEqual([expect.stringMatching(/cut\.parquet.*SRC021|SRC021.*cut\.parquet/)]);
  });
});
