export { emitQuery } from './emitRelation.ts';
