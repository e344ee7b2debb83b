// Runs on the system's Node 20 before anything is installed: only Node's own modules may be imported here.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectEnvironment, root, run, SetupError } from './processes.mjs';

const projectNode = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** Installs the packages of package-lock.json unless exactly those are there already. */
export async function ensureNodeModules() {
  if (Number(process.versions.node.split('.')[0]) < 20) throw new SetupError(`Node.js 20 or newer is needed; this is ${process.version}.`);
  if (packagesMatch() && nodeRuns()) return;
  console.log('Installing the packages of package-lock.json (npm ci) …');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0 || !nodeRuns()) throw new SetupError('npm ci did not succeed; see its messages above.');
}

/** Starts this script again under the project's own Node when the present one is older. Returns the exit code then. */
export function underProjectNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return undefined;
  const again = spawnSync(projectNode, process.argv.slice(1), { stdio: 'inherit', env: projectEnvironment(), shell: process.platform === 'win32' });
  return again.status ?? 1;
}

/** npm writes what it installed to a lockfile of its own when it is done, so a half installation does not match. */
function packagesMatch() {
  const installedFile = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional || entry.devOptional || entry.peer || installed[name]?.version === entry.version,
  );
}

function nodeRuns() {
  const version = spawnSync(projectNode, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  return version.status === 0 && version.stdout.startsWith('v24.');
}
