import * as vscode from 'vscode';
import { readSetting } from '../configuration.ts';
import { setContextKey } from '../contextKeys.ts';
import { absoluteTime, isKqlLanguage, sourceStatusView } from '../model/index.ts';
import type { SourceManager } from '../sources/sourceManager.ts';

/** The source in use in the status bar, and the context keys that follow it. A click switches. */
export class SourceStatusBar implements vscode.Disposable {
  readonly #sources: SourceManager;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(sources: SourceManager) {
    this.#sources = sources;
    this.#item = vscode.window.createStatusBarItem('identityTrail.source', vscode.StatusBarAlignment.Left, 10);
    this.#item.name = 'Identity Trail source';
    this.#item.command = 'identityTrail.switchSource';
    this.#subscriptions = [sources.onDidChange(() => this.refresh()), vscode.window.onDidChangeActiveTextEditor(() => this.refresh())];
    this.refresh();
  }

  refresh(): void {
    const { current, currentStatus: status } = this.#sources;
    setContextKey('identityTrail.hasSources', this.#sources.list.length > 0);
    setContextKey('identityTrail.source', !current || !status || status.state === 'closed' ? 'none' : status.state);
    const { text, tooltip, failed } = sourceStatusView(current, status, (datetime) => absoluteTime(datetime, readSetting('identityTrail.timeDisplay')));
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: tooltip, role: 'button' };
    this.#item.backgroundColor = failed ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    const onKql = isKqlLanguage(vscode.window.activeTextEditor?.document.languageId ?? '');
    if (current || onKql) this.#item.show();
    else this.#item.hide();
  }

  dispose(): void {
    this.#item.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
