import { lookback } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const followCorrelationId: Scenario = {
  id: 'follow-correlation-id',
  title: 'Follow a correlation ID',
  answers: 'Which records of any table share a correlation ID?',
  matches: 'By CorrelationId (OperationId in Graph activity), compared without regard to case.',
  cannotTell: 'A sign-in and what followed it share no correlation ID; use the sign-in scenarios for that. Services also reuse one ID for unrelated steps of a batch.',
  parameters: [
    { name: 'correlationId', type: 'string', default: '', description: 'The correlation ID; empty follows the one with the most records.' },
    lookback,
  ],
  tables: ['AADServicePrincipalSignInLogs', 'AADManagedIdentitySignInLogs', 'SigninLogs', 'AADNonInteractiveUserSignInLogs', 'AuditLogs', 'AzureActivity', 'AZKVAuditLogs', 'MicrosoftGraphActivityLogs'],
  tags: ['correlation', 'trace'],
  timeline: { time: 'Time', label: 'What', lane: 'TableName' },
  query,
};
