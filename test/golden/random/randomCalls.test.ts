import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomCalls } from '../../support/kqlCalls.ts';
import { openEngine, type OpenEngine } from '../../support/openEngine.ts';

let engine: OpenEngine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** Codes of failures that no query can be blamed for. */
const defects: ReadonlySet<string> = new Set(['ENG001', 'ENG005', 'ENG007', 'KQL099']);
const fromTranslation = /^(KS|KQL(?!060))/;
const seed = Number(process.env['RANDOM_SEED'] ?? 20_261_125);

it('every call of a supported function is answered, or refused with a code and a place', async () => {
  let answered = 0;
  const check = fc.asyncProperty(randomCalls(), async ({ call, query }) => {
    const problems = await engine.problems(query);
    if (problems.length === 0) answered += 1;
    const faults = problems.filter(({ code, span }) => defects.has(code) || (fromTranslation.test(code) && !span));
    expect(faults, call).toEqual([]);
  });
  await fc.assert(check, { numRuns: 1000, seed, interruptAfterTimeLimit: 12_000, endOnFailure: true });
  expect(answered).toBeGreaterThan(20);
}, 60_000);
