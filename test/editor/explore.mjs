// Packages dist/ as it is, opens a VS Code with it and takes pictures: a quick look while writing the extension.
//   node test/editor/explore.mjs [--script FILE.mjs] [--theme NAME] [--size 900x700] [--build] [--vsix FILE]
// A script exports `default`-free `explore(workbench)`; see test/support/vscode/workbench.ts for its words.
// Pictures go to test-output/screenshots/explore*.png. Needs what `npm test` installs.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureEditor, ensureProject } from '../../src/build/setup.mjs';
import { main, root, run } from '../../src/build/processes.mjs';
import { serveEditor } from '../../src/build/serveEditor.mjs';

await main(async () => {
  const { values } = parseArgs({
    options: { script: { type: 'string' }, theme: { type: 'string' }, size: { type: 'string' }, build: { type: 'boolean' }, vsix: { type: 'string' }, stay: { type: 'boolean' } },
  });
  const done = await ensureProject();
  if (done !== undefined) return done;
  await ensureEditor({ browser: true });
  if (values.build && (await run(process.execPath, ['esbuild.mjs'])) !== 0) return 1;
  const { makePackage } = await import('../../src/build/package.mjs');
  const { launchBrowser, packCompanion, Workbench } = await import('../support/vscode/index.ts');
  const began = Date.now();
  const say = (text) => console.log(`${((Date.now() - began) / 1000).toFixed(1)} s  ${text}`);
  const directory = mkdtempSync(path.join(tmpdir(), 'identity-trail-explore-'));
  const vsix = values.vsix ?? (await makePackage(undefined, path.join(directory, 'explore.vsix')));
  const companion = await packCompanion(directory);
  say('packaged');
  const portFile = path.join(directory, 'companion-port');
  const server = await serveEditor({ packages: [vsix, companion], environment: { IDENTITY_TRAIL_COMPANION: portFile }, directory });
  say(`serving ${server.url}`);
  const browser = await launchBrowser();
  try {
    const demo = path.join(directory, 'demo');
    if (!existsSync(demo)) mkdirSync(demo);
    const [width, height] = (values.size ?? '1400x900').split('x').map(Number);
    const workbench = await Workbench.open(browser, server.url, demo, portFile, { width, height });
    say('window open');
    if (values.theme) await workbench.theme(values.theme);
    if (values.script) {
      const { explore } = await import(pathToFileURL(path.resolve(root, values.script)).href);
      await explore(workbench);
    } else {
      await workbench.openView('identities').catch((error) => say(error.message));
      await workbench.page.waitForTimeout(3000);
    }
    say(await workbench.screenshot('explore'));
    for (const text of await workbench.notifications()) say(`notification: ${text}`);
    if (values.stay) await new Promise(() => {});
  } finally {
    await browser.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return 0;
});
