import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { capture, run, SetupError } from './processes.mjs';

const version = '4.139.1';
const folder = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'identity-trail', `code-server-${version}`);
const marker = path.join(folder, '.complete');

/** The script to start with Node 24: a VS Code for the browser, of the version the tests are written for. */
export const codeServerEntry = path.join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js');

/** Installs code-server into the user's cache, once. A half installation is taken away and done again. */
export async function ensureCodeServer() {
  if (existsSync(marker) && readFileSync(marker, 'utf8') === process.version && existsSync(codeServerEntry)) return;
  if (!answers()) {
    console.log(`Installing code-server ${version} into ${folder} (some minutes, once) …`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const manifest = { private: true, dependencies: { 'code-server': version }, allowScripts: { 'code-server': true, argon2: true } };
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
    const code = await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    if (code !== 0 || !answers()) throw new SetupError('code-server could not be installed; see the messages above. It needs python3, make, g++ and libkrb5-dev.');
  }
  writeFileSync(marker, process.version);
}

/** Whether the installation is whole: its own version call loads the server, and VS Code's packages are beside it. */
function answers() {
  const inner = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'node_modules', '@vscode', 'spdlog', 'package.json');
  return existsSync(inner) && capture(process.execPath, [codeServerEntry, '--version']).output.includes(version);
}
