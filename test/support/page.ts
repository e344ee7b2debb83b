import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Column, Row } from '../../src/base/index.ts';
import { root } from '../../src/build/processes.mjs';
import { resultsPageHtml, type FromResultsPage, type RunDescription, type ToResultsPage } from '../../src/protocol/index.ts';
import { fonts, themes, type ThemeName } from './themes.ts';

const origin = 'http://results.test';
const mediaTypes: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf' };

export interface PageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly timezone?: string;
  /** What the host answers to `explain`, by `column` or `column=value`. */
  readonly explanations?: Readonly<Record<string, { readonly title: string; readonly paragraphs: readonly string[] }>>;
}

interface HarnessWindow extends Window {
  sentByPage: FromResultsPage[];
  keptByPage: unknown;
}

/** The built results page in a real browser with VS Code's policy and theme colours, and this object as its host. */
export class PageHarness {
  readonly page: Page;
  /** Violations of the content security policy and uncaught errors; a test wants none. */
  readonly faults: readonly string[];

  private constructor(page: Page, faults: readonly string[]) {
    this.page = page;
    this.faults = faults;
  }

  static async open(browser: Browser, options: PageOptions = {}): Promise<PageHarness> {
    const { width = 1400, height = 900, theme = 'dark' } = options;
    const context = await browser.newContext({ viewport: { width, height }, timezoneId: options.timezone ?? 'UTC' });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.route(`${origin}/**`, async (route) => {
      const name = new URL(route.request().url()).pathname;
      if (name === '/') await route.fulfill({ contentType: 'text/html', body: html() });
      else await route.fulfill({ contentType: mediaTypes[path.extname(name)] ?? 'application/octet-stream', body: readFileSync(path.join(root, 'dist', 'webview', name)) });
    });
    await page.addInitScript(fakeHost, options.explanations ?? {});
    await page.goto(`${origin}/`);
    const harness = new PageHarness(page, faults);
    await harness.theme(theme);
    return harness;
  }

  async theme(name: ThemeName): Promise<void> {
    const { bodyClass, colours } = themes[name];
    await this.page.evaluate(
      ([className, variables]) => {
        document.body.className = className;
        document.documentElement.removeAttribute('style');
        for (const [key, value] of Object.entries(variables)) document.documentElement.style.setProperty(`--vscode-${key}`, value);
      },
      [bodyClass, { ...fonts, ...colours }] as const,
    );
  }

  async post(...messages: readonly ToResultsPage[]): Promise<void> {
    // As unknown: the recursive type of JSON values is too deep for Playwright's own types.
    const plain: readonly unknown[] = messages;
    await this.page.evaluate((all) => {
      for (const data of all) window.dispatchEvent(new MessageEvent('message', { data }));
    }, plain);
  }

  /**
   * Sends a result of many rows, made in the page from a few, slice by slice as the host does. The column at `unique`
   * differs in every row. Resolves with the milliseconds until the first rows and until all were drawn.
   */
  async flood(run: RunDescription, columns: readonly Column[], few: readonly Row[], count: number, unique: number): Promise<{ readonly first: number; readonly all: number }> {
    const plain: unknown = { run, columns, few, count, unique };
    return this.page.evaluate(flood, plain as FloodOrder);
  }

  /** What the page has sent, of one type. */
  async sent<Type extends FromResultsPage['type']>(type: Type): Promise<readonly Extract<FromResultsPage, { readonly type: Type }>[]> {
    const all = await this.page.evaluate(() => (window as unknown as HarnessWindow).sentByPage);
    return all.filter((message): message is Extract<FromResultsPage, { readonly type: Type }> => message.type === type);
  }

  /** Texts of a column in the rows that are drawn, top to bottom. */
  async column(name: string): Promise<readonly string[]> {
    return this.page.evaluate((wanted) => {
      const header = [...document.querySelectorAll('.slick-header-column')].find((node) => node.querySelector('.slick-column-name')?.textContent === wanted);
      const cell = Number(header?.getAttribute('aria-colindex')) - 1;
      const cells = [...document.querySelectorAll<HTMLElement>(`.slick-row:not(.slick-group) .slick-cell.l${cell}`)];
      return cells.sort((left, right) => left.getBoundingClientRect().top - right.getBoundingClientRect().top).map((node) => node.textContent);
    }, name);
  }

  header(name: string): Locator {
    return this.page.locator('.slick-header-column').filter({ has: this.page.locator('.slick-column-name').getByText(name, { exact: true }) });
  }

  /** Names of the columns, left to right. */
  async headers(): Promise<readonly string[]> {
    const nodes = await this.page.locator('.slick-header-column').evaluateAll((all) => all.map((node) => ({ left: node.getBoundingClientRect().left, name: node.querySelector('.slick-column-name')?.textContent ?? '' })));
    return nodes.sort((left, right) => left.left - right.left).map(({ name }) => name);
  }

  /** A cell by its line in the grid (0-based) and its column's name. */
  async cell(line: number, name: string): Promise<Locator> {
    const column = Number(await this.header(name).getAttribute('aria-colindex')) - 1;
    return this.page.locator(`.slick-row[data-row="${line}"] .slick-cell.l${column}`);
  }

  tool(name: string | RegExp): Locator {
    return this.page.getByRole('toolbar').getByRole('button', { name, exact: true });
  }

  /** Opens a menu of the toolbar and chooses an item. */
  async choose(tool: string, item: string): Promise<void> {
    await this.tool(tool).click();
    await this.menuItem(item).click();
  }

  /** Opens the menu of a column's header and chooses an item. */
  async columnMenu(column: string, item: string): Promise<void> {
    await this.header(column).click({ button: 'right' });
    await this.menuItem(item).click();
  }

  menuItem(name: string): Locator {
    return this.page.getByRole('menu').locator('.menu-item').filter({ has: this.page.locator('.menu-label').getByText(name, { exact: true }) });
  }

  filter(column: string): Locator {
    return this.page.getByRole('textbox', { name: `Filter ${column}`, exact: true });
  }

  /** Ends with what has the keyboard focus: its role or tag, and its name or text. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => {
      const node = document.activeElement;
      if (!node) return '';
      const heard = node.cloneNode(true) as Element;
      for (const silent of heard.querySelectorAll('[aria-hidden="true"]')) silent.remove();
      const name = node.getAttribute('aria-label') ?? heard.textContent.trim();
      return `${node.getAttribute('role') ?? node.tagName.toLowerCase()} ${name.slice(0, 60)}`.trim();
    });
  }

  async status(): Promise<string> {
    return (await this.page.locator('[role="status"]').textContent()) ?? '';
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

interface FloodOrder {
  readonly run: { readonly runId: number };
  readonly columns: unknown;
  readonly few: readonly (readonly unknown[])[];
  readonly count: number;
  readonly unique: number;
}

/** Runs in the page. */
async function flood({ run, columns, few, count, unique }: FloodOrder): Promise<{ first: number; all: number }> {
  const send = (data: unknown): boolean => window.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
  const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 0));
  const slice = 2000;
  const began = performance.now();
  let first = 0;
  send({ type: 'running', run });
  send({ type: 'begin', run, columns });
  for (let start = 0; start < count; start += slice) {
    const rows = Array.from({ length: Math.min(slice, count - start) }, (_, index) => few[(start + index) % few.length]?.map((value, column) => (column === unique ? `tok-${start + index}` : value)));
    send({ type: 'rows', runId: run.runId, rows });
    await pause();
    if (first === 0 && document.querySelector('.slick-row')) first = performance.now() - began;
  }
  send({ type: 'done', runId: run.runId, footer: { statistics: { engine: 'duckdb', rows: count, elapsedMs: 1 }, warnings: [], asOf: '2026-03-05T09:41:00.0000000Z' } });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return { first: Math.round(first), all: Math.round(performance.now() - began) };
}

function html(): string {
  return resultsPageHtml({ cspSource: origin, scriptUri: `${origin}/results.js`, styleUri: `${origin}/results.css`, codiconUri: `${origin}/codicon.css`, nonce: 'test0nonce' });
}

/** Runs in the page before its own script. */
function fakeHost(explanations: Readonly<Record<string, { title: string; paragraphs: readonly string[] }>>): void {
  const target = window as unknown as HarnessWindow & { acquireVsCodeApi: () => unknown };
  target.sentByPage = [];
  target.acquireVsCodeApi = () => ({
    postMessage: (message: FromResultsPage) => {
      target.sentByPage.push(message);
      if (message.type !== 'explain') return;
      const known = explanations[message.value === undefined ? message.column : `${message.column}=${message.value}`];
      window.dispatchEvent(new MessageEvent('message', { data: { type: 'explanation', requestId: message.requestId, known: known !== undefined, title: known?.title ?? '', paragraphs: known?.paragraphs ?? [] } }));
    },
    getState: () => target.keptByPage,
    setState: (state: unknown) => {
      target.keptByPage = state;
    },
  });
}
