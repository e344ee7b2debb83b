export type * from './combining.ts';
export type * from './expanding.ts';
export type * from './expression.ts';
export type * from './grouping.ts';
export type * from './leaves.ts';
export type * from './parsing.ts';
export type * from './relation.ts';
export type * from './rowwise.ts';
