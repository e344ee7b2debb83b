import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { codeServerEntry } from './codeServer.mjs';
import { projectEnvironment, SetupError } from './processes.mjs';

/** A quiet workbench: nothing that asks, greets, updates or talks. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'window.commandCenter': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'editor.minimap.enabled': false,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'remote.autoForwardPorts': false,
  'files.simpleDialog.enable': true,
  'update.mode': 'none',
};

/**
 * Starts a VS Code for the browser on the loopback address, with packages installed the way a user would.
 * @param {{ packages: readonly string[], directory: string, port?: number, environment?: Record<string, string>, settings?: Record<string, unknown> }} options
 *   `packages`: VSIX files. `directory`: holds the server's user data and extensions. `port`: a free one when absent.
 *   `environment` reaches the extension host.
 * @returns {Promise<{ url: string, stop: () => Promise<void>, ended: Promise<void> }>}
 */
export async function serveEditor({ packages, directory, port, environment = {}, settings = {} }) {
  const data = path.join(directory, 'data');
  mkdirSync(path.join(data, 'User'), { recursive: true });
  writeFileSync(path.join(data, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
  const config = path.join(directory, 'config.yaml');
  writeFileSync(config, '{}\n');
  const own = ['--user-data-dir', data, '--extensions-dir', path.join(directory, 'extensions'), '--config', config];
  const env = hostEnvironment(environment);
  install(packages, own, env);
  const chosen = port ?? (await freePort());
  const child = spawn(process.execPath, [codeServerEntry, ...own, ...serverFlags(chosen)], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  await listening(child);
  return { url: `http://127.0.0.1:${chosen}`, ended, stop: () => stop(child, ended) };
}

const serverFlags = (port) => [
  '--bind-addr',
  `127.0.0.1:${port}`,
  '--auth',
  'none',
  '--disable-workspace-trust',
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-getting-started-override',
  '--ignore-last-opened',
  '--reconnection-grace-time',
  '2',
];

/** What a test runner or npm set for its own Node must not reach the extension host. */
function hostEnvironment(environment) {
  const kept = Object.entries(projectEnvironment()).filter(([name]) => !/^(NODE_OPTIONS|NODE_ENV|NODE_CHANNEL.*|VITEST.*|npm_.*|VSCODE_.*)$/.test(name));
  return { ...Object.fromEntries(kept), ...environment };
}

function install(packages, own, env) {
  const args = packages.flatMap((file) => ['--install-extension', file]);
  const done = spawnSync(process.execPath, [codeServerEntry, ...own, '--force', ...args], { env, encoding: 'utf8', timeout: 180_000 });
  if (done.status !== 0) throw new SetupError(`Installing ${packages.join(', ')} failed:\n${done.stdout}${done.stderr}`);
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function listening(child) {
  return new Promise((resolve, reject) => {
    let log = '';
    const fail = (reason) => reject(new SetupError(`code-server ${reason}:\n${log}`));
    const timer = setTimeout(() => fail('did not start in 90 s'), 90_000);
    const look = (chunk) => {
      log = `${log}${chunk}`.slice(-20_000);
      if (!log.includes('HTTP server listening')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}

/** Ends the server and the extension hosts it started: they are of its process group. */
async function stop(child, ended) {
  if (child.exitCode !== null) return;
  const target = process.platform === 'win32' ? child.pid : -child.pid;
  process.kill(target, 'SIGTERM');
  const timer = setTimeout(() => process.kill(target, 'SIGKILL'), 5000);
  await ended;
  clearTimeout(timer);
}
