import { identity, lookback, tokenWindow } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const spGraph: Scenario = {
  id: 'sp-graph',
  title: 'Service principal to Microsoft Graph',
  answers: 'What did a service principal read or change through Microsoft Graph, and from which address did it make the changes that the audit log records without one?',
  matches: 'Graph calls by token: SignInActivityId equals the sign-in\'s UniqueTokenIdentifier. Audit records started by an application carry neither token nor address; they go by object ID to the latest sign-in before them and take its address, which ActivityIPFrom then says.',
  cannotTell: 'That an audited change came from the sign-in\'s address for certain: where two addresses share one identity within a token\'s life, read the Graph call of the same second, which carries its own. Changes made through other portals of the directory leave no Graph call.',
  parameters: [
    identity,
    lookback,
    tokenWindow,
  ],
  tables: ['AADServicePrincipalSignInLogs', 'MicrosoftGraphActivityLogs', 'AuditLogs'],
  tags: ['graph', 'mail', 'conditional access', 'audit', 'activity'],
  timeline: { time: 'SignInTime', label: 'ResourceDisplayName', lane: 'Identity', followedTime: 'ActivityTime', followedLabel: 'Activity', evidence: 'Evidence', signInKey: 'SignInId' },
  query,
};
