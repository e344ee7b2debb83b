import type { ScenarioParameter } from './scenario.ts';

export const identity: ScenarioParameter = {
  name: 'identity', type: 'string', default: '', role: 'identity',
  description: 'Service principal object ID, application ID or exact display name; empty for every identity. A name chooses all objects that ever carried it.',
};

export const lookback: ScenarioParameter = {
  name: 'lookback', type: 'timespan', default: '14d', role: 'lookback', description: 'How far back from the as-of time to read.',
};

/** Access tokens of service principals live 60 to 90 minutes. */
export const tokenWindow: ScenarioParameter = {
  name: 'window', type: 'timespan', default: '90m', role: 'window',
  description: 'How long after a sign-in an activity may still belong to it. 90 minutes is the longest usual life of a service principal\'s access token; one with continuous access evaluation lives up to 28 hours.',
};
