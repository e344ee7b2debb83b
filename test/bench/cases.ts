import { asOf } from './data.ts';

/** The same question in KQL (a scenario's query, or text) and in SQL as a person would write it for the same tables. */
export interface Case {
  readonly name: string;
  readonly kql: { readonly scenario: string } | string;
  readonly sql: string;
}

const since = `TimeGenerated > ${String(asOf - 14n * 864_000_000_000n)}`;

interface Correlation {
  readonly signIns: string;
  readonly resource: string;
  /** Columns: id, at, activity, target, ip, token and what else is shown. */
  readonly activities: string;
  readonly extra?: string;
  readonly address?: string;
  readonly ticks: bigint;
  readonly tokens: boolean;
  readonly silent: boolean;
}

/** Each activity to its sign-in by token, else by address, else by object ID; then every sign-in with what followed it. */
function correlation({ signIns, resource, activities, extra = '', address = "coalesce(m.ip, '') AS a_ip", ticks, tokens, silent }: Correlation): string {
  return `WITH s AS (
  SELECT TimeGenerated AS t, ServicePrincipalName AS name, lower(ServicePrincipalId) AS id, lower(AppId) AS app, ResourceDisplayName AS resource, IPAddress AS s_ip, ResultType AS code,
    CASE WHEN UniqueTokenIdentifier <> '' THEN UniqueTokenIdentifier ELSE Id END AS sid
  FROM ${signIns} WHERE ${since} AND (${resource})),
ok AS (SELECT id, t, s_ip, sid FROM s WHERE code = '0'),
a AS MATERIALIZED (SELECT row_number() OVER () AS n, * FROM (${activities})),
found AS (
  ${tokens ? "SELECT a.n, 3 AS strength, k.t, k.s_ip, k.sid FROM a JOIN ok k ON a.id = k.id AND a.token = k.sid WHERE a.token <> '' UNION ALL" : ''}
  SELECT a.n, 2 AS strength, b.t, b.s_ip, b.sid FROM (SELECT * FROM a WHERE ip <> '') a ASOF JOIN ok b ON a.id = b.id AND a.ip = b.s_ip AND a.at >= b.t WHERE a.at <= b.t + ${String(ticks)}
  UNION ALL SELECT a.n, 1, c.t, c.s_ip, c.sid FROM a ASOF JOIN ok c ON a.id = c.id AND a.at >= c.t WHERE a.at <= c.t + ${String(ticks)}),
best AS (SELECT n, max(f.strength) AS rank, arg_max(t, f.strength) AS m_t, arg_max(s_ip, f.strength) AS m_ip, arg_max(sid, f.strength) AS m_sid FROM found f GROUP BY n),
m AS MATERIALIZED (SELECT a.*, m_t, m_ip, m_sid, CASE rank WHEN 3 THEN 'token' WHEN 2 THEN 'identity+ip' ELSE 'identity' END AS evidence FROM a JOIN best USING (n))
${silent ? `, followed AS MATERIALIZED (SELECT DISTINCT id, m_ip AS s_ip FROM m),
quiet AS MATERIALIZED (SELECT DISTINCT id, s_ip FROM ok SEMI JOIN followed f USING (id) ANTI JOIN followed g USING (id, s_ip) WHERE s_ip <> ''),
counted AS (SELECT id, count(*) AS n FROM quiet GROUP BY id)` : ''}
SELECT s.t, s.name, s.id, s.app, s.resource, s.s_ip, s.code, m.at, coalesce(m.activity, '') AS activity, coalesce(m.target, '') AS target, ${address}, ${extra}
  round((m.at - s.t) / 1e7, 3) AS delta, coalesce(m.evidence, 'none') AS evidence,
  ${silent ? "CASE WHEN s.code = '0' AND quiet.id IS NOT NULL THEN 'nothing follows sign-ins from this address, while the identity''s others are followed' ELSE '' END AS finding," : ''} s.sid
FROM s LEFT JOIN m ON s.id = m.id AND s.t = m.m_t AND s.sid = m.m_sid
${silent ? 'LEFT JOIN quiet ON s.id = quiet.id AND s.s_ip = quiet.s_ip LEFT JOIN counted ON s.id = counted.id' : ''}
ORDER BY ${silent ? 'coalesce(counted.n, 0) DESC,' : ''} s.t NULLS FIRST, s.sid, m.at NULLS FIRST`;
}

const claim = "'$.\"http://schemas.microsoft.com/identity/claims/objectidentifier\"'";
const minute = 600_000_000n;

export const correlations: readonly Case[] = [
  {
    name: 'mi-keyvault', kql: { scenario: 'mi-keyvault' },
    sql: correlation({
      signIns: 'AADManagedIdentitySignInLogs', resource: "ResourceIdentity = 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093' OR ResourceDisplayName = 'Azure Key Vault'", ticks: 1440n * minute, tokens: false, silent: false,
      activities: `SELECT lower(coalesce(nullif(json_extract_string(Identity, '$.claim.oid'), ''), json_extract_string(Identity, '$.claim."http://schemas.microsoft.com/identity/claims/objectidentifier"'))) AS id, TimeGenerated AS at, OperationName AS activity,
        CASE WHEN Id <> '' THEN Id ELSE RequestUri END AS target, CallerIpAddress AS ip FROM AZKVAuditLogs WHERE ${since}`,
    }),
  },
  {
    name: 'sp-arm', kql: { scenario: 'sp-arm' },
    sql: correlation({
      signIns: 'AADServicePrincipalSignInLogs', resource: "ResourceIdentity = '797f4846-ba00-4fd7-ba43-dac1f8f63013' OR ResourceDisplayName IN ('Windows Azure Service Management API', 'Azure Resource Manager')", ticks: 90n * minute, tokens: true, silent: true,
      extra: "coalesce(m.status, '') AS status,",
      activities: `SELECT lower(coalesce(nullif(json_extract_string(Claims, ${claim}), ''), Caller)) AS id, TimeGenerated AS at, OperationNameValue AS activity, CASE WHEN _ResourceId <> '' THEN _ResourceId ELSE ResourceId END AS target,
        CallerIpAddress AS ip, ActivityStatusValue AS status, coalesce(json_extract_string(Claims, '$.uti'), '') AS token FROM AzureActivity WHERE ${since}`,
    }),
  },
  {
    name: 'sp-graph', kql: { scenario: 'sp-graph' },
    sql: correlation({
      signIns: 'AADServicePrincipalSignInLogs', resource: "ResourceIdentity = '00000003-0000-0000-c000-000000000000' OR ResourceDisplayName = 'Microsoft Graph'", ticks: 90n * minute, tokens: true, silent: true,
      address: "CASE WHEN m.at IS NULL THEN '' WHEN m.ip = '' THEN s.s_ip ELSE m.ip END AS a_ip, CASE WHEN m.at IS NULL THEN '' WHEN m.ip = '' THEN 'sign-in' ELSE 'activity record' END AS ip_from",
      activities: `SELECT lower(ServicePrincipalId) AS id, TimeGenerated AS at, 'Graph ' || RequestMethod AS activity, RequestUri AS target, IPAddress AS ip, SignInActivityId AS token FROM MicrosoftGraphActivityLogs WHERE ${since} AND ServicePrincipalId <> ''
        UNION ALL SELECT lower(json_extract_string(InitiatedBy, '$.app.servicePrincipalId')), TimeGenerated, 'Audit ' || OperationName, json_extract_string(TargetResources, '$[0].displayName'), '', '' FROM AuditLogs WHERE ${since} AND json_extract_string(InitiatedBy, '$.app.servicePrincipalId') <> ''`,
    }),
  },
  {
    name: 'sp-logicapp', kql: { scenario: 'sp-logicapp' },
    sql: `WITH s AS (SELECT TimeGenerated AS t, ServicePrincipalName AS name, lower(ServicePrincipalId) AS id, lower(AppId) AS app, ResourceDisplayName AS resource, IPAddress AS s_ip, ResultType AS code,
    CASE WHEN UniqueTokenIdentifier <> '' THEN UniqueTokenIdentifier ELSE Id END AS sid FROM AADServicePrincipalSignInLogs WHERE ${since} AND (ResourceIdentity = 'ca7f3f0b-7d91-482c-8e09-c5d840d0eac5' OR ResourceDisplayName = 'Log Analytics API')),
m AS (SELECT a.*, b.id, b.t, b.sid FROM (SELECT TimeGenerated AS at, WorkflowName || '/' || coalesce(nullif(ActionName, ''), nullif(TriggerName, ''), OperationName) AS activity, RunId AS target FROM LogicAppWorkflowRuntime WHERE ${since}) a
  ASOF JOIN (SELECT * FROM s WHERE code = '0') b ON a.at >= b.t WHERE a.at <= b.t + ${String(60n * minute)})
SELECT s.t, s.name, s.id, s.app, s.resource, s.s_ip, s.code, m.at, coalesce(m.activity, '') AS activity, coalesce(m.target, '') AS target, '' AS a_ip, round((m.at - s.t) / 1e7, 3) AS delta, CASE WHEN m.at IS NULL THEN 'none' ELSE 'time' END AS evidence, s.sid
FROM s LEFT JOIN m ON s.id = m.id AND s.t = m.t AND s.sid = m.sid ORDER BY s.t NULLS FIRST, s.sid, m.at NULLS FIRST`,
  },
];

const signIns = 'AADServicePrincipalSignInLogs';

export const operators: readonly Case[] = [
  { name: 'where, count', kql: `${signIns} | where ResultType != "0" | count`, sql: `SELECT count(*) FROM ${signIns} WHERE ResultType <> '0'` },
  {
    name: 'where by time', kql: `${signIns} | where TimeGenerated between (ago(3d) .. ago(2d)) | project TimeGenerated, ServicePrincipalId, IPAddress`,
    sql: `SELECT TimeGenerated, ServicePrincipalId, IPAddress FROM ${signIns} WHERE TimeGenerated BETWEEN ${String(asOf - 3n * 864_000_000_000n)} AND ${String(asOf - 2n * 864_000_000_000n)}`,
  },
  { name: 'summarize by identity', kql: `${signIns} | summarize count(), dcount(IPAddress), max(TimeGenerated) by ServicePrincipalId`, sql: `SELECT ServicePrincipalId, count(*), count(DISTINCT IPAddress), max(TimeGenerated) FROM ${signIns} GROUP BY 1` },
  { name: 'summarize by hour', kql: `${signIns} | summarize count() by bin(TimeGenerated, 1h)`, sql: `SELECT TimeGenerated - TimeGenerated % 36000000000, count(*) FROM ${signIns} GROUP BY 1` },
  { name: 'arg_max', kql: `${signIns} | summarize arg_max(TimeGenerated, IPAddress, ResultType) by ServicePrincipalId`, sql: `SELECT ServicePrincipalId, max(TimeGenerated), arg_max(IPAddress, TimeGenerated), arg_max(ResultType, TimeGenerated) FROM ${signIns} GROUP BY 1` },
  { name: 'top', kql: `${signIns} | top 100 by TimeGenerated desc | project TimeGenerated, ServicePrincipalId, UniqueTokenIdentifier`, sql: `SELECT TimeGenerated, ServicePrincipalId, UniqueTokenIdentifier FROM ${signIns} ORDER BY TimeGenerated DESC LIMIT 100` },
  { name: 'distinct', kql: `${signIns} | distinct ServicePrincipalId, IPAddress`, sql: `SELECT DISTINCT ServicePrincipalId, IPAddress FROM ${signIns}` },
  { name: 'has', kql: 'MicrosoftGraphActivityLogs | where RequestUri has "messages" | count', sql: "SELECT count(*) FROM MicrosoftGraphActivityLogs WHERE regexp_matches(RequestUri, '(?i)(^|[^0-9A-Za-z])messages([^0-9A-Za-z]|$)')" },
  { name: 'parse_json', kql: 'AzureActivity | extend C = parse_json(Claims) | summarize count() by tostring(C.appid)', sql: "SELECT coalesce(json_extract_string(Claims, '$.appid'), ''), count(*) FROM AzureActivity GROUP BY 1" },
  {
    name: 'join by token', kql: `MicrosoftGraphActivityLogs | where isnotempty(SignInActivityId) | join kind=inner (${signIns} | project UniqueTokenIdentifier) on $left.SignInActivityId == $right.UniqueTokenIdentifier | summarize count() by RequestMethod`,
    sql: `SELECT RequestMethod, count(*) FROM MicrosoftGraphActivityLogs g JOIN ${signIns} s ON g.SignInActivityId = s.UniqueTokenIdentifier WHERE SignInActivityId <> '' GROUP BY 1`,
  },
];
