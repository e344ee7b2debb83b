import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import * as vscode from 'vscode';
import { resultsPageHtml, type FromResultsPage, type ToResultsPage } from '../../protocol/index.ts';
import { resultsViewType } from '../contributions.ts';
import { PageLink } from '../model/index.ts';

/** The results page beside the editor: one for all runs, made when first needed. */
export class ResultsPanel implements vscode.Disposable {
  readonly #root: vscode.Uri;
  readonly #received = new vscode.EventEmitter<FromResultsPage>();
  readonly #closed = new vscode.EventEmitter<void>();
  #panel: vscode.WebviewPanel | undefined;

  /** The line to the page; it outlives the panel, so that a closed page can be shown again with its result. */
  readonly link = new PageLink((message) => this.#post(message), tmpdir());
  /** What the page asks for, besides what the line itself deals with. */
  readonly onDidReceive = this.#received.event;
  /** A person closed the page. */
  readonly onDidClose = this.#closed.event;

  constructor(context: vscode.ExtensionContext) {
    this.#root = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview');
  }

  get visible(): boolean {
    return this.#panel?.visible === true;
  }

  /** Brings the page to the front, beside a text editor that has the focus; it takes the focus only when asked to. */
  show(title: string, options: { readonly takeFocus: boolean }): void {
    if (!this.#panel) {
      const beside = vscode.window.activeTextEditor !== undefined;
      this.#adopt(vscode.window.createWebviewPanel(resultsViewType, title, { viewColumn: beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active, preserveFocus: !options.takeFocus }, this.#options()));
    } else {
      this.#panel.reveal(undefined, !options.takeFocus);
    }
    if (this.#panel) this.#panel.title = title;
  }

  /** Takes over the panel that VS Code kept over a reload of the window. */
  restore(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    panel.webview.options = this.#options();
    this.#adopt(panel);
  }

  dispose(): void {
    this.#panel?.dispose();
    this.link.dispose();
    this.#received.dispose();
    this.#closed.dispose();
  }

  #options(): vscode.WebviewOptions & vscode.WebviewPanelOptions {
    // Kept when hidden: filters, selection, scroll position and unfolded cells are the work of an investigation.
    return { enableScripts: true, enableForms: false, localResourceRoots: [this.#root], retainContextWhenHidden: true };
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    panel.iconPath = new vscode.ThemeIcon('table');
    panel.webview.onDidReceiveMessage((message: FromResultsPage) => this.#receive(message));
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.link.pageGone();
      this.#closed.fire();
    });
    const file = (name: string): string => panel.webview.asWebviewUri(vscode.Uri.joinPath(this.#root, name)).toString();
    panel.webview.html = resultsPageHtml({
      cspSource: panel.webview.cspSource,
      scriptUri: file('results.js'),
      styleUri: file('results.css'),
      codiconUri: file('codicon.css'),
      nonce: randomBytes(24).toString('hex'),
    });
  }

  #receive(message: FromResultsPage): void {
    if (message.type === 'ready') this.link.pageReady();
    else if (message.type === 'took') this.link.took(message.runId, message.rows);
    else this.#received.fire(message);
  }

  #post(message: ToResultsPage): void {
    void this.#panel?.webview.postMessage(message);
  }
}
