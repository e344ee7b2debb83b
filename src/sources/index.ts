export type * from './contract.ts';
export * from './isRunning.ts';
export { FailedAt } from './failedAt.ts';
export * from './queryRefused.ts';
export * from './queryText.ts';
