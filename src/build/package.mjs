// npm run package [-- --target linux-arm64] [--out FILE]: writes identity-trail-<target>-<version>.vsix.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureProject } from './setup.mjs';
import { capture, main, root, run, SetupError } from './processes.mjs';

const require = createRequire(import.meta.url);

/** VS Code's target -> the package with DuckDB's library for it. Nothing else in the extension is native. */
const bindings = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'alpine-x64': 'linux-x64-musl',
  'alpine-arm64': 'linux-arm64-musl',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'win32-x64',
  'win32-arm64': 'win32-arm64',
};

/** The target of this machine. */
export function hostTarget() {
  const musl = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
  return musl ? `alpine-${process.arch}` : `${process.platform}-${process.arch}`;
}

/** The path of the VSIX for a target. */
export function packageFile(target = hostTarget()) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return path.join(root, `identity-trail-${target}-${version}.vsix`);
}

/** Makes the VSIX from what dist/ holds. Returns its path. */
export async function makePackage(target = hostTarget(), out = packageFile(target)) {
  if (!bindings[target]) throw new SetupError(`Unknown target ${target}. Known: ${Object.keys(bindings).join(' ')}.`);
  placeRuntimePackages(bindings[target]);
  const { listFiles } = require('@vscode/vsce');
  const files = await listFiles({ cwd: root, dependencies: false });
  const faults = packageFaults(files, bindings[target]);
  if (faults.length > 0) throw new SetupError(`The package would be wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  packVsix(root, out, ['--target', target, '--no-rewrite-relative-links']);
  console.log(`${path.basename(out)}: ${files.length} files, ${(statSync(out).size / 1e6).toFixed(1)} MB`);
  return out;
}

/** What is wrong with this list of files to be packaged: one line each. */
export function packageFaults(files, binding = bindings[hostTarget()]) {
  const faults = [];
  const natives = [`dist/node_modules/@duckdb/node-bindings-${binding}/`];
  for (const file of files) {
    if (/\.(node|so|dylib|dll|exe)(\.\d+)*$/.test(file) && !natives.some((folder) => file.startsWith(folder))) faults.push(`${file}: a native file that is not DuckDB's`);
    if (/(^|\/)(src|test|test-output|\.ci)\//.test(file) && !file.startsWith('dist/node_modules/')) faults.push(`${file}: sources and tests stay out`);
    if (/\.(ts|map)$/.test(file)) faults.push(`${file}: types and source maps stay out`);
  }
  for (const wanted of ['package.json', 'README.md', 'LICENSE', 'KQL.md', 'docs/lints.md', 'dist/extension.js', 'dist/languageClient.js', 'dist/reference.js', 'dist/server.js', 'dist/engine.js', 'dist/cli.js', 'dist/kusto.js', 'dist/h3-js.js', 'dist/s2js.js', 'dist/webview/results.js', 'dist/webview/results.css']) {
    if (!files.includes(wanted)) faults.push(`${wanted}: missing`);
  }
  if (!files.some((file) => file.startsWith(natives[0]) && file.endsWith('duckdb.node'))) faults.push(`${natives[0]}duckdb.node: missing`);
  return faults;
}

/** Runs vsce on a folder; what it prints is shown only when it fails. */
export function packVsix(folder, out, flags = []) {
  const done = capture(process.execPath, [require.resolve('@vscode/vsce/vsce'), 'package', '--no-dependencies', '--allow-missing-repository', '--out', out, ...flags], { cwd: folder });
  if (done.code !== 0) throw new SetupError(`vsce could not make ${out}:\n${done.output}`);
}

/** Copies the packages that stay outside the bundles beside them, where Node looks for them first. */
function placeRuntimePackages(binding) {
  const target = path.join(root, 'dist', 'node_modules');
  rmSync(target, { recursive: true, force: true });
  const native = `@duckdb/node-bindings-${binding}`;
  for (const name of ['@duckdb/node-api', '@duckdb/node-bindings', 'detect-libc', native]) {
    const from = path.join(root, 'node_modules', name);
    cpSync(existsSync(from) ? from : fetchPackage(name), path.join(target, name), { recursive: true, filter: (file) => !/\.(ts|map|tsbuildinfo)$/.test(file) });
  }
}

/** npm leaves out other platforms' packages; this brings one for packaging, of the version in the lockfile. */
function fetchPackage(name) {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const version = lock.packages[`node_modules/${name}`]?.version;
  const folder = path.join(root, 'node_modules', '.cache', 'identity-trail', `${path.basename(name)}-${version}`);
  const packed = path.join(folder, 'package');
  if (existsSync(path.join(packed, 'package.json'))) return packed;
  mkdirSync(folder, { recursive: true });
  const pack = capture('npm', ['pack', '--silent', '--pack-destination', folder, `${name}@${version}`], { shell: process.platform === 'win32' });
  const file = pack.output.trim().split(/\r?\n/).at(-1);
  if (pack.code !== 0 || capture('tar', ['-xzf', file], { cwd: folder }).code !== 0) throw new SetupError(`${name}@${version} could not be fetched: ${pack.output}`);
  return packed;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    const { values } = parseArgs({ options: { target: { type: 'string' }, out: { type: 'string' } } });
    const done = await ensureProject();
    if (done !== undefined) return done;
    if ((await run(process.execPath, ['esbuild.mjs', '--production'])) !== 0) throw new SetupError('The build failed.');
    await makePackage(values.target, values.out && path.resolve(values.out));
    return 0;
  });
}
