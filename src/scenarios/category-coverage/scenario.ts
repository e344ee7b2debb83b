import { lookback } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const categoryCoverage: Scenario = {
  id: 'category-coverage',
  title: 'Coverage of diagnostic categories',
  answers: 'Which diagnostic categories arrive, which do not, and what cannot be answered without them?',
  matches: 'Looks for records of each category\'s table within the look-back; Azure\'s activity log is told apart by its category column.',
  cannotTell: 'Whether a missing category is switched off or just quiet: a tenant without risky service principals has no such records.',
  parameters: [
    lookback,
  ],
  tables: ['AADServicePrincipalSignInLogs', 'AADManagedIdentitySignInLogs', 'AuditLogs', 'SigninLogs', 'AADNonInteractiveUserSignInLogs', 'MicrosoftGraphActivityLogs', 'AzureActivity'],
  tags: ['coverage', 'category', 'diagnostic settings', 'blind spot'],
  query,
};
