import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** The results page of a window, in the words of a person who looks at it. The only place that knows its markup. */
export class ResultsPage {
  readonly frame: FrameLocator;
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.frame = workbench.results();
  }

  get grid(): Locator {
    return this.frame.locator('[role="grid"]').first();
  }

  get rows(): Locator {
    return this.frame.locator('.slick-row:not(.slick-group)');
  }

  get timeline(): Locator {
    return this.frame.locator('.timeline-lanes');
  }

  get marks(): Locator {
    return this.timeline.getByRole('option');
  }

  get title(): Locator {
    return this.frame.locator('h1');
  }

  /** The status line of a cancelled run; the button of nearly that name stays on the page, hidden. */
  get cancelled(): Locator {
    return this.frame.locator('[role="status"]', { hasText: /^\s*Cancelled/ });
  }

  button(name: RegExp): Locator {
    return this.frame.getByRole('button', { name }).first();
  }

  /** Waits until the run of this title (or any) is over and its rows are drawn. */
  async waitForRows(title?: string | RegExp): Promise<void> {
    if (title !== undefined) await this.title.filter({ hasText: title }).waitFor();
    await this.frame.locator('[role="status"]', { hasText: /^\s*[\d,]+ (of [\d,]+ )?rows?\b/ }).waitFor();
    await this.rows.first().waitFor();
  }

  header(column: string): Locator {
    return this.frame.locator('.slick-header-column', { hasText: new RegExp(`^\\s*${column}\\b`) }).first();
  }

  /** Texts of a column in the rows that are drawn, top to bottom. */
  async column(name: string): Promise<readonly string[]> {
    const index = await this.#columnIndex(name);
    const rows = await this.rows.evaluateAll(
      (elements, cell) =>
        elements
          .map((row) => ({ top: row.getBoundingClientRect().top, text: row.querySelector(`.l${cell}`)?.textContent ?? '' }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      index,
    );
    return rows;
  }

  /** The text of the status line: rows, warnings, time. */
  async status(): Promise<string> {
    return this.frame.locator('[role="status"]').first().innerText();
  }

  async sortBy(column: string): Promise<void> {
    await this.header(column).click();
  }

  /** Types into the filter below a column's header. */
  async filter(column: string, text: string): Promise<void> {
    const input = this.frame.getByRole('textbox', { name: new RegExp(`filter.*${column}|${column}.*filter`, 'i') }).first();
    await input.fill(text);
  }

  /** Opens the export menu and chooses a format. */
  async export(format: 'CSV' | 'TSV' | 'JSON' | 'Markdown'): Promise<void> {
    await this.button(/export/i).click();
    await this.frame.getByRole('menuitem', { name: format }).first().click();
  }

  /** How many rows the status line counts: those that the filters leave. */
  async rowCount(): Promise<number> {
    return Number((/^[\d,]+/.exec((await this.status()).trim())?.[0] ?? '').replaceAll(',', ''));
  }

  /** Puts the cursor into the first cell and presses keys there. */
  async pressInGrid(...keys: readonly string[]): Promise<void> {
    await this.rows.first().locator('.slick-cell').first().click();
    for (const key of keys) await this.#workbench.page.keyboard.press(key);
  }

  async #columnIndex(name: string): Promise<number> {
    const headers = await this.frame.locator('.slick-header-column').allInnerTexts();
    const index = headers.findIndex((text) => text.trim().split('\n')[0] === name);
    if (index < 0) throw new Error(`No column ${name} among ${headers.join(', ')}`);
    return index;
  }
}
