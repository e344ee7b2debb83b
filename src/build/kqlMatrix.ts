import { callableNames, rewrittenCalls, supportedFunctions, supportedOperators, supportedPlugins, windowFunctions } from '../kql/index.ts';

/** KQL.md: what the local engine runs, written from the tables that run it. */
export function writeKqlMatrix(): string {
  const callable = callableNames();
  const further = [...windowFunctions, ...Object.keys(rewrittenCalls)].map((name) => ({ name, kind: 'scalar' as const }));
  const rows = [...new Map([...supportedFunctions, ...further].map((row) => [row.name, row])).values()].filter(({ name }) => callable.has(name));
  const names = (kind: 'scalar' | 'aggregate') => rows.filter((row) => row.kind === kind).map(({ name }) => `\`${name}\``).sort().join(' ');
  const count = (kind: 'scalar' | 'aggregate') => String(rows.filter((row) => row.kind === kind).length);
  return `# KQL on local logs

Generated from the engine's own tables by \`npm run generate\`; a test fails when it is stale.
On a local source the query runs in Identity Trail's own engine: **the answer is Kusto's, or the query is refused with a code and a place.**
What is not listed here is refused. A Log Analytics workspace runs everything that Azure Monitor runs.

## Operators
| operator | what to know |
| --- | --- |
${supportedOperators.map(({ keyword, note }) => `| \`${keyword}\` | ${note ?? ''} |`).join('\n')}

Plugins of \`evaluate\`: ${supportedPlugins.map((name) => `\`${name}\``).join(' ')}.
\`externaldata\`, \`cluster()\`, \`http_request\` and whatever else needs a network are refused: the engine opens no connection.

## Statements
\`let\` (scalars, tables, functions with tables and defaults, \`view\`), \`set\`, \`declare query_parameters\` with defaults, and several queries in one text.
Options of \`set\` that mean nothing to a local engine are named in a note on the result.

## Scalar functions and operators (${count('scalar')})
${names('scalar')}

## Aggregates (${count('aggregate')})
${names('aggregate')}

Estimates of Kusto (\`dcount\`, \`percentile\`, \`top-hitters\`) are exact here.
\`parse_user_agent()\` reads by the patterns of uap-core, as Kusto does; which edition of them Kusto has is not documented, so a new browser may be named here and not there.
`;
}
