import { identity, lookback } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const spFailedSignIns: Scenario = {
  id: 'sp-failed-signins',
  title: 'Failed service principal sign-ins',
  answers: 'Which service principals fail to sign in with an expired or wrong secret, from where, and do they also succeed?',
  matches: 'Counts failures per service principal object ID and error code. 7000222 means the secret has expired, 7000215 that it was wrong.',
  cannotTell: 'Who is behind an address. Expired secrets from the usual address are mostly a forgotten renewal; wrong secrets from several addresses are guessing, and so is a failure of an identity that never succeeded from there.',
  mends: 'The published rule writes "count() as x", which is no KQL, and filters on columns that its summary had dropped; this one names its aggregates and keeps what it shows.',
  parameters: [
    identity,
    lookback,
    { name: 'codes', type: 'string', default: '7000215,7000222', description: 'Error codes, parted by commas; empty for every failure.' },
    { name: 'minimumFailures', type: 'long', default: '1', description: 'Fewest failures of one identity with one code.' },
  ],
  tables: ['AADServicePrincipalSignInLogs'],
  tags: ['failed', 'credential', 'secret', 'expired', 'brute force'],
  timeline: { time: 'LastFailure', label: 'ResultType', lane: 'Identity' },
  query,
};
