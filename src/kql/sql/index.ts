export * from './physicalTypes.ts';
export * from './quote.ts';
