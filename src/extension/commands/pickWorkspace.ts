import * as vscode from 'vscode';
import { demoWorkspace, type WorkspaceAccess, type WorkspaceListing } from '../../protocol/index.ts';
import { problemsOf } from '../failures.ts';
import { accessText, isSignInProblem, labelText, specOf, typedWorkspace, withoutIcons, workspaceGroups, workspaceLabel, type KnownWorkspace } from '../model/index.ts';
import type { Parts } from '../parts.ts';
import { chooseAccess } from './chooseAccess.ts';

interface WorkspaceItem extends vscode.QuickPickItem {
  readonly workspaces?: readonly KnownWorkspace[];
  readonly act?: () => void;
}

export interface PickedWorkspaces {
  readonly workspaces: readonly KnownWorkspace[];
  readonly access: WorkspaceAccess;
}

const signIn = { iconPath: new vscode.ThemeIcon('account'), tooltip: 'Choose How to Sign In' };
const several = { iconPath: new vscode.ThemeIcon('checklist'), tooltip: 'Choose Several as One Source' };
const again = { iconPath: new vscode.ThemeIcon('refresh'), tooltip: 'List Again' };
const mark = { iconPath: new vscode.ThemeIcon('star-empty'), tooltip: 'Add to Favourites' };
const unmark = { iconPath: new vscode.ThemeIcon('star-full'), tooltip: 'Remove from Favourites' };

/** Asks which workspace, or which several, to open: from favourites, recent ones, the account's list, or what is pasted. */
export function pickWorkspaces(parts: Parts): Promise<PickedWorkspaces | undefined> {
  return new WorkspacePicker(parts).pick();
}

class WorkspacePicker {
  readonly #parts: Parts;
  readonly #pick = vscode.window.createQuickPick<WorkspaceItem>();
  #access: WorkspaceAccess;
  #listing: WorkspaceListing | undefined;
  #stopListing = new AbortController();
  /** Another question is being asked, which hides this one. */
  #aside = false;
  #settle: (picked: PickedWorkspaces | undefined) => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#access = parts.workspaces.access;
  }

  async pick(): Promise<PickedWorkspaces | undefined> {
    const picked = new Promise<PickedWorkspaces | undefined>((resolve) => (this.#settle = resolve));
    const pick = this.#pick;
    pick.title = 'Add Log Analytics Workspace';
    pick.placeholder = 'Search by name, or paste a workspace ID (GUID), several with commas, or a resource ID';
    pick.matchOnDescription = true;
    pick.ignoreFocusOut = true;
    pick.buttons = [several, signIn, again];
    pick.onDidChangeValue(() => this.#draw());
    pick.onDidAccept(() => this.#accept());
    pick.onDidHide(() => {
      if (!this.#aside) this.#settle(undefined);
    });
    pick.onDidTriggerButton((button) => this.#press(button));
    pick.onDidTriggerItemButton(({ item }) => void this.#toggleFavourite(item));
    this.#draw();
    pick.show();
    // A list that nobody has to sign in for comes by itself.
    if (this.#access.auth !== 'deviceCode') void this.#list();
    try {
      return await picked;
    } finally {
      this.#stopListing.abort();
      pick.dispose();
    }
  }

  #draw(): void {
    const typed = typedWorkspace(this.#pick.value, this.#listing);
    const groups = workspaceGroups(this.#parts.workspaces.known, this.#listing);
    const known = groups.flatMap(({ title, workspaces }) => [separator(withoutIcons(labelText(title))), ...workspaces.map(itemOf)]);
    const pasted: readonly WorkspaceItem[] = typed === undefined ? [] : typed.kind === 'unlisted'
      ? [{ label: '$(warning) This resource ID is not in the list of your account', detail: 'Paste the Workspace ID instead, the GUID on the Overview page of the workspace; or sign in another way.', alwaysShow: true }]
      : [{ label: `$(cloud) Open ${typed.workspaces.map((workspace) => withoutIcons(labelText(workspaceLabel(workspace)))).join(' and ')}`, description: 'as pasted', alwaysShow: true, workspaces: typed.workspaces }];
    this.#pick.items = [...pasted, ...known, separator('More'), ...this.#more()];
  }

  #more(): readonly WorkspaceItem[] {
    const said = new Map(this.#listing?.problems.map((problem) => [problem.message, problem]));
    const mustSignIn = [...said.values()].some(isSignInProblem);
    const complaints = mustSignIn ? [] : [...said.values()].map(({ code, message }): WorkspaceItem => ({ label: '$(warning) Not everything could be listed', description: code, detail: withoutIcons(labelText(message)) }));
    const empty = this.#listing?.workspaces.length === 0 && !mustSignIn && complaints.length === 0;
    return [
      ...complaints,
      ...(empty ? [{ label: '$(info) This account sees no workspace', detail: 'A workspace can be readable without being listed: paste its Workspace ID (GUID). Or sign in to another tenant.' }] : []),
      ...(mustSignIn || !this.#listing ? [{ label: '$(sign-in) Sign In and List My Workspaces', description: withoutIcons(accessText(this.#access)), act: () => void this.#listAsked() }] : []),
      { label: '$(account) Sign In Another Way…', description: 'account, tenant, cloud, Azure CLI, device code …', act: () => void this.#chooseAccess() },
      { label: '$(beaker) Demo Workspace of Microsoft', description: 'live data of a public workspace, without signing in', workspaces: [{ workspaceId: demoWorkspace.workspaceId }] },
    ];
  }

  #accept(): void {
    const chosen = this.#pick.canSelectMany ? this.#pick.selectedItems : this.#pick.activeItems.slice(0, 1);
    const act = chosen.find((item) => item.act)?.act;
    if (act) act();
    const workspaces = chosen.flatMap((item) => item.workspaces ?? []);
    if (!act && specOf(workspaces, this.#access)) this.#settle({ workspaces, access: this.#access });
  }

  #press(button: vscode.QuickInputButton): void {
    if (button === again) void this.#listAsked();
    else if (button === signIn) void this.#chooseAccess();
    else this.#pick.canSelectMany = !this.#pick.canSelectMany;
  }

  async #toggleFavourite({ workspaces }: WorkspaceItem): Promise<void> {
    const [workspace] = workspaces ?? [];
    if (workspace) await this.#parts.workspaces.toggleFavourite(workspace);
    this.#draw();
  }

  async #chooseAccess(): Promise<void> {
    this.#aside = true;
    const access = await chooseAccess(this.#parts.tokens, this.#access);
    this.#aside = false;
    this.#pick.show();
    if (!access) return;
    this.#access = access;
    await this.#listAsked();
  }

  #listAsked(): Promise<void> {
    return this.#parts.tokens.duringUserAction(() => this.#list());
  }

  async #list(): Promise<void> {
    this.#stopListing.abort();
    const { signal } = (this.#stopListing = new AbortController());
    this.#pick.busy = true;
    try {
      const listing = await this.#parts.engine.listWorkspaces(this.#access, { signal });
      if (!signal.aborted) this.#listing = listing;
    } catch (error) {
      if (!signal.aborted) this.#listing = { tenants: [], subscriptions: [], workspaces: [], problems: problemsOf(error) };
    }
    if (signal.aborted) return;
    this.#pick.busy = false;
    this.#draw();
  }
}

function itemOf(workspace: KnownWorkspace): WorkspaceItem {
  return { label: withoutIcons(labelText(workspaceLabel(workspace))), description: workspace.workspaceId, workspaces: [workspace], buttons: [workspace.favourite ? unmark : mark] };
}

function separator(label: string): WorkspaceItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
