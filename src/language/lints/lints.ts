import { textForCode } from './codes.ts';
import { columnOfSibling, droppedColumn, misspeltName } from './columns.ts';
import { numberForCode, operationSpelling, timeWithItself } from './comparisons.ts';
import { foldedComment } from './folds.ts';
import { idIsNoGuid, mixedIds } from './ids.ts';
import { joinWithoutKind, nameAsKey } from './joins.ts';
import type { Lint } from './lint.ts';
import { categoryAsTable, oldFunction, sqlAlias } from './names.ts';
import { sqlWords } from './sql.ts';
import { caseOfNames, textSearch } from './strings.ts';
import { narrowWindow, noTimeFilter } from './times.ts';

export type { Lint, LintContext, LintHit } from './lint.ts';

/** Every lint, in order of code. */
export const lints: readonly Lint[] = [
  numberForCode, nameAsKey, categoryAsTable, sqlAlias, operationSpelling, oldFunction, idIsNoGuid, joinWithoutKind, timeWithItself,
  mixedIds, noTimeFilter, textSearch, caseOfNames, sqlWords, narrowWindow, droppedColumn, columnOfSibling, misspeltName, textForCode, foldedComment,
];
