// Builds every bundle of dist/. `--watch` rebuilds on change, `--production` minifies and drops source maps.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, context } from 'esbuild';

const require = createRequire(import.meta.url);
const production = process.argv.includes('--production');

/** Big libraries that three bundles need, none of them at once: each becomes one file that is loaded at need. Microsoft's has 5 MB. */
const sharedLibraries = {
  name: 'shared-libraries',
  setup(builder) {
    builder.onResolve({ filter: /^@kusto\/language-service-next/ }, () => ({ path: './kusto.js', external: true }));
    builder.onResolve({ filter: /^(h3-js|s2js)$/ }, ({ path: library }) => ({ path: `./${library}.js`, external: true }));
  },
};

/** What the extension loads at need only becomes a file of its own, so that starting it reads little. */
const loadedAtNeed = {
  name: 'loaded-at-need',
  setup(builder) {
    builder.onResolve({ filter: /\.ts$/ }, ({ kind, path: target }) => {
      if (kind !== 'dynamic-import') return undefined;
      const name = path.basename(target) === 'index.ts' ? path.basename(path.dirname(target)) : path.basename(target, '.ts');
      return { path: `./${name}.js`, external: true };
    });
  },
};

const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: !production,
  minify: production,
  keepNames: true,
  loader: { '.kql': 'text', '.yaml': 'text' },
  external: ['vscode', '@duckdb/node-api'],
  plugins: [sharedLibraries],
  logLevel: 'warning',
};

export const bundles = {
  extension: {
    ...node,
    entryPoints: { extension: 'src/extension/main.ts', languageClient: 'src/extension/language/languageClient.ts', reference: 'src/reference/index.ts' },
    // import() becomes require(): the files are CommonJS like the one that loads them.
    supported: { 'dynamic-import': false },
    plugins: [sharedLibraries, loadedAtNeed],
  },
  server: { ...node, entryPoints: { server: 'src/server/main.ts' } },
  engine: { ...node, entryPoints: { engine: 'src/engine/main.ts' } },
  cli: { ...node, entryPoints: { cli: 'src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
  cells: { ...node, entryPoints: { 'h3-js': require.resolve('h3-js'), s2js: require.resolve('s2js') } },
  webview: {
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    sourcemap: !production,
    minify: production,
    entryPoints: { 'webview/results': 'src/webview/results/main.ts' },
    loader: { '.ttf': 'file' },
    logLevel: 'warning',
  },
};

/** bridge.js must run before the library, in the global scope both expect; plain concatenation keeps that. */
async function writeKusto() {
  const folder = path.dirname(require.resolve('@kusto/language-service-next'));
  await build({
    stdin: {
      contents: "require('./bridge.min.js'); require('./Kusto.Language.Bridge.min.js'); module.exports = globalThis.Kusto;",
      resolveDir: folder,
    },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile: 'dist/kusto.js',
    minifyWhitespace: true,
    logLevel: 'error',
  });
}

function copyAssets() {
  mkdirSync('dist/webview', { recursive: true });
  const codicons = path.dirname(require.resolve('@vscode/codicons/dist/codicon.css'));
  for (const file of ['codicon.css', 'codicon.ttf']) copyFileSync(path.join(codicons, file), path.join('dist/webview', file));
  // dist/ holds CommonJS whatever package.json above it says one day.
  writeFileSync('dist/package.json', '{"type":"commonjs"}\n');
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length).split(',');
const wanted = Object.entries(bundles).filter(([name]) => !only || only.includes(name));
copyAssets();
if (!existsSync('dist/kusto.js') || !only) await writeKusto();
if (process.argv.includes('--watch')) {
  for (const [, options] of wanted) await (await context({ ...options, outdir: 'dist' })).watch();
} else {
  await Promise.all(wanted.map(([, options]) => build({ ...options, outdir: 'dist' })));
}
