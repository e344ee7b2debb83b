import * as vscode from 'vscode';
import { ProblemError } from '../../base/index.ts';
import { isDemo, specOf, type SavedSource } from '../model/index.ts';
import type { Parts } from '../parts.ts';
import { chooseAccess } from './chooseAccess.ts';
import { pickWorkspaces } from './pickWorkspace.ts';

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
export async function addWorkspace(parts: Parts): Promise<void> {
  const picked = await pickWorkspaces(parts);
  const spec = picked && specOf(picked.workspaces, picked.access);
  if (!spec) return;
  await parts.workspaces.used(picked.workspaces);
  if (!isDemo(spec)) await parts.workspaces.keepAccess(picked.access);
  await parts.sources.use(spec, 'person');
}

/** Asks how a workspace is to be signed in to, and opens it that way: the one given, else the one in use, else a new one. */
export async function signInOtherwise(parts: Parts, source: SavedSource | undefined): Promise<void> {
  const spec = (source ?? parts.sources.current)?.spec;
  const access = await chooseAccess(parts.tokens, spec?.kind === 'workspace' && !isDemo(spec) ? spec : parts.workspaces.access);
  if (!access) return;
  const { auth, cloud, tenantId, clientId } = access;
  const chosen = { auth, ...(cloud !== undefined && { cloud }), ...(tenantId !== undefined && { tenantId }), ...(clientId !== undefined && { clientId }) };
  await parts.workspaces.keepAccess(chosen);
  if (spec?.kind !== 'workspace' || isDemo(spec)) return addWorkspace(parts);
  const { workspaceId, additionalWorkspaceIds, resourceId, name } = spec;
  const place = { workspaceId, ...(additionalWorkspaceIds && { additionalWorkspaceIds }), ...(resourceId !== undefined && { resourceId }), ...(name !== undefined && { name }) };
  await parts.sources.replace({ kind: 'workspace', ...place, ...chosen });
}
