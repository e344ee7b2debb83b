import { identity, lookback } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const newIpForIdentity: Scenario = {
  id: 'new-ip-for-identity',
  title: 'New address for an identity',
  answers: 'Which identities signed in, or tried to, from an address they had not succeeded from before?',
  matches: 'Compares the recent part of the look-back with the part before it, per service principal object ID. Only a success makes an address known.',
  cannotTell: 'Whether the address is bad: build agents and functions change theirs often. An identity whose whole history is recent shows every address as new (SignInsBefore is 0). Managed identities have no address in their sign-ins.',
  parameters: [
    identity,
    lookback,
    { name: 'recent', type: 'timespan', default: '2d', description: 'The end of the look-back whose addresses are judged.' },
  ],
  tables: ['AADServicePrincipalSignInLogs'],
  tags: ['address', 'ip', 'new', 'anomaly'],
  timeline: { time: 'FirstSeen', label: 'IPAddress', lane: 'Identity' },
  query,
};
