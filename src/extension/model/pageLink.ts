import type { Row } from '../../base/index.ts';
import type { ToResultsPage } from '../../protocol/index.ts';
import { KeptRows } from './keptRows.ts';

/** Rows in one message: small enough that a page stays responsive while it takes them in. */
const sliceRows = 2_000;
/** Rows that may be on their way before the sender waits for the page. */
const windowRows = 6_000;

type RunMessage = Exclude<ToResultsPage, { readonly type: 'explanation' | 'rows' | 'progress' }>;
type Start = Extract<RunMessage, { readonly type: 'running' | 'begin' }>;
type End = Exclude<RunMessage, Start>;

/**
 * The host's end of the line to the results page. Holds messages back until the page says it is ready, hands rows over
 * slice by slice as the page takes them in, and keeps the current run so that a page that was loaded anew (moved to
 * another window, say) gets it again, slice by slice too.
 */
export class PageLink {
  readonly #post: (message: ToResultsPage) => void;
  readonly #folder: string;
  #ready = false;
  /** The current run's messages without its rows. */
  #starts: Start[] = [];
  #end: End | undefined;
  #rows: KeptRows;
  /** Blocks of rows that this page has been sent, and whether it was told how the run ended. */
  #sent = 0;
  #ended = false;
  #outstanding = 0;
  #runId: number | undefined;
  #waiting: (() => void)[] = [];

  /** @param folder for the rows of a large result. */
  constructor(post: (message: ToResultsPage) => void, folder: string) {
    this.#post = post;
    this.#folder = folder;
    this.#rows = new KeptRows(folder);
  }

  /** Rows of the current run that were handed over so far. */
  get rows(): KeptRows {
    return this.#rows;
  }

  /** A message about a run; `running` starts a new one and forgets the one before. */
  send(message: RunMessage): void {
    if (message.type === 'running') this.#startOver(message.run.runId);
    if (message.type === 'running' || message.type === 'begin') {
      this.#starts.push(message);
      if (this.#ready) this.#post(message);
    } else {
      this.#end = message;
      this.#pump();
    }
  }

  /** Settles when the page has taken in enough that more may be sent. Rows of another run than the current one are dropped. */
  async sendRows(runId: number, rows: readonly Row[]): Promise<void> {
    for (let start = 0; start < rows.length && runId === this.#runId; start += sliceRows) {
      this.#rows.append(rows.slice(start, start + sliceRows));
      this.#pump();
      while (this.#behind() && runId === this.#runId) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** How far the current run is; a page that comes later does without. */
  progress(runId: number, message: string): void {
    if (this.#ready && runId === this.#runId) this.#post({ type: 'progress', runId, message });
  }

  explain(message: Extract<ToResultsPage, { readonly type: 'explanation' }>): void {
    if (this.#ready) this.#post(message);
  }

  /** The page is there, perhaps again: gets everything of the current run. */
  pageReady(): void {
    this.#ready = true;
    this.#again();
    for (const message of this.#starts) this.#post(message);
    this.#pump();
    this.#wake();
  }

  /** The page took in this many rows. */
  took(runId: number, rows: number): void {
    if (runId !== this.#runId) return;
    this.#outstanding = Math.max(0, this.#outstanding - rows);
    this.#pump();
    if (!this.#behind()) this.#wake();
  }

  /** The page is gone; the run is kept for the next one, and nobody waits any more. */
  pageGone(): void {
    this.#ready = false;
    this.#again();
    this.#wake();
  }

  dispose(): void {
    this.#rows.dispose();
  }

  #behind(): boolean {
    return this.#ready && (this.#outstanding >= windowRows || this.#sent < this.#rows.blocks);
  }

  #startOver(runId: number): void {
    this.#rows.dispose();
    this.#rows = new KeptRows(this.#folder);
    this.#runId = runId;
    this.#starts = [];
    this.#end = undefined;
    this.#again();
    this.#wake();
  }

  #again(): void {
    this.#sent = 0;
    this.#ended = false;
    this.#outstanding = 0;
  }

  /** Sends what the page has room for: rows in their order, and the end once it has them all. */
  #pump(): void {
    if (!this.#ready || this.#runId === undefined) return;
    while (this.#sent < this.#rows.blocks && this.#outstanding < windowRows) {
      const rows = this.#rows.block(this.#sent);
      this.#sent += 1;
      this.#outstanding += rows.length;
      this.#post({ type: 'rows', runId: this.#runId, rows });
    }
    if (this.#sent < this.#rows.blocks || this.#ended || !this.#end) return;
    this.#ended = true;
    this.#post(this.#end);
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
