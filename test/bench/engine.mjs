// npm run bench: bundles the benchmark as the engine is bundled, runs it, and writes BENCHMARKS.md.
// --only=hand,growth,import,process (all by default), --rows=N sign-ins of each kind, --repeats=N, --growth=SMALL,LARGE.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
// What is measured from outside is the bundle that is shipped.
if (spawnSync(process.execPath, [path.join(root, 'esbuild.mjs'), '--production', '--only=engine'], { cwd: root, stdio: 'inherit' }).status !== 0) process.exit(1);
const outfile = path.join(root, 'dist/bench.cjs');
mkdirSync(path.dirname(outfile), { recursive: true });
await build({
  entryPoints: [path.join(root, 'test/bench/run.ts')], outfile, bundle: true, platform: 'node', target: 'node22', format: 'cjs', loader: { '.kql': 'text', '.yaml': 'text' },
  external: ['@duckdb/node-api', '@kusto/language-service-next'], logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
rmSync(outfile, { force: true });
process.exitCode = status ?? 1;
