import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { root } from '../../src/build/processes.mjs';
import { packageFaults } from '../../src/build/package.mjs';

/** Upper bounds in bytes: activation time is read time first. A bundle that outgrows its bound deserves a look, then a new bound. */
const sizeLimits = {
  'extension.js': 250_000,
  'languageClient.js': 600_000,
  'reference.js': 900_000,
  'server.js': 2_000_000,
  'engine.js': 4_000_000,
  'cli.js': 3_000_000,
  'webview/results.js': 900_000,
};

const built = (file: string): string => path.join(root, 'dist', file);

test.each(Object.entries(sizeLimits))('%s is built and stays below %d bytes', (file, limit) => {
  expect(existsSync(built(file))).toBe(true);
  expect(statSync(built(file)).size).toBeLessThan(limit);
});

/** Modules that end up in a bundle, with the packages they belong to. */
async function inputsOf(entry: string, platform: 'node' | 'browser'): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: 'unused',
    bundle: true,
    write: false,
    metafile: true,
    platform,
    external: ['vscode', '@duckdb/node-api', '@kusto/language-service-next'],
    loader: { '.kql': 'text', '.yaml': 'text', '.ttf': 'empty' },
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}

test('the extension host loads no Azure SDK, no KQL library, no database and no results page', async () => {
  const inputs = await inputsOf('src/extension/main.ts', 'node');
  expect(inputs.filter((file) => /@azure|@kusto|@duckdb|slickgrid|src\/(kql|engine|server|webview|sources\/(local|azureMonitor))\//.test(file))).toEqual([]);
});

test('the results page holds nothing of Node, of VS Code\'s host or of KQL', async () => {
  const inputs = await inputsOf('src/webview/results/main.ts', 'browser');
  expect(inputs.filter((file) => /src\/(kql|engine|server|extension|sources|reference)\/|@azure|@kusto/.test(file))).toEqual([]);
});

const wholePackage = [
  ...['package.json', 'README.md', 'LICENSE', 'KQL.md', 'docs/lints.md', 'dist/extension.js', 'dist/languageClient.js', 'dist/reference.js', 'dist/server.js', 'dist/engine.js', 'dist/cli.js', 'dist/kusto.js', 'dist/h3-js.js', 'dist/s2js.js', 'dist/webview/results.js', 'dist/webview/results.css'],
  ...['duckdb.node', 'libduckdb.so'].map((file) => `dist/node_modules/@duckdb/node-bindings-linux-x64/${file}`),
];

test.each([
  ['a second native library', 'dist/node_modules/keytar/build/Release/keytar.node', 'native file'],
  ['another platform\'s DuckDB', 'dist/node_modules/@duckdb/node-bindings-darwin-arm64/duckdb.node', 'native file'],
  ['a source file', 'src/extension/main.ts', 'stay out'],
  ['a test', 'test/unit/x.test.js', 'stay out'],
  ['a source map', 'dist/extension.js.map', 'stay out'],
])('packaging refuses %s', (_what, file, fault) => {
  expect(packageFaults(wholePackage, 'linux-x64')).toEqual([]);
  expect(packageFaults([...wholePackage, file], 'linux-x64').join()).toContain(fault);
});

test('packaging refuses a package without DuckDB', () => {
  expect(packageFaults(wholePackage.filter((file) => !file.endsWith('duckdb.node')), 'linux-x64').join()).toContain('missing');
});
