export interface QueueLimits {
  /** Requests under way at once; fewer for tables of the Basic and Auxiliary plans. */
  readonly running: number;
  readonly runningOnBasic: number;
  /** Requests begun within the window. */
  readonly perWindow: number;
  readonly windowMs: number;
}

/** What the service allows one user; beyond it, requests wait here rather than being refused there. */
export const serviceLimits: QueueLimits = { running: 5, runningOnBasic: 2, perWindow: 200, windowMs: 30_000 };

/** Time as the queue and the retries know it. */
export interface Timers {
  now(): number;
  /** Resolves after the time, rejects with the signal's reason when it is aborted first. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** 0 up to 1. */
  random(): number;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  pause: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal.addEventListener('abort', stop, { once: true });
    }),
  random: () => Math.random(),
};

export interface QueueTicket {
  readonly basic: boolean;
  readonly signal: AbortSignal;
  /** Told how many requests go first, whenever that changes; 0 once it is this one's turn. */
  readonly onWaiting?: (ahead: number) => void;
}

interface Waiting extends QueueTicket {
  readonly start: () => void;
}

/** One user's requests: some run, the rest wait in the order they came. */
export class RequestQueue {
  readonly #limits: QueueLimits;
  readonly #timers: Timers;
  readonly #begun: number[] = [];
  #waiting: Waiting[] = [];
  #running = 0;
  #runningOnBasic = 0;
  #timer: Promise<void> | undefined;

  constructor(limits: QueueLimits, timers: Timers) {
    this.#limits = limits;
    this.#timers = timers;
  }

  /** Does the work when it is its turn. Rejects with the signal's reason when cancelled while waiting. */
  async run<T>(ticket: QueueTicket, work: () => Promise<T>): Promise<T> {
    await this.#turn(ticket);
    try {
      return await work();
    } finally {
      this.#running -= 1;
      if (ticket.basic) this.#runningOnBasic -= 1;
      this.#advance();
    }
  }

  #turn(ticket: QueueTicket): Promise<void> {
    ticket.signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting = this.#waiting.filter((other) => other !== entry);
        reject(ticket.signal.reason as Error);
        this.#advance();
      };
      const entry: Waiting = {
        ...ticket,
        start: () => {
          ticket.signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      ticket.signal.addEventListener('abort', leave, { once: true });
      this.#waiting.push(entry);
      this.#advance();
    });
  }

  /** Starts whoever may start, in order; a request for a Basic table that has to wait lets others pass. */
  #advance(): void {
    for (const entry of [...this.#waiting]) {
      if (this.#running >= this.#limits.running || !this.#windowHasRoom()) break;
      if (entry.basic && this.#runningOnBasic >= this.#limits.runningOnBasic) continue;
      this.#waiting = this.#waiting.filter((other) => other !== entry);
      this.#running += 1;
      if (entry.basic) this.#runningOnBasic += 1;
      this.#begun.push(this.#timers.now());
      entry.onWaiting?.(0);
      entry.start();
    }
    for (const [ahead, entry] of this.#waiting.entries()) entry.onWaiting?.(ahead + 1);
  }

  #windowHasRoom(): boolean {
    const { perWindow, windowMs } = this.#limits;
    const now = this.#timers.now();
    while (this.#begun[0] !== undefined && this.#begun[0] <= now - windowMs) this.#begun.shift();
    const oldest = this.#begun[0];
    if (oldest === undefined || this.#begun.length < perWindow) return true;
    this.#timer ??= this.#timers.pause(oldest + windowMs - now + 1, new AbortController().signal).then(() => {
      this.#timer = undefined;
      this.#advance();
    });
    return false;
  }
}
