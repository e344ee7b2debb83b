import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomCalls } from '../../support/kqlCalls.ts';
import { openEngine, type OpenEngine } from '../../support/openEngine.ts';

let engine: OpenEngine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** Codes of failures that no query can be blamed for, or that do not say what failed. */
const defects: ReadonlySet<string> = new Set(['ENG001', 'ENG005', 'ENG007', 'KQL099']);
const needsPlace = /^(KS|KQL|ENG)/;
/** RANDOM_SEED and RANDOM_RUNS look elsewhere, and further. */
const seed = Number(process.env['RANDOM_SEED'] ?? 20_261_125);
const runs = Number(process.env['RANDOM_RUNS'] ?? 1000);

it('every call of a supported function is answered, or refused with a code and a place', async () => {
  let answered = 0;
  const check = fc.asyncProperty(randomCalls(), async ({ call, query }) => {
    const problems = await engine.problems(query);
    if (problems.length === 0) answered += 1;
    const faults = problems.filter(({ code, span }) => defects.has(code) || (needsPlace.test(code) && !span));
    expect(faults, call).toEqual([]);
  });
  await fc.assert(check, { numRuns: runs, seed, endOnFailure: true });
  expect(answered).toBeGreaterThan(runs / 10);
}, 300_000);
