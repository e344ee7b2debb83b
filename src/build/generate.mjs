// npm run generate: writes the generated files anew (manifest part of package.json, snippets, grammar). The tests that
// hold them to their generators do the writing, so that there is one list of what is generated.
import { ensureProject } from './setup.mjs';
import { main, projectEnvironment, run } from './processes.mjs';

await main(async () => {
  const done = await ensureProject();
  if (done !== undefined) return done;
  return run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'test/unit/build'], { env: projectEnvironment({ UPDATE_GENERATED: '1' }) });
});
