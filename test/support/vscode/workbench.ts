import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type * as vscodeApi from 'vscode';
import { root } from '../../../src/build/processes.mjs';

/** How long a step may take: the machine may be busy with other work. */
export const patience = 60_000;

const resultsPage = 'iframe.webview.ready';

/** One VS Code window in the browser, with the words a test needs. All waits are bounded by `patience`. */
export class Workbench {
  readonly page: Page;
  readonly #portFile: string;

  private constructor(page: Page, portFile: string) {
    this.page = page;
    this.#portFile = portFile;
  }

  /** Opens a window on a folder and waits until the extensions have started. */
  static async open(browser: Browser, url: string, folder: string, portFile: string, size = { width: 1400, height: 900 }): Promise<Workbench> {
    rmSync(portFile, { force: true });
    const context = await browser.newContext({ viewport: size, permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const workbench = new Workbench(page, portFile);
    await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`);
    await page.locator('.monaco-workbench').waitFor();
    await until(() => existsSync(portFile), 'the extension host to start');
    return workbench;
  }

  /** Runs a function inside the extension host and returns its (JSON) value. The function sees only its arguments. */
  async inHost<Value, Argument = undefined>(
    action: (vscode: typeof vscodeApi, argument: Argument, require: NodeJS.Require) => Value | Promise<Value>,
    argument?: Argument,
  ): Promise<Value> {
    const response = await fetch(`http://127.0.0.1:${readFileSync(this.#portFile, 'utf8')}/`, { method: 'POST', body: JSON.stringify({ source: action.toString(), argument }) });
    const answer = (await response.json()) as { value: Value } | { error: string };
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  }

  /** Runs a command by its ID, as a menu or a key would. Does not wait for commands that stay open. */
  async execute(command: string, ...args: readonly unknown[]): Promise<void> {
    await this.inHost(
      (vscode, { id, values }) => {
        void vscode.commands.executeCommand(id, ...values);
      },
      { id: command, values: args },
    );
  }

  /** Picks a command by its title in the command palette, as a person would. */
  async palette(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input').fill(`>${title}`);
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().click();
  }

  /** The open input box, quick pick or file dialog. */
  get question(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** Types into the open input box or quick pick and confirms. */
  async answer(text: string): Promise<void> {
    await this.question.locator('input:not([type="checkbox"])').first().fill(text);
    await this.settle();
    await this.page.keyboard.press('Enter');
  }

  /** Types into the open quick pick and picks the entry of that text, wherever in the list it is. */
  async search(text: string): Promise<void> {
    await this.question.locator('input:not([type="checkbox"])').first().fill(text);
    await this.pick(text);
  }

  /** Opens the context menu of a row and gives one of its commands. A menu takes no click in its first moments, so that it is clicked until it closes. */
  async fromContextMenu(row: Locator, command: string): Promise<void> {
    await row.click({ button: 'right' });
    const entry = this.page.locator('.context-view .action-label', { hasText: command }).first();
    await entry.waitFor();
    await until(async () => {
      await entry.click({ timeout: 2_000 }).catch(() => undefined);
      await entry.waitFor({ state: 'hidden', timeout: 2_000 }).catch(() => undefined);
      return !(await entry.isVisible());
    }, `the menu to close after ${command}`);
  }

  /** Picks an entry of the open quick pick. */
  async pick(entry: string | RegExp): Promise<void> {
    await this.question.locator('.monaco-list-row', { hasText: entry }).first().click();
  }

  /** Types a path into the open file dialog and confirms until it closes. The dialog sets its own path while it starts, and the first Enter may only have moved it there. */
  async choosePath(file: string): Promise<void> {
    const input = this.question.locator('input:not([type="checkbox"])').first();
    await input.waitFor();
    await until(async () => {
      await this.settle();
      if (!(await this.question.isVisible())) return true;
      // To the box itself: a key for the window would go to the tree behind a dialog that has just closed.
      const typed = await input.inputValue({ timeout: 2_000 }).catch(() => undefined);
      if (typed?.replace(/\/$/, '') === file) {
        await input.press('Enter', { timeout: 2_000 }).catch(() => undefined);
        await this.question.waitFor({ state: 'hidden', timeout: 4_000 }).catch(() => undefined);
      } else if (typed !== undefined) await input.fill(file, { timeout: 2_000 }).catch(() => undefined);
      return false;
    }, 'the file dialog to close');
  }

  /** Waits until the window has drawn what it knows: two frames. */
  async settle(): Promise<void> {
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }

  /** Opens the extension's container and brings one of its views to the front. */
  async openView(view: 'identities' | 'scenarios' | 'sources'): Promise<Locator> {
    await this.inHost((vscode, id) => vscode.commands.executeCommand(id), `identityTrail.${view}.focus`);
    return this.view(view);
  }

  /** The pane of a view, by its title. */
  view(view: 'identities' | 'scenarios' | 'sources'): Locator {
    return this.page.locator('.pane', { has: this.page.locator('.pane-header', { hasText: new RegExp(`^\\s*${view}`, 'i') }) });
  }

  /** Rows of a view's tree, with a text; not the copies that stay at its top while it scrolls. */
  row(view: 'identities' | 'scenarios' | 'sources', text: string | RegExp): Locator {
    return this.view(view).locator('.monaco-list-rows [role="treeitem"]', { hasText: text });
  }

  /** A row of a view's tree wherever it is: scrolls down and up until it is drawn. */
  async find(view: 'identities' | 'scenarios' | 'sources', text: string | RegExp): Promise<Locator> {
    const row = this.row(view, text).first();
    await until(async () => (await this.row(view, '').count()) > 0, `rows in ${view}`);
    const list = this.view(view).locator('.monaco-list').first();
    // A turn of the wheel moves a tree by about half of what it says.
    let step = Math.round(((await list.boundingBox())?.height ?? 150) * 1.6);
    let still = 0;
    await list.hover();
    await until(async () => {
      if ((await row.count()) > 0) return true;
      const before = (await this.rowTexts(view)).join('\n');
      await this.page.mouse.wheel(0, step);
      await this.settle();
      still = before === (await this.rowTexts(view)).join('\n') ? still + 1 : 0;
      // A busy window scrolls late: only a list that stays where it is has come to its end.
      if (still >= 8) {
        step = -step;
        still = 0;
      }
      return false;
    }, `a row ${String(text)} in ${view}`);
    await row.scrollIntoViewIfNeeded();
    return row;
  }

  /** Chooses the sample tenant from the welcome content, or by its command where a source is open already. */
  async openSample(): Promise<void> {
    await this.openView('identities');
    await this.execute('identityTrail.openSample');
    await this.row('identities', 'Service principals').first().waitFor();
  }

  /** Adds a folder or file of logs through the file dialog, the way a person does. */
  async addLogs(folder: string): Promise<void> {
    await this.execute('identityTrail.addLocalSource');
    await this.choosePath(folder);
  }

  /** Runs a scenario from the tree with the button on its row. */
  async runScenario(title: string): Promise<void> {
    await this.openView('scenarios');
    const row = await this.find('scenarios', title);
    await row.hover();
    await row.locator('.action-label.codicon-play').click();
  }

  /** Opens an unsaved KQL document with this text; the cursor is at its start. */
  async openQuery(text: string): Promise<void> {
    await this.inHost(async (vscode, content) => {
      const document = await vscode.workspace.openTextDocument({ language: 'kusto', content });
      await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    }, text);
  }

  /** Opens an unsaved KQL document with this text and runs it. */
  async runQuery(text: string): Promise<void> {
    await this.openQuery(text);
    await this.execute('identityTrail.runQuery');
  }

  /** A word in the text of the editor that has the focus. */
  word(text: string): Locator {
    return this.page.locator('.editor-group-container.active .view-line span span', { hasText: new RegExp(`^${text}$`) }).first();
  }

  /** What is on the clipboard of the machine that the window runs on. */
  async clipboard(): Promise<string> {
    return this.inHost(async (vscode) => vscode.env.clipboard.readText());
  }

  /** Closes every editor, unsaved ones too. */
  async closeEditors(): Promise<void> {
    await this.inHost(async (vscode) => {
      while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  }

  /** The content of the results page (a webview inside two frames). */
  results(): FrameLocator {
    return this.page.locator(resultsPage).first().contentFrame().frameLocator('iframe#active-frame');
  }

  /** Sets user settings and waits until the window has them. */
  async configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await this.inHost(async (vscode, values) => {
      for (const [key, value] of Object.entries(values)) await vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Global);
    }, settings);
  }

  /** Switches the colour theme. */
  async theme(name: 'Default Dark Modern' | 'Default Light Modern' | 'Default High Contrast' | 'Default High Contrast Light'): Promise<void> {
    await this.configure({ 'workbench.colorTheme': name });
    const kind = name.includes('High Contrast') ? /hc-(black|light)/ : name.includes('Light') ? /\bvs\b/ : /vs-dark/;
    await until(async () => kind.test((await this.page.locator('.monaco-workbench').getAttribute('class')) ?? ''), `the theme ${name}`);
    await this.settle();
  }

  /** Keeps a picture as test-output/screenshots/<name>.png and returns its path. */
  async screenshot(name: string, size?: { readonly width: number; readonly height: number }): Promise<string> {
    if (size) await this.page.setViewportSize(size);
    await this.settle();
    const file = path.join(root, 'test-output', 'screenshots', `${name}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
    return file;
  }

  /** What the drawn rows of a view's tree say, from top to bottom. */
  async rowTexts(view: 'identities' | 'scenarios' | 'sources'): Promise<readonly string[]> {
    const rows = await this.row(view, '').evaluateAll((elements) => elements.map((row) => [row.getBoundingClientRect().top, row.textContent] as const));
    return rows.sort(([above], [below]) => above - below).map(([, text]) => text);
  }

  /** Texts of the notifications that are open now. */
  async notifications(): Promise<readonly string[]> {
    return this.page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Waits until a condition holds; fails with the name of what did not come. */
export async function until(condition: () => boolean | Promise<boolean>, what: string, timeout = patience): Promise<void> {
  const end = Date.now() + timeout;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited ${timeout / 1000} s for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
