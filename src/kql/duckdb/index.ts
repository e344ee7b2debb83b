export { emitQuery } from './emitRelation.ts';
export { suspectsOf, type Suspect } from './suspects.ts';
