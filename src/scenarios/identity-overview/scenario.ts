import { identity, lookback } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const identityOverview: Scenario = {
  id: 'identity-overview',
  title: 'Overview of an identity',
  answers: 'Which names, resources, addresses and failures belong to an identity?',
  matches: 'Sums the sign-ins of each service principal object ID; the newest record gives the current name.',
  cannotTell: 'What the identity was used for after signing in, or identities that did not sign in within the look-back. Managed identities show no address.',
  parameters: [
    identity,
    lookback,
  ],
  tables: ['AADServicePrincipalSignInLogs', 'AADManagedIdentitySignInLogs'],
  tags: ['overview', 'names', 'rename'],
  timeline: { time: 'LastSignIn', label: 'Identity', lane: 'Identity' },
  query,
};
