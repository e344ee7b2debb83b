export { findApplication, searchApplications, workloadResources } from './applications.ts';
export { categories, categoriesOfTable, findCategory } from './categories.ts';
export { dynamicPaths, findDynamicPath, type DynamicPath } from './dynamicPaths.ts';
export { errorCodes, findErrorCode, parseErrorCode, success } from './errorCodes.ts';
export { explain, explainValue, valuesOfColumn } from './explain.ts';
export { auditOperations, findOperation, type OperationMatch } from './operations.ts';
export { findColumn, findTable, tables, tablesWithColumn } from './tables.ts';
export type {
  ApplicationReference,
  CategoryReference,
  ColumnReference,
  ColumnText,
  ErrorCodeReference,
  Explanation,
  ExplanationKind,
  NotableApplication,
  OperationReference,
  TableReference,
  WorkloadAdvice,
} from './types.ts';
