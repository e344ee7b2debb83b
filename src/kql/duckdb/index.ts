export { emitQuery } from './emitRelation.ts';
export { placeIngestionTime } from './ingestionTime.ts';
export { suspectsOf, type Suspect } from './suspects.ts';
