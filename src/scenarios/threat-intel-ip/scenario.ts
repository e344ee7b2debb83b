import { identity, lookback } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const threatIntelIp: Scenario = {
  id: 'threat-intel-ip',
  title: 'Addresses on the threat-intelligence list',
  answers: 'Which identities signed in or called Microsoft Graph from an address that an active indicator names?',
  matches: 'By exact address, against the newest version of each indicator in ThreatIntelIndicators and in its predecessor ThreatIntelligenceIndicator.',
  cannotTell: 'Address ranges and other spellings of one IPv6 address do not match. Shared and cloud addresses get listed for what others did; weigh the confidence and what the record shows. An indicator that held then and has run out since is left out.',
  parameters: [
    identity,
    lookback,
    { name: 'indicatorLookback', type: 'timespan', default: '30d', description: 'How far back to read indicators.' },
    { name: 'minimumConfidence', type: 'long', default: '0', description: 'Lowest confidence of an indicator, 0 to 100.' },
  ],
  tables: ['AADServicePrincipalSignInLogs', 'MicrosoftGraphActivityLogs', 'ThreatIntelIndicators', 'ThreatIntelligenceIndicator'],
  tags: ['threat intelligence', 'address', 'ip', 'indicator'],
  timeline: { time: 'Time', label: 'What', lane: 'Identity' },
  query,
};
