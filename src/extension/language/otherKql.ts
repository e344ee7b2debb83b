import * as vscode from 'vscode';
import { readSetting } from '../configuration.ts';
import type { SettingKey } from '../contributions.ts';
import { labelText, otherKqlExtensions, sharesKql, type OtherKqlExtension } from '../model/index.ts';

const setting = 'identityTrail.besideOtherKql' satisfies SettingKey;
const toldKey = 'identityTrail.toldOfKql';

/** Other extensions that serve KQL in this window: what is left to them, and the one message about each. */
export class OtherKql {
  readonly #memento: vscode.Memento;
  readonly #ownId: string;

  constructor({ globalState, extension }: vscode.ExtensionContext) {
    this.#memento = globalState;
    this.#ownId = extension.id;
  }

  share(): boolean {
    return sharesKql(readSetting(setting), this.#found());
  }

  /** A person who sees things twice should know why; once for each extension. */
  tellOnce(): void {
    const told = this.#memento.get<readonly string[]>(toldKey, []);
    const fresh = this.#found().filter(({ id }) => !told.includes(id));
    const [first] = fresh;
    if (!first) return;
    void this.#memento.update(toldKey, [...told, ...fresh.map(({ id }) => id)]);
    if (readSetting(setting) === 'auto') void ask(first, this.share());
  }

  #found(): readonly OtherKqlExtension[] {
    return otherKqlExtensions(vscode.extensions.all, this.#ownId);
  }
}

async function ask({ name }: OtherKqlExtension, shares: boolean): Promise<void> {
  const other = labelText(name);
  const message = shares
    ? `${other} serves KQL too. So that nothing shows twice, Identity Trail leaves general hovers, completion of names and formatting to it, and adds what it knows of sign-in and audit logs.`
    : `${other} serves KQL too. If hovers or completions come twice, let Identity Trail keep to what it knows of sign-in and audit logs.`;
  const change = shares ? 'Use Identity Trail for All' : 'Keep to That';
  const choice = await vscode.window.showInformationMessage(message, change, 'Show Setting');
  if (choice === change) await vscode.workspace.getConfiguration().update(setting, shares ? 'all' : 'share', vscode.ConfigurationTarget.Global);
  else if (choice === 'Show Setting') await vscode.commands.executeCommand('workbench.action.openSettings', setting);
}
