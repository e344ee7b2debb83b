import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { packageFile } from '../../src/build/package.mjs';
import { serveEditor } from '../../src/build/serveEditor.mjs';
import { startEditorWorkspaces } from '../support/editorWorkspaces.ts';
import { packCompanion } from '../support/vscode/index.ts';
import { cloudOf } from '../support/workspaceWorld.ts';

/** What the tests of a run share: one server with the package installed. */
export interface EditorRun {
  readonly url: string;
  readonly directory: string;
  readonly portFile: string;
  readonly reportFile: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    editorRun: EditorRun;
  }
}

/** Rows that stay at a tree's top, and tips over rows, would lie between the mouse and what a test points at. */
const calmTrees = { 'workbench.tree.enableStickyScroll': false, 'workbench.hover.delay': 10_000 };

/** Installs the VSIX that `npm run package` (or `npm test`) wrote, starts the server, and stops it after the last test. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const vsix = packageFile();
  if (!existsSync(vsix)) throw new Error(`${vsix} is missing. Run \`npm run package\` first.`);
  const directory = mkdtempSync(path.join(tmpdir(), 'identity-trail-editor-'));
  mkdirSync(path.join(directory, 'workspaces'));
  const portFile = path.join(directory, 'companion-port');
  const reportFile = path.join(directory, 'host-report.json');
  const companion = await packCompanion(directory);
  const workspaces = await startEditorWorkspaces();
  const certificate = path.join(directory, 'workspaces.pem');
  writeFileSync(certificate, workspaces.certificate);
  const environment = { IDENTITY_TRAIL_COMPANION: portFile, IDENTITY_TRAIL_REPORT: reportFile, IDENTITY_TRAIL_CLOUD: JSON.stringify(cloudOf(workspaces)), NODE_EXTRA_CA_CERTS: certificate };
  const server = await serveEditor({ packages: [vsix, companion], directory, settings: calmTrees, environment });
  project.provide('editorRun', { url: server.url, directory, portFile, reportFile });
  return async () => {
    await server.stop();
    await workspaces.close();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
}
