import { ensureCodeServer } from './codeServer.mjs';
import { ensureDebianPackages } from './debianPackages.mjs';
import { ensureNodeModules, underProjectNode } from './nodeModules.mjs';
import { SetupError } from './processes.mjs';

/**
 * Packages and the right Node. The caller leaves with the returned exit code when there is one: the whole script
 * has then run already, in a second process under the project's own Node.
 */
export async function ensureProject() {
  await ensureNodeModules();
  return underProjectNode();
}

/** A Chromium of the system, to look at pages with. */
export async function ensureBrowser() {
  const missing = await ensureDebianPackages({ editor: false, browser: true });
  if (missing) throw new SetupError(missing);
}

/**
 * A VS Code for the browser: what building it needs, and code-server itself.
 * @param {{ browser: boolean }} options whether a Chromium to drive it is needed too
 */
export async function ensureEditor({ browser }) {
  const missing = await ensureDebianPackages({ editor: true, browser });
  if (missing) throw new SetupError(missing);
  await ensureCodeServer();
}
