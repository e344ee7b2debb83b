// npm test [-- --only types,lint,architecture,unit,golden,protocol,page,editor]: sets itself up, then runs every check and test.
// The last line is "N passed, N failed"; a failed stage does not keep the later ones from running, but for what needs the build.
import { parseArgs } from 'node:util';
import { ensureBrowser, ensureEditor, ensureProject } from './setup.mjs';
import { main, run, SetupError } from './processes.mjs';
import { checkStyle, checkTypes, runVitest, runWindowTests } from './stages.mjs';

const stages = {
  types: checkTypes,
  lint: checkStyle,
  architecture: () => runVitest('architecture', ['test/architecture']),
  unit: () => runVitest('unit', ['test/unit']),
  golden: () => runVitest('golden', ['test/golden']),
  protocol: () => runVitest('protocol', ['test/protocol']),
  page: async () => {
    await ensureBrowser();
    return runWindowTests('page', ['--config', 'test/page/vitest.config.mjs']);
  },
  editor: async () => {
    await ensureEditor({ browser: true });
    const { makePackage } = await import('./package.mjs');
    await makePackage();
    return runWindowTests('editor', ['--config', 'test/editor/vitest.config.mjs']);
  },
};

/** Stages that drive what was built; after a failed build each counts as failed without being run. */
const needsBuild = new Set(['protocol', 'page', 'editor']);

await main(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const wanted = values.only?.split(',') ?? Object.keys(stages);
  const unknown = wanted.filter((name) => !stages[name]);
  if (unknown.length > 0) throw new SetupError(`Unknown stage ${unknown.join(', ')}. Known: ${Object.keys(stages).join(' ')}.`);
  const done = await ensureProject();
  if (done !== undefined) return done;

  const outcomes = [];
  if (wanted.some((name) => name !== 'types' && name !== 'lint')) outcomes.push(await timed('build', build));
  const built = outcomes.every(({ failed }) => failed === 0);
  for (const name of wanted) {
    if (built || !needsBuild.has(name)) outcomes.push(await timed(name, stages[name]));
    else outcomes.push({ name, passed: 0, failed: 1, seconds: 0 });
  }
  return summarize(outcomes);
});

async function build() {
  const code = await run(process.execPath, ['esbuild.mjs', '--production']);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs one stage; whatever it throws is one failure of that stage. */
async function timed(name, stage) {
  console.log(`\n── ${name} ──`);
  const began = Date.now();
  try {
    return { name, ...(await stage()), seconds: (Date.now() - began) / 1000 };
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    return { name, passed: 0, failed: 1, seconds: (Date.now() - began) / 1000 };
  }
}

function summarize(outcomes) {
  console.log('\nstage          passed  failed   seconds');
  for (const { name, passed, failed, seconds } of outcomes) {
    console.log(`${name.padEnd(13)} ${String(passed).padStart(7)} ${String(failed).padStart(7)} ${seconds.toFixed(1).padStart(9)}`);
  }
  const total = (field) => outcomes.reduce((sum, outcome) => sum + outcome[field], 0);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') === 0 ? 0 : 1;
}
