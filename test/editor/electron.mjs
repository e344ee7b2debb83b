// npm run test:electron: the in-host suite of the tests on a desktop VS Code, where one can be downloaded.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureProject } from '../../src/build/setup.mjs';
import { main, root, run, SetupError } from '../../src/build/processes.mjs';

await main(async () => {
  const done = await ensureProject();
  if (done !== undefined) return done;
  if ((await run(process.execPath, ['esbuild.mjs'])) !== 0) throw new SetupError('The build failed.');
  const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');
  const vscodeExecutablePath = await downloadAndUnzipVSCode({ cachePath: path.join(root, '.vscode-test') }).catch((error) => {
    throw new SetupError(`No desktop VS Code could be downloaded (${error.message}). \`npm test\` runs the same suite in a VS Code for the browser.`);
  });
  const { buildCompanion } = await import('../support/vscode/companionPackage.ts');
  const directory = mkdtempSync(path.join(tmpdir(), 'identity-trail-electron-'));
  const report = path.join(directory, 'report.json');
  const folder = path.join(directory, 'folder');
  mkdirSync(folder);
  const companion = await buildCompanion(directory);
  const code = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: [root, companion],
    extensionTestsPath: path.join(companion, 'main.js'),
    extensionTestsEnv: { IDENTITY_TRAIL_REPORT: report },
    launchArgs: [folder, '--disable-extensions'],
  });
  const cases = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : [];
  rmSync(directory, { recursive: true, force: true });
  for (const { name, error, note } of cases) console.log(`${error ? 'failed' : 'passed'}  ${name}${note ? `: ${note}` : ''}${error ? `\n${error}` : ''}`);
  const failed = cases.filter(({ error }) => error).length + (code === 0 ? 0 : 1);
  console.log(`${cases.length - cases.filter(({ error }) => error).length} passed, ${failed} failed`);
  return failed === 0 && cases.length > 0 ? 0 : 1;
});
