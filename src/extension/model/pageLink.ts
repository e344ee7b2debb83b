import type { Row } from '../../base/index.ts';
import type { ToResultsPage } from '../../protocol/index.ts';

/** Rows in one message: small enough that a page stays responsive while it takes them in. */
const sliceRows = 2_000;
/** Rows that may be on their way before the sender waits for the page. */
const windowRows = 6_000;

type RunMessage = Exclude<ToResultsPage, { readonly type: 'explanation' }>;

/**
 * The host's end of the line to the results page. Holds messages back until the page says it is ready, hands rows over
 * slice by slice as the page takes them in, and keeps the current run so that a page that was loaded anew (moved to
 * another window, say) gets it again.
 */
export class PageLink {
  readonly #post: (message: ToResultsPage) => void;
  #ready = false;
  /** The current run's messages in order, without its rows. */
  #history: RunMessage[] = [];
  #rows: Row[] = [];
  #outstanding = 0;
  #runId: number | undefined;
  #waiting: (() => void)[] = [];

  constructor(post: (message: ToResultsPage) => void) {
    this.#post = post;
  }

  /** Rows of the current run that were handed over so far. */
  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** A message about a run; `running` starts a new one and forgets the one before. */
  send(message: Exclude<RunMessage, { readonly type: 'rows' }>): void {
    if (message.type === 'running') this.#startOver(message.run.runId);
    this.#history.push(message);
    if (this.#ready) this.#post(message);
  }

  /** Settles when the page has taken in enough that more may be sent. Rows of another run than the current one are dropped. */
  async sendRows(runId: number, rows: readonly Row[]): Promise<void> {
    if (runId !== this.#runId) return;
    for (let start = 0; start < rows.length; start += sliceRows) {
      const slice = rows.slice(start, start + sliceRows);
      for (const row of slice) this.#rows.push(row);
      if (this.#ready) this.#postRows(runId, slice);
      while (this.#outstanding >= windowRows && runId === this.#runId) await new Promise<void>((resolve) => this.#waiting.push(resolve));
      if (runId !== this.#runId) return;
    }
  }

  explain(message: Extract<ToResultsPage, { readonly type: 'explanation' }>): void {
    if (this.#ready) this.#post(message);
  }

  /** The page is there, perhaps again: gets everything of the current run. */
  pageReady(): void {
    this.#ready = true;
    this.#outstanding = 0;
    const replay = this.#history.filter(({ type }) => type === 'running' || type === 'begin');
    for (const message of replay) this.#post(message);
    if (this.#runId !== undefined) for (let start = 0; start < this.#rows.length; start += sliceRows) this.#postRows(this.#runId, this.#rows.slice(start, start + sliceRows));
    for (const message of this.#history) if (message.type === 'done' || message.type === 'failed') this.#post(message);
    this.#wake();
  }

  /** The page took in this many rows. */
  took(runId: number, rows: number): void {
    if (runId !== this.#runId) return;
    this.#outstanding = Math.max(0, this.#outstanding - rows);
    if (this.#outstanding < windowRows) this.#wake();
  }

  /** The page is gone; the run is kept for the next one, and nobody waits any more. */
  pageGone(): void {
    this.#ready = false;
    this.#outstanding = 0;
    this.#wake();
  }

  #startOver(runId: number): void {
    this.#runId = runId;
    this.#history = [];
    this.#rows = [];
    this.#outstanding = 0;
    this.#wake();
  }

  #postRows(runId: number, rows: readonly Row[]): void {
    this.#outstanding += rows.length;
    this.#post({ type: 'rows', runId, rows });
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
