import { identity, lookback, tokenWindow } from '../parameters.ts';
import type { Scenario } from '../scenario.ts';
import query from './query.kql';

export const spLogicApp: Scenario = {
  id: 'sp-logicapp',
  title: 'Service principal to Logic App runs',
  answers: 'Which Logic App runs came after a service principal\'s sign-in to the Log Analytics API?',
  matches: 'By time alone: each run step goes to the latest successful sign-in to the Log Analytics API before it, of the chosen identity or of all. Evidence is always "time".',
  cannotTell: 'Whether the sign-in caused the run. Run records name no identity and no address. Choose the identity and the workflow before you read anything into it; with every identity at once the nearest sign-in wins, whoever made it.',
  parameters: [
    identity,
    lookback,
    { ...tokenWindow, default: '60m', description: 'How long after a sign-in a run may still be put down to it. Time is the only evidence here, so the window is no wider than a token surely lives.' },
    { name: 'workflow', type: 'string', default: '', description: 'Workflow name; empty for every workflow.' },
  ],
  tables: ['AADServicePrincipalSignInLogs', 'LogicAppWorkflowRuntime'],
  tags: ['logic app', 'workflow', 'activity', 'time'],
  timeline: { time: 'SignInTime', label: 'ResourceDisplayName', lane: 'Identity', followedTime: 'ActivityTime', followedLabel: 'Activity', evidence: 'Evidence', signInKey: 'SignInId' },
  query,
};
