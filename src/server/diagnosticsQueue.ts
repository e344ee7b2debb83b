/** Work on one document, cut into steps between which other messages are answered. */
export interface DiagnosticsJob<T> {
  /** The steps of the newest text; undefined when the document is gone. */
  steps(uri: string): Iterator<T> | undefined;
  publish(uri: string, results: readonly T[]): void;
}

interface Pending {
  timer: NodeJS.Timeout | NodeJS.Immediate;
}

/** How long one turn may work before messages that arrived are answered. */
const turnMs = 6;
const longestDelayMs = 250;
/** After a cheap check: long enough for the questions that an editor sends with a key to be answered first. */
const shortDelayMs = 3;
const cheapMs = 20;

/**
 * Diagnoses documents in turns. A change makes the running work stale; it begins anew almost at once where the last check of
 * the document was cheap, else after a pause as long as that one took, so that dear checks wait until typing rests.
 */
export class DiagnosticsQueue<T> {
  readonly #job: DiagnosticsJob<T>;
  readonly #pending = new Map<string, Pending>();
  readonly #cost = new Map<string, number>();

  constructor(job: DiagnosticsJob<T>) {
    this.#job = job;
  }

  schedule(uri: string): void {
    this.cancel(uri);
    const cost = this.#cost.get(uri);
    const delay = cost === undefined ? 0 : cost < cheapMs ? shortDelayMs : Math.min(longestDelayMs, cost);
    const pending: Pending = { timer: setTimeout(() => begin(), delay) };
    const begin = () => {
      const steps = this.#job.steps(uri);
      if (steps) this.#work(uri, steps, [], 0, pending);
      else this.cancel(uri);
    };
    this.#pending.set(uri, pending);
  }

  cancel(uri: string): void {
    const pending = this.#pending.get(uri);
    if (!pending) return;
    clearTimeout(pending.timer as NodeJS.Timeout);
    clearImmediate(pending.timer as NodeJS.Immediate);
    this.#pending.delete(uri);
  }

  /** The document is closed. */
  forget(uri: string): void {
    this.cancel(uri);
    this.#cost.delete(uri);
  }

  #work(uri: string, steps: Iterator<T>, results: T[], spent: number, pending: Pending): void {
    const start = performance.now();
    let step = steps.next();
    while (step.done !== true) {
      results.push(step.value);
      if (performance.now() - start > turnMs) {
        const total = spent + performance.now() - start;
        pending.timer = setImmediate(() => this.#work(uri, steps, results, total, pending));
        return;
      }
      step = steps.next();
    }
    this.#cost.set(uri, spent + performance.now() - start);
    this.#pending.delete(uri);
    this.#job.publish(uri, results);
  }
}
