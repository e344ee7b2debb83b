import { identity, lookback, tokenWindow } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const miKeyVault: Scenario = {
  id: 'mi-keyvault',
  title: 'Managed identity to Key Vault',
  answers: 'What did a managed identity do in a key vault after it signed in to Azure Key Vault?',
  matches: 'By the object ID in the vault record\'s claims: each vault operation goes to the latest successful sign-in of that identity before it. Evidence is "identity"; "identity+ip" where both records show one address, which is rare, because Microsoft Entra records no address for managed identities and a private endpoint shows the vault an address of the virtual network.',
  cannotTell: 'Which token was used: vault records carry no token identifier. Managed identity tokens are cached for up to 24 hours, so an operation without a sign-in shortly before it is normal.',
  parameters: [
    identity,
    lookback,
    { ...tokenWindow, default: '24h', description: 'How long after a sign-in a vault operation may still belong to it. 24 hours, because tokens of managed identities live and are cached that long.' },
  ],
  tables: ['AADManagedIdentitySignInLogs', 'AZKVAuditLogs', 'AzureDiagnostics'],
  tags: ['managed identity', 'key vault', 'secret', 'activity'],
  timeline: { time: 'SignInTime', label: 'ResourceDisplayName', lane: 'Identity', followedTime: 'ActivityTime', followedLabel: 'Activity', evidence: 'Evidence', signInKey: 'SignInId' },
  query,
};
