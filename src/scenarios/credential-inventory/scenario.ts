import { identity, lookback } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const credentialInventory: Scenario = {
  id: 'credential-inventory',
  title: 'Credentials in use',
  answers: 'Which credentials do identities sign in with: secrets, certificates, federated ones or none of their own?',
  matches: 'By what sign-in records say of the credential: the table for managed identities, FederatedCredentialId for federated ones, a thumbprint or the credential type for certificates, else a key ID for secrets. Certainty is "inferred" where older records name no type.',
  cannotTell: 'Credentials that exist but were not used within the look-back, and when one expires: only the directory knows both.',
  parameters: [
    identity,
    lookback,
  ],
  tables: ['AADServicePrincipalSignInLogs', 'AADManagedIdentitySignInLogs'],
  tags: ['credential', 'secret', 'certificate', 'federated', 'inventory'],
  timeline: { time: 'LastUse', label: 'CredentialKind', lane: 'Identity' },
  query,
};
