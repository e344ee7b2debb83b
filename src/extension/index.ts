export { activationEvents, contributions, productName, type CommandContribution, type SettingContribution } from './contributions.ts';
export type { IdentityTrailApi, SourceState } from './api.ts';
