import * as vscode from 'vscode';
import { ProblemError } from '../../base/index.ts';
import { workspaceFrom, workspaceIdFault } from '../model/index.ts';
import type { Parts } from '../parts.ts';

/** Asks for a folder of logs (or a file, where one dialog can do both) and opens it. */
export async function addLocalFolder(parts: Parts): Promise<void> {
  const [folder] = (await vscode.window.showOpenDialog({ title: 'Add Logs', openLabel: 'Add Logs', canSelectFolders: true, canSelectFiles: true })) ?? [];
  if (folder) await addPath(parts, folder);
}

/** Asks for one file of logs and opens it. */
export async function addLocalFile(parts: Parts): Promise<void> {
  const filters = { 'Log exports': ['json', 'jsonl', 'ndjson', 'csv', 'parquet', 'gz'], 'All files': ['*'] };
  const [file] = (await vscode.window.showOpenDialog({ title: 'Add a Log File', openLabel: 'Add Log File', canSelectFiles: true, filters })) ?? [];
  if (file) await addPath(parts, file);
}

/** Opens a file or folder as the source in use. */
export async function addPath({ sources }: Parts, uri: vscode.Uri): Promise<void> {
  if (uri.scheme !== 'file') {
    throw new ProblemError({ code: 'SRC020', message: `Logs are read from the file system of the machine that runs the extension; "${uri.scheme}:" is none. Copy the logs to a folder there and add that.` });
  }
  await sources.use({ kind: 'local', path: uri.fsPath }, 'person');
}

/** Asks for a Log Analytics workspace, or for several that are to be one source, and opens it. */
export async function addWorkspace({ sources }: Parts): Promise<void> {
  const typed = await vscode.window.showInputBox({
    title: 'Add Log Analytics Workspace',
    prompt: 'The workspace ID (a GUID), from the Overview page of the workspace in the Azure portal. Several with commas between them are one source; DEMO_WORKSPACE is Microsoft\'s public one, without signing in.',
    placeHolder: '1b4e28ba-2fa1-4d3b-a3f5-9f6ec1f0a7d2',
    ignoreFocusOut: true,
    validateInput: workspaceIdFault,
  });
  const spec = typed === undefined ? undefined : workspaceFrom(typed);
  if (spec) await sources.use(spec, 'person');
}
