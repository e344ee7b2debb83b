import { existsSync } from 'node:fs';
import { findProgram, run } from './processes.mjs';

/** What building code-server needs of the system: Debian package -> how to tell that it is there. */
const editorNeeds = {
  'libkrb5-dev': () => existsSync('/usr/include/gssapi.h') || existsSync('/usr/include/gssapi/gssapi.h'),
  python3: () => findProgram('python3') !== undefined,
  make: () => findProgram('make') !== undefined,
  'g++': () => findProgram('g++', 'clang++') !== undefined,
};

/** What looking at pages in a browser needs. */
const browserNeeds = {
  chromium: () => findBrowser() !== undefined,
  'fonts-dejavu-core': () => existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'),
};

/** A Chromium of the system, or undefined. The environment variable CHROMIUM names another one. */
export function findBrowser() {
  return process.env.CHROMIUM ?? findProgram('chromium', 'chromium-browser', 'google-chrome');
}

/**
 * Installs the missing Debian packages when this user may.
 * @param {{ editor: boolean, browser: boolean }} uses what is to be done: build code-server, drive a Chromium
 * @returns an empty string, or one line that says what is missing and how to get it.
 */
export async function ensureDebianPackages({ editor, browser }) {
  if (process.platform !== 'linux') return !browser || findBrowser() ? '' : 'Missing: a Chromium browser. Install one and set CHROMIUM to its path.';
  const wanted = { ...(editor ? editorNeeds : {}), ...(browser ? browserNeeds : {}) };
  const missing = missingPackages(wanted);
  if (missing.length === 0) return '';
  if (process.getuid?.() === 0 && findProgram('apt-get')) {
    console.log(`Installing Debian packages: ${missing.join(' ')} …`);
    const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
    // Another installation, such as the system's own nightly one, may hold the lock: wait for it rather than fail.
    const patience = ['-o', 'DPkg::Lock::Timeout=600'];
    await run('apt-get', [...patience, '-qq', 'update'], environment);
    await run('apt-get', [...patience, '-qq', '-y', '--no-install-recommends', 'install', ...missing], environment);
  }
  const left = missingPackages(wanted);
  return left.length === 0 ? '' : `Missing: ${left.join(' ')}. Install with: sudo apt-get update && sudo apt-get install ${left.join(' ')}`;
}

function missingPackages(wanted) {
  return Object.entries(wanted)
    .filter(([, present]) => !present())
    .map(([name]) => name);
}
