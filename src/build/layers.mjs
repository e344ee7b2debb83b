// The one table of allowed imports: folder -> folders it may import (its own subtree included).
// ESLint (eslint.config.mjs) and test/architecture both read it. The most specific folder of a file applies.
export const layers = {
  base: [],
  'kql/plan': ['base'],
  'kql/sql': ['base'],
  'kql/functions': ['base', 'kql/plan', 'kql/sql'],
  'kql/syntax': ['base', 'kql/plan', 'kql/functions'],
  'kql/duckdb': ['base', 'kql/plan', 'kql/sql', 'kql/functions'],
  kql: ['base', 'kql/plan', 'kql/sql', 'kql/functions', 'kql/syntax', 'kql/duckdb'],
  reference: ['base'],
  protocol: ['base'],
  scenarios: ['base', 'reference'],
  rules: ['base', 'kql', 'reference'],
  sources: ['base', 'protocol', 'kql', 'reference'],
  'sources/local': ['base', 'protocol', 'kql', 'kql/sql', 'reference', 'sources'],
  'sources/sample': ['base', 'protocol', 'reference', 'sources'],
  'sources/azureMonitor': ['base', 'protocol', 'reference', 'sources'],
  language: ['base', 'kql', 'reference', 'scenarios', 'rules'],
  server: ['base', 'protocol', 'kql', 'language', 'reference', 'scenarios'],
  engine: ['base', 'protocol', 'kql', 'kql/sql', 'reference', 'sources', 'sources/local', 'sources/sample', 'sources/azureMonitor'],
  extension: ['base', 'protocol', 'reference', 'scenarios'],
  webview: ['base', 'protocol'],
  cli: ['base', 'protocol', 'kql', 'language', 'reference', 'scenarios', 'rules', 'sources/sample'],
  build: ['base', 'protocol', 'kql', 'kql/functions', 'kql/plan', 'language', 'reference', 'scenarios', 'rules', 'extension', 'cli'],
};

// Packages that only one folder may import.
export const packageOwners = {
  vscode: ['extension', 'build'],
  'vscode-languageclient': ['extension'],
  'vscode-languageserver': ['server'],
  '@duckdb/node-api': ['engine'],
  '@azure/monitor-query-logs': ['sources/azureMonitor'],
  '@azure/identity': ['sources/azureMonitor'],
  '@azure/core-rest-pipeline': ['sources/azureMonitor'],
  '@azure/arm-operationalinsights': ['sources/azureMonitor'],
  '@azure/arm-resourcegraph': ['sources/azureMonitor'],
  '@azure/arm-resources-subscriptions': ['sources/azureMonitor'],
  '@kusto/language-service-next': ['kql/syntax'],
  slickgrid: ['webview'],
  commander: ['cli'],
};

// Files beside index.ts that other modules may import, each with the reason.
export const furtherFaces = {
  'protocol/engineClient.ts': 'starts a process, which the index must not: the page in the browser reads that too',
  'protocol/ruleClient.ts': 'starts a process, as the client of the query process does',
};
