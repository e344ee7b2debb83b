import { identity, lookback } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const credentialAddedWhileWorking: Scenario = {
  id: 'credential-added-while-working',
  title: 'Credential added while sign-ins work',
  answers: 'Who added a credential to an identity that signed in without trouble and so needed none?',
  matches: 'By object ID: keys on service principals directly, keys and federated credentials on applications through their application ID. A credential is new when the record\'s new value holds an identifier that the old one did not. SignInTime is the last success before the change, FirstUse the first sign-in with the new credential, Renames the renames of the object meanwhile.',
  cannotTell: 'A planned rotation looks the same: ask whoever is named in By. An application that never signed in within the look-back cannot be tied to a service principal. Federated credentials on user-assigned managed identities are written through Azure Resource Manager and are not in the audit log.',
  mends: 'The published rule joins by display name, which a rename defeats, and asks for datetime_add(…, TimeGenerated) <= TimeGenerated, which is never true; this one joins by object ID and compares with the change\'s own time.',
  parameters: [
    identity,
    lookback,
    { name: 'onlyWorking', type: 'bool', default: 'true', description: 'Leave out identities without a successful sign-in before the change.' },
  ],
  tables: ['AADServicePrincipalSignInLogs', 'AuditLogs'],
  tags: ['credential', 'secret', 'certificate', 'federated', 'rename', 'persistence'],
  timeline: { time: 'SignInTime', label: 'Identity', lane: 'Identity', followedTime: 'ActivityTime', followedLabel: 'Activity', evidence: 'Evidence', signInKey: 'ServicePrincipalId' },
  query,
};
