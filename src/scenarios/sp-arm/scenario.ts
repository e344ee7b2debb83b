import { identity, lookback, tokenWindow } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const spArm: Scenario = {
  id: 'sp-arm',
  title: 'Service principal to Azure Resource Manager',
  answers: 'What did a service principal change in Azure after each sign-in, and which sign-ins did nothing follow?',
  matches: 'By the token where the activity\'s claims hold its identifier ("uti" equals the sign-in\'s UniqueTokenIdentifier): Evidence "token", whatever the time between. Else by object ID within the window, "identity+ip" where the caller\'s address is the sign-in\'s, "identity" where it is not. Stronger evidence wins; of equals the latest sign-in before the activity.',
  cannotTell: 'Reads: the activity log holds writes, deletes and actions only. A sign-in that nothing followed may have read much. An operation is recorded in several steps (started, accepted, succeeded); each is a row of its own.',
  parameters: [
    identity,
    lookback,
    tokenWindow,
  ],
  tables: ['AADServicePrincipalSignInLogs', 'AzureActivity'],
  tags: ['arm', 'azure', 'deployment', 'activity'],
  timeline: { time: 'SignInTime', label: 'ResourceDisplayName', lane: 'Identity', followedTime: 'ActivityTime', followedLabel: 'Activity', evidence: 'Evidence', signInKey: 'SignInId' },
  query,
};
