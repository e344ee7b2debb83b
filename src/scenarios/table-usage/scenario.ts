import { lookback } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const tableUsage: Scenario = {
  id: 'table-usage',
  title: 'Volume and delay of each table',
  answers: 'How much does each table hold, how large is a record, and how late do records arrive?',
  matches: 'Counts records and sums _BilledSize per table; MeteredMB and BilledMB are the workspace\'s own account in the Usage table. Latency is ingestion_time() minus TimeGenerated.',
  cannotTell: 'Latency of exported files: an export does not say when a record arrived, so those columns are then empty. For local sources the size is that of the record in its file, not what Azure would bill.',
  parameters: [
    lookback,
  ],
  tables: ['Usage', 'AADServicePrincipalSignInLogs', 'AADManagedIdentitySignInLogs', 'AuditLogs', 'AzureActivity'],
  tags: ['cost', 'size', 'latency', 'volume'],
  query,
};
