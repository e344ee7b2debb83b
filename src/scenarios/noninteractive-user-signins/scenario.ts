import { lookback } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const nonInteractiveUserSignIns: Scenario = {
  id: 'noninteractive-user-signins',
  title: 'Non-interactive user sign-ins',
  answers: 'Where do clients sign in for people without asking them, and is it from places where the person signed in too?',
  matches: 'Sums sign-ins per user, application and address. SeenInteractively says whether the same user also succeeded interactively from that address within the look-back.',
  cannotTell: 'Whether a token was stolen. Phones and roaming laptops show addresses that no interactive sign-in ever had.',
  parameters: [
    { name: 'user', type: 'string', default: '', description: 'User principal name or user object ID; empty for everyone.' },
    lookback,
    { name: 'onlyUnseen', type: 'bool', default: 'false', description: 'Only addresses without an interactive sign-in of the same user.' },
  ],
  tables: ['AADNonInteractiveUserSignInLogs', 'SigninLogs'],
  tags: ['user', 'non-interactive', 'token', 'refresh'],
  timeline: { time: 'LastSignIn', label: 'AppDisplayName', lane: 'UserPrincipalName' },
  query,
};
