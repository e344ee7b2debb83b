export { openInlineTables } from './inlineTables.ts';
export { LocalSource } from './localSource.ts';
export { openLocalSource, type LocalTools } from './openLocalSource.ts';
