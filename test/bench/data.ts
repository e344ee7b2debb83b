import type { DuckDBConnection } from '@duckdb/node-api';
import type { TableSchema } from '../../src/base/index.ts';
import { physicalType, quoteIdentifier } from '../../src/kql/sql/index.ts';

/** Ticks of 2026-03-01, and of the 13 days of traffic after it. */
const start = 639_079_200_000_000_000n;
const length = 13n * 864_000_000_000n;
/** What now() means: just after the last record, so that a lookback of 14 days covers all. */
export const asOf = start + length + 72_000_000_000n;

/** Sign-ins made at a time, so that making them stays under the limit the queries run under. */
const part = 1_000_000;

/** Creates the tables as an import does, then fills those the scenarios read: `rows` sign-ins of each kind, as many activities of each kind. */
export async function fill(connection: DuckDBConnection, schemas: readonly TableSchema[], rows: number): Promise<void> {
  for (const { name, columns } of schemas) {
    const list = columns.map((column) => `${quoteIdentifier(column.name)} ${physicalType(column.type)}${column.type === 'string' ? " DEFAULT ''" : ''}`);
    await connection.run(`CREATE TABLE ${quoteIdentifier(name)} (${list.join(', ')})`);
  }
  for (let from = 0; from < rows; from += part) await fillPart(connection, rows, from, Math.min(rows, from + part));
  await connection.run('CHECKPOINT');
}

async function fillPart(connection: DuckDBConnection, rows: number, from: number, to: number): Promise<void> {
  const identities = Math.max(50, Math.floor(rows / 1000));
  const step = length / BigInt(rows);
  const objectId = "substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12)";
  const signIns = (seed: string, resource: string) => `
    SELECT *, ${objectId} AS spid FROM (
      SELECT i, i % ${identities} AS n, md5('${seed}' || (i % ${identities})) AS h, ${start} + i * ${step} + (hash(i) % 600000000)::BIGINT AS t,
        '198.51.' || (i % ${identities} % 250) || '.' || (hash(i, 7) % 3) AS ip, CASE WHEN hash(i, 3) % 20 = 0 THEN '7000222' ELSE '0' END AS code, md5('${seed}token' || i) AS token, ${resource} AS resource
      FROM range(${from}, ${to}) r(i))`;
  const named = "['Windows Azure Service Management API', 'Microsoft Graph', 'Log Analytics API']";
  const ids = "['797f4846-ba00-4fd7-ba43-dac1f8f63013', '00000003-0000-0000-c000-000000000000', 'ca7f3f0b-7d91-482c-8e09-c5d840d0eac5']";
  await connection.run(`CREATE TEMP TABLE s AS ${signIns('sp', `(i // ${identities}) % 3`)}`);
  await connection.run(`INSERT INTO AADServicePrincipalSignInLogs BY NAME
    SELECT t AS TimeGenerated, spid AS ServicePrincipalId, 'app-' || n AS ServicePrincipalName, md5(h) AS AppId, ${named}[resource + 1] AS ResourceDisplayName, ${ids}[resource + 1] AS ResourceIdentity,
      ip AS IPAddress, code AS ResultType, token AS UniqueTokenIdentifier, 'id' || i AS Id, 'key-' || n % 900 AS ServicePrincipalCredentialKeyId, 'clientSecret' AS ClientCredentialType FROM s`);
  // Three activities follow each sign-in to their resource, within two hours: most by token, some from another address.
  const following = (table: string, where: string) => `(SELECT *, t + (hash(i, k) % 72000000000)::BIGINT AS later, hash(i, k, 5) % 10 AS roll FROM ${table}, range(3) x(k) WHERE ${where} AND code = '0')`;
  await connection.run(`INSERT INTO AzureActivity BY NAME
    SELECT later AS TimeGenerated, ['MICROSOFT.SQL/SERVERS/WRITE', 'MICROSOFT.RESOURCES/DEPLOYMENTS/WRITE', 'MICROSOFT.WEB/SITES/RESTART/ACTION'][k + 1] AS OperationNameValue,
      '/subscriptions/0/resourceGroups/rg-' || n || '/providers/x/y-' || k AS _ResourceId, 'Success' AS ActivityStatusValue, spid AS Caller, CASE WHEN roll < 7 THEN ip ELSE '192.0.2.1' END AS CallerIpAddress,
      '{"aud":"https://management.core.windows.net/","http://schemas.microsoft.com/identity/claims/objectidentifier":"' || spid || '"' || CASE WHEN roll < 5 THEN ',"uti":"' || token || '"' ELSE '' END || ',"appid":"' || md5(h) || '"}' AS Claims,
      md5('c' || i || k) AS CorrelationId, 'e' || i || '-' || k AS EventDataId FROM ${following('s', 'resource = 0')}`);
  await connection.run(`INSERT INTO MicrosoftGraphActivityLogs BY NAME
    SELECT later AS TimeGenerated, spid AS ServicePrincipalId, md5(h) AS AppId, ['GET', 'POST', 'DELETE'][k + 1] AS RequestMethod, 'https://graph.microsoft.com/v1.0/users/' || n || ['/messages', '/drive', '/calendar'][k + 1] AS RequestUri,
      CASE WHEN roll < 7 THEN ip ELSE '192.0.2.1' END AS IPAddress, CASE WHEN roll < 5 THEN token ELSE '' END AS SignInActivityId, 'r' || i || '-' || k AS RequestId, 200 AS ResponseStatusCode FROM ${following('s', 'resource = 1')}`);
  await connection.run(`INSERT INTO LogicAppWorkflowRuntime BY NAME
    SELECT later AS TimeGenerated, 'workflow-' || n % 50 AS WorkflowName, 'step-' || k AS ActionName, 'run-' || i || '-' || k AS RunId, 'Succeeded' AS Status FROM ${following('s', 'resource = 2')}`);
  await connection.run('DROP TABLE s');
  await connection.run(`CREATE TEMP TABLE m AS ${signIns('mi', '0')}`);
  await connection.run(`INSERT INTO AADManagedIdentitySignInLogs BY NAME
    SELECT t AS TimeGenerated, spid AS ServicePrincipalId, 'vm-' || n AS ServicePrincipalName, md5(h) AS AppId, 'Azure Key Vault' AS ResourceDisplayName, 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093' AS ResourceIdentity,
      CASE WHEN n % 2 = 0 THEN ip ELSE '' END AS IPAddress, code AS ResultType, token AS UniqueTokenIdentifier, 'id' || i AS Id FROM m`);
  await connection.run(`INSERT INTO AZKVAuditLogs BY NAME
    SELECT later AS TimeGenerated, 'SecretGet' AS OperationName, 'https://kv.vault.azure.net/secrets/s-' || n AS RequestUri, CASE WHEN roll < 7 THEN ip ELSE '10.1.0.4' END AS CallerIpAddress, md5('v' || i || k) AS CorrelationId,
      ('{"claim":{"http://schemas.microsoft.com/identity/claims/objectidentifier":"' || spid || '"}}')::JSON AS Identity FROM ${following('m', 'i % 3 = 0')}`);
  await connection.run('DROP TABLE m');
}
