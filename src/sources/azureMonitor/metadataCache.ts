import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { WorkspaceMetadata } from './metadata.ts';

/** What is remembered of a workspace between sessions: its shape, never its records. */
export interface RememberedWorkspace extends WorkspaceMetadata {
  readonly version: 1;
  /** Milliseconds since 1970. */
  readonly readAt: number;
  readonly plans: Readonly<Record<string, 'Analytics' | 'Basic' | 'Auxiliary'>>;
  readonly watchlists: readonly string[];
}

/** Undefined when nothing, or nothing readable, is remembered. */
export async function recallWorkspace(storage: string, workspaceId: string): Promise<RememberedWorkspace | undefined> {
  try {
    const remembered = JSON.parse(await readFile(fileOf(storage, workspaceId), 'utf8')) as RememberedWorkspace;
    return remembered.version === 1 && Array.isArray(remembered.tables) ? remembered : undefined;
  } catch {
    return undefined;
  }
}

export async function rememberWorkspace(storage: string, workspaceId: string, workspace: RememberedWorkspace): Promise<void> {
  const file = fileOf(storage, workspaceId);
  await mkdir(path.dirname(file), { recursive: true });
  const partial = `${file}.${String(process.pid)}.partial`;
  await writeFile(partial, JSON.stringify(workspace));
  await rename(partial, file);
}

function fileOf(storage: string, workspaceId: string): string {
  return path.join(storage, 'workspaces', `${workspaceId.toLowerCase().replace(/[^\w-]/g, '_')}.json`);
}
