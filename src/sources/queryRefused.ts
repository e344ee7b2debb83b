import type { Problem } from '../base/index.ts';

/** Thrown by a source that cannot run a query, with every problem found in it. */
export class QueryRefused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'QueryRefused';
    this.problems = problems;
  }
}
