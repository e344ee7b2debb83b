import type { Row } from '../base/index.ts';
import type { EngineMessage, ResultHeader, ResultSink } from '../protocol/index.ts';

/** Slices that may be on their way before the client has taken in the first of them. */
const window = 4;

/** Sends a result to the client and holds the producer back while the client is behind. */
export class AcknowledgedSink implements ResultSink {
  readonly #id: number;
  readonly #post: (message: EngineMessage) => void;
  #inFlight = 0;
  #waiting: (() => void) | undefined;

  constructor(id: number, post: (message: EngineMessage) => void) {
    this.#id = id;
    this.#post = post;
  }

  header(header: ResultHeader): void {
    this.#post({ type: 'header', id: this.#id, header });
  }

  async rows(rows: readonly Row[]): Promise<void> {
    this.#post({ type: 'rows', id: this.#id, rows });
    this.#inFlight += 1;
    if (this.#inFlight >= window) await new Promise<void>((resolve) => (this.#waiting = resolve));
  }

  progress(message: string, fraction: number | undefined): void {
    this.#post({ type: 'progress', id: this.#id, message, ...(fraction === undefined ? {} : { fraction }) });
  }

  acknowledge(): void {
    this.#inFlight -= 1;
    this.release();
  }

  /** Lets a waiting producer go on, so that it can notice that it was cancelled. */
  release(): void {
    this.#waiting?.();
    this.#waiting = undefined;
  }
}
