import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../../src/build/debianPackages.mjs';

/** Starts the system's Chromium without a window and without calls home. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium here. `npm test` installs one on Debian; elsewhere set CHROMIUM to its path.');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
