import { activationCases } from './activationCases.ts';
import type { CaseResult } from './caseResult.ts';
import type { HostCase } from './hostCase.ts';
import { languageCases } from './languageCases.ts';

/** Milliseconds for one case; the first ones wait for the language server to start. */
export const caseLimit = 40_000;

/** Milliseconds after which no further case begins, so that the report comes while the test still waits for it. */
const suiteLimit = 110_000;

const cases: Readonly<Record<string, HostCase>> = { ...activationCases, ...languageCases };

/** Runs every case, one after the other, and says how each went. */
export async function runSuite(): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  const end = Date.now() + suiteLimit;
  for (const [name, run] of Object.entries(cases)) {
    try {
      if (Date.now() > end) throw new Error(`not begun: the cases before it took ${suiteLimit / 1000} s`);
      const note = await Promise.race([run(), tooLong()]);
      results.push(note === undefined ? { name } : { name, note });
    } catch (error) {
      results.push({ name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  return results;
}

/** A case that hangs must not keep the report of the others. */
function tooLong(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(`took longer than ${caseLimit / 1000} s`)), caseLimit));
}
