// npm start [-- --no-editor] [-- --port N]: one correlation in the terminal, then a VS Code with the extension installed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureEditor, ensureProject } from './setup.mjs';
import { findProgram, main, root, run, SetupError } from './processes.mjs';

const demoSettings = { 'identityTrail.openSampleOnStart': true };

const demoQuery = `// Which codes do service principals fail with, and from where? Hover over ResultType and over a code.
AADServicePrincipalSignInLogs
| where ResultType != "0"
| summarize Failures = count(), Addresses = make_set(IPAddress, 10), Last = max(TimeGenerated) by ServicePrincipalName, ResultType
| sort by Failures desc
`;

await main(async () => {
  const { values } = parseArgs({ options: { 'no-editor': { type: 'boolean' }, port: { type: 'string' } } });
  const done = await ensureProject();
  if (done !== undefined) return done;
  if ((await run(process.execPath, ['esbuild.mjs', '--production'])) !== 0) throw new SetupError('The build failed.');
  const demo = ['run', 'sp-arm', '--source', 'sample', '--param', 'identity=deploy-pipeline-prod'];
  console.log(`\nWhat did the deployment pipeline do in Azure after each sign-in?\nidentity-trail ${demo.join(' ')}\n`);
  const code = await run(process.execPath, ['dist/cli.js', ...demo]);
  if (code !== 0 || values['no-editor']) return code;
  const { makePackage } = await import('./package.mjs');
  const vsix = await makePackage();
  return findProgram('code') ? openDesktop(vsix) : serve(vsix, values.port);
});

/** A folder to open: a query to run, and the sample tenant as the source. */
function demoFolder() {
  const folder = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'identity-trail', 'demo');
  mkdirSync(path.join(folder, 'workspace', '.vscode'), { recursive: true });
  writeFileSync(path.join(folder, 'workspace', '.vscode', 'settings.json'), `${JSON.stringify(demoSettings, undefined, 2)}\n`);
  writeFileSync(path.join(folder, 'workspace', 'failures.kql'), demoQuery);
  return folder;
}

async function openDesktop(vsix) {
  const shell = process.platform === 'win32';
  const installed = await run('code', ['--install-extension', vsix, '--force'], { shell });
  if (installed !== 0) throw new SetupError(`VS Code did not install ${vsix}.`);
  const workspace = path.join(demoFolder(), 'workspace');
  return run('code', [workspace, path.join(workspace, 'failures.kql')], { shell });
}

async function serve(vsix, port) {
  await ensureEditor({ browser: false });
  const { serveEditor } = await import('./serveEditor.mjs');
  const directory = demoFolder();
  const server = await serveEditor({ packages: [vsix], directory, port: port && Number(port), settings: { 'workbench.startupEditor': 'welcomePage' } });
  console.log(`\nVS Code with Identity Trail: ${addressOf(server.url, path.join(directory, 'workspace'))}`);
  console.log('Open it in a browser on this machine. Ctrl+C ends it.');
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.stop());
  await server.ended;
  return 0;
}

/** The address that opens the folder and in it the query, which starts the extension. */
function addressOf(url, workspace) {
  const file = `vscode-remote://${new URL(url).host}${path.join(workspace, 'failures.kql')}`;
  return `${url}/?${new URLSearchParams({ folder: workspace, payload: JSON.stringify([['openFile', file]]) })}`;
}
