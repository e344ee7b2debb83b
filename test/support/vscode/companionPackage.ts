import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { packVsix } from '../../../src/build/package.mjs';
import { root } from '../../../src/build/processes.mjs';

/** Bundles the companion extension, tests inside, and packs it as a VSIX. Returns the path of the VSIX. */
export async function packCompanion(directory: string): Promise<string> {
  const folder = await buildCompanion(directory);
  const packagePath = path.join(directory, 'companion.vsix');
  packVsix(folder, packagePath, ['--allow-star-activation', '--skip-license']);
  return packagePath;
}

/** Bundles the companion extension into a folder of its own. Returns that folder. */
export async function buildCompanion(directory: string): Promise<string> {
  const folder = path.join(directory, 'companion');
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(root, 'test/support/vscode/companion/package.json'), path.join(folder, 'package.json'));
  writeFileSync(path.join(folder, 'README.md'), 'Runs tests inside the extension host.\n');
  await build({
    entryPoints: [path.join(root, 'test/support/vscode/companion/main.ts')],
    outfile: path.join(folder, 'main.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return folder;
}
