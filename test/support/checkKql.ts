import { expect } from 'vitest';
import type { KqlType } from '../../src/base/index.ts';
import { runKql } from './runKql.ts';

/** A scalar expression, the type Kusto gives it, and its value in wire form. */
export type Expected = readonly [expression: string, type: KqlType, value: unknown];

/** Runs all expressions in one query; `let`s and the like may come before. The result is compared as a table, so a failure shows the expression. */
export async function checkScalars(cases: readonly Expected[], prelude = ''): Promise<void> {
  const answer = await runKql(`${prelude}print ${cases.map(([expression], index) => `c${String(index)} = ${expression}`).join(', ')}`);
  const actual = cases.map(([expression], index) => [expression, answer.columns[index]?.type, answer.rows[0]?.[index]]);
  expect(actual).toEqual(cases);
}
