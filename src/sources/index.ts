export type * from './contract.ts';
export * from './isRunning.ts';
export * from './queryRefused.ts';
export * from './queryText.ts';
