import { expect, it } from 'vitest';
import { startServerInMemory } from '../support/languageServer.ts';
import { fuzzLanguage } from '../support/fuzzLanguage.ts';

/** `FUZZ_EDITS=20000` is the long run; each run of `npm test` does a part. */
const edits = Number(process.env['FUZZ_EDITS'] ?? 1_000);
const seed = Number(process.env['FUZZ_SEED'] ?? 20261125);

it('knows after random edits what a fresh server knows of the same text', { timeout: 600_000 }, async () => {
  const server = startServerInMemory();
  const fresh = startServerInMemory();
  await Promise.all([server.initialize(), fresh.initialize()]);
  expect(await fuzzLanguage(server, fresh, edits, seed)).toEqual({ edits });
  await Promise.all([server.close(), fresh.close()]);
});
