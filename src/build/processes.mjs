import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The environment of every child: the project's own Node and tools come first on the PATH. */
export function projectEnvironment(extra = {}) {
  const bin = path.join(root, 'node_modules', '.bin');
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const rest = (process.env[key] ?? '').split(path.delimiter).filter((folder) => folder !== bin);
  return { ...process.env, [key]: [bin, ...rest].join(path.delimiter), ...extra };
}

/** Runs a command with its output shown. Returns the exit code (1 when the command could not start). */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: projectEnvironment(),
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && command === 'npm',
      ...options,
    });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Runs a command quietly. Returns its exit code and what it printed, both streams in one text. */
export function capture(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, env: projectEnvironment(), encoding: 'utf8', maxBuffer: 64 << 20, ...options });
  return { code: done.status ?? 1, output: `${done.stdout ?? ''}${done.stderr ?? ''}` };
}

/** First folder of the PATH that holds one of these programs, as a full path. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const probe = process.platform === 'win32' ? 'where' : 'which';
  for (const name of names) {
    const found = folders.length > 0 ? spawnSync(probe, [name], { encoding: 'utf8' }) : undefined;
    if (found?.status === 0) return found.stdout.split(/\r?\n/)[0];
  }
  return undefined;
}

/** An error whose message is for the person at the terminal; it is printed without a stack trace. */
export class SetupError extends Error {}

/** Runs a script's main function; a SetupError becomes one line and exit code 1. */
export async function main(action) {
  try {
    process.exitCode = (await action()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
