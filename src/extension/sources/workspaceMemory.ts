import type * as vscode from 'vscode';
import type { WorkspaceAccess } from '../../protocol/index.ts';
import { accessFrom, afterMark, afterUse, knownWorkspacesFrom, type KnownWorkspace } from '../model/index.ts';

const workspacesKey = 'identityTrail.workspaces';
const accessKey = 'identityTrail.workspaceAccess';

/** Which workspaces a person used or marked, and how they signed in last; for all windows. Nothing secret. */
export class WorkspaceMemory {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  get known(): readonly KnownWorkspace[] {
    return knownWorkspacesFrom(this.#memento.get(workspacesKey));
  }

  /** How the next workspace is signed in to, unless the person chooses otherwise. */
  get access(): WorkspaceAccess {
    return accessFrom(this.#memento.get(accessKey));
  }

  async used(workspaces: readonly KnownWorkspace[]): Promise<void> {
    await this.#memento.update(workspacesKey, afterUse(this.known, workspaces, Date.now()));
  }

  async toggleFavourite(workspace: KnownWorkspace): Promise<void> {
    await this.#memento.update(workspacesKey, afterMark(this.known, workspace));
  }

  async keepAccess(access: WorkspaceAccess): Promise<void> {
    await this.#memento.update(accessKey, access);
  }
}
